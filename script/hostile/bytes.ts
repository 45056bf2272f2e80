import { crc32, deflateRawSync, deflateSync } from "node:zlib";

export const hex = (text: string): Buffer => Buffer.from(text.replace(/ /g, ""), "hex");
export const latin = (text: string): Buffer => Buffer.from(text, "latin1");
export const join = (...parts: readonly (Buffer | string)[]): Buffer =>
  Buffer.concat(parts.map((p) => (typeof p === "string" ? Buffer.from(p) : p)));

const u16 = (n: number) => hex(n.toString(16).padStart(4, "0")).reverse();
const u32 = (n: number) => hex(n.toString(16).padStart(8, "0")).reverse();

/** A real zip of deflated entries. */
export function zip(entries: Readonly<Record<string, Buffer | string>>): Buffer {
  const bodies: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(entries)) {
    const raw = Buffer.from(content as string);
    const packed = deflateRawSync(raw, { level: 9 });
    const label = Buffer.from(name);
    const facts = join(
      u16(20),
      u16(0x800),
      u16(8),
      u16(0),
      u16(0x5a21),
      u32(crc32(raw)),
      u32(packed.length),
      u32(raw.length),
      u16(label.length),
    );
    const head = join(hex("504b0304"), facts, u16(0), label);
    list.push(join(hex("504b0102"), u16(20), facts, u16(0), u16(0), u16(0), u16(0), u32(0), u32(at), label));
    bodies.push(head, packed);
    at += head.length + packed.length;
  }
  const directory = join(...list);
  const count = u16(list.length);
  return join(...bodies, directory, hex("504b0506 0000 0000"), count, count, u32(directory.length), u32(at), u16(0));
}

/** One PNG chunk. */
export function chunk(type: string, data: Buffer): Buffer {
  const body = join(latin(type), data);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return join(length, body, check);
}

/** A small valid grey PNG, with extra chunks before its pixels; `claims` overrides the size in its header. */
export function png(extra: readonly Buffer[] = [], claims?: { width: number; height: number }): Buffer {
  const size = 24;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(claims?.width ?? size, 0);
  header.writeUInt32BE(claims?.height ?? size, 4);
  header[8] = 8;
  const rows = Buffer.alloc((size + 1) * size, 0x90);
  for (let y = 0; y < size; y++) rows[y * (size + 1)] = 0;
  return join(
    hex("89504e470d0a1a0a"),
    chunk("IHDR", header),
    ...extra,
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  );
}

/** A text chunk of a PNG. */
export const pngText = (key: string, text: string): Buffer => chunk("tEXt", join(latin(`${key}\0`), latin(text)));

/** A one-page PDF with more objects, referenced from the catalogue. */
export function pdf(catalogue = "", objects: readonly string[] = []): Buffer {
  const bodies = [
    `<</Type/Catalog/Pages 2 0 R ${catalogue}>>`,
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>",
    ...objects,
  ];
  let text = "%PDF-1.7\n";
  const offsets: number[] = [];
  bodies.forEach((body, i) => {
    offsets.push(text.length);
    text += `${i + 1} 0 obj\n${body}\nendobj\n`;
  });
  const start = text.length;
  text += `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${offsets.map((o) => `${String(o).padStart(10, "0")} 00000 n \n`).join("")}`;
  return latin(`${text}trailer\n<</Size ${bodies.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`);
}

/** The old office container, far enough to be told from its directory. */
export const compound = (...names: readonly string[]): Buffer =>
  join(
    hex("d0cf11e0a1b11ae1"),
    Buffer.alloc(504),
    ...names.map((n) => join(Buffer.from(n, "utf16le"), Buffer.alloc(64))),
    Buffer.alloc(1024),
  );

export const mz = (): Buffer =>
  join(
    latin("MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0"),
    Buffer.alloc(48),
    latin("This program cannot be run in DOS mode.\r\r\n$"),
    Buffer.alloc(64),
    latin("PE\0\0"),
    Buffer.alloc(256),
  );
export const elf = (): Buffer => join(hex("7f454c46 02010100 0000000000000000 0200 3e00 01000000"), Buffer.alloc(200));
