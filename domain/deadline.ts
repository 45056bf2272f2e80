import { CLOCKS, type ClockName, PAUSES, type PauseReason } from "./clock-table";
import { addDays, type Day, dayOf, eachDay, earlierDay, endOfDay, type Instant, laterDay } from "./day";
import {
  addWorkingDays,
  calendarAsOf,
  countWorkingDays,
  type DayInterval,
  isPaused,
  kindOfDay,
  spansProvisional,
  type WorkCalendar,
} from "./working-days";

/** A pause as the ledger has it: (from, to] does not count; open while `to` is null. */
export interface LedgerPause {
  readonly reason: PauseReason;
  readonly from: Day;
  readonly to: Day | null;
  /** Working days at most, where the case has its own maximum. */
  readonly most?: number;
}

export interface DeadlineInput {
  readonly clock: ClockName;
  /** Day zero, or the moment in it. */
  readonly start: Instant | Day;
  readonly pauses?: readonly LedgerPause[];
  /** Working days added. */
  readonly extensionDays?: number;
  readonly calendar: WorkCalendar;
  /** What is known when: open pauses run until this day, notices loaded later are unknown. */
  readonly today: Day;
}

/** Why a day of the strip counts or not. `kept`: left over where a new notice would have moved the deadline too close. */
export type DayReason = "start" | "working" | "exchanged_workday" | "weekend" | "holiday" | "paused" | "kept";

export interface CountedDay {
  readonly date: Day;
  readonly counted: boolean;
  /** The n-th counted day. */
  readonly n?: number;
  readonly why: DayReason;
  /** Of the holiday. */
  readonly name?: string;
  /** Of the pause that took it out. */
  readonly reason?: PauseReason;
}

export interface Deadline {
  readonly clock: ClockName;
  readonly startDay: Day;
  /** It ends at 24:00 of this day; with an open pause: as if that ended today. */
  readonly due: Day;
  /** The moment it ends; for a clock of hours that many after the start. */
  readonly dueAt: Instant;
  /** `due`, or with an open pause the latest it can become; null when that pause has no maximum. */
  readonly latestDue: Day | null;
  /** Length with extension: working days (hours for a clock of hours). */
  readonly workingDays: number;
  readonly provisional: boolean;
  readonly paused: boolean;
  readonly days: readonly CountedDay[];
}

/** A pause as it counts: cut at its maximum. */
export interface EffectivePause extends DayInterval {
  readonly reason: PauseReason;
  readonly to: Day;
  /** Still open on the day looked from. */
  readonly open: boolean;
  /** The last day it can last, null without maximum. */
  readonly cap: Day | null;
}

/** Pauses by the day, each cut at its maximum in working days (Rules §4: at its maximum a pause ends itself). */
export function effectivePauses(pauses: readonly LedgerPause[], calendar: WorkCalendar, today: Day): EffectivePause[] {
  const used = new Map<PauseReason, number>();
  return [...pauses]
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .map((pause) => {
      const rule = PAUSES[pause.reason];
      const before = used.get(pause.reason) ?? 0;
      const each: number | null = pause.most ?? rule.each;
      const most = each === null || rule.total === null ? each : Math.max(0, Math.min(each, rule.total - before));
      const cap = most === null ? null : addWorkingDays(pause.from, most, calendar).due;
      const running = laterDay(pause.from, today);
      const cut = cap !== null && rule.endsItself && cap < (pause.to ?? running);
      const to = cut ? cap : (pause.to ?? running);
      used.set(pause.reason, before + countWorkingDays(pause.from, to, calendar));
      return { reason: pause.reason, from: pause.from, to, open: pause.to === null && !cut, cap };
    });
}

const LONG = (input: DeadlineInput) => CLOCKS[input.clock].length + (input.extensionDays ?? 0);
const startDayOf = (start: Instant | Day): Day => (typeof start === "string" ? start : dayOf(start));

function dueUnder(input: DeadlineInput, calendar: WorkCalendar): Day {
  const pauses = effectivePauses(input.pauses ?? [], calendar, input.today);
  return addWorkingDays(startDayOf(input.start), LONG(input), calendar, pauses).due;
}

/**
 * The due day as notices came in one after the other: each moves a deadline still open on its day, none to before the second
 * working day after loading, and leaves the ones that had run out as they were judged (Rules §4).
 * Returns the calendar it was counted by beside it.
 */
function dueThroughNotices(input: DeadlineInput): { due: Day; calendar: WorkCalendar } {
  const start = startDayOf(input.start);
  const loads = [...new Set(input.calendar.loadedOn?.values() ?? [])].filter((d) => d > start && d <= input.today).sort();
  let calendar = calendarAsOf(input.calendar, start);
  let due = dueUnder(input, calendar);
  for (const loaded of loads) {
    if (due < loaded) break;
    calendar = calendarAsOf(input.calendar, loaded);
    const moved = dueUnder(input, calendar);
    due = moved < due ? earlierDay(due, laterDay(moved, addWorkingDays(loaded, 2, calendar).due)) : moved;
  }
  return { due, calendar };
}

function stripOf(start: Day, due: Day, length: number, calendar: WorkCalendar, pauses: readonly EffectivePause[]): CountedDay[] {
  const strip: CountedDay[] = [{ date: start, counted: false, why: "start" }];
  let n = 0;
  for (const date of eachDay(addDays(start, 1), due)) {
    const kind = kindOfDay(date, calendar);
    const name = calendar.days.get(date)?.name;
    const named = name !== undefined && kind !== "working" && kind !== "weekend" ? { name } : {};
    if (kind === "weekend" || kind === "holiday") strip.push({ date, counted: false, why: kind, ...named });
    else if (isPaused(date, pauses)) {
      const reason = pauses.find((p) => isPaused(date, [p]))?.reason;
      strip.push({ date, counted: false, why: "paused", ...(reason ? { reason } : {}) });
    } else if (n === length) strip.push({ date, counted: false, why: "kept" });
    else strip.push({ date, counted: true, n: ++n, why: kind, ...named });
  }
  return strip;
}

/** Latest due day when every open pause lasts as long as it may; null when one has no maximum. */
function latestOf(input: DeadlineInput, calendar: WorkCalendar, pauses: readonly EffectivePause[], due: Day): Day | null {
  if (!pauses.some((p) => p.open)) return due;
  if (pauses.some((p) => p.open && p.cap === null)) return null;
  const full = pauses.map((p) => ({ from: p.from, to: p.open && p.cap !== null ? laterDay(p.to, p.cap) : p.to }));
  return laterDay(due, addWorkingDays(startDayOf(input.start), LONG(input), calendar, full).due);
}

/**
 * When a clock runs out and how that was counted (Rules §4). Lengths and maxima are working days, in the calendar as known on
 * `today`. Throws `empty_calendar` when no working day comes.
 */
export function computeDeadline(input: DeadlineInput): Deadline {
  if (input.pauses && input.pauses.length > 0) return countDeadline(input);
  // Cases by the thousand share their days: what begins on one day without a pause is counted once for each day it is looked at from.
  const known = COUNTED.get(input.calendar) ?? new Map<string, Deadline>();
  const from = typeof input.start === "string" || CLOCKS[input.clock].unit === "hours" ? input.start : dayOf(input.start);
  const key = `${input.clock} ${typeof from === "string" ? from : from.getTime()} ${input.extensionDays ?? 0} ${input.today}`;
  const before = known.get(key);
  if (before) return before;
  const counted = countDeadline(input);
  if (known.size >= MOST_COUNTED) known.clear();
  COUNTED.set(input.calendar, known.set(key, counted));
  return counted;
}

const COUNTED = new WeakMap<WorkCalendar, Map<string, Deadline>>();
const MOST_COUNTED = 5_000;

function countDeadline(input: DeadlineInput): Deadline {
  const { clock, start } = input;
  const startDay = startDayOf(start);
  const rule = CLOCKS[clock];
  if (rule.unit === "hours") {
    const from = typeof start === "string" ? endOfDay(addDays(start, -1)) : start;
    const dueAt = new Date(from.getTime() + rule.length * 3_600_000);
    const due = dayOf(dueAt);
    return { clock, startDay, due, dueAt, latestDue: due, workingDays: rule.length, provisional: false, paused: false, days: [] };
  }
  const { due, calendar } = dueThroughNotices(input);
  const pauses = effectivePauses(input.pauses ?? [], calendar, input.today);
  return {
    clock,
    startDay,
    due,
    dueAt: endOfDay(due),
    latestDue: latestOf(input, calendar, pauses, due),
    workingDays: LONG(input),
    provisional: spansProvisional(startDay, due, calendar),
    paused: pauses.some((p) => p.open),
    days: stripOf(startDay, due, LONG(input), calendar, pauses),
  };
}
