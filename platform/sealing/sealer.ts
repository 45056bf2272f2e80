import { CHUNK, sealChunk } from "./chunks";

/**
 * Encrypts a payload piece by piece and can stop between any two pieces: what is to be kept is `chunks` (whole chunks handed
 * out so far) and `partial` (fewer than 64 KiB that no chunk holds yet; one full chunk at most, as the last must carry a mark).
 */
export class Sealer {
  private readonly held = Buffer.alloc(CHUNK);
  private used = 0;

  /** `chunks`: whole chunks sealed before; `partial`: plain bytes that came after them. */
  constructor(
    private readonly key: Uint8Array,
    private index = 0,
    partial: Uint8Array = new Uint8Array(0),
  ) {
    this.held.set(partial);
    this.used = partial.length;
  }

  get chunks(): number {
    return this.index;
  }

  /** Plain bytes not yet sealed; a view that the next append overwrites. */
  get partial(): Buffer {
    return this.held.subarray(0, this.used);
  }

  /** Plain bytes taken so far. */
  get bytes(): number {
    return this.index * CHUNK + this.used;
  }

  /** Takes plain bytes and returns the chunks that became full and are known not to be the last. */
  append(bytes: Uint8Array): Buffer[] {
    const sealed: Buffer[] = [];
    let at = 0;
    while (at < bytes.length) {
      if (this.used === CHUNK) sealed.push(this.emit(this.held));
      if (this.used === 0 && bytes.length - at > CHUNK) {
        sealed.push(this.emit(bytes.subarray(at, at + CHUNK)));
        at += CHUNK;
        continue;
      }
      const taken = Math.min(CHUNK - this.used, bytes.length - at);
      this.held.set(bytes.subarray(at, at + taken), this.used);
      this.used += taken;
      at += taken;
    }
    return sealed;
  }

  /** Hands out a full chunk that was held back: only when more bytes are sure to come. */
  settle(): Buffer[] {
    return this.used === CHUNK ? [this.emit(this.held)] : [];
  }

  /** Seals what is left as the last chunk. Nothing may be appended afterwards. */
  finish(): Buffer {
    return sealChunk(this.key, this.index, this.partial, true);
  }

  private emit(plain: Uint8Array): Buffer {
    const sealed = sealChunk(this.key, this.index, plain, false);
    this.index += 1;
    this.used = 0;
    return sealed;
  }
}
