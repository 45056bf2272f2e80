import { wilson } from "@/domain/report-figures/shares";
import type { Dimension, MeasureRule, StatisticCell } from "@/domain/statistics";
import { formatNumber, formatPercent } from "../format";
import type { ChartModel } from "./report/model";

/** More rows than this make no chart: the table has them all. */
export const MOST_DRAWN = 24;

export interface StatisticWords {
  /** Name of a key of the dimension. */
  readonly name: (key: string) => string;
  /** The whole chart in a sentence. */
  readonly label: string;
  readonly of: (n: string, of: string) => string;
  readonly share: string;
  readonly series: string;
  readonly hidden: string;
}

/** The cells as a drawing: counts along months as a line, other counts as bars, shares as dots with their interval. Null where there is nothing to draw. */
export function statisticModel(
  rule: MeasureRule,
  by: Dimension,
  cells: readonly StatisticCell[],
  words: StatisticWords,
): ChartModel | null {
  const shown = cells.filter((cell) => !cell.hidden && cell.n !== null);
  const first = shown[0];
  if (!first) return null;
  if (rule.whole) {
    const rows = (by === "month" ? shown.slice(-MOST_DRAWN) : inOrder(shown, true)).map(({ key, n, of }) => {
      const interval = wilson(n ?? 0, of ?? 0);
      const value = of ? (n ?? 0) / of : null;
      return {
        key,
        label: words.name(key),
        note: words.of(formatNumber(n ?? 0), formatNumber(of ?? 0)),
        strong: false,
        value,
        text: value === null ? "–" : formatPercent(value),
        interval: interval && ([interval.lower, interval.upper] as const),
        second: null,
      };
    });
    return { kind: "dots", label: words.label, legend: [{ dot: "full", label: words.share }], rows };
  }
  if (by === "month" && shown.length > 1) {
    const points = shown.map(({ key }) => ({ key, label: words.name(key), marked: false }));
    const values = shown.map(({ n }) => n ?? 0);
    const total = formatNumber(values.reduce((sum, n) => sum + n, 0));
    return { kind: "line", label: words.label, points, series: [{ key: "all", label: words.series, note: total, values }] };
  }
  const rows = inOrder(shown, false).map(({ key, n }) => ({
    key,
    label: words.name(key),
    n: n ?? 0,
    value: formatNumber(n ?? 0),
    note: "",
    tone: "dark" as const,
  }));
  return { kind: "bars", label: words.label, rows };
}

/** Largest first, by number or by size of the base, as many as are drawn. */
function inOrder(cells: readonly StatisticCell[], byBase: boolean): StatisticCell[] {
  const size = (cell: StatisticCell) => (byBase ? (cell.of ?? 0) : (cell.n ?? 0));
  return [...cells].sort((a, b) => size(b) - size(a) || (a.key < b.key ? -1 : 1)).slice(0, MOST_DRAWN);
}
