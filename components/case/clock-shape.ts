import type { CaseClock, CountedDay, Deadline, PauseReason } from "@/domain/clocks";
import { addDays, type Day, weekday } from "@/domain/day";

/** One tooth of a comb. */
export type Tick = "used" | "left" | "paused" | "limit" | "late";
/** Days late drawn beyond the limit; more are said in words only. */
const MOST_LATE = 40;

/** Working days late; a window that closed is not late. */
export function lateDaysOf(clock: Pick<CaseClock, "daysLeft" | "state">): number {
  return clock.state === "ended" || clock.state === "stopped" ? 0 : Math.max(0, -clock.daysLeft);
}

/** The comb of a clock: a tick a working day in order, the limit, then the days late. */
export function combOf(clock: Pick<CaseClock, "days" | "usedDays" | "daysLeft" | "state">): Tick[] {
  const ticks: Tick[] = [];
  for (const day of clock.days) {
    if (day.why === "paused") ticks.push("paused");
    else if (day.counted) ticks.push((day.n ?? 0) <= clock.usedDays ? "used" : "left");
  }
  const late = Math.min(MOST_LATE, lateDaysOf(clock));
  return [...ticks, "limit", ...Array.from({ length: late }, () => "late" as const)];
}

/** How a deadline is shown. `soon` from two working days left, the last day included. */
export type MarkState = "running" | "soon" | "overdue" | "paused" | "met" | "late" | "stopped";

export function markStateOf(clock: Pick<CaseClock, "state" | "daysLeft">): MarkState {
  if (clock.state === "running") return clock.daysLeft <= 2 ? "soon" : "running";
  return clock.state === "ended" ? "stopped" : clock.state;
}

/** Days of one kind that follow each other, for the sentence beside a strip. */
export interface DayRun {
  why: "start" | "counted" | "exchanged" | "weekend" | "holiday" | "paused";
  from: Day;
  to: Day;
  /** First and last number counted. */
  first?: number;
  last?: number;
  name?: string;
  reason?: PauseReason;
}

/** The strip as runs: what its label says. */
export function runsOf(days: readonly CountedDay[]): DayRun[] {
  const runs: DayRun[] = [];
  for (const day of days) {
    if (day.why === "kept") continue;
    const why = day.why === "working" ? "counted" : day.why === "exchanged_workday" ? "exchanged" : day.why;
    const name = day.why === "holiday" ? day.name : undefined;
    const last = runs.at(-1);
    const next = last && addDays(last.to, 1) === day.date;
    if (next && last.why === why && last.name === name && last.reason === day.reason && why !== "start" && why !== "exchanged") {
      last.to = day.date;
      if (day.n !== undefined) last.last = day.n;
    } else {
      runs.push({
        why,
        from: day.date,
        to: day.date,
        ...(day.n !== undefined ? { first: day.n, last: day.n } : {}),
        ...(name ? { name } : {}),
        ...(day.reason ? { reason: day.reason } : {}),
      });
    }
  }
  return runs;
}

/** A cell of a strip; `outside`: fills the week before the first and after the last day. */
export interface StripCell {
  date: Day;
  day: CountedDay | null;
  due: boolean;
}

/** Whole weeks, Monday to Sunday, round the days of a deadline. */
export function weeksOf(deadline: Pick<Deadline, "days" | "due">): StripCell[] {
  const first = deadline.days[0];
  const last = deadline.days.at(-1);
  if (!first || !last) return [];
  const before = Array.from({ length: weekday(first.date) - 1 }, (_, i) => addDays(first.date, i + 1 - weekday(first.date)));
  const after = Array.from({ length: 7 - weekday(last.date) }, (_, i) => addDays(last.date, i + 1));
  const blank = (date: Day): StripCell => ({ date, day: null, due: false });
  return [
    ...before.map(blank),
    ...deadline.days.map((day) => ({ date: day.date, day, due: day.date === deadline.due })),
    ...after.map(blank),
  ];
}

/** Reasons of the pauses among the days, each once, in order. */
export function pausesIn(days: readonly CountedDay[]): PauseReason[] {
  return [...new Set(days.flatMap((day) => (day.why === "paused" && day.reason ? [day.reason] : [])))];
}

/** Names of the holidays among the days, each once, in order. */
export function holidaysIn(days: readonly CountedDay[]): string[] {
  return [...new Set(days.flatMap((day) => (day.why === "holiday" && day.name ? [day.name] : [])))];
}
