/**
 * The Merkle tree of RFC 6962 §2.1. The hash function (SHA-256) is handed in, so that the same lines run in the worker, in a browser and in
 * script/verify-log. Nothing here knows what a leaf means.
 */
export type Bytes = Uint8Array<ArrayBufferLike>;
export type Sha256 = (data: Bytes) => Bytes;

/** Hash of the complete subtree of 2^height leaves that begins at leaf `index · 2^height`. */
export type NodeReader = (height: number, index: number) => Promise<Bytes>;

export const HASH_BYTES = 32;

/** MTH({d}) = SHA-256(0x00 ‖ d). */
export function leafHash(sha256: Sha256, entry: Bytes): Bytes {
  const input = new Uint8Array(entry.length + 1);
  input.set(entry, 1);
  return sha256(input);
}

/** SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(sha256: Sha256, left: Bytes, right: Bytes): Bytes {
  const input = new Uint8Array(1 + 2 * HASH_BYTES);
  input[0] = 1;
  input.set(left, 1);
  input.set(right, 1 + HASH_BYTES);
  return sha256(input);
}

export function sameBytes(a: Bytes, b: Bytes): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** The largest power of two below n (n > 1): where RFC 6962 parts a tree. */
function half(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** Hash of the leaves [from, to), a part of the tree as the proofs of RFC 6962 cut it: `from` is a multiple of a power of two ≥ to − from. */
export async function rangeHash(sha256: Sha256, from: number, to: number, read: NodeReader): Promise<Bytes> {
  const size = to - from;
  if (size === 0) return sha256(new Uint8Array(0));
  const height = Math.log2(size);
  if (Number.isInteger(height)) return read(height, from / size);
  const k = half(size);
  const [left, right] = await Promise.all([rangeHash(sha256, from, from + k, read), rangeHash(sha256, from + k, to, read)]);
  return nodeHash(sha256, left, right);
}

/** Root of the tree of the first `size` leaves. */
export function rootHash(sha256: Sha256, size: number, read: NodeReader): Promise<Bytes> {
  return rangeHash(sha256, 0, size, read);
}

/** PATH(index, D[size]): the hashes that lead from a leaf to the root, the nearest first. Throws RangeError when the leaf is not in the tree. */
export async function inclusionProof(sha256: Sha256, index: number, size: number, read: NodeReader): Promise<Bytes[]> {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) throw new RangeError("no such leaf");
  const parts: [number, number][] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + half(to - from);
    if (index < middle) {
      parts.push([middle, to]);
      to = middle;
    } else {
      parts.push([from, middle]);
      from = middle;
    }
  }
  return Promise.all(parts.reverse().map(([a, b]) => rangeHash(sha256, a, b, read)));
}

/** PROOF(older, D[size]): what shows that the tree of `older` leaves is the beginning of the tree of `size`. Empty when equal, or from nothing. */
export async function consistencyProof(sha256: Sha256, older: number, size: number, read: NodeReader): Promise<Bytes[]> {
  if (!Number.isSafeInteger(older) || older < 0 || older > size) throw new RangeError("no such tree");
  if (older === 0 || older === size) return [];
  const parts: [number, number][] = [];
  let [from, to] = [0, size];
  let known = true;
  while (older !== to) {
    const middle = from + half(to - from);
    if (older <= middle) {
      parts.push([middle, to]);
      to = middle;
    } else {
      parts.push([from, middle]);
      from = middle;
      known = false;
    }
  }
  if (!known) parts.push([from, to]);
  return Promise.all(parts.reverse().map(([a, b]) => rangeHash(sha256, a, b, read)));
}

/** Whether `proof` leads from the leaf hash to the root (RFC 9162 §2.1.3.2). Never throws. */
export function verifyInclusion(
  sha256: Sha256,
  given: { leaf: Bytes; index: number; size: number; proof: readonly Bytes[]; root: Bytes },
): boolean {
  const { leaf, index, size, proof, root } = given;
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  if (![leaf, root, ...proof].every((hash) => hash.length === HASH_BYTES)) return false;
  let [fn, sn, hash] = [index, size - 1, leaf];
  for (const step of proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(sha256, step, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [halved(fn), halved(sn)];
    } else hash = nodeHash(sha256, hash, step);
    [fn, sn] = [halved(fn), halved(sn)];
  }
  return sn === 0 && sameBytes(hash, root);
}

/** Whether `proof` shows that the newer tree begins with the older one (RFC 9162 §2.1.4.2). Never throws. */
export function verifyConsistency(
  sha256: Sha256,
  given: { older: number; olderRoot: Bytes; size: number; root: Bytes; proof: readonly Bytes[] },
): boolean {
  const { older, olderRoot, size, root, proof } = given;
  if (!Number.isSafeInteger(older) || !Number.isSafeInteger(size) || older < 0 || older > size) return false;
  if (![olderRoot, root, ...proof].every((hash) => hash.length === HASH_BYTES)) return false;
  if (older === size) return proof.length === 0 && sameBytes(olderRoot, root);
  if (older === 0) return proof.length === 0 && sameBytes(olderRoot, sha256(new Uint8Array(0)));
  // A complete older tree is itself the first step.
  const steps = Number.isInteger(Math.log2(older)) ? [olderRoot, ...proof] : [...proof];
  const first = steps.shift();
  if (!first) return false;
  let [fn, sn] = [older - 1, size - 1];
  while (fn % 2 === 1) [fn, sn] = [halved(fn), halved(sn)];
  let [before, after] = [first, first];
  for (const step of steps) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      before = nodeHash(sha256, step, before);
      after = nodeHash(sha256, step, after);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [halved(fn), halved(sn)];
    } else after = nodeHash(sha256, after, step);
    [fn, sn] = [halved(fn), halved(sn)];
  }
  return sn === 0 && sameBytes(before, olderRoot) && sameBytes(after, root);
}

/** n >> 1 beyond 32 bits. */
const halved = (n: number) => Math.floor(n / 2);
