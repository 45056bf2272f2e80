/** Where a page of a list ended: the sort key of its last record. */
export type Key = readonly string[];

export interface Page<T> {
  readonly items: T[];
  /** Null on the last page. */
  readonly next: Key | null;
}

/** Cuts the one record too many that a query asked for to know whether there is more. */
export function pageOf<R, T>(rows: readonly R[], limit: number, key: (row: R) => Key, make: (row: R) => T): Page<T> {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return { items: kept.map(make), next: rows.length > limit && last ? key(last) : null };
}

/** A page of a short list that is held whole. A key that is no longer there begins at the end: nothing is shown twice. */
export function slice<T>(all: readonly T[], limit: number, after: Key | null, key: (item: T) => Key): Page<T> {
  const same = (item: T) => JSON.stringify(key(item)) === JSON.stringify(after);
  const at = after ? all.findIndex(same) : -1;
  const from = after && at < 0 ? all.length : at + 1;
  const items = all.slice(from, from + limit);
  const last = items.at(-1);
  return { items, next: last && from + limit < all.length ? key(last) : null };
}
