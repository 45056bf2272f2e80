import { randomBytes, randomInt } from "node:crypto";
import { and, asc, getTableColumns, inArray, isNotNull, lt, lte, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { caseEvents, complaints, type mails, type services } from "@/db/schema";
import type { CaseEvent } from "@/domain/case-events";
import type { CaseProjection } from "@/domain/case-projection";
import type { Day } from "@/domain/day";
import { type ComplaintRow, readEvent } from "./cases";

export type MassLetter = typeof mails.$inferInsert;
export type MassService = typeof services.$inferInsert;

/** A clock ran out before `today`, or a reminder has come up. */
const dueBefore = (today: Day) =>
  or(
    and(isNotNull(complaints.nextDue), lt(complaints.nextDue, today)),
    and(isNotNull(complaints.remindOn), lte(complaints.remindOn, today)),
  );

/** Cases in which something is to be enforced or reminded of, what ran out first at the front; deadlines before reminders. */
export async function dueCaseIds(tx: Tx, today: Day, limit: number): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select id from (
      select id, next_due as d, 0 as k from complaints where next_due is not null and next_due < ${today}::date
      union all
      select id, remind_on as d, 1 as k from complaints where remind_on is not null and remind_on <= ${today}::date
        and (next_due is null or next_due >= ${today}::date)
    ) due order by k, d, id limit ${limit}`);
  return rows.map((r) => r.id);
}

/** True while a clock that ran out before `day` has not been enforced. */
export async function anyDueBefore(tx: Tx, day: Day): Promise<boolean> {
  const rows = await tx.execute(sql`select 1 from complaints where next_due is not null and next_due < ${day}::date limit 1`);
  return rows.length > 0;
}

/** Those of the cases that are still due and that no other worker holds, locked, with their ledgers, in the order given. */
export async function lockDue(tx: Tx, ids: readonly string[], today: Day): Promise<{ row: ComplaintRow; events: CaseEvent[] }[]> {
  const rows = await tx
    .select()
    .from(complaints)
    .where(and(inArray(complaints.id, [...ids]), dueBefore(today)))
    .for("update", { skipLocked: true });
  if (rows.length === 0) return [];
  const found = await tx
    .select()
    .from(caseEvents)
    .where(
      inArray(
        caseEvents.complaintId,
        rows.map((r) => r.id),
      ),
    )
    .orderBy(asc(caseEvents.complaintId), asc(caseEvents.ord));
  const ledgers = new Map<string, typeof found>(rows.map((r) => [r.id, []]));
  for (const event of found) ledgers.get(event.complaintId)?.push(event);
  const place = new Map(ids.map((id, i) => [id, i]));
  return rows
    .sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
    .map((row) => ({ row, events: (ledgers.get(row.id) ?? []).map(readEvent) }));
}

const asJson = (rows: readonly object[]) => sql`${JSON.stringify(rows)}::text::jsonb`;

export async function writeEvents(tx: Tx, events: readonly { id: string; ord: number; event: CaseEvent }[]): Promise<void> {
  if (events.length === 0) return;
  const salts = randomBytes(16 * events.length);
  const rows = events.map(({ id, ord, event }, i) => ({
    id,
    ord,
    at: event.at,
    type: event.type,
    role: event.actor.role,
    by: event.actor.userId ?? null,
    data: event.data,
    salt: salts.toString("hex", 16 * i, 16 * i + 16),
  }));
  await tx.execute(sql`
    insert into case_events (complaint_id, ord, at, type, actor_role, actor_id, data, salt)
    select id, ord, at, type, role, by, data, decode(salt, 'hex') from jsonb_to_recordset(${asJson(rows)})
      as r(id uuid, ord int, at timestamptz, type text, role text, by uuid, data jsonb, salt text)`);
}

/** Brings the rows along; `overdue`: those that get a number on the overdue register unless they have one. */
export async function writeProjections(
  tx: Tx,
  rows: readonly { id: string; projection: CaseProjection }[],
  overdue: ReadonlySet<string>,
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = getTableColumns(complaints);
  const keys = Object.keys(first.projection) as (keyof CaseProjection)[];
  const column = (key: keyof CaseProjection) => sql.identifier(columns[key].name);
  const list = sql.join(
    keys.map((key) => sql`${column(key)} = r.${column(key)}`),
    sql`, `,
  );
  const types = sql.join(
    keys.map((key) => sql`${column(key)} ${sql.raw(columns[key].getSQLType())}`),
    sql`, `,
  );
  const numbers = await freeNumbers(tx, overdue.size);
  const json = rows.map(({ id, projection }) => ({
    id,
    number: overdue.has(id) ? numbers.pop() : null,
    ...Object.fromEntries(keys.map((key) => [columns[key].name, projection[key]])),
  }));
  await tx.execute(sql`
    update complaints c set ${list}, overdue_number = coalesce(c.overdue_number, r.number)
    from jsonb_to_recordset(${asJson(json)}) as r(id uuid, number text, ${types}) where c.id = r.id`);
}

/** Numbers of the overdue register that nobody has: drawn, so that nothing can be told from them (RULES §5). */
export async function freeNumbers(tx: Tx, count: number): Promise<string[]> {
  const found = new Set<string>();
  while (found.size < count) {
    while (found.size < count) found.add(`Y${randomInt(1_000_000, 10_000_000)}${String(randomInt(1_000)).padStart(3, "0")}`);
    const taken = await tx.execute<{ n: string }>(
      sql`select overdue_number as n from complaints where overdue_number in (select jsonb_array_elements_text(${asJson([...found] as unknown as object[])}))`,
    );
    for (const { n } of taken) found.delete(n);
  }
  return [...found];
}

export async function writeServices(tx: Tx, rows: readonly MassService[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into services (complaint_id, company_id, method, token_hash, served_at)
    select "complaintId", "companyId", method, "tokenHash", "servedAt" from jsonb_to_recordset(${asJson(rows)})
      as r("complaintId" uuid, "companyId" uuid, method text, "tokenHash" text, "servedAt" timestamptz)`);
}

/** Puts letters into the outbox; answers their ids and channels. */
export async function writeLetters(tx: Tx, rows: readonly MassLetter[]): Promise<{ id: string; channel: string }[]> {
  if (rows.length === 0) return [];
  const written = await tx.execute<{ id: string; channel: string }>(sql`
    insert into mails (complaint_id, user_id, audience, channel, to_address, locale, template, params, subject, body)
    select "complaintId", "userId", audience, channel, "to", locale, template, params, subject, body
    from jsonb_to_recordset(${asJson(rows)})
      as r("complaintId" uuid, "userId" uuid, audience text, channel text, "to" text, locale text, template text, params jsonb, subject text, body text)
    returning id, channel`);
  return [...written];
}
