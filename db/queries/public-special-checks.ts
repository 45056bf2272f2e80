import { and, asc, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { companies, specialChecks, specialCheckWeeks } from "@/db/schema";
import type { Day, Instant } from "@/domain/day";
import type { CheckResult, CheckTrigger } from "@/domain/special-check";

/** What the public reads of special checks: which company, which measure, figures, and the conclusion once it is signed; no person, no case. */
export interface PublicCheck {
  readonly id: string;
  readonly number: string;
  readonly company: { readonly slug: string; readonly name: string; readonly nameHant: string; readonly nameEn: string };
  /** Monday. */
  readonly week: Day;
  readonly trigger: CheckTrigger;
  readonly clause: string | null;
  readonly complainants: number;
  readonly threshold: number;
  readonly mean: number | null;
  readonly openedAt: Instant;
  readonly concludedAt: Instant | null;
  /** These three are null until the signature. */
  readonly result: CheckResult | null;
  readonly conclusion: string | null;
  readonly statement: string | null;
}

// The company of today: a merged one stands under the one it went into.
export const currentCompany = sql`${companies.id} = coalesce((select m.merged_into_id from companies m where m.id = ${specialChecks.companyId}), ${specialChecks.companyId})`;

export const CHECK_COLUMNS = {
  id: specialChecks.id,
  number: specialChecks.number,
  company: { slug: companies.slug, name: companies.name, nameHant: companies.nameHant, nameEn: companies.nameEn },
  week: specialChecks.week,
  trigger: sql<CheckTrigger>`${specialChecks.trigger}`,
  clause: specialChecks.clause,
  complainants: specialChecks.complainants,
  threshold: specialChecks.threshold,
  mean: specialChecks.mean,
  openedAt: specialChecks.openedAt,
  concludedAt: specialChecks.concludedAt,
  result: sql<CheckResult | null>`case when ${specialChecks.concludedAt} is not null then ${specialChecks.result} end`,
  conclusion: specialChecks.publicConclusion,
  statement: specialChecks.publicStatement,
};

/** Published checks, the newest first; of one company (with those merged into it) where `family` is given. `total` is exact. */
export async function publicChecks(
  tx: Tx,
  page: { limit: number; offset: number },
  family?: readonly string[],
): Promise<{ checks: PublicCheck[]; total: number }> {
  const where = family ? inArray(specialChecks.companyId, [...family]) : undefined;
  const checks = await tx
    .select(CHECK_COLUMNS)
    .from(specialChecks)
    .innerJoin(companies, currentCompany)
    .where(where)
    .orderBy(desc(specialChecks.openedAt), desc(specialChecks.number))
    .limit(page.limit)
    .offset(page.offset);
  return { checks, total: await tx.$count(specialChecks, where) };
}

/** Checks somebody may be after, the newest first: by the beginning of a number, or by companies, a clause, words of a signed conclusion. */
export async function findChecks(
  tx: Tx,
  asked: { number: string } | { companyIds: readonly string[]; clause: string | null; words: string },
  limit: number,
): Promise<PublicCheck[]> {
  const like = (text: string) => text.replace(/[\\%_]/g, "\\$&");
  const where =
    "number" in asked
      ? sql`${specialChecks.number} like ${`${like(asked.number.toUpperCase())}%`}`
      : or(
          asked.companyIds.length > 0 ? inArray(companies.id, [...asked.companyIds]) : undefined,
          asked.clause ? eq(specialChecks.clause, asked.clause) : undefined,
          asked.words.length > 1 ? sql`${specialChecks.publicConclusion} ilike ${`%${like(asked.words)}%`}` : undefined,
        );
  if (!where) return [];
  return tx
    .select(CHECK_COLUMNS)
    .from(specialChecks)
    .innerJoin(companies, currentCompany)
    .where(where)
    .orderBy(desc(specialChecks.openedAt), desc(specialChecks.number))
    .limit(limit);
}

/** Further weeks of checks, in order, and how what each gathered ended so far; of any number of them at once. */
export async function checkParts(tx: Tx, ids: readonly string[]) {
  const [weeks, cases] =
    ids.length === 0
      ? [[], []]
      : [
          await tx
            .select({
              checkId: specialCheckWeeks.checkId,
              week: specialCheckWeeks.week,
              complainants: specialCheckWeeks.complainants,
              threshold: specialCheckWeeks.threshold,
              mean: specialCheckWeeks.mean,
            })
            .from(specialCheckWeeks)
            .where(inArray(specialCheckWeeks.checkId, [...ids]))
            .orderBy(asc(specialCheckWeeks.week)),
          await tx.execute<{ id: string; gathered: number; ruled: number; upheld: number }>(sql`
            select k.check_id as id, count(*)::int as gathered, count(p.id)::int as ruled,
              (count(p.id) filter (where p.outcome in ('upheld', 'partly_upheld')))::int as upheld
            from special_check_cases k left join published_rulings p on p.complaint_id = k.complaint_id and p.annulled_on is null
            where k.check_id in ${[...ids]} group by k.check_id`),
        ];
  return (id: string) => {
    const { gathered = 0, ruled = 0, upheld = 0 } = cases.find((one) => one.id === id) ?? {};
    return {
      weeks: weeks.flatMap(({ checkId, ...week }) => (checkId === id ? [week] : [])),
      cases: { gathered, ruled, upheld },
    };
  };
}

/** One published check with the further weeks and how its cases ended so far; null for an unknown number. */
export async function publicCheck(tx: Tx, number: string) {
  const [check] = await tx
    .select(CHECK_COLUMNS)
    .from(specialChecks)
    .innerJoin(companies, currentCompany)
    .where(eq(specialChecks.number, number));
  if (!check) return null;
  return { ...check, ...(await checkParts(tx, [check.id]))(check.id) };
}

export type PublicCheckWhole = NonNullable<Awaited<ReturnType<typeof publicCheck>>>;

/** Numbers of all checks, for the list of addresses. */
export async function checkAddresses(tx: Tx): Promise<string[]> {
  const rows = await tx
    .select({ number: specialChecks.number })
    .from(specialChecks)
    .innerJoin(companies, and(currentCompany, isNull(companies.mergedIntoId)))
    .orderBy(asc(specialChecks.number));
  return rows.map((row) => row.number);
}
