import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { edgeRange, type TileNode } from "@/domain/log/append";
import type { Leaf, LedgerRow } from "@/domain/log/leaf";
import type { Bytes } from "@/domain/log/merkle";

/** One sequencer at a time, whatever number of workers; any constant. */
const LOCK = 7_402_120;
/** An instant as the log writes it: UTC, microseconds. */
const written = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`);
const ledgerColumns = sql`e.seq::float8 as seq, e.complaint_id as "complaintId", e.ord, ${written("e.at")} as at, ${written("e.recorded_at")} as "recordedAt",
  e.type, e.actor_role as "actorRole", e.actor_id as "actorId", e.data, e.salt`;
type StoredRow = LedgerRow & Record<string, unknown>;

/** Makes the caller's transaction the one that appends; false when another one is at it. */
export async function lockLog(tx: Tx): Promise<boolean> {
  const [row] = await tx.execute<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(${LOCK}) as mine`);
  return row?.mine === true;
}

/** Numbers in one parameter: the planner sees how many there are and goes by the index, whatever it knows of the table. */
const listed = (seqs: readonly number[]) => sql`any(${`{${seqs.join(",")}}`}::bigint[])`;

/** The oldest numbers above `after` that wait for their leaf, in order. */
export async function pendingNumbers(tx: Tx, after: number, limit: number): Promise<number[]> {
  const rows = await tx.execute<{ seq: number }>(
    sql`select seq::float8 as seq from log_pending where seq > ${after} order by seq limit ${limit}`,
  );
  return rows.map((row) => row.seq);
}

/** Which of these numbers have their leaf already: rows that were taken out and put in again behind the portal's back wait a second time. */
export async function alreadyLogged(tx: Tx, seqs: readonly number[]): Promise<Set<number>> {
  const rows = await tx.execute<{ seq: number }>(sql`select seq::float8 as seq from log_leaves where seq = ${listed(seqs)}`);
  return new Set(rows.map((row) => row.seq));
}

/** How many events wait for their leaf. */
export async function pendingCount(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from log_pending`);
  return row?.n ?? 0;
}

export interface StoredCheckpoint {
  readonly size: number;
  readonly root: Bytes;
  /** When it was made; null for the empty log. */
  readonly at: Date | null;
}

/** The newest checkpoint; null while nothing was ever logged. */
export async function latestCheckpoint(tx: Tx): Promise<StoredCheckpoint | null> {
  const [row] = await tx.execute<{ size: number; root: Bytes; at: Date | string }>(
    sql`select size::float8 as size, root, at from log_checkpoints order by size desc limit 1`,
  );
  return row ? { size: row.size, root: row.root, at: new Date(row.at) } : null;
}

/** Hashes `from` to `to` (exclusive) of a tile level: leaf hashes at 0, roots of full tiles above. Fewer when there are fewer. */
export async function levelHashes(tx: Tx, level: number, from: number, to: number): Promise<Bytes[]> {
  if (to <= from) return [];
  const rows = await tx.execute<{ hash: Bytes }>(
    level === 0
      ? sql`select node as hash from log_leaves where idx >= ${from} and idx < ${to} order by idx`
      : sql`select hash from log_nodes where level = ${level} and idx >= ${from} and idx < ${to} order by idx`,
  );
  return rows.map((row) => row.hash);
}

/** The right edge of the tree of `size` leaves, level by level. */
export async function edgeOf(tx: Tx, size: number): Promise<Bytes[][]> {
  const levels: Bytes[][] = [];
  for (let level = 0; edgeRange(level, size).to > 0; level++) {
    const { from, to } = edgeRange(level, size);
    levels.push(await levelHashes(tx, level, from, to));
  }
  return levels;
}

const hexOf = (bytes: Bytes) => Buffer.from(bytes).toString("hex");

/** Writes new leaves from index `first` on, the roots of tiles that became full, and the checkpoint over all; takes the events off the waiting list. */
export async function writeLeaves(
  tx: Tx,
  first: number,
  leaves: readonly { readonly leaf: Leaf; readonly node: Bytes }[],
  nodes: readonly TileNode[],
  root: Bytes,
): Promise<void> {
  const rows = leaves.map(({ leaf, node }, i) => ({ i: first + i, s: leaf.seq, t: leaf.time, h: leaf.hash, n: hexOf(node) }));
  await tx.execute(sql`
    insert into log_leaves (idx, seq, time, hash, node) select i, s, t, decode(h, 'hex'), decode(n, 'hex')
    from json_to_recordset(${JSON.stringify(rows)}::json) as x(i bigint, s bigint, t timestamptz, h text, n text)`);
  await tx.execute(sql`delete from log_pending where seq = ${listed(leaves.map(({ leaf }) => leaf.seq))}`);
  if (nodes.length > 0) {
    const full = nodes.map((n) => ({ l: n.level, i: n.index, h: hexOf(n.hash) }));
    await tx.execute(sql`
      insert into log_nodes (level, idx, hash)
      select l, i, decode(h, 'hex') from json_to_recordset(${JSON.stringify(full)}::json) as x(l smallint, i bigint, h text)`);
  }
  await tx.execute(
    sql`insert into log_checkpoints (size, root, at) values (${first + leaves.length}, decode(${hexOf(root)}, 'hex'), portal_now())`,
  );
}

/** The public leaves `from` to `to` (exclusive) in order. */
export async function leavesBetween(tx: Tx, from: number, to: number): Promise<Leaf[]> {
  const rows = await tx.execute<{ seq: number; time: string; hash: Bytes }>(
    sql`select seq::float8 as seq, ${written("time")} as time, hash from log_leaves where idx >= ${from} and idx < ${to} order by idx`,
  );
  return rows.map((row) => ({ seq: row.seq, time: row.time, hash: hexOf(row.hash) }));
}

/** A case's events with their place in the log, null where they still wait; in the order they happened. */
export async function loggedEvents(tx: Tx, complaintId: string): Promise<(LedgerRow & { readonly index: number | null })[]> {
  return tx.execute<StoredRow & { index: number | null }>(sql`
    select ${ledgerColumns}, l.idx::float8 as index from case_events e left join log_leaves l on l.seq = e.seq
    where e.complaint_id = ${complaintId} order by e.ord`);
}

/** Events of the ledger by number, in order; those that are gone are missing. */
export async function ledgerRows(tx: Tx, seqs: readonly number[]): Promise<LedgerRow[]> {
  return tx.execute<StoredRow>(sql`select ${ledgerColumns} from case_events e where e.seq = ${listed(seqs)} order by e.seq`);
}

/** A number of the ledger and what became of it. */
export interface LedgerNumber {
  readonly seq: number;
  readonly recordedAt: string;
  /** Place of its leaf; null while it has none. */
  readonly index: number | null;
  readonly waiting: boolean;
}

/** The ledger by number, from above `after`: what is in it at all. */
export async function ledgerNumbers(tx: Tx, after: number, limit: number): Promise<LedgerNumber[]> {
  return tx.execute<LedgerNumber & Record<string, unknown>>(sql`
    select e.seq::float8 as seq, ${written("e.recorded_at")} as "recordedAt", l.idx::float8 as index, p.seq is not null as waiting
    from case_events e left join log_leaves l on l.seq = e.seq left join log_pending p on p.seq = e.seq
    where e.seq > ${after} order by e.seq limit ${limit}`);
}

/** Numbers on the waiting list whose event is gone. */
export async function pendingWithoutEvent(tx: Tx): Promise<number[]> {
  const rows = await tx.execute<{ seq: number }>(
    sql`select p.seq::float8 as seq from log_pending p where not exists (select 1 from case_events e where e.seq = p.seq) order by p.seq limit 1000`,
  );
  return rows.map((row) => row.seq);
}
