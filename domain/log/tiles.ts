import { type Bytes, HASH_BYTES, type NodeReader, nodeHash, type Sha256 } from "./merkle";

/** C2SP tlog-tiles: 256 hashes a tile, so a tile of level L holds the roots of subtrees of 256^L leaves. */
export const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;

/** `level` "entries": the leaves themselves. `width` below 256: the right edge of the tree as it was at that size. */
export interface Tile {
  readonly level: number | "entries";
  readonly index: number;
  readonly width: number;
}

/** "tile/0/x001/067" or "tile/0/x001/067.p/7"; digits in groups of three. */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, "0").match(/\d{3}/g) ?? ["000"];
  const path = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join("/");
  return `tile/${level}/${path}${width < TILE_WIDTH ? `.p/${width}` : ""}`;
}

/** A tile from the parts of its path behind "tile/"; null for everything that is not written exactly so. */
export function parseTilePath(parts: readonly string[]): Tile | null {
  const match = /^(entries|\d|[1-5]\d|6[0-3])((?:\/x\d{3}){0,4}\/\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(parts.join("/"));
  if (!match) return null;
  const [, level, digits, part] = match;
  const tile = {
    level: level === "entries" ? ("entries" as const) : Number(level),
    index: Number(digits?.replace(/[x/]/g, "")),
    width: part === undefined ? TILE_WIDTH : Number(part),
  };
  return tile.width <= TILE_WIDTH && tilePath(tile) === `tile/${parts.join("/")}` ? tile : null;
}

/** How many hashes tile `index` of a level has in a tree of `size` leaves (0 to 256). */
export function widthOf(level: number, index: number, size: number): number {
  const hashes = Math.floor(size / TILE_WIDTH ** level);
  return Math.max(0, Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH));
}

/** Reads the first `width` hashes of a tile. */
export type TileReader = (level: number, index: number, width: number) => Promise<readonly Bytes[]>;

/** Nodes of the tree of `size` leaves, each tile read once. */
export function nodesFromTiles(sha256: Sha256, size: number, readTile: TileReader): NodeReader {
  const held = new Map<string, Promise<readonly Bytes[]>>();
  return async (height, index) => {
    const level = Math.floor(height / TILE_HEIGHT);
    const span = 2 ** (height - level * TILE_HEIGHT);
    const from = index * span;
    const tile = Math.floor(from / TILE_WIDTH);
    const key = `${level}/${tile}`;
    const hashes = held.get(key) ?? readTile(level, tile, widthOf(level, tile, size));
    held.set(key, hashes);
    return foldHashes(sha256, (await hashes).slice(from % TILE_WIDTH, (from % TILE_WIDTH) + span), span);
  };
}

/** Root over `count` (a power of two) hashes side by side. Throws RangeError when there are fewer. */
export function foldHashes(sha256: Sha256, hashes: readonly Bytes[], count: number): Bytes {
  if (hashes.length !== count) throw new RangeError(`a tile lacks hashes: ${hashes.length} of ${count}`);
  let row = hashes;
  while (row.length > 1) {
    const above: Bytes[] = [];
    for (let i = 0; i < row.length; i += 2) above.push(nodeHash(sha256, row[i] as Bytes, row[i + 1] as Bytes));
    row = above;
  }
  return row[0] as Bytes;
}

/** The bytes of a tile as hashes. Throws RangeError when they are not `width` whole ones. */
export function splitTile(bytes: Bytes, width: number): Bytes[] {
  if (bytes.length !== width * HASH_BYTES) throw new RangeError(`a tile of ${bytes.length} bytes, not of ${width} hashes`);
  return Array.from({ length: width }, (_, i) => bytes.slice(i * HASH_BYTES, (i + 1) * HASH_BYTES));
}

/** An entry bundle: each leaf behind its length in two bytes, the high one first. */
export function joinEntries(entries: readonly Bytes[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(entries.reduce((sum, entry) => sum + 2 + entry.length, 0));
  let at = 0;
  for (const entry of entries) {
    if (entry.length > 0xffff) throw new RangeError("a leaf longer than 65,535 bytes");
    out.set([entry.length >> 8, entry.length & 0xff], at);
    out.set(entry, at + 2);
    at += 2 + entry.length;
  }
  return out;
}

/** Throws RangeError when the bytes are not exactly `width` entries. */
export function splitEntries(bytes: Bytes, width: number): Bytes[] {
  const entries: Bytes[] = [];
  let at = 0;
  while (at < bytes.length && entries.length <= width) {
    const length = ((bytes[at] as number) << 8) | (bytes[at + 1] ?? 0);
    if (at + 2 + length > bytes.length) throw new RangeError("a bundle that ends within an entry");
    entries.push(bytes.slice(at + 2, at + 2 + length));
    at += 2 + length;
  }
  if (entries.length !== width || at !== bytes.length) throw new RangeError(`a bundle of other than ${width} entries`);
  return entries;
}
