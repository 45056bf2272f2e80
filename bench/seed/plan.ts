import { type Random, random } from "@/db/seed/random";
import { SEED_CALENDAR } from "@/domain/calendar-seed";
import { addDays, type Day, daysBetween } from "@/domain/day";
import type { Outcome } from "@/domain/findings";
import { isWorkingDay } from "@/domain/working-days";

export interface Size {
  readonly complaints: number;
  readonly rulings: number;
  readonly companies: number;
}

/** The day the filled database stands at, and how far back it reaches. */
export const TODAY: Day = "2026-09-17";
const FIRST: Day = "2023-07-03";
const SPAN = daysBetween(FIRST, TODAY);
/** What is younger has not been ruled yet. */
const YOUNGEST_RULED_DAYS = 62;

const working: number[] = [];
const days: Day[] = [];
for (let i = 0; i <= SPAN + 200; i++) {
  const day = addDays(FIRST, i);
  days.push(day);
  if (isWorkingDay(day, SEED_CALENDAR)) working.push(i);
}
/** The day so many days after the first. */
export const dayAt = (index: number): Day => days[index] as Day;
/** The index of the n-th working day after a day. */
export function workingDaysAfter(index: number, n: number): number {
  let low = 0;
  let high = working.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((working[mid] as number) <= index) low = mid + 1;
    else high = mid;
  }
  return working[Math.min(low + n - 1, working.length - 1)] as number;
}
export const TODAY_INDEX = SPAN;

export type End =
  | "ruled"
  | "submitted"
  | "awaiting_supplement"
  | "accepted"
  | "declined"
  | "withdrawn"
  | "settled"
  | "not_pursued";

/** Filing days grow denser towards today; index of the day of complaint `i` of `n`. */
export function filedOn(i: number, n: number): number {
  return Math.min(SPAN - 1, Math.floor(SPAN * ((i + 0.5) / n) ** 0.78));
}

/** Which complaints are ruled: spread evenly over those old enough, exactly `rulings` of them. */
export function ruledPlaces(size: Size): Uint8Array {
  const ruled = new Uint8Array(size.complaints);
  let old = 0;
  while (old < size.complaints && filedOn(old, size.complaints) < SPAN - YOUNGEST_RULED_DAYS) old++;
  if (size.rulings > old) throw new Error(`only ${old} complaints are old enough to be ruled`);
  for (let k = 0; k < size.rulings; k++) ruled[Math.floor(((k + 0.5) * old) / size.rulings)] = 1;
  return ruled;
}

/** Where a complaint that is not ruled stands: what is young is open, the rest has ended another way. */
export function endOf(rng: Random, filed: number): End {
  const age = SPAN - filed;
  if (age <= 6) return rng.chance(0.85) ? "submitted" : "awaiting_supplement";
  if (age <= 40) return rng.chance(0.6) ? "accepted" : rng.weighted(ENDS);
  return rng.weighted(ENDS);
}
const ENDS: readonly (readonly [End, number])[] = [
  ["declined", 30],
  ["withdrawn", 25],
  ["settled", 30],
  ["not_pursued", 15],
];

export function outcomesOf(rng: Random, count: number): Outcome[] {
  return Array.from({ length: count }, () =>
    rng.weighted([
      ["upheld", 52],
      ["partly_upheld", 14],
      ["not_upheld", 22],
      ["insufficient_evidence", 12],
    ] as const),
  );
}

/** Ids in order, by kind: "c1" complaints, "f1" findings … The same number gives the same id. */
export function benchId(kind: string, n: number): string {
  const hex = n.toString(16).padStart(12, "0");
  return `${kind.padEnd(8, "0")}-0000-8000-a000-${hex}`;
}

export const benchRandom = (what: string): Random => random(`bench ${what}`);
