import { createHash, randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { PAYLOAD_NONCE, payloadBytes, payloadKey } from "./chunks";
import { newHeader, rewrapHeader } from "./header";
import type { MasterKey } from "./master-key";
import { readHead, type SealedSource } from "./sealed-file";
import { Sealer } from "./sealer";

/** What was sealed: known when the stream has been read to its end. */
export interface Seal {
  bytes: number;
  sha256: string;
}

/** Seals a stream of plain bytes as it passes. `seal()` gives size and SHA-256 of the plain bytes once the stream has ended. */
export async function sealStream(plain: Readable, master: MasterKey): Promise<{ stream: Readable; seal: () => Seal }> {
  const { header, fileKey } = await newHeader(master);
  const nonce = randomBytes(PAYLOAD_NONCE);
  const sealer = new Sealer(payloadKey(fileKey, nonce));
  const hash = createHash("sha256");
  let done: Seal | null = null;
  async function* sealed() {
    yield Buffer.concat([header, nonce]);
    for await (const piece of plain) {
      hash.update(piece as Buffer);
      yield* sealer.append(piece as Buffer);
    }
    const bytes = sealer.bytes;
    yield sealer.finish();
    done = { bytes, sha256: hash.digest("hex") };
  }
  const seal = () => {
    if (!done) throw new Error("the stream has not ended yet");
    return done;
  };
  return { stream: Readable.from(sealed(), { objectMode: false }), seal };
}

/** Seals bytes that are in memory. */
export async function sealBuffer(plain: Buffer, master: MasterKey): Promise<Buffer> {
  const { stream } = await sealStream(Readable.from([plain]), master);
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** The whole file again with its header wrapped to another master key; the payload passes unread. */
export async function resealStream(
  source: SealedSource,
  from: MasterKey,
  to: MasterKey,
): Promise<{ bytes: number; stream: Readable }> {
  const { header } = await readHead(source);
  const fresh = await rewrapHeader(header, from, to);
  async function* resealed() {
    yield fresh;
    yield* await source.read(header.length, source.bytes - 1);
  }
  return { bytes: source.bytes - header.length + fresh.length, stream: Readable.from(resealed(), { objectMode: false }) };
}

/** Bytes a file of `plainBytes` bytes takes once sealed under a header of `headerBytes` bytes. */
export function sealedBytes(headerBytes: number, plainBytes: number): number {
  return headerBytes + PAYLOAD_NONCE + payloadBytes(plainBytes);
}
