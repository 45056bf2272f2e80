import { type Bytes, rootHash, type Sha256 } from "./merkle";
import { foldHashes, nodesFromTiles, TILE_WIDTH } from "./tiles";

/** The right edge of a tree: by level, the hashes of its last tile that is not yet full. All that appending needs; at most 255 a level. */
export interface Edge {
  readonly size: number;
  readonly levels: readonly (readonly Bytes[])[];
}

/** A hash of level ≥ 1: root of the full tile `index` of the level below. */
export interface TileNode {
  readonly level: number;
  readonly index: number;
  readonly hash: Bytes;
}

export const EMPTY_EDGE: Edge = { size: 0, levels: [] };

/** Which hashes of a level stand on the edge of a tree: [from, to). Empty above the top. */
export function edgeRange(level: number, size: number): { from: number; to: number } {
  const to = Math.floor(size / TILE_WIDTH ** level);
  return { from: to - (to % TILE_WIDTH), to };
}

/** Appends leaf hashes: the new edge and the roots of the tiles that became full. Work: the leaves, and one step in 256 a level above. */
export function appendLeaves(sha256: Sha256, edge: Edge, leaves: readonly Bytes[]): { edge: Edge; nodes: TileNode[] } {
  const nodes: TileNode[] = [];
  const levels: (readonly Bytes[])[] = [];
  let coming = leaves;
  for (let level = 0; coming.length > 0 || level < edge.levels.length; level++) {
    const row = [...(edge.levels[level] ?? []), ...coming];
    let tile = edgeRange(level, edge.size).from / TILE_WIDTH;
    const full: Bytes[] = [];
    let at = 0;
    for (; at + TILE_WIDTH <= row.length; at += TILE_WIDTH, tile++) {
      const hash = foldHashes(sha256, row.slice(at, at + TILE_WIDTH), TILE_WIDTH);
      nodes.push({ level: level + 1, index: tile, hash });
      full.push(hash);
    }
    levels.push(row.slice(at));
    coming = full;
  }
  return { edge: { size: edge.size + leaves.length, levels }, nodes };
}

/** Root of the tree with that edge. */
export function edgeRoot(sha256: Sha256, edge: Edge): Promise<Bytes> {
  const read = nodesFromTiles(sha256, edge.size, async (level) => edge.levels[level] ?? []);
  return rootHash(sha256, edge.size, read);
}
