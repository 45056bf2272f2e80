import { base64, fromBase64, fromHex, hex, joinBytes, utf8 } from "./encoding";
import { type Bytes, HASH_BYTES, type Sha256 } from "./merkle";

/** C2SP signed-note with Ed25519 (type 0x01), and the checkpoint of C2SP tlog-checkpoint written in it. */
const ED25519 = 0x01;

export interface LogKey {
  /** Name of the key, and first line (origin) of every checkpoint: an address without scheme, such as "portal.example/log". */
  readonly name: string;
  readonly publicKey: Bytes;
}
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Bytes;
}
/** Ed25519 (RFC 8032): true when the signature is the key's over the message. */
export type VerifyEd25519 = (message: Bytes, signature: Bytes, publicKey: Bytes) => boolean;

/** First four bytes of SHA-256(name ‖ "\n" ‖ 0x01 ‖ public key): what tells the signatures of a note apart. */
export function keyId(sha256: Sha256, key: LogKey): Bytes {
  return sha256(joinBytes(utf8(`${key.name}\n`), Uint8Array.of(ED25519), key.publicKey)).slice(0, 4);
}

/** "name+keyid+key": the public key as one line. */
export function vkeyLine(sha256: Sha256, key: LogKey): string {
  return `${key.name}+${hex(keyId(sha256, key))}+${base64(joinBytes(Uint8Array.of(ED25519), key.publicKey))}`;
}

/** Null when the line is none, or its key id is not that of its key. */
export function parseVkey(sha256: Sha256, line: string): LogKey | null {
  const match = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(line.trim());
  const [, name, id, text] = match ?? [];
  const bytes = fromBase64(text ?? "");
  if (!name || !id || !bytes || bytes.length !== 33 || bytes[0] !== ED25519) return null;
  const key = { name, publicKey: bytes.slice(1) };
  return hex(keyId(sha256, key)) === id ? key : null;
}

/** The text that is signed: origin, number of leaves, root in base64, a line each. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${base64(root)}\n`;
}

/** Text, empty line, signature line. `signature`: Ed25519 over the text in UTF-8. */
export function signedNote(sha256: Sha256, text: string, key: LogKey, signature: Bytes): string {
  return `${text}\n— ${key.name} ${base64(joinBytes(keyId(sha256, key), signature))}\n`;
}

/**
 * The checkpoint of a signed note, when the key signed it; null otherwise. Signatures of other keys (witnesses) and lines that extend the
 * checkpoint are passed over, as the format asks.
 */
export function openCheckpoint(sha256: Sha256, verify: VerifyEd25519, note: string, key: LogKey): Checkpoint | null {
  const end = note.lastIndexOf("\n\n");
  if (end < 0 || !note.endsWith("\n")) return null;
  const text = note.slice(0, end + 1);
  const id = hex(keyId(sha256, key));
  const signed = note
    .slice(end + 2, -1)
    .split("\n")
    .some((line) => {
      const [dash, name, value, more] = line.split(" ");
      const bytes = fromBase64(value ?? "");
      if (dash !== "—" || name !== key.name || more !== undefined || bytes?.length !== 68) return false;
      return hex(bytes.slice(0, 4)) === id && verify(utf8(text), bytes.slice(4), key.publicKey);
    });
  const [origin, size, root] = text.split("\n");
  const hash = fromBase64(root ?? "");
  if (!signed || origin !== key.name || !/^(0|[1-9]\d{0,15})$/.test(size ?? "") || hash?.length !== HASH_BYTES) return null;
  return { origin, size: Number(size), root: hash };
}

/** What a state file keeps of a visit. Null when it is not such a line. */
export const hexRoot = (text: string): Bytes | null => {
  const bytes = fromHex(text);
  return bytes?.length === HASH_BYTES ? bytes : null;
};
