import { and, asc, desc, eq, getTableColumns, inArray, lt, lte, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import {
  allegations,
  companies,
  complaints,
  specialCheckCases,
  specialCheckEvents,
  specialCheckNotes,
  specialChecks,
  specialCheckWeeks,
  users,
} from "@/db/schema";
import type { Actor } from "@/domain/actors";
import { addDays, type Day, type Instant, startOfDay } from "@/domain/day";
import { CHECKED_CLAUSES, type CheckEvent, CLAUSE_LEAST, type CountedComplaint, MEAN_WEEKS } from "@/domain/special-check";

export type SpecialCheckRow = typeof specialChecks.$inferSelect;

/** Special checks are opened one at a time, until the transaction ends: their numbers have no gaps, and each is opened once. */
export async function lockSpecialChecks(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(7402126)`);
}

/** Distinct verified complainants of a company and week (Monday), all together (`clause` null) or on one clause. */
export interface WeekCount {
  readonly companyId: string;
  readonly week: Day;
  readonly clause: string | null;
  readonly complainants: number;
}

/**
 * Counts of the weeks from `from` (a Monday) on, with those of the 12 weeks before for the mean; of a clause only weeks that reach its number.
 * Merged companies count as the one they went into; declined complaints do not count.
 */
export async function weekCounts(tx: Tx, from: Day, now: Instant): Promise<WeekCount[]> {
  const since = startOfDay(addDays(from, -7 * MEAN_WEEKS)).toISOString();
  const rows = await tx.execute<{ company: string; week: Day; clause: string | null; n: number }>(sql`
    with filed as materialized (
      select c.id, coalesce(co.merged_into_id, co.id) as company, c.distinct_hash as hash,
        date_trunc('week', c.filed_at at time zone 'Asia/Shanghai')::date as week
      from complaints c join companies co on co.id = c.company_id
      where c.filed_at >= ${since}::timestamptz and c.filed_at <= ${now.toISOString()}::timestamptz
        and c.contact_verified and c.distinct_hash is not null and c.state <> 'declined'
    )
    select company, week::text as week, null as clause, count(distinct hash)::int as n from filed group by company, week
    union all
    select f.company, f.week::text, a.clause, count(distinct f.hash)::int
    from filed f join allegations a on a.complaint_id = f.id
    where f.week >= ${from}::date and a.clause in ${[...CHECKED_CLAUSES]}
    group by f.company, f.week, a.clause having count(distinct f.hash) >= ${CLAUSE_LEAST}`);
  return rows.map((row) => ({ companyId: row.company, week: row.week, clause: row.clause, complainants: row.n }));
}

const familyOf = (companyId: string) =>
  sql`(select co.id from companies co where co.id = ${companyId}::uuid or co.merged_into_id = ${companyId}::uuid)`;

/** The complaints of a company's week up to now, declined ones left out, with what of them counts. */
export async function complaintsOfWeek(tx: Tx, companyId: string, week: Day, now: Instant): Promise<CountedComplaint[]> {
  const rows = await tx.execute<{ id: string; hash: string | null; verified: boolean; clauses: string[] }>(sql`
    select c.id, c.distinct_hash as hash, c.contact_verified as verified,
      array(select distinct a.clause from allegations a where a.complaint_id = c.id) as clauses
    from complaints c
    where c.company_id in ${familyOf(companyId)} and c.state <> 'declined' and c.filed_at <= ${now.toISOString()}::timestamptz
      and c.filed_at >= ${startOfDay(week).toISOString()}::timestamptz and c.filed_at < ${startOfDay(addDays(week, 7)).toISOString()}::timestamptz`);
  return rows.map((row) => ({ id: row.id, complainant: row.hash, verified: row.verified, clauses: row.clauses }));
}

/** Weeks that have opened a check, or were added to one, from `from` on. */
export async function knownWeeks(tx: Tx, from: Day) {
  const opened = await tx
    .select({
      companyId: sql<string>`coalesce(${companies.mergedIntoId}, ${companies.id})`,
      clause: specialChecks.clause,
      week: specialChecks.week,
    })
    .from(specialChecks)
    .innerJoin(companies, eq(companies.id, specialChecks.companyId))
    .where(sql`${specialChecks.week} >= ${from}`);
  const added = await tx
    .select({
      companyId: sql<string>`coalesce(${companies.mergedIntoId}, ${companies.id})`,
      clause: specialChecks.clause,
      week: specialCheckWeeks.week,
    })
    .from(specialCheckWeeks)
    .innerJoin(specialChecks, eq(specialChecks.id, specialCheckWeeks.checkId))
    .innerJoin(companies, eq(companies.id, specialChecks.companyId))
    .where(sql`${specialCheckWeeks.week} >= ${from}`);
  return [...opened, ...added];
}

/** The check of a company on a clause (null: on its inflow) that is not concluded. */
export async function openCheckOf(tx: Tx, companyId: string, clause: string | null): Promise<SpecialCheckRow | null> {
  const [row] = await tx
    .select(getTableColumns(specialChecks))
    .from(specialChecks)
    .where(
      and(
        sql`${specialChecks.companyId} in ${familyOf(companyId)}`,
        sql`${specialChecks.clause} is not distinct from ${clause}`,
        ne(specialChecks.state, "concluded"),
      ),
    )
    .orderBy(asc(specialChecks.openedAt))
    .limit(1);
  return row ?? null;
}

/** How many checks carry a number of this year. */
export async function checksNumbered(tx: Tx, year: string): Promise<number> {
  const [row] = await tx
    .select({ n: sql<number>`count(*)::int` })
    .from(specialChecks)
    .where(sql`${specialChecks.number} like ${`ZX-${year}-%`}`);
  return row?.n ?? 0;
}

/** Writes a check down, once a company, week and measure; null when another did. */
export async function insertCheck(tx: Tx, check: typeof specialChecks.$inferInsert): Promise<SpecialCheckRow | null> {
  const [row] = await tx.insert(specialChecks).values(check).onConflictDoNothing().returning();
  return row ?? null;
}

export async function insertCheckWeek(tx: Tx, week: typeof specialCheckWeeks.$inferInsert): Promise<void> {
  await tx.insert(specialCheckWeeks).values(week).onConflictDoNothing();
}

/** Puts the complaints that opened a check into it. */
export async function insertOpeningCases(tx: Tx, checkId: string, complaintIds: readonly string[]): Promise<void> {
  if (complaintIds.length === 0) return;
  await tx
    .insert(specialCheckCases)
    .values(complaintIds.map((complaintId) => ({ checkId, complaintId, opened: true })))
    .onConflictDoNothing();
}

/**
 * Gathers into every check that is not concluded what its company's complaints since the check's week have on its clause (by inflow: all of
 * them), verified or not; declined ones stay out. Answers how many came in.
 */
export async function gatherCases(tx: Tx, now: Instant): Promise<number> {
  const rows = await tx.execute(sql`
    insert into special_check_cases (check_id, complaint_id, opened)
    select s.id, c.id, false
    from special_checks s
    join companies own on own.id = s.company_id
    join companies co on coalesce(co.merged_into_id, co.id) = coalesce(own.merged_into_id, own.id)
    join complaints c on c.company_id = co.id and c.filed_at >= (s.week::timestamp at time zone 'Asia/Shanghai')
      and c.filed_at <= ${now.toISOString()}::timestamptz and c.state <> 'declined'
    where s.state <> 'concluded'
      and (s.clause is null or exists (select 1 from allegations a where a.complaint_id = c.id and a.clause = s.clause))
    on conflict do nothing returning complaint_id`);
  return rows.length;
}

/** Takes a complaint out of checks of other companies that are not concluded; answers which. A concluded one keeps what it was concluded on. */
export async function releaseCase(tx: Tx, complaintId: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    delete from special_check_cases k using special_checks s, companies own, complaints c, companies co
    where k.complaint_id = ${complaintId} and s.id = k.check_id and s.state <> 'concluded' and own.id = s.company_id
      and c.id = k.complaint_id and co.id = c.company_id and coalesce(co.merged_into_id, co.id) <> coalesce(own.merged_into_id, own.id)
    returning k.check_id as id`);
  return rows.map((row) => row.id);
}

export async function appendCheckEvent(tx: Tx, checkId: string, type: CheckEvent, actor: Actor, at: Instant): Promise<void> {
  await tx.insert(specialCheckEvents).values({ checkId, type, actorRole: actor.role, actorId: actor.userId ?? null, at });
}

export async function insertCheckNote(tx: Tx, note: typeof specialCheckNotes.$inferInsert): Promise<void> {
  await tx.insert(specialCheckNotes).values(note);
}

/** A check by its number, held by this transaction. */
export async function lockCheck(tx: Tx, number: string): Promise<SpecialCheckRow | null> {
  const [row] = await tx.select().from(specialChecks).where(eq(specialChecks.number, number)).for("update");
  return row ?? null;
}

export async function updateCheck(tx: Tx, id: string, values: Partial<typeof specialChecks.$inferInsert>): Promise<void> {
  await tx.update(specialChecks).set(values).where(eq(specialChecks.id, id));
}

/** Rows of the desk's list at most. */
const LIST = 300;

/** Checks for the desk: what is not concluded first, the newest on top. */
export async function deskChecks(tx: Tx) {
  return tx
    .select({
      check: getTableColumns(specialChecks),
      company: { name: companies.name, nameHant: companies.nameHant, nameEn: companies.nameEn },
      cases: sql<number>`(select count(*)::int from special_check_cases k where k.check_id = ${specialChecks.id})`,
      drafter: sql<string | null>`coalesce(${users.name}, ${users.email})`,
    })
    .from(specialChecks)
    .innerJoin(companies, eq(companies.id, specialChecks.companyId))
    .leftJoin(users, eq(users.id, specialChecks.draftedBy))
    .orderBy(asc(sql`${specialChecks.state} = 'concluded'`), desc(specialChecks.openedAt), desc(specialChecks.number))
    .limit(LIST);
}

/** How many checks wait for the desk. */
export async function openCheckCount(tx: Tx): Promise<number> {
  return tx.$count(specialChecks, ne(specialChecks.state, "concluded"));
}

/** A check with its company, for the desk; null for an unknown number. */
export async function deskCheck(tx: Tx, number: string) {
  const [row] = await tx
    .select({ check: getTableColumns(specialChecks), company: getTableColumns(companies) })
    .from(specialChecks)
    .innerJoin(companies, eq(companies.id, specialChecks.companyId))
    .where(eq(specialChecks.number, number));
  if (!row) return null;
  const id = row.check.id;
  const [weeks, notes, events] = [
    await tx.select().from(specialCheckWeeks).where(eq(specialCheckWeeks.checkId, id)).orderBy(asc(specialCheckWeeks.week)),
    await tx
      .select({ id: specialCheckNotes.id, body: specialCheckNotes.body, at: specialCheckNotes.at, by: specialCheckNotes.by })
      .from(specialCheckNotes)
      .where(eq(specialCheckNotes.checkId, id))
      .orderBy(desc(specialCheckNotes.at)),
    await tx
      .select()
      .from(specialCheckEvents)
      .where(eq(specialCheckEvents.checkId, id))
      .orderBy(asc(specialCheckEvents.at), asc(specialCheckEvents.id)),
  ];
  return { ...row, weeks, notes, events };
}

export type DeskCheck = NonNullable<Awaited<ReturnType<typeof deskCheck>>>;

/** The cases a check gathered, in order of filing, as the desk reads them. */
export async function casesOfCheck(tx: Tx, checkId: string, until: Instant) {
  return tx
    .select({
      reference: complaints.reference,
      state: complaints.state,
      filedAt: complaints.filedAt,
      opened: specialCheckCases.opened,
      verified: complaints.contactVerified,
      clauses: sql<
        string[]
      >`array(select distinct a.clause from ${allegations} a where a.complaint_id = ${complaints.id} order by a.clause)`,
      outcome: sql<
        string | null
      >`(select p.outcome from published_rulings p where p.complaint_id = ${complaints.id} and p.annulled_on is null limit 1)`,
    })
    .from(specialCheckCases)
    .innerJoin(complaints, eq(complaints.id, specialCheckCases.complaintId))
    .where(and(eq(specialCheckCases.checkId, checkId), lte(complaints.filedAt, until)))
    .orderBy(desc(specialCheckCases.opened), asc(complaints.filedAt));
}

/** A company's own checks, merged ones among them, the newest first; no case. */
export async function checksForCompany(tx: Tx, family: readonly string[]) {
  return tx
    .select()
    .from(specialChecks)
    .where(inArray(specialChecks.companyId, [...family]))
    .orderBy(desc(specialChecks.openedAt));
}

/** Checks opened before a moment, for the report. */
export async function checksOpenedBefore(tx: Tx, until: Instant): Promise<SpecialCheckRow[]> {
  return tx.select().from(specialChecks).where(lt(specialChecks.openedAt, until)).orderBy(asc(specialChecks.number));
}
