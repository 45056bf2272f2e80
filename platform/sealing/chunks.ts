import { createCipheriv, createDecipheriv, hkdfSync } from "node:crypto";
import { SealError } from "./errors";

// The payload of an age v1 file (C2SP age, "Payload"): STREAM with ChaCha20-Poly1305 over 64 KiB chunks.
export const CHUNK = 64 * 1024;
export const TAG = 16;
export const SEALED_CHUNK = CHUNK + TAG;
export const PAYLOAD_NONCE = 16;

const CIPHER = "chacha20-poly1305";

/** The key of the payload: HKDF-SHA-256 of the 16-byte file key with the 16-byte nonce that stands before the payload. */
export function payloadKey(fileKey: Uint8Array, nonce: Uint8Array): Buffer {
  return Buffer.from(hkdfSync("sha256", fileKey, nonce, "payload", 32));
}

function chunkNonce(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(index, 5, 6);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/** Encrypts chunk `index` (0, 1, …); only the last one may be shorter than 64 KiB, and only a first one empty. */
export function sealChunk(key: Uint8Array, index: number, plain: Uint8Array, last: boolean): Buffer {
  const cipher = createCipheriv(CIPHER, key, chunkNonce(index, last), { authTagLength: TAG });
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Decrypts chunk `index`. Throws SealError `damaged` when a bit differs, or the chunk stands elsewhere or ends elsewhere. */
export function openChunk(key: Uint8Array, index: number, sealed: Uint8Array, last: boolean): Buffer {
  if (sealed.length < TAG || (last && index > 0 && sealed.length === TAG))
    throw new SealError("damaged", `chunk ${index} is cut short`);
  const decipher = createDecipheriv(CIPHER, key, chunkNonce(index, last), { authTagLength: TAG });
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  const plain = decipher.update(sealed.subarray(0, sealed.length - TAG));
  try {
    decipher.final();
  } catch {
    throw new SealError("damaged", `chunk ${index} was altered`);
  }
  return plain;
}

/** Bytes of payload (nonce not counted) that `plainBytes` bytes of plain text become. */
export function payloadBytes(plainBytes: number): number {
  return plainBytes + TAG * Math.max(1, Math.ceil(plainBytes / CHUNK));
}

/** Bytes of plain text in a finished payload of `bytes` bytes. Throws SealError `damaged` on a size no payload can have. */
export function plainBytes(bytes: number): number {
  const whole = Math.floor(bytes / SEALED_CHUNK);
  const rest = bytes % SEALED_CHUNK;
  if (bytes < TAG || (rest > 0 && rest < TAG) || (rest === TAG && whole > 0))
    throw new SealError("damaged", "no payload has this size");
  return bytes - TAG * (whole + (rest > 0 ? 1 : 0));
}
