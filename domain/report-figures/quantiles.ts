import { toSix } from "./shares";

/**
 * Quantile by nearest rank: the smallest observed value that at least a share `p` of all does not exceed, so "half within 3 days" is
 * literally true. What has not ended counts as longer than everything seen; null when the quantile falls among it, or of nothing.
 */
export function quantile(values: readonly number[], p: number, open = 0): number | null {
  const rank = Math.ceil(p * (values.length + open) - 1e-9);
  return [...values].sort((a, b) => a - b)[Math.max(rank, 1) - 1] ?? null;
}

export const median = (values: readonly number[], open = 0): number | null => quantile(values, 0.5, open);
export const p90 = (values: readonly number[], open = 0): number | null => quantile(values, 0.9, open);

export interface EcdfPoint {
  readonly value: number;
  /** At or below `value`. */
  readonly n: number;
  readonly share: number;
}

/** Steps of the empirical distribution, of all that began: with `open` ones it ends below 1. */
export function ecdf(values: readonly number[], open = 0): EcdfPoint[] {
  const sorted = [...values].sort((a, b) => a - b);
  const points: EcdfPoint[] = [];
  sorted.forEach((value, i) => {
    if (sorted[i + 1] !== value) points.push({ value, n: i + 1, share: toSix((i + 1) / (sorted.length + open)) });
  });
  return points;
}
