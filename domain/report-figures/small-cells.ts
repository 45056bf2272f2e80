/** Counts below this are hidden (Rules §7, F7). */
export const LEAST_SHOWN = 5;

export interface GuardedTable {
  readonly cells: readonly (readonly (number | null)[])[];
  readonly rowTotals: readonly (number | null)[];
  readonly total: number | null;
}

/**
 * A table of counts as it may be published: cells and totals under 5 are null. A row's total is null also when, with the cells shown,
 * it would narrow a hidden cell to fewer than three values; the grand total when any row's is. Columns have no totals. So nobody who
 * knows all that is published, and this method, can tell a hidden cell.
 */
export function guardSmallCells(counts: readonly (readonly number[])[]): GuardedTable {
  const rowTotals = counts.map((row) => {
    const hidden = row.filter((n) => n < LEAST_SHOWN);
    return sum(row) >= LEAST_SHOWN && keepsSecret(hidden) ? sum(row) : null;
  });
  return {
    cells: counts.map((row) => row.map((n) => (n < LEAST_SHOWN ? null : n))),
    rowTotals,
    total: rowTotals.includes(null) ? null : sum(counts.flat()),
  };
}

/** Whether who knows the sum of these hidden counts, each from 0 to 4, still finds three values possible for every one. */
function keepsSecret(hidden: readonly number[]): boolean {
  if (hidden.length === 0) return true;
  const most = LEAST_SHOWN - 1;
  const known = sum(hidden);
  const least = Math.max(0, known - most * (hidden.length - 1));
  return Math.min(most, known) - least >= 2;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
