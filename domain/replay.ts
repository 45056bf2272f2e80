import type { CaseEvent, CaseEventType } from "./case-events";
import type { CaseSnapshot } from "./case-state";
import { DomainError } from "./errors";
import { type Action, isClosed, type State, stateAfter, TRANSITIONS, type Transition } from "./procedure";
import { type Changes, changesOf } from "./replay-case";
import { withId } from "./replay-file";

const REGULATORS_ACTS: readonly CaseEventType[] = [
  "accepted",
  "declined",
  "terminated",
  "ruling_drafted",
  "ruling_returned",
  "ruling_signed",
];

function impossible(event: CaseEvent, state: State | null): never {
  throw new DomainError("impossible_history", { type: event.type, state });
}

/** The action that wrote an event, told from its data where several write the same type. */
function actionOf(event: CaseEvent, before: CaseSnapshot | null): Action | null {
  switch (event.type) {
    case "clock_paused":
      return event.data.clock === "acceptance" ? "pause_acceptance" : "pause_decision";
    case "clock_resumed": {
      const pause = before?.pauses.find((p) => p.id === event.data.pauseId);
      return pause?.clock === "acceptance" ? "resume_acceptance" : "resume_decision";
    }
    case "review_decided": {
      const ofDecline = before?.reviews.at(-1)?.of === "decline";
      if (event.data.result === "varied") return ofDecline ? null : "vary";
      if (event.data.result === "upheld") return ofDecline ? "uphold_decline" : "uphold";
      return ofDecline ? "annul_decline" : "annul";
    }
    default:
      return TRANSITIONS.find((row) => row.event === event.type)?.action ?? null;
  }
}

function rowOf(event: CaseEvent, before: CaseSnapshot | null): Transition {
  const action = actionOf(event, before);
  const state = before?.state ?? null;
  const rows: readonly Transition[] = TRANSITIONS;
  const row = rows.find((r) => r.action === action && r.by.includes(event.actor.role) && r.from.includes(state));
  return row ?? impossible(event, state);
}

function begin(event: CaseEvent & { type: "submitted" }): CaseSnapshot {
  const { channel, origin } = event.data;
  return {
    state: "submitted",
    origin,
    channel,
    filedAt: event.at,
    supplementRequestedAt: null,
    supplementRequestId: null,
    supplementExtended: false,
    supplementedAt: null,
    notPursuedAt: null,
    reopenedAt: null,
    acceptedAt: null,
    deemed: false,
    decisionStart: null,
    decisionExtendedDays: 0,
    pauses: [],
    declinedAt: null,
    declineGround: null,
    terminated: false,
    companyId: null,
    servedAt: null,
    serviceMethod: null,
    firstAnswerAt: null,
    repliedAt: null,
    replyMissedAt: null,
    rulingId: null,
    draftedAt: null,
    draftedBy: null,
    draftSentAt: null,
    commented: [],
    commentsCompleteAt: null,
    ruledAt: null,
    rulingNumber: null,
    signedBy: null,
    upheld: [],
    reviews: [],
    finalAt: null,
    finalOn: null,
    withdrawnAt: null,
    settledAt: null,
    closedAt: null,
    officerId: null,
    participants: [],
    recused: [],
    consents: { complainant: [], company: [] },
    evidence: [],
    rectifications: [],
    recordRequests: [],
    deadlinesPassed: [],
    reminded: [],
    publicationWithdrawnAt: null,
    erased: false,
    lastEventAt: event.at,
    events: 1,
  };
}

/**
 * One event later. `null` stands for no case yet and takes only `submitted`.
 * Total and deterministic; throws `impossible_history` for what the procedure does not allow in that state, by that role, at that point.
 */
export function applyEvent(snapshot: CaseSnapshot | null, event: CaseEvent): CaseSnapshot {
  const row = rowOf(event, snapshot);
  if (snapshot === null) return event.type === "submitted" ? begin(event) : impossible(event, null);
  if (event.at < snapshot.filedAt) impossible(event, snapshot.state);
  const must = (holds: boolean) => {
    if (!holds) impossible(event, snapshot.state);
  };
  const changes = changesOf(event, snapshot, must);
  const state = stateAfter(row, snapshot.state);
  const participants =
    REGULATORS_ACTS.includes(event.type) && !changes.participants
      ? withId(snapshot.participants, event.actor.userId)
      : snapshot.participants;
  const closing: Changes = row.to === "same" ? {} : { closedAt: isClosed(state) ? event.at : null };
  const lastEventAt = new Date(Math.max(event.at.getTime(), snapshot.lastEventAt.getTime()));
  return { ...snapshot, participants, ...changes, ...closing, state, lastEventAt, events: snapshot.events + 1 };
}

/** A case from its ledger, in order of writing. Throws `impossible_history` when it is empty or illegal. */
export function replay(events: readonly CaseEvent[]): CaseSnapshot {
  const snapshot = events.reduce<CaseSnapshot | null>(applyEvent, null);
  if (snapshot === null) throw new DomainError("impossible_history", { events: 0 });
  return snapshot;
}

/** A stored snapshot with its moments as Date again. */
export function reviveSnapshot(stored: unknown): CaseSnapshot {
  const revive = (key: string, value: unknown) =>
    typeof value === "string" && (key === "at" || key.endsWith("At")) ? new Date(value) : value;
  return JSON.parse(JSON.stringify(stored), revive) as CaseSnapshot;
}
