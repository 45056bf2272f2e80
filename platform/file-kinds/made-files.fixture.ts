/** Bytes as one writes them down. */
export const hex = (text: string) => Buffer.from(text.replace(/ /g, ""), "hex");

/** A box of an ISO media file, with what stands in it. */
export const box = (type: string, ...inner: (Buffer | string)[]) => {
  const body = Buffer.concat(inner.map((part) => Buffer.from(part as string)));
  const size = Buffer.alloc(4);
  size.writeUInt32BE(body.length + 8);
  return Buffer.concat([size, Buffer.from(type), body]);
};
/** A zip with one stored file of this name. */
export const zip = (name: string, content = "x") => {
  const head = hex("504b0304 0a00 0000 0000 0000 0000 00000000 01000000 01000000");
  const lengths = Buffer.from([name.length, 0, 0, 0]);
  const end = hex("504b0506 0000 0000 0100 0100 2e000000 00000000 0000");
  return Buffer.concat([head, lengths, Buffer.from(name + content), hex("504b0102"), Buffer.alloc(42), Buffer.from(name), end]);
};
