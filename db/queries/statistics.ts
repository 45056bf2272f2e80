import { asc, isNull, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { companies } from "@/db/schema";
import type { Dimension } from "@/domain/statistics";

/** Names a choice can hold; the address takes any company. */
const MOST_LISTED = 500;

export interface StatisticFilter {
  readonly sector?: string | undefined;
  /** Slug of a registered company; its merged entries count with it. */
  readonly company?: string | undefined;
  readonly clause?: string | undefined;
  readonly channel?: string | undefined;
  readonly group?: string | undefined;
  /** Months "2026-01", both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface Counted {
  /** A month, or id of what it was counted along; companies by slug. */
  readonly key: string;
  readonly measure: string;
  readonly n: number;
}

const COLUMN: Record<Exclude<Dimension, "company">, SQL> = {
  month: sql`month`,
  sector: sql`sector`,
  clause: sql`clause`,
  channel: sql`channel`,
  group: sql`priority_group`,
};

const months = (filter: StatisticFilter) => sql`
  ${filter.from ? sql`and month >= ${filter.from}` : sql``} ${filter.to ? sql`and month <= ${filter.to}` : sql``}
  ${filter.clause ? sql`and clause = ${filter.clause}` : sql``}`;

/**
 * Counts of the named kinds of rows along a dimension, exact to the last commit: what is folded and what is not yet. Reads the roll-ups alone, never a
 * case. Counts of a company know no channel or group; those filters are left out then.
 */
export async function countStatistics(
  tx: Tx,
  kinds: readonly string[],
  by: Dimension,
  filter: StatisticFilter,
): Promise<Counted[]> {
  const ofKinds = sql`measure in (${sql.join(
    kinds.map((kind) => sql`${kind}`),
    sql`, `,
  )})`;
  if (by === "company" || filter.company) {
    const along = by === "company" ? sql`coalesce(root.slug, own.slug)` : by === "sector" ? sql`own.sector` : COLUMN[by];
    return tx.execute<Record<string, unknown>>(sql`
      select ${along} as key, measure, sum(n)::int as n
      from (select company_id, month, clause, measure, n from statistic_companies
            union all select company_id, month, clause, measure, n from statistic_deltas where company_id is not null) counted
      join companies own on own.id = counted.company_id
      left join companies root on root.id = own.merged_into_id
      where ${ofKinds} ${months(filter)}
        ${filter.company ? sql`and (own.slug = ${filter.company} or root.slug = ${filter.company})` : sql``}
        ${filter.sector ? sql`and own.sector = ${filter.sector}` : sql``}
      group by 1, 2 having sum(n) <> 0 order by 1, 2`) as unknown as Promise<Counted[]>;
  }
  return tx.execute<Record<string, unknown>>(sql`
    select ${COLUMN[by]} as key, measure, sum(n)::int as n
    from (select sector, month, channel, priority_group, clause, measure, n from statistic_sectors
          union all select sector, month, channel, priority_group, clause, measure, n from statistic_deltas) counted
    where ${ofKinds} ${months(filter)}
      ${filter.sector ? sql`and sector = ${filter.sector}` : sql``}
      ${filter.channel ? sql`and channel = ${filter.channel}` : sql``}
      ${filter.group ? sql`and priority_group = ${filter.group}` : sql``}
    group by 1, 2 having sum(n) <> 0 order by 1, 2`) as unknown as Promise<Counted[]>;
}

/**
 * How often each clause was decided on and upheld in final rulings that were not annulled: exact to the last commit, from some forty rows and what is
 * not folded yet.
 */
export async function clauseCounts(tx: Tx): Promise<Map<string, { upheld: number; decided: number }>> {
  const rows = await tx.execute<{ clause: string; upheld: number; decided: number }>(sql`
    select clause, coalesce(sum(n) filter (where outcome in ('upheld', 'partly_upheld')), 0)::int as upheld, sum(n)::int as decided
    from (select clause, outcome, n from clause_tallies
          union all select clause, substr(measure, 7), n from statistic_deltas where measure like 'final\\_%') counted
    group by clause having sum(n) <> 0`);
  return new Map(rows.map((row) => [row.clause, { upheld: row.upheld, decided: row.decided }]));
}

/** Folds what was counted since the last time into the roll-ups; answers how many rows that were. */
export async function foldStatistics(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`select fold_statistics()::int as n`);
  return row?.n ?? 0;
}

/** Counts everything anew from the rows themselves; writers wait meanwhile. */
export async function rebuildStatistics(tx: Tx): Promise<void> {
  await tx.execute(sql`select rebuild_statistics()`);
}

/** Registered companies that stand for themselves, by pinyin: to choose from. */
export async function listedCompanies(tx: Tx) {
  return tx
    .select({ slug: companies.slug, name: companies.name, nameHant: companies.nameHant, nameEn: companies.nameEn })
    .from(companies)
    .where(isNull(companies.mergedIntoId))
    .orderBy(asc(companies.pinyin))
    .limit(MOST_LISTED);
}
