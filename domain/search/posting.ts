/** How many documents a chunk holds, and the shape of a posting: a list of numbers where they are few, else one bit a document. */
export const CHUNK = 32_768;
const BITMAP_BYTES = CHUNK / 8;
const AS_LIST = 0x01;
const AS_BITMAP = 0x00;
const LONGEST_LIST = 2_000;

/** Numbers within the chunk, ascending, as stored. */
export function encodePosting(docs: Uint16Array): Uint8Array {
  if (docs.length <= LONGEST_LIST) {
    const out = new Uint8Array(1 + docs.length * 2);
    out[0] = AS_LIST;
    for (let i = 0; i < docs.length; i++) {
      const doc = docs[i] as number;
      out[1 + 2 * i] = doc & 255;
      out[2 + 2 * i] = doc >> 8;
    }
    return out;
  }
  const out = new Uint8Array(1 + BITMAP_BYTES);
  out[0] = AS_BITMAP;
  for (const doc of docs) out[1 + (doc >> 3)] = (out[1 + (doc >> 3)] as number) | (1 << (doc & 7));
  return out;
}

/** Sets the documents of a stored posting in `into`, where the chunk begins at document `first` (a multiple of 32). */
export function addPosting(stored: Uint8Array, first: number, into: Bits): void {
  if (stored[0] === AS_LIST) {
    for (let i = 1; i + 1 < stored.length; i += 2) {
      const doc = first + ((stored[i] as number) | ((stored[i + 1] as number) << 8));
      if (doc >>> 5 < into.length) into[doc >>> 5] = (into[doc >>> 5] as number) | (1 << (doc & 31));
    }
    return;
  }
  const words = Math.min(BITMAP_BYTES / 4, into.length - (first >>> 5));
  for (let w = 0; w < words; w++) {
    const at = 1 + w * 4;
    const word =
      (stored[at] as number) |
      ((stored[at + 1] as number) << 8) |
      ((stored[at + 2] as number) << 16) |
      ((stored[at + 3] as number) << 24);
    into[(first >>> 5) + w] = (into[(first >>> 5) + w] as number) | word;
  }
}

/** A set of document numbers, one bit each. */
export type Bits = Uint32Array;

export const bitsFor = (documents: number): Bits => new Uint32Array((documents + 31) >>> 5);
export const has = (bits: Bits, doc: number): boolean => (((bits[doc >>> 5] as number) >>> (doc & 31)) & 1) === 1;
export function put(bits: Bits, doc: number): void {
  bits[doc >>> 5] = (bits[doc >>> 5] as number) | (1 << (doc & 31));
}
export function take(bits: Bits, doc: number): void {
  bits[doc >>> 5] = (bits[doc >>> 5] as number) & ~(1 << (doc & 31));
}
export function keepOnly(bits: Bits, other: Bits): void {
  for (let w = 0; w < bits.length; w++) bits[w] = (bits[w] as number) & (other[w] ?? 0);
}
export function join(bits: Bits, other: Bits): void {
  for (let w = 0; w < bits.length; w++) bits[w] = (bits[w] as number) | (other[w] ?? 0);
}

/** How many bits of a word are set. */
function ones(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export function countBits(bits: Bits): number {
  let n = 0;
  for (let w = 0; w < bits.length; w++) n += ones(bits[w] as number);
  return n;
}

/** How many documents stand in both sets. */
export function countBoth(bits: Bits, other: Bits): number {
  const words = Math.min(bits.length, other.length);
  let n = 0;
  for (let w = 0; w < words; w++) n += ones((bits[w] as number) & (other[w] as number));
  return n;
}

/** The document numbers of a set, ascending. */
export function docsOf(bits: Bits): number[] {
  const out: number[] = [];
  for (let w = 0; w < bits.length; w++) {
    let word = bits[w] as number;
    while (word !== 0) {
      const low = 31 - Math.clz32(word & -word);
      out.push(w * 32 + low);
      word &= word - 1;
    }
  }
  return out;
}
