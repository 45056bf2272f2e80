import type { Day } from "../day";
import type { DeadlineGroup, DeskView, QueueFacet, QueueFilter } from "../desk-queue";
import { type Bits, has } from "../search/posting";
import { at, CODED, type DeskColumns, dayCode, GROUPS, KINDS, NO_FILE } from "./columns";
import { FirstFew } from "./first-few";

/** Days the groups of the queue are cut at: today, and the last of the next two working days. */
export interface QueueDays {
  readonly today: Day;
  readonly soon: Day;
}

/** Who looks, and what the queue is narrowed to. */
export interface QueueQuery extends QueueDays {
  readonly view: DeskView;
  readonly userId: string;
  readonly filter: QueueFilter;
}

/** Where a page of the queue ended: the next begins after it. `key` is the place in the view's order, `number` tells equals apart. */
export interface QueueCursor {
  readonly key: number;
  readonly number: number;
}

export interface FacetCount {
  readonly facet: QueueFacet;
  /** null: none (unassigned, not in the register, no file). */
  readonly value: string | null;
  readonly n: number;
}

export interface QueueAnswer {
  readonly total: number;
  readonly counts: readonly FacetCount[];
  /** Numbers of the page's cases in order. */
  readonly page: readonly number[];
  readonly next: QueueCursor | null;
}

/** Weighs more than any day: paused clocks stand behind running ones. */
const PAUSED = 1 << 17;

/** Group of every day a case may fall due on: overdue, today, soon, later. */
function groupsOfDays({ today, soon }: QueueDays): Uint8Array {
  const [t, s] = [dayCode(today), dayCode(soon)];
  return new Uint8Array(65_536)
    .fill(3)
    .fill(2, 0, s + 1)
    .fill(1, 0, t + 1)
    .fill(0, 0, t);
}
const OF_PAUSED = 4;

type Test = (n: number) => boolean;

function viewer({ c, values }: DeskColumns, { view, userId, today }: QueueQuery): Test {
  const { due, paused, officer } = c;
  const me = values.officer.known(userId);
  const t = dayCode(today);
  if (view === "all") return () => true;
  if (view === "mine") return (n) => due[n] !== 0 && officer[n] === me;
  if (view === "overdue") return (n) => due[n] !== 0 && at(due, n) < t && paused[n] === 0;
  return (n) => due[n] !== 0;
}

/** One test a filtered facet. */
function testsOf(columns: DeskColumns, { filter }: QueueQuery, groups: Uint8Array): { facet: QueueFacet; test: Test }[] {
  const { c } = columns;
  const out: { facet: QueueFacet; test: Test }[] = [];
  for (const facet of CODED) {
    const wanted = filter[facet];
    if (wanted === undefined) continue;
    const column = c[facet];
    const code = wanted === "none" ? 0 : columns.values[facet].known(wanted);
    out.push({ facet, test: (n) => column[n] === code });
  }
  if (filter.deadline) {
    const group = GROUPS.indexOf(filter.deadline);
    const { due, paused } = c;
    out.push({
      facet: "deadline",
      test: (n) => due[n] !== 0 && (paused[n] === 1 ? OF_PAUSED : groups[at(due, n)]) === group,
    });
  }
  if (filter.clause) {
    const code = columns.clauseNames.known(filter.clause);
    const holding = Uint8Array.from(columns.clauseSets, (set) => (set.includes(code) ? 1 : 0));
    const { clauses } = c;
    out.push({ facet: "clause", test: (n) => holding[at(clauses, n)] === 1 });
  }
  if (filter.evidence) {
    const kind = filter.evidence === "none" ? NO_FILE : KINDS.indexOf(filter.evidence);
    const holding = Uint8Array.from(columns.evidenceSets, (set) => (set.includes(kind) ? 1 : 0));
    const { evidence } = c;
    out.push({ facet: "evidence", test: (n) => holding[at(evidence, n)] === 1 });
  }
  return out;
}

/** The cases that pass every test, and by facet those that fail that one alone. */
function sift(columns: DeskColumns, query: QueueQuery, hits: Bits | null, groups: Uint8Array) {
  const inView = viewer(columns, query);
  const tests = testsOf(columns, query, groups);
  const onDay = query.filter.due ? dayCode(query.filter.due) : 0;
  const { live, due } = columns.c;
  const kept = new Uint32Array(columns.size);
  const missed = tests.map(() => new Uint32Array(columns.size));
  const misses = new Uint32Array(tests.length);
  let total = 0;
  for (let n = 1; n < columns.size; n++) {
    if (live[n] === 0 || !inView(n) || (onDay > 0 && due[n] !== onDay) || (hits && !has(hits, n))) continue;
    let failed = -1;
    let fails = 0;
    for (let t = 0; t < tests.length && fails < 2; t++)
      if (!(tests[t] as (typeof tests)[number]).test(n)) {
        fails++;
        failed = t;
      }
    if (fails === 0) kept[total++] = n;
    else if (fails === 1) {
      const at = misses[failed] as number;
      (missed[failed] as Uint32Array)[at] = n;
      misses[failed] = at + 1;
    }
  }
  const only = new Map(tests.map(({ facet }, t) => [facet, (missed[t] as Uint32Array).subarray(0, misses[t])]));
  return { kept: kept.subarray(0, total), only };
}

/** How often each code stands in a column, among these cases. */
function tally(column: Uint32Array, cases: readonly Uint32Array[], codes: number): Uint32Array {
  const sums = new Uint32Array(codes);
  for (const list of cases)
    for (let i = 0; i < list.length; i++) {
      const code = column[list[i] as number] as number;
      sums[code] = (sums[code] as number) + 1;
    }
  return sums;
}

/** Sums by list made into sums by what the lists hold. */
function spread(sums: Uint32Array, sets: readonly (readonly number[])[]): Map<number, number> {
  const out = new Map<number, number>();
  sums.forEach((n, list) => {
    if (n > 0) for (const code of sets[list] ?? []) out.set(code, (out.get(code) ?? 0) + n);
  });
  return out;
}

function countFacets(columns: DeskColumns, sifted: ReturnType<typeof sift>, groups: Uint8Array): FacetCount[] {
  const { c, values } = columns;
  const of = (facet: QueueFacet) => [sifted.kept, sifted.only.get(facet) ?? new Uint32Array(0)];
  const counts: FacetCount[] = [];
  const add = (facet: QueueFacet, value: string | null, n: number) => {
    if (n > 0) counts.push({ facet, value, n });
  };
  for (const f of CODED) tally(c[f], of(f), values[f].names.length).forEach((n, code) => void add(f, values[f].name(code), n));
  const deadlines = new Uint32Array(GROUPS.length);
  for (const list of of("deadline"))
    for (let i = 0; i < list.length; i++) {
      const n = list[i] as number;
      const due = at(c.due, n);
      if (due === 0) continue;
      const group = c.paused[n] === 1 ? OF_PAUSED : (groups[due] as number);
      deadlines[group] = (deadlines[group] as number) + 1;
    }
  deadlines.forEach((n, group) => void add("deadline", GROUPS[group] as DeadlineGroup, n));
  const clauses = spread(tally(c.clauses, of("clause"), columns.clauseSets.length), columns.clauseSets);
  for (const [code, n] of clauses) if (code > 0) add("clause", columns.clauseNames.name(code), n);
  const kinds = spread(tally(c.evidence, of("evidence"), columns.evidenceSets.length), columns.evidenceSets);
  for (const [kind, n] of kinds) add("evidence", KINDS[kind] ?? null, n);
  return counts;
}

/**
 * The page after `cursor`, `limit` cases at most: running clocks by due day, then paused ones, of all cases the newest first; and how many cases each
 * value of each facet would give under the other filters. `hits`: the cases that hold the words asked for, null for no words.
 */
export function askQueue(
  columns: DeskColumns,
  query: QueueQuery,
  hits: Bits | null,
  cursor: QueueCursor | null,
  limit: number,
): QueueAnswer {
  const groups = groupsOfDays(query);
  const sifted = sift(columns, query, hits, groups);
  const { kept } = sifted;
  const { due, paused, filed } = columns.c;
  const byFiling = query.view === "all";
  const best = new FirstFew(limit + 1, byFiling);
  for (let i = 0; i < kept.length; i++) {
    // The newest first where they come first, so that few cases ever enter the page and leave it again.
    const n = kept[byFiling ? kept.length - 1 - i : i] as number;
    const key = byFiling ? 0 - (filed[n] as number) : at(paused, n) * PAUSED + at(due, n);
    if (!cursor || best.later(key, n, cursor)) best.offer(key, n);
  }
  return { total: kept.length, counts: countFacets(columns, sifted, groups), ...best.page(limit) };
}

/** How many cases a view holds under a filter. */
export function countQueue(columns: DeskColumns, query: QueueQuery): number {
  return sift(columns, query, null, groupsOfDays(query)).kept.length;
}
