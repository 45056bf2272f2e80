import { addDays, type Day, eachDay, weekday, yearOf } from "./day";
import { DomainError } from "./errors";

/** One day on which the State Council's notice departs from the plain week. `workday`: a weekend day exchanged into a working day. */
export interface CalendarDay {
  readonly kind: "holiday" | "workday";
  /** In the reader's language, as the calendar was loaded. */
  readonly name: string;
}

/** `years`: those with a notice. `loadedOn`: the day a year's notice was loaded here; absent means it was always known. */
export interface WorkCalendar {
  readonly days: ReadonlyMap<Day, CalendarDay>;
  readonly years: ReadonlySet<number>;
  readonly loadedOn?: ReadonlyMap<number, Day>;
}

/** Counted out: the days in (from, to]. An open pause has no `to`. */
export interface DayInterval {
  readonly from: Day;
  readonly to: Day | null;
}

/** Why a day is a working day or not. */
export type DayKind = "working" | "exchanged_workday" | "weekend" | "holiday";

/** No stretch without a working day is longer than this in any real notice (the longest had nine days). */
const LONGEST_REST = 60;

/** By the notice of its year; a year without one has weekends off only (ours, flagged `provisional` by the counters). */
export function kindOfDay(day: Day, calendar: WorkCalendar): DayKind {
  const special = calendar.years.has(yearOf(day)) ? calendar.days.get(day) : undefined;
  const weekend = weekday(day) > 5;
  if (special?.kind === "holiday") return "holiday";
  if (special?.kind === "workday") return weekend ? "exchanged_workday" : "working";
  return weekend ? "weekend" : "working";
}

export function isWorkingDay(day: Day, calendar: WorkCalendar): boolean {
  const kind = kindOfDay(day, calendar);
  return kind === "working" || kind === "exchanged_workday";
}

/** In (from, to] of any of the intervals. */
export function isPaused(day: Day, pauses: readonly DayInterval[]): boolean {
  return pauses.some((pause) => day > pause.from && (pause.to === null || day <= pause.to));
}

/** The first day after `from` that counts: a working day outside every pause. Throws `empty_calendar` when there is none in reach. */
function nextCounted(from: Day, calendar: WorkCalendar, pauses: readonly DayInterval[]): Day {
  let day = from;
  let rest = 0;
  while (rest <= LONGEST_REST) {
    day = addDays(day, 1);
    if (isPaused(day, pauses)) {
      const end = pauses.reduce<Day | null>(
        (latest, p) => (isPaused(day, [p]) && p.to !== null && (latest === null || p.to > latest) ? p.to : latest),
        null,
      );
      if (end === null) throw new DomainError("clock_not_running", { day });
      day = end;
      continue;
    }
    if (isWorkingDay(day, calendar)) return day;
    rest += 1;
  }
  throw new DomainError("empty_calendar", { from });
}

/**
 * The day of the event is day zero; due at the end of `due`. `provisional`: a counted year has no notice yet (weekends only).
 * `count` 0 gives `from` itself. An open pause must be given an end first (throws `clock_not_running`).
 * Throws `invalid` for a count that is no whole number from 0 to 10,000, `empty_calendar` when no working day comes.
 */
export function addWorkingDays(
  from: Day,
  count: number,
  calendar: WorkCalendar,
  pauses: readonly DayInterval[] = [],
): { due: Day; provisional: boolean } {
  if (!Number.isInteger(count) || count < 0 || count > 10_000) throw new DomainError("invalid", { count });
  let due = from;
  for (let left = count; left > 0; left--) due = nextCounted(due, calendar, pauses);
  return { due, provisional: spansProvisional(from, due, calendar) };
}

/** Working days in (fromExclusive, toInclusive] outside every pause; 0 when `toInclusive` is not later. */
export function countWorkingDays(
  fromExclusive: Day,
  toInclusive: Day,
  calendar: WorkCalendar,
  pauses: readonly DayInterval[] = [],
): number {
  if (toInclusive <= fromExclusive) return 0;
  if (pauses.length > 0) return countEach(fromExclusive, toInclusive, calendar, pauses);
  // Cases by the thousand share their days.
  const known = COUNTED.get(calendar) ?? new Map<string, number>();
  const key = `${fromExclusive}${toInclusive}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const counted = countEach(fromExclusive, toInclusive, calendar, pauses);
  if (known.size >= MOST_COUNTED) known.clear();
  COUNTED.set(calendar, known.set(key, counted));
  return counted;
}

const COUNTED = new WeakMap<WorkCalendar, Map<string, number>>();
const MOST_COUNTED = 20_000;

function countEach(from: Day, to: Day, calendar: WorkCalendar, pauses: readonly DayInterval[]): number {
  let counted = 0;
  for (const day of eachDay(addDays(from, 1), to)) if (!isPaused(day, pauses) && isWorkingDay(day, calendar)) counted += 1;
  return counted;
}

/** True when a day in (from, to] lies in a year without notice. */
export function spansProvisional(from: Day, to: Day, calendar: WorkCalendar): boolean {
  if (to <= from) return false;
  const last = yearOf(to);
  for (let year = yearOf(addDays(from, 1)); year <= last; year++) if (!calendar.years.has(year)) return true;
  return false;
}

/** What was known on `day`: years whose notice was loaded later are without one again. */
export function calendarAsOf(calendar: WorkCalendar, day: Day): WorkCalendar {
  const { loadedOn } = calendar;
  if (!loadedOn || [...loadedOn.values()].every((loaded) => loaded <= day)) return calendar;
  const years = new Set([...calendar.years].filter((year) => (loadedOn.get(year) ?? day) <= day));
  return { days: calendar.days, years, loadedOn };
}
