import { createHash, type Hash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { CHUNK, openChunk, PAYLOAD_NONCE, payloadKey, SEALED_CHUNK, TAG } from "../sealing/chunks";
import { SealError } from "../sealing/errors";
import { Sealer } from "../sealing/sealer";
import type { Sidecar, Staging } from "./staging";

const BATCH = 1024 * 1024;
/** Bytes after which what was written starts on its way to the disk, so that the last flush of a large file is short. */
const FLUSH = 32 * 1024 * 1024;

/** One upload while it arrives: what is on disk is always sealed, the SHA-256 runs along in memory. */
export class Receiver {
  private constructor(
    private readonly staging: Staging,
    private readonly sidecar: Sidecar,
    private readonly fileKey: Buffer,
    private readonly sealer: Sealer,
    private readonly hash: Hash,
    private whole: boolean,
  ) {}

  /** False once the disk has refused something: a new receiver must find out what was kept. */
  usable = true;

  /**
   * Finds out how far an upload has come: decrypts and hashes the chunks on disk (node:crypto cannot keep the state of a hash
   * over a restart). A chunk that was torn by a kill, or altered, ends what counts as received.
   */
  static async open(staging: Staging, sidecar: Sidecar, fileKey: Buffer): Promise<Receiver> {
    const head = Buffer.from(sidecar.head, "base64");
    const key = payloadKey(fileKey, head.subarray(-PAYLOAD_NONCE));
    const hash = createHash("sha256");
    const handle = await open(staging.data(sidecar.id), "r");
    let chunks = 0;
    let whole = false;
    try {
      for await (const plain of goodChunks(handle, head.length, key, sidecar.bytes)) {
        hash.update(plain.bytes);
        whole = plain.last;
        if (!whole) chunks += 1;
      }
    } finally {
      await handle.close();
    }
    const tail = whole ? Buffer.alloc(0) : await staging.readTail(sidecar.id, fileKey, chunks);
    hash.update(tail);
    return new Receiver(staging, sidecar, fileKey, new Sealer(key, chunks, tail), hash, whole);
  }

  /** Bytes received and kept: what the client is told. */
  get offset(): number {
    return this.whole ? this.sidecar.bytes : this.sealer.bytes;
  }

  get complete(): boolean {
    return this.whole;
  }

  /** SHA-256 (hex) of what has been received so far. */
  get sha256(): string {
    return this.hash.copy().digest("hex");
  }

  /**
   * Takes what the stream brings. When the line breaks, everything that arrived is kept and the error passed on. Throws when
   * the disk refuses.
   */
  async take(stream: Readable): Promise<void> {
    this.usable = false;
    const handle = await open(this.staging.data(this.sidecar.id), "r+");
    try {
      const writer = new BatchWriter(handle, this.position);
      await handle.truncate(this.position);
      try {
        for await (const piece of stream) {
          const bytes = piece as Buffer;
          if (this.sealer.bytes + bytes.length > this.sidecar.bytes) throw new Error("more bytes than were announced");
          this.hash.update(bytes);
          await writer.add(this.sealer.append(bytes));
        }
      } finally {
        await this.settle(writer, handle);
        this.usable = true;
      }
    } finally {
      await handle.close();
    }
  }

  private get position(): number {
    return Buffer.byteLength(this.sidecar.head, "base64") + this.sealer.chunks * SEALED_CHUNK;
  }

  private async settle(writer: BatchWriter, handle: FileHandle): Promise<void> {
    if (this.sealer.bytes === this.sidecar.bytes) {
      await writer.add([this.sealer.finish()]);
      await writer.flush();
      await handle.datasync();
      this.whole = true;
      return;
    }
    await writer.add(this.sealer.settle());
    await writer.flush();
    if (this.sealer.partial.length > 0)
      await this.staging.writeTail(this.sidecar.id, this.fileKey, this.sealer.chunks, this.sealer.partial);
  }
}

/** Writes one batch while the next is being sealed. */
class BatchWriter {
  private batch: Buffer[] = [];
  private bytes = 0;
  private writing: Promise<void> = Promise.resolve();
  private unflushed = 0;
  private flushing: Promise<void> | null = null;
  private fault: unknown = null;

  constructor(
    private readonly handle: FileHandle,
    private position: number,
  ) {}

  async add(pieces: Buffer[]): Promise<void> {
    for (const piece of pieces) {
      this.batch.push(piece);
      this.bytes += piece.length;
    }
    if (this.bytes >= BATCH) await this.start();
  }

  async flush(): Promise<void> {
    await this.start();
    await this.writing;
    await this.flushing;
    if (this.fault) throw this.fault;
  }

  private async start(): Promise<void> {
    const all = Buffer.concat(this.batch);
    this.batch = [];
    this.bytes = 0;
    await this.writing;
    const at = this.position;
    this.position += all.length;
    this.writing = writeAll(this.handle, all, at);
    // Awaited with the next batch; until then a failure must not count as unhandled.
    this.writing.catch(() => undefined);
    this.unflushed += all.length;
    if (this.unflushed >= FLUSH && !this.flushing) this.flushInBackground();
  }

  private flushInBackground(): void {
    this.unflushed = 0;
    this.flushing = this.handle
      .datasync()
      .catch((error: unknown) => {
        // The system tells of a failed flush once only.
        this.fault = error;
      })
      .then(() => {
        this.flushing = null;
      });
  }
}

async function writeAll(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

async function* goodChunks(
  handle: FileHandle,
  from: number,
  key: Buffer,
  total: number,
): AsyncGenerator<{ bytes: Buffer; last: boolean }> {
  const lastIndex = Math.max(0, Math.ceil(total / CHUNK) - 1);
  const lastSize = total - lastIndex * CHUNK + TAG;
  const sealed = Buffer.alloc(SEALED_CHUNK);
  for (let index = 0; index <= lastIndex; index++) {
    const size = index === lastIndex ? lastSize : SEALED_CHUNK;
    const { bytesRead } = await handle.read(sealed, 0, size, from + index * SEALED_CHUNK);
    if (bytesRead < size) return;
    try {
      yield { bytes: openChunk(key, index, sealed.subarray(0, size), index === lastIndex), last: index === lastIndex };
    } catch (error) {
      if (error instanceof SealError) return;
      throw error;
    }
  }
}
