import type { Day } from "../day";
import { at, type DeskColumns, dayCode, dayOfCode } from "./columns";

const PAUSED = 1 << 17;

/** What stands beside the views, and beside each officer. */
export interface DeskTallies {
  readonly team: number;
  readonly all: number;
  readonly overdue: number;
  readonly sign: number;
  readonly checks: number;
  readonly reviews: number;
  /** Cases something is owed in, by officer; "": nobody's. */
  readonly inHand: ReadonlyMap<string, number>;
}

const told = new WeakMap<DeskColumns, { version: number; today: Day; tallies: DeskTallies }>();

/** Numbers beside the views; kept until something changes. */
export function deskTallies(columns: DeskColumns, today: Day): DeskTallies {
  const kept = told.get(columns);
  if (kept?.version === columns.version && kept.today === today) return kept.tallies;
  const { live, due, paused, state, officer, clock } = columns.c;
  const [t, drafted, review, check] = [
    dayCode(today),
    columns.values.state.known("ruling_drafted"),
    columns.values.state.known("under_review"),
    columns.values.clock.known("rectification_check"),
  ];
  const n = { team: 0, all: 0, overdue: 0, sign: 0, checks: 0, reviews: 0 };
  const officers = new Uint32Array(columns.values.officer.names.length);
  for (let i = 1; i < columns.size; i++) {
    if (live[i] === 0) continue;
    n.all++;
    if (state[i] === drafted) n.sign++;
    else if (state[i] === review) n.reviews++;
    if (clock[i] === check) n.checks++;
    if (due[i] === 0) continue;
    n.team++;
    if (paused[i] === 0 && at(due, i) < t) n.overdue++;
    officers[at(officer, i)] = (officers[at(officer, i)] as number) + 1;
  }
  const inHand = new Map([...officers].map((sum, code) => [columns.values.officer.name(code) ?? "", sum] as const));
  const tallies = { ...n, inHand };
  told.set(columns, { version: columns.version, today, tallies });
  return tallies;
}

/** How many different people complained about each of these companies since a moment (microseconds since 1970). */
export function complainantsSince(columns: DeskColumns, companies: readonly string[], since: number): Map<string, number> {
  const people = new Map<number, Set<number>>();
  for (const id of companies) people.set(columns.values.company.known(id), new Set());
  const { live, filed, company, person } = columns.c;
  for (let i = 1; i < columns.size; i++)
    if ((filed[i] as number) > since && live[i] === 1) people.get(at(company, i))?.add(person[i] as number);
  return new Map(companies.map((id) => [id, people.get(columns.values.company.known(id))?.size ?? 0]));
}

/** Open cases by officer ("": nobody's) and day they fall due, paused ones apart; what the page of the workload is made of. */
export function workload(columns: DeskColumns): { officer: string; due: Day; paused: boolean; n: number }[] {
  const sums = new Map<number, number>();
  const { live, due, paused, officer } = columns.c;
  for (let i = 1; i < columns.size; i++) {
    if (live[i] === 0 || due[i] === 0) continue;
    const key = (at(officer, i) * 2 + at(paused, i)) * PAUSED + at(due, i);
    sums.set(key, (sums.get(key) ?? 0) + 1);
  }
  return [...sums].map(([key, n]) => {
    const rest = Math.floor(key / PAUSED);
    const name = columns.values.officer.name(Math.floor(rest / 2)) ?? "";
    return { officer: name, due: dayOfCode(key % PAUSED), paused: rest % 2 === 1, n };
  });
}
