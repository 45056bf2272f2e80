import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { complaints, complaintTexts } from "@/db/schema";
import type { DeskCaseFacts } from "@/domain/desk/columns";

/** Facets of a case as the desk's memory takes them (domain/desk/columns); a merged company counts as the one it went into. */
const FACTS = sql`c.state, c.desk_due::text as "deskDue", c.desk_clock as "deskClock", c.paused, c.waiting_for as wait,
  c.officer_id::text as officer, k.id::text as company, k.sector, c.channel, c.priority_group as "group",
  extract(epoch from c.filed_at)::float8 * 1000000 as "filedAt", (hashtextextended(c.distinct_hash, 0) >> 11)::float8 as person,
  coalesce(a.clauses, '') as clauses, coalesce(e.evidence, '') as evidence`;
/** What the facets of the cases in `n` (queue_number) are read from; a pass over each table for many, by index for few. */
const FROM = sql`c as materialized (select c.* from n join complaints c on c.queue_number = n.queue_number),
  a as (select complaint_id, string_agg(clause, ',' order by ord) as clauses from allegations where complaint_id in (select id from c) group by 1),
  e as (select complaint_id, string_agg(kind || ':' || files, ',' order by kind) as evidence from (
    select complaint_id, coalesce(kind, 'text') as kind, count(*) as files from evidence_files
    where complaint_id in (select id from c) and removed_at is null and status = 'received' group by 1, 2) x group by 1)`;
const JOINED = sql`left join a on a.complaint_id = c.id left join e on e.complaint_id = c.id
  left join companies o on o.id = c.company_id left join companies k on k.id = coalesce(o.merged_into_id, o.id)`;

/** Transactions from here on may not have been seen by who asks now. */
export async function seenUntil(tx: Tx): Promise<string> {
  const [row] = await tx.execute<{ seen: string }>(sql`select (pg_snapshot_xmin(pg_current_snapshot())::text) as seen`);
  if (!row) throw new Error("no snapshot");
  return row.seen;
}

/** Facets of every case, by number, `limit` at a time. */
export async function caseFacts(tx: Tx, after: number, limit: number): Promise<DeskCaseFacts[]> {
  return tx.execute<DeskCaseFacts & Record<string, unknown>>(sql`
    with n as (select queue_number from complaints where queue_number > ${after} order by queue_number limit ${limit}), ${FROM}
    select c.queue_number as number, ${FACTS} from c ${JOINED} order by c.queue_number`);
}

/** Facets of these cases; one that is no more is missing. */
export async function factsOf(tx: Tx, numbers: readonly number[]): Promise<DeskCaseFacts[]> {
  if (numbers.length === 0) return [];
  return tx.execute<DeskCaseFacts & Record<string, unknown>>(sql`
    with n as (select unnest(${`{${numbers.join(",")}}`}::int[]) as queue_number), ${FROM}
    select c.queue_number as number, ${FACTS} from c ${JOINED}`);
}

export interface DeskNews extends Record<string, unknown> {
  /** Where to go on asking. */
  readonly seen: string;
  /** What was to be told is pruned away: begin anew. */
  readonly lost: boolean;
  readonly numbers: number[];
}

/** Which cases were changed by transactions from `since` on. */
export async function deskNews(tx: Tx, since: string): Promise<DeskNews> {
  const [row] = await tx.execute<DeskNews>(sql`
    select (pg_snapshot_xmin(pg_current_snapshot())::text) as seen, exists (select 1 from desk_change_marks where pruned > ${since}::bigint) as lost,
      array(select distinct queue_number from desk_changes where xid >= ${since}::bigint) as numbers`);
  if (!row) throw new Error("asking for changes gave no row");
  return row;
}

/** Takes away what every process has read long since; answers how many rows went. */
export async function pruneDeskChanges(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ n: string }>(sql`select prune_desk_changes() as n`);
  return Number(row?.n ?? 0);
}

/**
 * What the lines of these cases show, in any order; names of companies and people, clauses and kinds of file are known to the caller. One statement; `lastEventAt` of paused cases alone, whose due day moves on with each day.
 */
export async function queueRows(tx: Tx, numbers: readonly number[]) {
  if (numbers.length === 0) return [];
  return tx
    .select({
      number: complaints.queueNumber,
      id: complaints.id,
      reference: complaints.reference,
      state: complaints.state,
      filedAt: complaints.filedAt,
      deskClock: complaints.deskClock,
      deskDue: complaints.deskDue,
      paused: complaints.paused,
      waitingFor: complaints.waitingFor,
      companyNameTyped: complaints.companyNameTyped,
      companyId: complaints.companyId,
      officerId: complaints.officerId,
      situations: complaints.situations,
      humanRequests: complaints.humanRequests,
      waitSeconds: complaints.waitSeconds,
      reachedHuman: complaints.reachedHuman,
      menuDepth: complaints.menuDepth,
      loopback: complaints.loopback,
      sameReplyRepeated: complaints.sameReplyRepeated,
      promisedAction: complaints.promisedAction,
      promisedBy: complaints.promisedBy,
      priorityGroup: complaints.priorityGroup,
      // The first words, by which a line names a case nothing else names.
      narrative: sql<string | null>`left(${complaintTexts.narrative}, 80)`,
      lastEventAt: sql<string | null>`case when ${complaints.paused} then (select ev.at::text from case_events ev
        where ev.complaint_id = complaints.id and ev.ord = complaints.event_count) end`,
    })
    .from(complaints)
    .leftJoin(complaintTexts, eq(complaintTexts.complaintId, complaints.id))
    .where(sql`complaints.queue_number = any(${`{${numbers.join(",")}}`}::int[])`);
}
export type QueueRow = Awaited<ReturnType<typeof queueRows>>[number];

/** The person's own words as far as a preview shows them (700 characters), and how many there are; its number in the queue. */
export async function peekRow(tx: Tx, complaintId: string) {
  const [row] = await tx
    .select({
      number: complaints.queueNumber,
      narrative: sql<string | null>`left(${complaintTexts.narrative}, 700)`,
      narrativeLength: sql<number>`coalesce(length(${complaintTexts.narrative}), 0)`,
    })
    .from(complaints)
    .leftJoin(complaintTexts, eq(complaintTexts.complaintId, complaints.id))
    .where(eq(complaints.id, complaintId));
  if (!row) throw new Error("the case is gone");
  return row;
}

/** Numbers of the cases whose reference holds these digits. */
export async function numbersLike(tx: Tx, digits: string): Promise<number[]> {
  const rows = await tx.execute<{ n: number }>(
    sql`select queue_number as n from complaints where reference like ${`%${digits}%`}`,
  );
  return rows.map((r) => r.n);
}
