import { SYSTEM } from "./actors";
import { type CaseClock, caseClocks } from "./case-clocks";
import { type CaseEvent, makeEvent } from "./case-events";
import type { CaseSnapshot } from "./case-state";
import { CLOCKS, PAUSES } from "./clock-table";
import { addDays, type Day, dayOf, daysBetween, earlierDay, type Instant } from "./day";
import { isClosed } from "./procedure";
import type { WorkCalendar } from "./working-days";

/** Most rounds of looking at a pause that are told apart: three years of them. */
const MOST_ROUNDS = 45;

const silent = (s: CaseSnapshot) => isClosed(s.state) && s.state !== "final" && s.state !== "declined";

/** The lowest number of days left at which this clock was already spoken of; null: never. */
function lastSent(s: CaseSnapshot, { clock, subject }: Pick<CaseClock, "clock" | "subject">): number | null {
  const sent = s.reminded.filter((r) => r.clock === clock && r.subject === subject).map((r) => r.daysLeft);
  return sent.length > 0 ? Math.min(...sent) : null;
}

function openThresholds(s: CaseSnapshot, clock: CaseClock): number[] {
  if (clock.state !== "running") return [];
  const sent = lastSent(s, clock);
  return CLOCKS[clock.clock].reminders.filter((threshold) => sent === null || threshold < sent);
}

/**
 * Reminders due today: for each running clock the lowest threshold reached and not yet sent, so that a long silence sends one, not three;
 * and for each pause without maximum the 30 days after which the desk must look at it (`subject` is then the pause, `daysLeft` the round).
 * Dated `now`.
 */
export function reminders(s: CaseSnapshot, calendar: WorkCalendar, now: Instant): CaseEvent[] {
  if (silent(s)) return [];
  const today = dayOf(now);
  const ofClocks = caseClocks(s, calendar, today).flatMap((clock) => {
    const reached = Math.min(...openThresholds(s, clock).filter((threshold) => clock.daysLeft <= threshold));
    if (!Number.isFinite(reached)) return [];
    const data = { clock: clock.clock, daysLeft: reached, subject: clock.subject };
    return [makeEvent({ type: "deadline_reminded", data }, SYSTEM, now)];
  });
  const ofPauses = pauseRounds(s).flatMap(({ pauseId, clock, from, every, told }) => {
    const round = Math.min(MOST_ROUNDS, Math.floor(daysBetween(from, today) / every));
    if (round <= told) return [];
    return [makeEvent({ type: "deadline_reminded", data: { clock, daysLeft: round, subject: pauseId } }, SYSTEM, now)];
  });
  return [...ofClocks, ...ofPauses];
}

/** The day on which the next reminder falls (it may have passed unsent); null when none will without a person acting. */
export function nextReminderDay(s: CaseSnapshot, calendar: WorkCalendar, today: Day): Day | null {
  if (silent(s)) return null;
  const ofClocks = caseClocks(s, calendar, today).flatMap((clock) =>
    openThresholds(s, clock).map((left) => dayWith(clock, left)),
  );
  const ofPauses = pauseRounds(s)
    .filter(({ told }) => told < MOST_ROUNDS)
    .map(({ from, every, told }) => addDays(from, every * (told + 1)));
  return [...ofClocks, ...ofPauses].reduce<Day | null>((first, d) => (first === null ? d : earlierDay(first, d)), null);
}

/** The first day that has at most so many working days left. */
function dayWith(clock: CaseClock, left: number): Day {
  const counted = clock.days.filter((d) => d.counted || d.why === "kept");
  return counted[counted.length - 1 - left]?.date ?? clock.startDay;
}

/** Open pauses without maximum, and up to which round of 30 days the desk was told to look at them. */
function pauseRounds(s: CaseSnapshot) {
  return s.pauses.flatMap((pause) => {
    const every: number | null = PAUSES[pause.reason].lookEvery;
    if (pause.to !== null || every === null) return [];
    const told = Math.max(0, ...s.reminded.filter((r) => r.subject === pause.id).map((r) => r.daysLeft));
    return [{ pauseId: pause.id, clock: pause.clock, from: pause.from, every, told }];
  });
}

/** Open pauses without maximum, with the next day on which the desk must look whether their reason still stands (every 30 days). */
export function pausesToLookAt(s: CaseSnapshot, today: Day): { pauseId: string; lookOn: Day }[] {
  return pauseRounds(s)
    .map(({ pauseId, from, every }) => {
      const rounds = Math.max(1, Math.ceil(daysBetween(from, today) / every));
      return { pauseId, lookOn: addDays(from, rounds * every) };
    })
    .sort((a, b) => (a.lookOn < b.lookOn ? -1 : a.lookOn > b.lookOn ? 1 : 0));
}
