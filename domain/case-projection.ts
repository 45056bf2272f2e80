import type { Origin } from "./case-events";
import type { CaseSnapshot } from "./case-state";
import { CLOCKS, type ClockName, caseClocks, nextReminderDay, nextSystemAct } from "./clocks";
import { compareDays, type Day, type Instant } from "./day";
import type { State } from "./procedure";
import { type Wait, waitingFor } from "./waiting";
import type { WorkCalendar } from "./working-days";

/** The columns of a complaint's row that derive from its events and the calendar; nothing else may write them. */
export interface CaseProjection {
  readonly state: State;
  readonly origin: Origin;
  readonly filedAt: Instant;
  readonly acceptedAt: Instant | null;
  readonly deemed: boolean;
  readonly companyId: string | null;
  readonly officerId: string | null;
  readonly servedAt: Instant | null;
  readonly firstAnswerAt: Instant | null;
  readonly repliedAt: Instant | null;
  readonly ruledAt: Instant | null;
  readonly finalAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly eventCount: number;
  readonly acceptanceDue: Day | null;
  readonly decisionDue: Day | null;
  /** What the authority owes next; null when it owes nothing. */
  readonly deskClock: ClockName | null;
  readonly deskDue: Day | null;
  readonly paused: boolean;
  readonly waitingFor: Wait | null;
  /** When a clock next acts by itself. */
  readonly nextClock: ClockName | null;
  readonly nextDue: Day | null;
  /** When somebody is next to be reminded. */
  readonly remindOn: Day | null;
}

/** Projects a case as known on `today`; the due dates of paused clocks are those of today and are projected anew when the pause ends. */
export function projectCase(s: CaseSnapshot, calendar: WorkCalendar, today: Day): CaseProjection {
  const clocks = caseClocks(s, calendar, today);
  const dueOf = (name: ClockName) => clocks.find((c) => c.clock === name)?.due ?? null;
  const owed = clocks
    .filter(
      (c) => CLOCKS[c.clock].binds === "regulator" && (c.state === "running" || c.state === "paused" || c.state === "overdue"),
    )
    .sort((a, b) => compareDays(a.due, b.due))[0];
  const next = nextSystemAct(s, calendar, today);
  return {
    state: s.state,
    origin: s.origin,
    filedAt: s.filedAt,
    acceptedAt: s.acceptedAt,
    deemed: s.deemed,
    companyId: s.companyId,
    officerId: s.officerId,
    servedAt: s.servedAt,
    firstAnswerAt: s.firstAnswerAt,
    repliedAt: s.repliedAt,
    ruledAt: s.ruledAt,
    finalAt: s.finalAt,
    closedAt: s.closedAt,
    eventCount: s.events,
    acceptanceDue: dueOf("acceptance"),
    decisionDue: dueOf("decision"),
    deskClock: owed?.clock ?? null,
    deskDue: owed?.due ?? null,
    paused: owed?.state === "paused",
    waitingFor: waitingFor(s),
    nextClock: next?.clock ?? null,
    nextDue: next?.due ?? null,
    remindOn: nextReminderDay(s, calendar, today),
  };
}
