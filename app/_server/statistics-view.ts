import { z } from "zod";
import type { Tx } from "@/db/client";
import { countStatistics, listedCompanies, type StatisticFilter } from "@/db/queries/statistics";
import { CHANNELS } from "@/domain/case-events";
import { CLAUSE_IDS } from "@/domain/clauses";
import { nameIn, SECTORS } from "@/domain/company-register";
import {
  DIMENSIONS,
  type Dimension,
  dimensionsOf,
  MEASURE_NAMES,
  MEASURES,
  type MeasureName,
  type MeasureRule,
  type StatisticCell,
  statisticCells,
} from "@/domain/statistics";

export const GROUPS = ["senior", "disabled", "none"] as const;
export const STATISTIC_CHANNELS = [...CHANNELS, "unknown"] as const;
const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/);

/** What may be asked of the statistics; the page, the embedded chart and the open data share it. */
export const statisticsQuery = z.object({
  measure: z.enum(MEASURE_NAMES).default("received"),
  by: z.enum(DIMENSIONS).default("month"),
  sector: z.enum(SECTORS).optional(),
  company: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .optional(),
  clause: z.enum(CLAUSE_IDS as unknown as [string, ...string[]]).optional(),
  channel: z.enum(STATISTIC_CHANNELS).optional(),
  group: z.enum(GROUPS).optional(),
  from: month.optional(),
  to: month.optional(),
});
export type StatisticsQuery = z.output<typeof statisticsQuery>;

export interface StatisticsView {
  readonly measure: MeasureName;
  readonly rule: MeasureRule;
  readonly by: Dimension;
  readonly filter: StatisticFilter;
  readonly cells: readonly StatisticCell[];
}

/** The query of an address; what does not fit is left out rather than refused, so that an old link still shows something. */
export function readStatisticsQuery(search: Record<string, string | string[] | undefined>): StatisticsQuery {
  const asked = Object.fromEntries(
    Object.entries(search).flatMap(([key, value]) => {
      const one = Array.isArray(value) ? value[0] : value;
      const field = statisticsQuery.shape[key as keyof typeof statisticsQuery.shape];
      return one && field?.safeParse(one).success ? [[key, one]] : [];
    }),
  );
  return statisticsQuery.parse(asked);
}

/**
 * Counts of one measure along one dimension. A measure without clauses is not laid out along them; counts of companies know neither channel nor
 * group (db/queries/statistics), so with a company these are left out.
 */
export async function loadStatistics(tx: Tx, query: StatisticsQuery): Promise<StatisticsView> {
  const { measure, by: asked, ...given } = query;
  const rule: MeasureRule = MEASURES[measure];
  const ofCompany = given.company !== undefined || asked === "company";
  const fits = dimensionsOf(measure).includes(asked) && !(given.company && (asked === "channel" || asked === "group"));
  const by = fits ? asked : "month";
  const filter: StatisticFilter = {
    ...given,
    clause: rule.byClause ? given.clause : undefined,
    channel: ofCompany ? undefined : given.channel,
    group: ofCompany ? undefined : given.group,
  };
  const counts = await countStatistics(tx, [...new Set([...rule.part, ...(rule.whole ?? [])])], by, filter);
  return { measure, rule, by, filter, cells: statisticCells(measure, by, counts) };
}

/** What the page and the embedded chart show alike: the view, names of companies by slug, and the state as the address holds it, without the question mark. */
export async function shownStatistics(tx: Tx, query: StatisticsQuery, locale: string) {
  const [view, listed] = await Promise.all([loadStatistics(tx, query), listedCompanies(tx)]);
  const chosen = Object.entries({ measure: view.measure, by: view.by, ...view.filter }).filter(
    (entry): entry is [string, string] => !!entry[1],
  );
  return {
    view,
    companies: new Map(listed.map((company) => [company.slug, nameIn(company, locale)])),
    state: new URLSearchParams(chosen).toString(),
  };
}
