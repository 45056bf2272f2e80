import { and, asc, between, gt, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { authorityDays, authorityDuties, caseEvents } from "@/db/schema";
import type { AuthorityDuty, CountedDuty, DutyName, DutyResult } from "@/domain/authority-record";
import type { CaseEvent } from "@/domain/case-events";
import type { Day } from "@/domain/day";
import { readEvent } from "./cases";

/** Cases of which a duty has fallen due by `asOf` and is not counted yet, or whose ledger has grown since; after an id, in order. */
export async function uncountedCases(
  tx: Tx,
  asOf: Day,
  after: string | null,
  limit: number,
): Promise<{ id: string; eventCount: number }[]> {
  const rows = await tx.execute<{ id: string; n: number }>(sql`
    select c.id, c.event_count as n from complaints c left join authority_duties d on d.complaint_id = c.id
    where (d.event_count <> c.event_count or (d.complaint_id is null and c.acceptance_due <= ${asOf}::date))
      ${after ? sql`and c.id > ${after}::uuid` : sql``}
    order by c.id limit ${limit}`);
  return rows.map((row) => ({ id: row.id, eventCount: row.n }));
}

/** The ledgers of these cases, each in order. */
export async function ledgersOf(tx: Tx, ids: readonly string[]): Promise<Map<string, CaseEvent[]>> {
  const ledgers = new Map<string, CaseEvent[]>(ids.map((id) => [id, []]));
  const rows = await tx
    .select()
    .from(caseEvents)
    .where(inArray(caseEvents.complaintId, [...ids]))
    .orderBy(asc(caseEvents.complaintId), asc(caseEvents.ord));
  for (const row of rows) ledgers.get(row.complaintId)?.push(readEvent(row));
  return ledgers;
}

/** Puts what was counted of these cases in the place of what was, in rows and in sums alike. One writer at a time (job). */
export async function putDuties(
  tx: Tx,
  cases: readonly { id: string; eventCount: number; duties: readonly AuthorityDuty[] }[],
): Promise<void> {
  const before = await tx
    .select({ duties: authorityDuties.duties })
    .from(authorityDuties)
    .where(
      inArray(
        authorityDuties.complaintId,
        cases.map((one) => one.id),
      ),
    );
  const changes = [
    ...before.flatMap((row) => row.duties.map((duty) => ({ ...duty, n: -1 }))),
    ...cases.flatMap((one) => one.duties.map((duty) => ({ ...duty, n: 1 }))),
  ];
  await tx.execute(sql`
    insert into authority_duties (complaint_id, event_count, duties)
    select id, "eventCount", duties from jsonb_to_recordset(${JSON.stringify(cases)}::text::jsonb) as r(id uuid, "eventCount" int, duties jsonb)
    on conflict (complaint_id) do update set event_count = excluded.event_count, duties = excluded.duties`);
  await tx.execute(sql`
    insert into authority_days (due_on, clock, result, net_days, gross_days, extended, paused, n)
    select "dueOn", clock, result, coalesce("netDays", -1), coalesce("grossDays", -1), extended, paused, sum(n)
    from jsonb_to_recordset(${JSON.stringify(changes)}::text::jsonb)
      as r("dueOn" date, clock text, result text, "netDays" int, "grossDays" int, extended boolean, paused boolean, n int)
    group by 1, 2, 3, 4, 5, 6, 7 having sum(n) <> 0 order by 1, 2, 3, 4, 5, 6, 7
    on conflict (due_on, clock, result, net_days, gross_days, extended, paused) do update set n = authority_days.n + excluded.n`);
}

/** What fell due from `from` to `to` (both included), summed. */
export async function countedDuties(tx: Tx, from: Day, to: Day): Promise<CountedDuty[]> {
  const rows = await tx
    .select()
    .from(authorityDays)
    .where(and(between(authorityDays.dueOn, from, to), gt(authorityDays.n, 0)));
  return rows.map(({ netDays, grossDays, ...row }) => ({
    ...row,
    clock: row.clock as DutyName,
    result: row.result as DutyResult,
    netDays: netDays < 0 ? null : netDays,
    grossDays: grossDays < 0 ? null : grossDays,
  }));
}
