import { and, asc, eq, gte, inArray, lte, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import {
  allegations,
  caseEvents,
  companies,
  complaints,
  publishedFindings,
  publishedRulings,
  rectifications,
  statisticsCells,
  statisticsDirty,
  statisticsFacts,
} from "@/db/schema";
import type { PublishedClock } from "@/domain/publication/clocks";
import type { CountedCase, Fact, Measure, Scope } from "@/domain/statistics/facts";

/** One at a time folds, until its transaction ends. */
export async function lockStatistics(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(7402123)`);
}

/** Takes up to `limit` notes of changed cases; what is written meanwhile stays for the next turn. */
export async function takeDirty(tx: Tx, limit: number): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    delete from ${statisticsDirty} where seq in (select seq from ${statisticsDirty} order by seq limit ${limit}) returning complaint_id as id`);
  return [...new Set([...rows].map((r) => r.id))];
}

/** Forgets every count and notes every case, to be folded anew. */
export async function beginAnew(tx: Tx): Promise<void> {
  await tx.delete(statisticsCells);
  await tx.delete(statisticsFacts);
  await tx.delete(statisticsDirty);
  await tx.execute(sql`insert into ${statisticsDirty} (complaint_id) select id from ${complaints}`);
}

function grouped<T, V>(rows: readonly T[], key: (row: T) => string, value: (row: T) => V): Map<string, V[]> {
  const groups = new Map<string, V[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), value(row)]);
  return groups;
}

/** What the statistics count of each of these cases. */
export async function countedCases(tx: Tx, ids: readonly string[]): Promise<Map<string, CountedCase>> {
  if (ids.length === 0) return new Map();
  const all = [...ids];
  const rows = await tx.select().from(complaints).where(inArray(complaints.id, all));
  const register = await tx.execute<{ id: string; slug: string; sector: string }>(sql`
    select c.id, coalesce(i.slug, c.slug) as slug, coalesce(i.sector, c.sector) as sector
    from ${companies} c left join ${companies} i on i.id = c.merged_into_id
    where c.id in (select company_id from ${complaints} where ${inArray(complaints.id, all)})`);
  const companyOf = new Map([...register].map((c) => [c.id, { slug: c.slug, sector: c.sector }]));
  const alleged = grouped(
    await tx.select().from(allegations).where(inArray(allegations.complaintId, all)).orderBy(asc(allegations.ord)),
    (a) => a.complaintId,
    (a) => a.clause,
  );
  const declined = grouped(
    await tx
      .select({ id: caseEvents.complaintId, at: caseEvents.at })
      .from(caseEvents)
      .where(and(inArray(caseEvents.complaintId, all), inArray(caseEvents.type, ["declined", "terminated"])))
      .orderBy(asc(caseEvents.ord)),
    (e) => e.id,
    (e) => e.at,
  );
  const rulings = grouped(
    await tx
      .select()
      .from(publishedRulings)
      .where(inArray(publishedRulings.complaintId, all))
      .orderBy(asc(publishedRulings.version)),
    (r) => r.complaintId,
    (r) => r,
  );
  const rulingIds = [...rulings.values()].flat().map((r) => r.id);
  const findings = grouped(
    rulingIds.length === 0
      ? []
      : await tx
          .select()
          .from(publishedFindings)
          .where(inArray(publishedFindings.publishedRulingId, rulingIds))
          .orderBy(asc(publishedFindings.ord)),
    (f) => f.publishedRulingId,
    (f) => f,
  );
  const mended = grouped(
    await tx
      .select({ r: rectifications, clause: publishedFindings.clause })
      .from(rectifications)
      .innerJoin(publishedFindings, eq(publishedFindings.id, rectifications.findingId))
      .where(and(inArray(rectifications.complaintId, all), inArray(rectifications.state, ["accepted", "overdue"]))),
    (r) => r.r.complaintId,
    (r) => ({
      clause: r.clause,
      dueOn: r.r.dueOn,
      inTime: r.r.state === "accepted" && r.r.reportedOn !== null && r.r.reportedOn <= r.r.dueOn,
    }),
  );
  return new Map(
    rows.map((row): [string, CountedCase] => {
      const ruling = rulings.get(row.id)?.at(-1);
      const decision = (ruling?.clocks as PublishedClock[] | undefined)?.find((c) => c.clock === "decision");
      return [
        row.id,
        {
          filedAt: row.filedAt,
          acceptedAt: row.acceptedAt,
          deemed: row.deemed,
          declinedAt: row.state === "declined" ? (declined.get(row.id)?.at(-1) ?? null) : null,
          channel: row.channel,
          group: row.priorityGroup,
          waitSeconds: row.waitSeconds,
          company: row.companyId ? (companyOf.get(row.companyId) ?? null) : null,
          alleged: alleged.get(row.id) ?? [],
          ruling: ruling
            ? {
                signedOn: ruling.signedOn,
                late: decision !== undefined && ruling.signedOn > decision.due,
                outcome: ruling.outcome,
                annulled: ruling.annulledOn !== null,
                replyFailing: ruling.replyFailing,
                findings: (findings.get(ruling.id) ?? []).map((f) => ({
                  clause: f.clause,
                  upheld: f.outcome === "upheld" || f.outcome === "partly_upheld",
                })),
              }
            : null,
          rectifications: mended.get(row.id) ?? [],
        },
      ];
    }),
  );
}

export async function keptFacts(tx: Tx, ids: readonly string[]): Promise<Map<string, Fact[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(statisticsFacts)
    .where(inArray(statisticsFacts.complaintId, [...ids]));
  return new Map(rows.map((r) => [r.complaintId, r.facts as Fact[]]));
}

export async function putFacts(tx: Tx, facts: ReadonlyMap<string, readonly Fact[]>): Promise<void> {
  const rows = [...facts].map(([complaintId, list]) => ({ complaintId, facts: list }));
  if (rows.length === 0) return;
  await tx
    .insert(statisticsFacts)
    .values(rows)
    .onConflictDoUpdate({ target: statisticsFacts.complaintId, set: { facts: sql`excluded.facts` } });
}

/** Adds the differences to the cells; a cell that comes to nothing goes. */
export async function addToCells(tx: Tx, changes: ReadonlyMap<string, number>): Promise<void> {
  if (changes.size === 0) return;
  const rows = [...changes].sort().map(([cell, n]) => {
    const [scope, key, month, channel, grp, measure] = cell.split("\n") as [string, string, string, string, string, string];
    return { scope, key, month, channel, grp, measure, n };
  });
  for (let at = 0; at < rows.length; at += 2_000)
    await tx
      .insert(statisticsCells)
      .values(rows.slice(at, at + 2_000))
      .onConflictDoUpdate({
        target: [
          statisticsCells.scope,
          statisticsCells.key,
          statisticsCells.measure,
          statisticsCells.month,
          statisticsCells.channel,
          statisticsCells.grp,
        ],
        set: { n: sql`${statisticsCells.n} + excluded.n` },
      });
  await tx.delete(statisticsCells).where(eq(statisticsCells.n, 0));
}

export interface CellQuery {
  readonly measure: Measure;
  readonly by: "month" | "channel" | "group" | "sector" | "company" | "clause";
  /** Months, "2026-09", both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Only of this sector, company or clause; with `by` of another scope there is no such count. */
  readonly within?: { readonly scope: Scope; readonly key: string } | undefined;
  readonly channel?: string | undefined;
  readonly group?: string | undefined;
}

/** Counts of a measure from the roll-up, one a key, in the order of keys. */
export async function statistics(tx: Tx, query: CellQuery): Promise<{ key: string; n: number }[]> {
  const c = statisticsCells;
  const key = { month: c.month, channel: c.channel, group: c.grp, sector: c.key, company: c.key, clause: c.key }[query.by];
  const own = query.by === "sector" || query.by === "company" || query.by === "clause" ? query.by : null;
  const scope = own ?? query.within?.scope ?? "all";
  const n = sql<number>`sum(${c.n})::int`;
  return tx
    .select({ key: sql<string>`${key}`, n })
    .from(c)
    .where(
      and(
        eq(c.scope, scope),
        eq(c.measure, query.measure),
        query.within && query.within.scope === scope ? eq(c.key, query.within.key) : undefined,
        query.from ? gte(c.month, query.from) : undefined,
        query.to ? lte(c.month, query.to) : undefined,
        query.channel ? eq(c.channel, query.channel) : undefined,
        query.group ? eq(c.grp, query.group) : undefined,
      ),
    )
    .groupBy(key)
    .orderBy(asc(key));
}
