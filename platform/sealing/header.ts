import { createCipheriv, createHmac, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync } from "node:crypto";
import { Decrypter, Encrypter } from "age-encryption";
import { PAYLOAD_NONCE, TAG } from "./chunks";
import { SealError } from "./errors";
import type { MasterKey } from "./master-key";

const INTRO = "age-encryption.org/v1\n";
/** A header for one recipient has 168 bytes; a longer one than this was not written here. */
export const HEADER_LIMIT = 16 * 1024;

/** A new file key of its own, wrapped to the master key. `header` stands at the start of the file. */
export async function newHeader(master: MasterKey): Promise<{ header: Buffer; fileKey: Buffer }> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(master.recipient);
  // An empty file is header, nonce and one empty chunk: what is left without the last two is the header.
  const file = Buffer.from(await encrypter.encrypt(new Uint8Array(0)));
  const header = file.subarray(0, file.length - PAYLOAD_NONCE - TAG);
  return { header, fileKey: await unwrapHeader(header, master) };
}

/** Length of the header at the start of `bytes`; null when it goes on beyond them. Throws SealError `not_sealed`. */
export function headerLength(bytes: Uint8Array): number | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEADER_LIMIT)).toString("latin1");
  if (!text.startsWith(INTRO.slice(0, text.length))) throw new SealError("not_sealed", "no age v1 file");
  const mac = text.indexOf("\n--- ");
  const end = mac < 0 ? -1 : text.indexOf("\n", mac + 1);
  if (end >= 0) return end + 1;
  if (bytes.length >= HEADER_LIMIT) throw new SealError("not_sealed", "the header does not end");
  return null;
}

/** The file key of a header. Throws SealError `wrong_key` (none of the master keys fits) or `damaged` (its MAC is wrong). */
export async function unwrapHeader(header: Uint8Array, master: MasterKey): Promise<Buffer> {
  const decrypter = new Decrypter();
  for (const identity of [master.identity, ...master.older]) decrypter.addIdentity(identity);
  try {
    return Buffer.from(await decrypter.decryptHeader(header));
  } catch (error) {
    const noKey = error instanceof Error && error.message.startsWith("no identity matched");
    throw noKey
      ? new SealError("wrong_key", "sealed for another master key")
      : new SealError("damaged", "the header was altered");
  }
}

/**
 * The same file key wrapped to another master key: key rotation changes the header and leaves nonce and payload as they are.
 * `from` opens the old header, `to` is the key that opens the new one. Throws what unwrapHeader throws.
 */
export async function rewrapHeader(header: Uint8Array, from: MasterKey, to: MasterKey): Promise<Buffer> {
  const fileKey = await unwrapHeader(header, from);
  const body = wrapX25519(fileKey, to.recipient);
  const open = `${INTRO}-> X25519 ${body.share}\n${body.wrapped}\n---`;
  const macKey = Buffer.from(hkdfSync("sha256", fileKey, Buffer.alloc(0), "header", 32));
  const rewrapped = Buffer.from(`${open} ${unpadded(createHmac("sha256", macKey).update(open).digest())}\n`);
  await unwrapHeader(rewrapped, to);
  return rewrapped;
}

// age-encryption chooses the file key itself, so wrapping a given one (C2SP age, "X25519 recipient stanza") is done here.
function wrapX25519(fileKey: Uint8Array, recipient: string): { share: string; wrapped: string } {
  new Encrypter().addRecipient(recipient);
  const theirs = bech32Data(recipient);
  const ours = generateKeyPairSync("x25519");
  const share = raw(ours.publicKey.export({ type: "spki", format: "der" }));
  const publicKey = createPublicKey({ key: Buffer.concat([X25519_SPKI, theirs]), type: "spki", format: "der" });
  const shared = diffieHellman({ privateKey: ours.privateKey, publicKey });
  const key = Buffer.from(hkdfSync("sha256", shared, Buffer.concat([share, theirs]), "age-encryption.org/v1/X25519", 32));
  const cipher = createCipheriv("chacha20-poly1305", key, Buffer.alloc(12), { authTagLength: TAG });
  const wrapped = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
  return { share: unpadded(share), wrapped: unpadded(wrapped) };
}

const X25519_SPKI = Buffer.from("302a300506032b656e032100", "hex");
const raw = (spki: Buffer) => spki.subarray(spki.length - 32);
const unpadded = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64").replace(/=+$/, "");

// The recipient was checked by age-encryption before, so the six characters of its checksum are only cut off.
function bech32Data(recipient: string): Buffer {
  const letters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  const bits = [...recipient.slice("age1".length, -6)].map((c) => letters.indexOf(c).toString(2).padStart(5, "0")).join("");
  return Buffer.from(
    Array.from({ length: Math.floor(bits.length / 8) }, (_, i) => Number.parseInt(bits.slice(i * 8, i * 8 + 8), 2)),
  );
}
