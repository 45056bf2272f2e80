import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Day, Quarter } from "@/domain/day";
import { type ShownScore, shownScore } from "@/domain/score/evidence-grade";
import type { CheckResult } from "@/domain/special-check";

/** What is told of besides new rulings. Days are whole ones: from `from` on, before `before`. */
export interface DaySpan {
  readonly from: Day;
  readonly before: Day;
}

const familyOf = (slug: string) =>
  sql`(select c.id from companies c left join companies into_ on into_.id = c.merged_into_id where c.slug = ${slug} or into_.slug = ${slug})`;

export interface ChangedRuling extends Record<string, unknown> {
  readonly number: string;
  readonly change: "varied" | "annulled";
  readonly company: { readonly name: string; readonly nameHant: string; readonly nameEn: string };
}

/** Rulings that a review varied or annulled in these days and that the public may read: a company's, a clause's, or all. */
export async function rulingsChanged(
  tx: Tx,
  which: { company?: string; clause?: string },
  { from, before }: DaySpan,
): Promise<ChangedRuling[]> {
  const rows = await tx.execute<ChangedRuling>(sql`
    select p.number, case when p.annulled_on is null then 'varied' else 'annulled' end as change,
      jsonb_build_object('name', c.name, 'nameHant', c.name_hant, 'nameEn', c.name_en) as company
    from published_rulings p join companies c on c.id = p.company_id
    where p.archived_on is null and p.number in (
      select number from published_rulings where annulled_on >= ${from} and annulled_on < ${before}
      union select number from ruling_versions where replaced_on >= ${from} and replaced_on < ${before})
      ${which.company ? sql`and p.company_id in ${familyOf(which.company)}` : sql``}
      ${which.clause ? sql`and exists (select 1 from published_findings f where f.published_ruling_id = p.id and f.clause = ${which.clause})` : sql``}
    order by p.number limit 200`);
  return [...rows];
}

export interface CheckNews extends Record<string, unknown> {
  readonly number: string;
  /** Null: opened. */
  readonly result: CheckResult | null;
}

/** Special checks of a company that opened or were concluded after one moment and by another. */
export async function checkNews(tx: Tx, slug: string, after: Date, until: Date): Promise<CheckNews[]> {
  const [a, b] = [after.toISOString(), until.toISOString()];
  const rows = await tx.execute<CheckNews>(sql`
    select s.number, case when s.concluded_at > ${a}::timestamptz and s.concluded_at <= ${b}::timestamptz then s.result end as result
    from special_checks s where s.company_id in ${familyOf(slug)}
      and (s.opened_at > ${a}::timestamptz and s.opened_at <= ${b}::timestamptz
        or s.concluded_at > ${a}::timestamptz and s.concluded_at <= ${b}::timestamptz)
    order by s.number`);
  return [...rows];
}

export interface BadgeNews extends Record<string, unknown> {
  readonly quarter: Quarter;
  readonly revoked: boolean;
}

/** Badges of a company given or revoked in these days. */
export async function badgeNews(tx: Tx, slug: string, { from, before }: DaySpan): Promise<BadgeNews[]> {
  const rows = await tx.execute<BadgeNews>(sql`
    select b.quarter, b.revoked_on is not null as revoked
    from badges b join companies c on c.id = b.company_id
    where c.slug = ${slug} and b.awarded_on is not null
      and coalesce(b.revoked_on, b.awarded_on) >= ${from} and coalesce(b.revoked_on, b.awarded_on) < ${before}
    order by b.quarter`);
  return [...rows];
}

/** What may be shown of a company's newest score, with the newest quarter whose end was scored; null before the first. */
export async function standingOf(tx: Tx, slug: string): Promise<{ shown: ShownScore; quarter: Quarter | null } | null> {
  const [row] = await tx.execute<Record<string, unknown>>(sql`
    select s.score as "S", s.lower, s.upper, s.grade, s.band,
      (select q.period from company_scores q where q.company_id = c.id and q.quarter_end order by q.as_of desc limit 1) as quarter
    from companies c join company_scores s on s.company_id = c.id where c.slug = ${slug} order by s.as_of desc limit 1`);
  if (!row) return null;
  return { shown: shownScore(row as unknown as Parameters<typeof shownScore>[0]), quarter: row.quarter as Quarter | null };
}
