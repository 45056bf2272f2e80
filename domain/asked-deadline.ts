import { CLOCKS, type ClockName, PAUSES, type PauseReason } from "./clock-table";
import { type Day, dayOf, daysBetween, eachDay, type Instant, isDay } from "./day";
import { type CountedDay, computeDeadline, type Deadline, type LedgerPause } from "./deadline";
import { DomainError } from "./errors";
import type { WorkCalendar } from "./working-days";

/** Days anyone may ask about: far enough for every case there can be, and a bound for the counting. */
export const ASKED_FROM: Day = "2020-01-01";
export const ASKED_TO: Day = "2039-12-31";
/** Calendar days that all pauses together may reach over. */
const LONGEST_SPAN = 1_500;
const MOST_PAUSES = 20;

/** A pause as asked: without `reason` it lasts as long as it says, with one no longer than that reason's maximum. */
export interface AskedPause {
  readonly from: Day;
  readonly to: Day;
  readonly reason: PauseReason | null;
}

export interface AskedDeadline {
  readonly clock: ClockName;
  readonly start: Day | Instant;
  readonly pauses: readonly AskedPause[];
}

/** Reasons a clock may be paused for on request; none: it never stands still. */
export function pauseReasonsOf(clock: ClockName): PauseReason[] {
  return (Object.keys(PAUSES) as PauseReason[]).filter(
    (reason) => PAUSES[reason].clock === clock && (!PAUSES[reason].automatic || reason === "supplement"),
  );
}

const inBounds = (day: Day) => day >= ASKED_FROM && day <= ASKED_TO;
const refuse = (field: "start" | "pause", message: string) => new DomainError("invalid", { field, message });

/** An ISO 8601 moment with its offset, or a day of Asia/Shanghai. Null when it is neither. */
export function readStart(text: string): Day | Instant | null {
  if (isDay(text)) return text;
  const parts = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.exec(text);
  if (!parts || !isDay(parts[1] as string)) return null;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : at;
}

/** "2026-10-20/2026-11-06", with "/appraisal" after it where a reason is meant. Null when it is not that. */
export function readPause(text: string): AskedPause | null {
  const [from = "", to = "", reason, ...more] = text.split("/");
  if (!isDay(from) || !isDay(to) || more.length > 0) return null;
  if (reason === undefined) return { from, to, reason: null };
  return Object.hasOwn(PAUSES, reason) ? { from, to, reason: reason as PauseReason } : null;
}

/** A pause of no stated reason counts like one without maximum. */
const UNNAMED = { acceptance: "supplement", decision: "court" } as const;

function ledgerPauses({ clock, start, pauses }: AskedDeadline): LedgerPause[] {
  if (pauses.length === 0) return [];
  if (clock !== "acceptance" && clock !== "decision") throw refuse("pause", "noPause");
  if (pauses.length > MOST_PAUSES) throw refuse("pause", "tooMany");
  const day = typeof start === "string" ? start : dayOf(start);
  return pauses.map(({ from, to, reason }) => {
    if (!inBounds(from) || !inBounds(to) || daysBetween(day, to) > LONGEST_SPAN) throw refuse("pause", "bounds");
    if (to < from) throw refuse("pause", "endBeforeStart");
    if (from < day) throw refuse("pause", "beforeClock");
    if (reason && !pauseReasonsOf(clock).includes(reason)) throw refuse("pause", "otherClock");
    return { from, to, reason: reason ?? UNNAMED[clock] };
  });
}

/**
 * A deadline counted for anyone who asks, by the same rules as those of cases (Rules §4). Throws `invalid` with `field` start or pause and a
 * `message`: bounds, noPause, tooMany, endBeforeStart, beforeClock, otherClock.
 */
export function answerDeadline(asked: AskedDeadline, calendar: WorkCalendar, today: Day): Deadline {
  const { clock, start } = asked;
  const day = typeof start === "string" ? start : dayOf(start);
  if (!inBounds(day)) throw refuse("start", "bounds");
  const deadline = computeDeadline({ clock, start, pauses: ledgerPauses(asked), calendar, today });
  if (CLOCKS[clock].unit === "hours") return deadline;
  const named = new Set(asked.pauses.flatMap((p) => p.reason ?? []));
  const days = deadline.days.map((d): CountedDay => {
    const { reason, ...rest } = d;
    return reason && named.has(reason) ? d : rest;
  });
  return { ...deadline, days };
}

/** The days a clock of hours runs over: each of them counts. */
export function hoursDays(deadline: Deadline): Day[] {
  return [...eachDay(deadline.startDay, deadline.due)];
}
