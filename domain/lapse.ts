import { SYSTEM } from "./actors";
import { type CaseClock, caseClocks, type RectificationClock } from "./case-clocks";
import { type CaseEvent, type CaseEventInput, makeEvent } from "./case-events";
import type { CaseSnapshot } from "./case-state";
import { CLOCKS, type ClockName, PAUSES } from "./clock-table";
import { type Day, dayOf, endOfDay, type Instant } from "./day";
import { effectivePauses } from "./deadline";
import { DomainError } from "./errors";
import type { Action } from "./procedure";
import { applyEvent } from "./replay";
import type { WorkCalendar } from "./working-days";

/** What runs out next and what the clock then does by itself; `action` null: nothing is written, a right merely ends. */
export interface NextDeadline {
  readonly clock: ClockName;
  readonly subject: string | null;
  readonly due: Day;
  /** When the action counts as done: 24:00 of the due day. */
  readonly at: Instant;
  readonly action: Action | null;
  readonly event: CaseEventInput | null;
}

/** More events than any case lives through; a longer chain is a bug, not a case. */
const LONGEST_CHAIN = 500;

function consequence(s: CaseSnapshot, c: CaseClock): Pick<NextDeadline, "action" | "event"> | null {
  const passed = {
    action: "pass_deadline",
    event: { type: "deadline_passed", data: { clock: c.clock, due: c.due, subject: c.subject } },
  } as const;
  const recorded = s.deadlinesPassed.some((p) => p.clock === c.clock && p.subject === c.subject && p.due === c.due);
  switch (CLOCKS[c.clock].whenOut) {
    case "deemed_accepted":
      return s.state === "submitted" ? { action: "deem_accepted", event: { type: "deemed_accepted", data: {} } } : null;
    case "not_pursued":
      return s.state === "awaiting_supplement" ? { action: "lapse_supplement", event: { type: "not_pursued", data: {} } } : null;
    case "reply_missed":
      return s.replyMissedAt ? null : { action: "miss_reply", event: { type: "reply_missed", data: {} } };
    case "window_closed":
      if (s.state === "ruled" && c.subject === "ruling")
        return { action: "become_final", event: { type: "became_final", data: {} } };
      return c.state === "running" ? { action: null, event: null } : null;
    case "rectification_overdue": {
      const r = s.rectifications.find((one) => one.findingId === c.subject);
      if (!r || r.overdueAt) return null;
      return { action: "lapse_rectification", event: { type: "rectification_overdue", data: { findingId: r.findingId } } };
    }
    case "record_request_missed": {
      const r = s.recordRequests.find((one) => one.requestId === c.subject);
      if (!r || r.missedAt) return null;
      return { action: "miss_records", event: { type: "record_request_missed", data: { requestId: r.requestId } } };
    }
    case "overdue":
    case "may_sign":
      return recorded ? null : passed;
    case "measured":
      return null;
  }
}

/** Breaches written even when the thing was done, late, before the clock was looked at. */
const WRITTEN_THOUGH_DONE: readonly ClockName[] = ["record_request", "decision", "review", "rectification_check"];

/** Still to be told: it runs, it ran out, or it was done late. What stands still or was done in time is not. */
function concerns(clock: CaseClock): boolean {
  if (clock.state === "running" || clock.state === "overdue") return true;
  if (clock.state === "ended") return clock.stoppedOn === undefined;
  return clock.state === "late" && WRITTEN_THOUGH_DONE.includes(clock.clock);
}

function candidates(s: CaseSnapshot, calendar: WorkCalendar, today: Day): NextDeadline[] {
  const found: NextDeadline[] = [];
  for (const clock of caseClocks(s, calendar, today)) {
    if (!concerns(clock)) continue;
    const then = consequence(s, clock);
    if (!then) continue;
    const from = (clock as Partial<RectificationClock>).overdueFrom ?? clock.dueAt;
    found.push({ clock: clock.clock, subject: clock.subject, due: clock.due, at: from, ...then });
  }
  return [...found, ...pauseEnds(s, calendar, today)];
}

/** Open pauses that end themselves, on the last day of their maximum. */
function pauseEnds(s: CaseSnapshot, calendar: WorkCalendar, today: Day): NextDeadline[] {
  return s.pauses.flatMap((pause, i) => {
    if (pause.to !== null || !PAUSES[pause.reason].endsItself) return [];
    const cap = effectivePauses(s.pauses.slice(0, i + 1), calendar, today).find(
      (p) => p.from === pause.from && p.reason === pause.reason,
    )?.cap;
    if (!cap) return [];
    const action = pause.clock === "acceptance" ? "resume_acceptance" : "resume_decision";
    return [
      {
        clock: pause.clock,
        subject: pause.id,
        due: cap,
        at: endOfDay(cap),
        action,
        event: { type: "clock_resumed", data: { pauseId: pause.id } },
      },
    ];
  });
}

function byTime(a: NextDeadline, b: NextDeadline): number {
  return (
    a.at.getTime() - b.at.getTime() ||
    Number(b.action?.startsWith("resume") ?? false) - Number(a.action?.startsWith("resume") ?? false)
  );
}

/**
 * The clock of the case that runs out next (or has, and is not recorded yet), with what the clock then does by itself; the end of a pause
 * at its maximum is one of them, with the pause as `subject`. Null when nothing runs.
 */
export function nextDeadline(snapshot: CaseSnapshot, calendar: WorkCalendar, today: Day): NextDeadline | null {
  return candidates(snapshot, calendar, today).sort(byTime)[0] ?? null;
}

/** The next thing a clock does by itself (or has done, and it is not written yet); null when nothing will happen without a person. */
export function nextSystemAct(snapshot: CaseSnapshot, calendar: WorkCalendar, today: Day): NextDeadline | null {
  return (
    candidates(snapshot, calendar, today)
      .filter((c) => c.event !== null)
      .sort(byTime)[0] ?? null
  );
}

/** Rectifications that finality orders and that are not in the ledger yet. */
export function rectificationsToOrder(s: CaseSnapshot): CaseEvent[] {
  const { finalAt } = s;
  if (s.state !== "final" || !finalAt) return [];
  return s.upheld
    .filter((findingId) => !s.rectifications.some((r) => r.findingId === findingId))
    .map((findingId) => makeEvent({ type: "rectification_ordered", data: { findingId } }, SYSTEM, finalAt));
}

/**
 * What the clocks have done by the beginning of `today`, in order, each dated when it was due, however late one looks: append these before
 * anything a person does. Running it again on the result gives nothing. `most`: stop after so many, for who draws the consequences of each
 * before the next.
 */
export function lapse(
  snapshot: CaseSnapshot,
  calendar: WorkCalendar,
  today: Day,
  most: number = Number.POSITIVE_INFINITY,
): CaseEvent[] {
  const events: CaseEvent[] = [];
  let s = snapshot;
  while (events.length < LONGEST_CHAIN) {
    const [order] = rectificationsToOrder(s);
    const next = order
      ? null
      : candidates(s, calendar, today)
          .filter((c) => c.event !== null && c.due < today)
          .sort(byTime)[0];
    const event = order ?? (next?.event ? makeEvent(next.event, SYSTEM, next.at) : null);
    if (!event) return events;
    s = applyEvent(s, event);
    events.push(event);
    if (events.length >= most) return events;
  }
  throw new DomainError("impossible_history", { chain: events.length });
}

/** Open deadlines that a new notice moves, as events dated `now`: the parties are told of each (Rules §4). */
export function movedDeadlines(snapshot: CaseSnapshot, before: WorkCalendar, after: WorkCalendar, now: Instant): CaseEvent[] {
  const today = dayOf(now);
  const old = caseClocks(snapshot, before, today);
  return caseClocks(snapshot, after, today).flatMap((c, i) => {
    const from = old[i]?.due;
    const open = c.state === "running" || c.state === "paused";
    if (!open || from === undefined || from === c.due) return [];
    return [makeEvent({ type: "deadline_moved", data: { clock: c.clock, from, to: c.due, subject: c.subject } }, SYSTEM, now)];
  });
}
