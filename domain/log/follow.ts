import { fromUtf8 } from "./encoding";
import { type Leaf, parseLeaf } from "./leaf";
import { type Bytes, consistencyProof, leafHash, rootHash, type Sha256, sameBytes, verifyConsistency } from "./merkle";
import { type Checkpoint, type LogKey, openCheckpoint, type VerifyEd25519 } from "./note";
import { foldHashes, nodesFromTiles, splitEntries, splitTile, TILE_WIDTH, tilePath, widthOf } from "./tiles";

/**
 * How far the time of a leaf may lie before that of an earlier one: transactions that ran side by side are logged in order of their numbers. More is
 * an event dated back. Milliseconds.
 */
export const TIME_TOLERANCE_MS = 10 * 60_000;

/** What a follower remembers of its last visit. */
export interface Visit {
  readonly size: number;
  readonly root: Bytes;
  /** The latest time any leaf had by then; "" for none. */
  readonly latest: string;
}

export type LogFault =
  | { readonly kind: "checkpoint" | "shrunk" | "rewritten" | "root" | "tile"; readonly where: string }
  /** A leaf that is none, is there twice, or is dated back. */
  | {
      readonly kind: "leaf" | "twice" | "back_dated";
      readonly index: number;
      readonly seq: number | null;
      readonly time: string;
    };

export interface Followed {
  readonly checkpoint: Checkpoint | null;
  readonly latest: string;
  /** Leaves looked at. */
  readonly read: number;
  /** False when checkpoint or past were so wrong that no leaf was looked at. */
  readonly complete: boolean;
  readonly faults: readonly LogFault[];
}

export interface FollowOptions {
  readonly sha256: Sha256;
  readonly verify: VerifyEd25519;
  readonly key: LogKey;
  /** Content of an address below the log ("checkpoint", "tile/0/000"); throws when it cannot be had. */
  readonly get: (path: string) => Promise<Bytes>;
  readonly visited: Visit | null;
  /** Looks at every leaf, not only at those that are new since the visit. */
  readonly all?: boolean;
  /** Is told the leaves in order, a bundle at a time. */
  readonly told?: (leaves: readonly { readonly index: number; readonly leaf: Leaf }[]) => Promise<void>;
}

/**
 * Follows the log as a stranger: the checkpoint is signed by the key; the tree of the last visit is the beginning of this one; every new leaf hashes
 * into its tile, every full tile into the one above, and all into the root. Throws what `get` throws, and RangeError for malformed tiles.
 */
export async function followLog(options: FollowOptions): Promise<Followed> {
  const { sha256, key, get, visited } = options;
  const checkpoint = openCheckpoint(sha256, options.verify, fromUtf8(await get("checkpoint")), key);
  const latest = visited?.latest ?? "";
  const stop = (kind: "checkpoint" | "shrunk" | "rewritten", where: string) => ({
    checkpoint,
    latest,
    read: 0,
    complete: false,
    faults: [{ kind, where }],
  });
  if (!checkpoint) return stop("checkpoint", key.name);
  const { size, root } = checkpoint;
  if (visited && size < visited.size) return stop("shrunk", `${visited.size} → ${size}`);

  const readTile = async (level: number, index: number, width: number) =>
    splitTile(await get(tilePath({ level, index, width })), width);
  const nodes = nodesFromTiles(sha256, size, readTile);
  if (visited) {
    const proof = await consistencyProof(sha256, visited.size, size, nodes);
    const given = { older: visited.size, olderRoot: visited.root, size, root, proof };
    if (!verifyConsistency(sha256, given)) return stop("rewritten", `${visited.size} → ${size}`);
  }
  const faults: LogFault[] = [];
  if (!sameBytes(await rootHash(sha256, size, nodes), root)) faults.push({ kind: "root", where: String(size) });
  const known = options.all ? 0 : (visited?.size ?? 0);
  faults.push(...(await checkTiles(sha256, known, size, readTile)));
  const read = await checkLeaves(options, known, size, readTile, options.all ? "" : latest);
  return {
    checkpoint,
    latest: read.latest,
    read: read.count,
    complete: true,
    faults: [...faults, ...read.faults],
  };
}

type ReadTile = (level: number, index: number, width: number) => Promise<Bytes[]>;

/** Every tile that became full since `known` leaves against its hash in the level above. */
async function checkTiles(sha256: Sha256, known: number, size: number, readTile: ReadTile): Promise<LogFault[]> {
  const faults: LogFault[] = [];
  for (let level = 1; widthOf(level, 0, size) > 0; level++) {
    let above: { index: number; hashes: Bytes[] } | undefined;
    const end = Math.floor(size / TILE_WIDTH ** level);
    for (let i = Math.floor(known / TILE_WIDTH ** level); i < end; i++) {
      const index = Math.floor(i / TILE_WIDTH);
      if (above?.index !== index) above = { index, hashes: await readTile(level, index, widthOf(level, index, size)) };
      const below = foldHashes(sha256, await readTile(level - 1, i, TILE_WIDTH), TILE_WIDTH);
      if (!sameBytes(below, above.hashes[i % TILE_WIDTH] as Bytes)) faults.push({ kind: "tile", where: `${level - 1}/${i}` });
    }
  }
  return faults;
}

/** The leaves from the tile of `known` on: each against its hash, in good order of time, and told. */
async function checkLeaves(
  { sha256, get, told }: FollowOptions,
  known: number,
  size: number,
  readTile: ReadTile,
  before: string,
): Promise<{ faults: LogFault[]; latest: string; count: number }> {
  const faults: LogFault[] = [];
  const seen = new Set<number>();
  let latest = before;
  let count = 0;
  for (let tile = Math.floor(known / TILE_WIDTH); tile * TILE_WIDTH < size; tile++) {
    const width = widthOf(0, tile, size);
    const entries = splitEntries(await get(tilePath({ level: "entries", index: tile, width })), width);
    const hashes = await readTile(0, tile, width);
    const leaves: { index: number; leaf: Leaf }[] = [];
    for (const [i, entry] of entries.entries()) {
      const index = tile * TILE_WIDTH + i;
      if (index < known) continue;
      count++;
      const leaf = parseLeaf(fromUtf8(entry));
      const fault = (kind: "leaf" | "twice" | "back_dated") =>
        faults.push({ kind, index, seq: leaf?.seq ?? null, time: leaf?.time ?? "" });
      if (!leaf || !sameBytes(leafHash(sha256, entry), hashes[i] as Bytes)) {
        fault("leaf");
        continue;
      }
      if (seen.has(leaf.seq)) fault("twice");
      seen.add(leaf.seq);
      if (latest !== "" && Date.parse(leaf.time) < Date.parse(latest) - TIME_TOLERANCE_MS) fault("back_dated");
      if (leaf.time > latest) latest = leaf.time;
      leaves.push({ index, leaf });
    }
    await told?.(leaves);
  }
  return { faults, latest, count };
}
