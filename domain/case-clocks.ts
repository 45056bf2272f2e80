import type { CaseSnapshot, Rectification } from "./case-state";
import { type ClockInstance, checkInstances, clockInstances } from "./clock-instances";
import { CLOCKS, type ClockName, REOPEN_DAYS } from "./clock-table";
import { addDays, type Day, dayOf, type Instant } from "./day";
import { computeDeadline, type Deadline, effectivePauses } from "./deadline";
import { openReport } from "./replay-rectification";
import { calendarAsOf, countWorkingDays, type WorkCalendar } from "./working-days";

/**
 * running · paused · met (done in time) · late (done, or the case closed, after the due day; a deemed acceptance) · overdue (ran out,
 * still owed) · stopped (the case ended otherwise, in time) · ended (ran out, and that is no breach).
 */
export type ClockState = "running" | "paused" | "met" | "late" | "overdue" | "stopped" | "ended";

export interface CaseClock extends Deadline {
  readonly subject: string | null;
  readonly state: ClockState;
  /** The day its duty was done, in time or late. */
  readonly metOn?: Day;
  /** The day it stopped, for whatever reason. */
  readonly stoppedOn?: Day;
  /** Working days from today, or from the day it stopped, to the due day; negative: working days late. */
  readonly daysLeft: number;
  /** Working days counted from the start to today or to the day it stopped. */
  readonly usedDays: number;
  /** For clocks of hours: elapsed hours until it stopped, with one decimal. */
  readonly usedHours?: number;
}

/** Clocks whose running out wrongs nobody. */
const NO_BREACH: readonly ClockName[] = ["supplement", "draft_comments", "review_window"];

function stateOf(instance: ClockInstance, deadline: Deadline, today: Day): ClockState {
  const { clock, stop } = instance;
  if (stop?.how === "ran_out") return NO_BREACH.includes(clock) ? "ended" : "late";
  if (stop) {
    const late = CLOCKS[clock].unit === "hours" ? stop.at > deadline.dueAt : stop.day > deadline.due;
    if (!late) return stop.how === "met" ? "met" : "stopped";
    return NO_BREACH.includes(clock) ? "ended" : "late";
  }
  if (deadline.paused) return "paused";
  if (today <= deadline.due) return "running";
  return NO_BREACH.includes(clock) ? "ended" : "overdue";
}

/** Counts one clock as known on `today`, or on the day it stopped: what was decided stays as it was judged (Rules §4). */
export function judgeClock(instance: ClockInstance, calendar: WorkCalendar, today: Day): CaseClock {
  const { clock, subject, stop, start, pauses, extensionDays } = instance;
  const until = stop && stop.day < today ? stop.day : today;
  const deadline = computeDeadline({ clock, start, pauses, extensionDays, calendar, today: until });
  const known = calendarAsOf(calendar, until);
  const cut = effectivePauses(pauses, known, until);
  const { startDay, due } = deadline;
  const left = until <= due ? countWorkingDays(until, due, known, cut) : 0 - countWorkingDays(due, until, known);
  const hours = CLOCKS[clock].unit === "hours" && stop && typeof start !== "string";
  return {
    ...deadline,
    subject,
    state: stateOf(instance, deadline, today),
    ...(stop?.how === "met" ? { metOn: stop.day } : {}),
    ...(stop ? { stoppedOn: stop.day } : {}),
    daysLeft: left,
    usedDays: countWorkingDays(startDay, until, known, cut),
    ...(hours ? { usedHours: Math.round((stop.at.getTime() - start.getTime()) / 360_000) / 10 } : {}),
  };
}

/** A finding's seven working days. `second`: counted from a rejection, which happens once. */
export interface RectificationClock extends CaseClock {
  readonly second: boolean;
  /** When overdue: since then, the end of the due day or the later rejection of the last report. */
  readonly overdueFrom: Instant | null;
}

/**
 * The clock of one rectification (Rules §3, §4): met by the date of the report that is accepted; standing still (`paused`) while a
 * report waits for the desk; a first report in time that is rejected gives 7 more working days from the rejection, once.
 */
export function rectificationClock(
  orderedOn: Day,
  events: Pick<Rectification, "findingId" | "reports" | "rejections" | "acceptedAt">,
  calendar: WorkCalendar,
  today: Day,
): RectificationClock {
  const base = { clock: "rectification", subject: events.findingId, pauses: [], extensionDays: 0 } as const;
  const first = judgeClock({ ...base, start: orderedOn, stop: null }, calendar, today);
  const firstReport = events.reports[0];
  const firstRejection = events.rejections[0];
  const second = firstReport !== undefined && firstRejection !== undefined && dayOf(firstReport.at) <= first.due;
  const start = second ? dayOf(firstRejection.at) : orderedOn;
  const report = events.reports.at(-1);
  const waiting = openReport({ ...NOTHING_MORE, ...events }) !== null;
  const stop = report && (waiting || events.acceptedAt) ? ({ how: "met", at: report.at, day: dayOf(report.at) } as const) : null;
  const clock = judgeClock({ ...base, start, stop }, calendar, today);
  const { metOn, ...unmet } = clock;
  if (waiting) return { ...unmet, second, overdueFrom: null, paused: true, state: clock.state === "late" ? "overdue" : "paused" };
  if (clock.state !== "overdue") return { ...clock, second, overdueFrom: null };
  const rejected = events.rejections.at(-1)?.at;
  return { ...clock, second, overdueFrom: rejected && rejected > clock.dueAt ? rejected : clock.dueAt };
}

const NOTHING_MORE = {
  orderedAt: new Date(0),
  orderedOn: "1970-01-01",
  overdueAt: null,
  confirmedAt: null,
  disputedAt: null,
} as const;

/**
 * Every clock that has started in this case, with its deadline in the calendar as known when it matters. Lateness comes from the times
 * of the events. `today` is the day looked from; it decides only what is still open.
 */
export function caseClocks(snapshot: CaseSnapshot, calendar: WorkCalendar, today: Day): CaseClock[] {
  return [
    ...clockInstances(snapshot).map((instance) => judgeClock(instance, calendar, today)),
    ...snapshot.rectifications.map((r) => rectificationClock(r.orderedOn, r, calendar, today)),
    ...snapshot.rectifications.flatMap((r) => checkInstances(r).map((instance) => judgeClock(instance, calendar, today))),
  ];
}

/** The last day on which a case not pursued may be reopened: 30 calendar days (Rules §3); null when it is not in that state. */
export function reopenUntil(snapshot: CaseSnapshot): Day | null {
  if (snapshot.state !== "not_pursued" || !snapshot.notPursuedAt) return null;
  return addDays(dayOf(new Date(snapshot.notPursuedAt.getTime() - 1)), REOPEN_DAYS);
}
