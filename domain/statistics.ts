/** What the statistics page counts (Rules §5: published as counts; what is only claimed is called so), and along what. */

export const DIMENSIONS = ["month", "sector", "clause", "company", "channel", "group"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export interface MeasureRule {
  /** Names of the counted kinds of rows (migration `statistics`). */
  readonly part: readonly string[];
  /** Of these; null: a plain count. */
  readonly whole: readonly string[] | null;
  /** Clauses are of findings and rectifications alone. */
  readonly byClause: boolean;
  /** Claimed by the complainant, decided by nobody. */
  readonly claimed: boolean;
}

// biome-ignore format: a table, one row a line
export const MEASURES = {
  received: { part: ["received"], whole: null, byClause: false, claimed: false },
  admissible: { part: ["accepted"], whole: ["accepted", "declined"], byClause: false, claimed: false },
  acceptance_in_time: { part: ["acceptance_in_time"], whole: ["acceptance_in_time", "acceptance_late"], byClause: false, claimed: false },
  ruling_in_time: { part: ["ruling_in_time"], whole: ["ruling_in_time", "ruling_late"], byClause: false, claimed: false },
  upheld: { part: ["outcome_upheld", "outcome_partly_upheld"], whole: ["outcome_upheld", "outcome_partly_upheld", "outcome_not_upheld", "outcome_insufficient_evidence"], byClause: false, claimed: false },
  findings: { part: ["finding_upheld", "finding_partly_upheld"], whole: null, byClause: true, claimed: false },
  findings_upheld: { part: ["finding_upheld", "finding_partly_upheld"], whole: ["finding_upheld", "finding_partly_upheld", "finding_not_upheld", "finding_insufficient_evidence"], byClause: true, claimed: false },
  rectified_in_time: { part: ["rectified_in_time"], whole: ["rectified_in_time", "rectified_late", "rectification_overdue"], byClause: true, claimed: false },
  waited_over_3_minutes: { part: ["told_wait_over"], whole: ["told_wait"], byClause: false, claimed: true },
  asked_5_times: { part: ["told_asks_often"], whole: ["told_asks"], byClause: false, claimed: true },
} as const satisfies Record<string, MeasureRule>;

export type MeasureName = keyof typeof MEASURES;
export const MEASURE_NAMES = Object.keys(MEASURES) as [MeasureName, ...MeasureName[]];

/** Cells under this are not shown: they come close to persons (Rules §7, F7). */
export const LEAST_SHOWN = 5;

/** Dimensions a measure can be laid out along. A company is never split by channel or group, nor channel and group by company. */
export function dimensionsOf(measure: MeasureName): readonly Dimension[] {
  return MEASURES[measure].byClause ? DIMENSIONS : DIMENSIONS.filter((one) => one !== "clause");
}

export interface StatisticCell {
  readonly key: string;
  /** Null where hidden. */
  readonly n: number | null;
  readonly of: number | null;
  readonly hidden: boolean;
}

/**
 * Cells of a measure from counts by key and kind of row, in the order of the keys given. A cell whose base (the whole, or the count itself) is
 * under LEAST_SHOWN but not nothing is hidden; along months nothing is: a month is no place to find a person in.
 */
export function statisticCells(
  measure: MeasureName,
  by: Dimension,
  counts: readonly { readonly key: string; readonly measure: string; readonly n: number }[],
): StatisticCell[] {
  const rule: MeasureRule = MEASURES[measure];
  const keys = [...new Set(counts.map((row) => row.key))];
  const sum = (key: string, kinds: readonly string[]) =>
    counts.filter((row) => row.key === key && kinds.includes(row.measure)).reduce((total, row) => total + row.n, 0);
  return keys
    .map((key) => ({ key, n: sum(key, rule.part), of: rule.whole && sum(key, rule.whole) }))
    .filter(({ n, of }) => (of ?? n) > 0)
    .map(({ key, n, of }) => {
      const hidden = by !== "month" && (of ?? n) < LEAST_SHOWN;
      return hidden ? { key, n: null, of: null, hidden } : { key, n, of, hidden };
    });
}
