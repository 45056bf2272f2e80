import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
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
const current = sql`${companies.id} = coalesce((select m.merged_into_id from companies m where m.id = ${specialChecks.companyId}), ${specialChecks.companyId})`;

const COLUMNS = {
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
    .select(COLUMNS)
    .from(specialChecks)
    .innerJoin(companies, current)
    .where(where)
    .orderBy(desc(specialChecks.openedAt), desc(specialChecks.number))
    .limit(page.limit)
    .offset(page.offset);
  return { checks, total: await tx.$count(specialChecks, where) };
}

/** One published check with the further weeks and how its cases ended so far; null for an unknown number. */
export async function publicCheck(tx: Tx, number: string) {
  const [check] = await tx
    .select(COLUMNS)
    .from(specialChecks)
    .innerJoin(companies, current)
    .where(eq(specialChecks.number, number));
  if (!check) return null;
  const weeks = await tx
    .select({
      week: specialCheckWeeks.week,
      complainants: specialCheckWeeks.complainants,
      threshold: specialCheckWeeks.threshold,
      mean: specialCheckWeeks.mean,
    })
    .from(specialCheckWeeks)
    .where(eq(specialCheckWeeks.checkId, check.id))
    .orderBy(asc(specialCheckWeeks.week));
  const [counts] = await tx.execute<{ gathered: number; ruled: number; upheld: number }>(sql`
    select count(*)::int as gathered, count(p.id)::int as ruled,
      (count(p.id) filter (where p.outcome in ('upheld', 'partly_upheld')))::int as upheld
    from special_check_cases k left join published_rulings p on p.complaint_id = k.complaint_id and p.annulled_on is null
    where k.check_id = ${check.id}`);
  return { ...check, weeks, cases: counts ?? { gathered: 0, ruled: 0, upheld: 0 } };
}

export type PublicCheckWhole = NonNullable<Awaited<ReturnType<typeof publicCheck>>>;

/** Numbers of all checks, for the list of addresses. */
export async function checkAddresses(tx: Tx): Promise<string[]> {
  const rows = await tx
    .select({ number: specialChecks.number })
    .from(specialChecks)
    .innerJoin(companies, and(current, isNull(companies.mergedIntoId)))
    .orderBy(asc(specialChecks.number));
  return rows.map((row) => row.number);
}
