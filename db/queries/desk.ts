import { and, asc, desc, eq, isNotNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { companies, complaints, complaintTexts, users } from "@/db/schema";
import type { Day } from "@/domain/day";
import type { DeadlineGroup, DeskView, QueueFilter } from "@/domain/desk-queue";
import { foldName } from "@/platform/fold-name";

/** Days the groups of the queue are cut at: today, and the last of the next two working days. */
export interface QueueDays {
  readonly today: Day;
  readonly soon: Day;
}

/** Who looks, and what the queue is narrowed to. */
export interface QueueQuery extends QueueDays {
  readonly view: DeskView;
  readonly userId: string;
  readonly filter: QueueFilter;
}

const likeOf = (typed: string) => `%${typed.replace(/[\\%_]/g, "\\$&")}%`;

function inView({ view, userId, today }: QueueQuery): SQL | undefined {
  if (view === "all") return undefined;
  const owed = isNotNull(complaints.deskDue);
  if (view === "mine") return and(owed, eq(complaints.officerId, userId));
  if (view === "overdue") return and(lt(complaints.deskDue, today), eq(complaints.paused, false));
  return owed;
}

/** Reference, company as typed or registered, the person's own words. Words are searched in full until the index of words is there. */
function found(typed: string | undefined): SQL | undefined {
  const q = typed?.trim().slice(0, 100) ?? "";
  if (q === "") return undefined;
  if (/^[\d-]{4,}$/.test(q)) return sql`complaints.reference like ${likeOf(q)}`;
  const folded = foldName(q);
  return or(
    sql`complaints.company_name_typed ilike ${likeOf(q)}`,
    folded === ""
      ? undefined
      : sql`complaints.company_id in (select a.company_id from company_aliases a where a.folded like ${likeOf(folded)})`,
    sql`exists (select 1 from complaint_texts w where w.complaint_id = complaints.id and w.narrative ilike ${likeOf(q)})`,
  );
}

const bucketOf = ({ today, soon }: QueueDays): SQL<DeadlineGroup | null> => sql`case
  when complaints.desk_due is null then null when complaints.paused then 'paused' when complaints.desk_due < ${today} then 'overdue'
  when complaints.desk_due = ${today} then 'today' when complaints.desk_due <= ${soon} then 'soon' else 'later' end`;

const RECEIVED = sql`e.removed_at is null and e.status = 'received'`;

/** What each facet asks of a case; null where it is not used. */
function matches(query: QueueQuery): Record<keyof QueueFilter & string, SQL | null> {
  const { filter } = query;
  const idOrNone = (column: SQL, value: string | undefined) =>
    value === undefined ? null : value === "none" ? sql`${column} is null` : sql`${column} = ${value}::uuid`;
  const evidence =
    filter.evidence === "none"
      ? sql`not exists (select 1 from evidence_files e where e.complaint_id = complaints.id and ${RECEIVED})`
      : sql`exists (select 1 from evidence_files e where e.complaint_id = complaints.id and ${RECEIVED} and e.kind = ${filter.evidence})`;
  return {
    q: found(filter.q) ?? null,
    deadline: filter.deadline ? sql`${bucketOf(query)} = ${filter.deadline}` : null,
    wait: filter.wait ? sql`complaints.waiting_for = ${filter.wait}` : null,
    state: filter.state ? sql`complaints.state = ${filter.state}` : null,
    clause: filter.clause
      ? sql`exists (select 1 from allegations a where a.complaint_id = complaints.id and a.clause = ${filter.clause})`
      : null,
    evidence: filter.evidence ? evidence : null,
    officer: idOrNone(sql`complaints.officer_id`, filter.officer),
    company: idOrNone(sql`complaints.company_id`, filter.company),
  };
}

/** Where a page of the queue ended: the next begins after it. */
export type QueueCursor = { paused: boolean; due: Day; id: string } | { filedAt: string; id: string };

function after(cursor: QueueCursor | null): SQL | undefined {
  if (!cursor) return undefined;
  if ("due" in cursor)
    return sql`(complaints.paused, complaints.desk_due, complaints.id) > (${cursor.paused}, ${cursor.due}::date, ${cursor.id}::uuid)`;
  return sql`(complaints.filed_at, complaints.id) < (${cursor.filedAt}::timestamptz, ${cursor.id}::uuid)`;
}

/**
 * A page of the queue, ordered by what the authority owes: running clocks by their due day, then paused ones; the view of all cases by
 * filing, the newest first. One statement; each row carries what its line and its preview show. `limit` rows at most.
 */
export async function queuePage(tx: Tx, query: QueueQuery, cursor: QueueCursor | null, limit: number) {
  const asked = Object.values(matches(query)).filter((m) => m !== null);
  const order =
    query.view === "all"
      ? [desc(complaints.filedAt), desc(complaints.id)]
      : [asc(complaints.paused), asc(complaints.deskDue), asc(complaints.id)];
  return tx
    .select({
      id: complaints.id,
      reference: complaints.reference,
      state: complaints.state,
      filedAt: complaints.filedAt,
      filedAtExact: sql<string>`complaints.filed_at::text`,
      deskClock: complaints.deskClock,
      deskDue: complaints.deskDue,
      group: bucketOf(query),
      paused: complaints.paused,
      waitingFor: complaints.waitingFor,
      companyNameTyped: complaints.companyNameTyped,
      companyId: complaints.companyId,
      company: { name: companies.name, nameHant: companies.nameHant, nameEn: companies.nameEn },
      officerName: users.name,
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
      distinctHash: complaints.distinctHash,
      narrative: sql<string | null>`left(${complaintTexts.narrative}, 700)`,
      narrativeLength: sql<number>`coalesce(length(${complaintTexts.narrative}), 0)`,
      clauses: sql<string[]>`array(select a.clause from allegations a where a.complaint_id = complaints.id order by a.ord)`,
      evidence: sql<Record<string, number>>`(select coalesce(jsonb_object_agg(k, n), '{}'::jsonb) from (
        select coalesce(e.kind, 'text') as k, count(*)::int as n from evidence_files e
        where e.complaint_id = complaints.id and ${RECEIVED} group by 1) x)`,
      lastEventAt: sql<string>`(select ev.at::text from case_events ev where ev.complaint_id = complaints.id and ev.ord = complaints.event_count)`,
    })
    .from(complaints)
    .leftJoin(companies, eq(companies.id, complaints.companyId))
    .leftJoin(users, eq(users.id, complaints.officerId))
    .leftJoin(complaintTexts, eq(complaintTexts.complaintId, complaints.id))
    .where(and(inView(query), ...asked, after(cursor)))
    .orderBy(...order)
    .limit(limit);
}
export type QueueRow = Awaited<ReturnType<typeof queuePage>>[number];

export interface FacetCount extends Record<string, unknown> {
  readonly facet: "deadline" | "wait" | "state" | "clause" | "evidence" | "officer" | "company";
  /** null: none (unassigned, not in the register, no file). */
  readonly value: string | null;
  readonly n: number;
}

/**
 * How many cases of the view each value of each facet has, with every other facet applied: what one would get by choosing it. All facets
 * in one grouped statement over the cases of the view.
 */
export async function facetCounts(tx: Tx, query: QueueQuery): Promise<FacetCount[]> {
  const m = matches(query);
  const flag = (name: keyof typeof m) => m[name] ?? sql`true`;
  const but = (name: keyof typeof m) =>
    sql.join(
      (["deadline", "wait", "state", "clause", "evidence", "officer", "company"] as const)
        .filter((other) => other !== name && m[other] !== null)
        .map((other) => sql.raw(`b.m_${other}`)),
      sql` and `,
    );
  const where = (name: keyof typeof m) => {
    const others = but(name);
    return others.queryChunks.length === 0 ? sql`true` : others;
  };
  const plain = (name: "deadline" | "wait" | "state" | "officer" | "company", column: string) => sql`
    select ${name}::text as facet, ${sql.raw(`b.${column}`)}::text as value, count(*)::int as n from base b where ${where(name)} group by 2`;
  const rows = await tx.execute<FacetCount>(sql`
    with base as materialized (
      select complaints.id, complaints.state, complaints.waiting_for, complaints.officer_id, complaints.company_id,
        ${bucketOf(query)} as bucket,
        ${flag("deadline")} as m_deadline, ${flag("wait")} as m_wait, ${flag("state")} as m_state, ${flag("clause")} as m_clause,
        ${flag("evidence")} as m_evidence, ${flag("officer")} as m_officer, ${flag("company")} as m_company
      from complaints where ${and(inView(query), m.q ?? undefined) ?? sql`true`}
    )
    ${plain("deadline", "bucket")} union all ${plain("wait", "waiting_for")} union all ${plain("state", "state")}
    union all ${plain("officer", "officer_id")} union all ${plain("company", "company_id")}
    union all select 'clause', a.clause, count(distinct b.id)::int from base b join allegations a on a.complaint_id = b.id
      where ${where("clause")} group by 2
    union all select 'evidence', e.kind, count(distinct b.id)::int from base b
      left join evidence_files e on e.complaint_id = b.id and ${RECEIVED} where ${where("evidence")} group by 2`);
  return [...rows];
}

/** Numbers beside the views, in one pass. */
export async function viewCounts(tx: Tx, userId: string, today: Day) {
  const [row] = await tx.execute<Record<"mine" | "team" | "all" | "overdue" | "sign" | "checks" | "reviews", number>>(sql`
    select count(*) filter (where desk_due is not null and officer_id = ${userId}::uuid)::int as mine,
      count(desk_due)::int as team, count(*)::int as "all",
      count(*) filter (where desk_due < ${today} and not paused)::int as overdue,
      count(*) filter (where state = 'ruling_drafted')::int as sign,
      count(*) filter (where desk_clock = 'rectification_check')::int as checks,
      count(*) filter (where state = 'under_review')::int as reviews
    from complaints`);
  if (!row) throw new Error("counting gave no row");
  return row;
}

/** How many people complained about each of these companies since a moment; complainants are told apart by keyed hash. */
export async function recentComplainants(tx: Tx, companyIds: readonly string[], since: Date): Promise<Map<string, number>> {
  if (companyIds.length === 0) return new Map();
  const ids = sql.join(
    companyIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const rows = await tx.execute<{ id: string; n: number }>(sql`
    select company_id as id, count(distinct coalesce(distinct_hash, id::text))::int as n from complaints
    where company_id in (${ids}) and filed_at > ${since.toISOString()}::timestamptz group by 1`);
  return new Map(rows.map((r) => [r.id, r.n]));
}
