import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { CHUNK, openChunk, PAYLOAD_NONCE, payloadKey, plainBytes, SEALED_CHUNK } from "./chunks";
import { RangeOutside, SealError } from "./errors";
import { HEADER_LIMIT, headerLength, unwrapHeader } from "./header";
import type { MasterKey } from "./master-key";

/** Sealed bytes that can be read from any place; `end` is included. */
export interface SealedSource {
  bytes: number;
  read(start: number, end: number): Promise<Readable>;
}

/** Plain bytes from `start` to `end`, both included, as in HTTP. */
export interface ByteRange {
  start: number;
  end: number;
}

/** A sealed file whose header was opened and whose end was checked: its size is what was sealed, nothing was cut off. */
export class SealedFile {
  private constructor(
    private readonly source: SealedSource,
    private readonly key: Buffer,
    private readonly payloadAt: number,
    readonly bytes: number,
  ) {}

  /** Throws SealError: `not_sealed`, `wrong_key`, or `damaged` (header altered, end missing or altered). */
  static async open(source: SealedSource, master: MasterKey): Promise<SealedFile> {
    const start = await readHead(source);
    const fileKey = await unwrapHeader(start.header, master);
    const payloadAt = start.header.length + PAYLOAD_NONCE;
    const bytes = plainBytes(source.bytes - payloadAt);
    const file = new SealedFile(source, payloadKey(fileKey, start.nonce), payloadAt, bytes);
    await file.chunk(file.lastIndex);
    return file;
  }

  /** The plain bytes of `range` (all without one) as a stream that ends in SealError `damaged` at the first altered chunk. */
  stream(range?: ByteRange): Readable {
    if (!range && this.bytes === 0) return Readable.from([]);
    const { start, end } = range ?? { start: 0, end: this.bytes - 1 };
    if (start < 0 || end < start || end >= this.bytes) throw new RangeOutside(this.bytes);
    return Readable.from(this.plain(start, end), { objectMode: false, highWaterMark: 4 * CHUNK });
  }

  /** Plain bytes in memory; a range beyond the end is cut at the end. */
  async read(start: number, end: number): Promise<Buffer> {
    const last = Math.min(end, this.bytes - 1);
    if (last < start) return Buffer.alloc(0);
    const pieces: Buffer[] = [];
    for await (const piece of this.plain(start, last)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  /** Reads the whole file once and returns the SHA-256 of its plain bytes (hex). Throws SealError `damaged`. */
  async sha256(): Promise<string> {
    const hash = createHash("sha256");
    if (this.bytes > 0) for await (const piece of this.plain(0, this.bytes - 1)) hash.update(piece);
    return hash.digest("hex");
  }

  private get lastIndex(): number {
    return Math.max(0, Math.ceil(this.bytes / CHUNK) - 1);
  }

  private async chunk(index: number): Promise<Buffer> {
    const at = this.payloadAt + index * SEALED_CHUNK;
    const sealed = await collect(await this.source.read(at, Math.min(at + SEALED_CHUNK, this.source.bytes) - 1));
    return openChunk(this.key, index, sealed, index === this.lastIndex);
  }

  private async *plain(start: number, end: number): AsyncGenerator<Buffer> {
    let index = Math.floor(start / CHUNK);
    const from = this.payloadAt + index * SEALED_CHUNK;
    const to = Math.min(this.payloadAt + (Math.floor(end / CHUNK) + 1) * SEALED_CHUNK, this.source.bytes) - 1;
    for await (const sealed of inChunks(await this.source.read(from, to))) {
      const plain = openChunk(this.key, index, sealed, index === this.lastIndex);
      const at = index * CHUNK;
      yield plain.subarray(Math.max(0, start - at), Math.min(plain.length, end - at + 1));
      index += 1;
    }
    if (index * CHUNK <= end && index <= this.lastIndex) throw new SealError("damaged", `chunk ${index} is missing`);
  }
}

/** Opens a sealed file and streams the plain bytes of `range`, for a response with HTTP Range. Throws SealError, RangeOutside. */
export async function openSealed(
  source: SealedSource,
  master: MasterKey,
  range?: ByteRange,
): Promise<{ bytes: number; stream: Readable }> {
  const file = await SealedFile.open(source, master);
  return { bytes: file.bytes, stream: file.stream(range) };
}

/** Header and payload nonce of a sealed file. Throws SealError `not_sealed` or `damaged`. */
export async function readHead(source: SealedSource): Promise<{ header: Buffer; nonce: Buffer }> {
  for (let want = 1024; ; want = HEADER_LIMIT + PAYLOAD_NONCE) {
    const bytes = source.bytes === 0 ? Buffer.alloc(0) : await collect(await source.read(0, Math.min(want, source.bytes) - 1));
    const length = headerLength(bytes);
    if (length !== null && bytes.length >= length + PAYLOAD_NONCE) {
      return { header: bytes.subarray(0, length), nonce: bytes.subarray(length, length + PAYLOAD_NONCE) };
    }
    if (bytes.length >= source.bytes || want > HEADER_LIMIT) throw new SealError("damaged", "the file ends in its header");
  }
}

/** Sealed bytes that are in memory. */
export function sealedBuffer(sealed: Buffer): SealedSource {
  return { bytes: sealed.length, read: async (start, end) => Readable.from([sealed.subarray(start, end + 1)]) };
}

/** All bytes of a stream. */
export async function collect(stream: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
}

async function* inChunks(stream: Readable): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of stream) {
    rest = rest.length === 0 ? (piece as Buffer) : Buffer.concat([rest, piece as Buffer]);
    let at = 0;
    for (; rest.length - at >= SEALED_CHUNK; at += SEALED_CHUNK) yield rest.subarray(at, at + SEALED_CHUNK);
    rest = rest.subarray(at);
  }
  if (rest.length > 0) yield rest;
}
