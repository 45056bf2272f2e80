import type { Role } from "./actors";
import type { CaseEventType } from "./case-events";
import type { ClockName } from "./clock-table";
import { DomainError } from "./errors";

/** States of a case (Rules §3). */
export const STATES = [
  "submitted",
  "awaiting_supplement",
  "accepted",
  "ruling_drafted",
  "ruled",
  "under_review",
  "final",
  "declined",
  "not_pursued",
  "withdrawn",
  "settled",
] as const;
export type State = (typeof STATES)[number];

export function isState(value: string): value is State {
  return (STATES as readonly string[]).includes(value);
}

/** Nothing but housekeeping, rectification and, where the table says so, review or reopening happens in these. */
export const CLOSED_STATES = ["final", "declined", "not_pursued", "withdrawn", "settled"] as const satisfies readonly State[];

const ALL: readonly State[] = STATES;
const PENDING = ["submitted", "awaiting_supplement"] as const satisfies readonly State[];
const IN_HAND = ["accepted", "ruling_drafted"] as const satisfies readonly State[];
const BEFORE_RULING = [...PENDING, ...IN_HAND] as const;
const OPEN = [...BEFORE_RULING, "ruled", "under_review"] as const satisfies readonly State[];
const FROM_ACCEPTANCE = [...IN_HAND, "ruled", "under_review", "final"] as const satisfies readonly State[];

/** One row: who may do what in which states, where it leads ("same": the state stays), what is written, what the clocks do. */
export interface Transition {
  readonly action: string;
  readonly by: readonly Role[];
  /** `null`: there is no case yet. */
  readonly from: readonly (State | null)[];
  readonly to: State | "same";
  readonly event: CaseEventType;
  readonly starts?: readonly ClockName[];
  readonly stops?: readonly ClockName[];
  readonly pauses?: readonly ClockName[];
  readonly resumes?: readonly ClockName[];
}

const CASE_CLOCKS = [
  "acceptance",
  "decision",
  "supplement",
  "company_reply",
  "draft_comments",
] as const satisfies readonly ClockName[];
const BEFORE_DECISION = ["decision", "company_reply", "draft_comments"] as const satisfies readonly ClockName[];

/** The procedure of Rules §3. Conditions on people, dates and documents stand in `case-checks`. */
// biome-ignore format: a table, one row a line
export const TRANSITIONS = [
  { action: "submit", by: ["complainant", "public", "officer"], from: [null], to: "submitted", event: "submitted", starts: ["acceptance"] },
  { action: "request_supplement", by: ["officer"], from: ["submitted"], to: "awaiting_supplement", event: "supplement_requested", starts: ["supplement"], pauses: ["acceptance"] },
  { action: "extend_supplement", by: ["complainant", "officer"], from: ["awaiting_supplement"], to: "same", event: "supplement_extended" },
  { action: "supplement", by: ["complainant", "officer"], from: ["awaiting_supplement"], to: "submitted", event: "supplemented", stops: ["supplement"], resumes: ["acceptance"] },
  { action: "lapse_supplement", by: ["system"], from: ["awaiting_supplement"], to: "not_pursued", event: "not_pursued", stops: ["supplement"] },
  { action: "reopen", by: ["complainant", "officer"], from: ["not_pursued"], to: "submitted", event: "reopened", resumes: ["acceptance"] },
  { action: "accept", by: ["officer"], from: ["submitted"], to: "accepted", event: "accepted", stops: ["acceptance"], starts: ["decision"] },
  { action: "deem_accepted", by: ["system"], from: ["submitted"], to: "accepted", event: "deemed_accepted", stops: ["acceptance"], starts: ["decision"] },
  { action: "decline", by: ["officer"], from: ["submitted"], to: "declined", event: "declined", stops: ["acceptance"], starts: ["review_window"] },
  { action: "terminate", by: ["supervisor"], from: ["accepted"], to: "declined", event: "terminated", stops: BEFORE_DECISION, starts: ["review_window"] },
  { action: "withdraw", by: ["complainant"], from: BEFORE_RULING, to: "withdrawn", event: "withdrawn", stops: CASE_CLOCKS },
  { action: "settle", by: ["complainant", "company", "officer"], from: IN_HAND, to: "settled", event: "settled", stops: BEFORE_DECISION },

  { action: "bind_company", by: ["officer"], from: BEFORE_RULING, to: "same", event: "company_bound" },
  { action: "serve", by: ["officer", "system"], from: ["accepted"], to: "same", event: "served", starts: ["company_reply", "first_answer"] },
  { action: "answer", by: ["company"], from: IN_HAND, to: "same", event: "company_answered", stops: ["first_answer"] },
  { action: "reply", by: ["company"], from: IN_HAND, to: "same", event: "company_replied", stops: ["company_reply", "first_answer"] },
  { action: "miss_reply", by: ["system"], from: IN_HAND, to: "same", event: "reply_missed" },

  { action: "pause_acceptance", by: ["officer"], from: ["submitted"], to: "same", event: "clock_paused", pauses: ["acceptance"] },
  { action: "pause_decision", by: ["officer"], from: IN_HAND, to: "same", event: "clock_paused", pauses: ["decision"] },
  { action: "resume_acceptance", by: ["officer", "system"], from: ["submitted"], to: "same", event: "clock_resumed", resumes: ["acceptance"] },
  { action: "resume_decision", by: ["officer", "system"], from: IN_HAND, to: "same", event: "clock_resumed", resumes: ["decision"] },
  { action: "extend_decision", by: ["supervisor"], from: IN_HAND, to: "same", event: "decision_extended" },

  { action: "draft_ruling", by: ["officer"], from: ["accepted"], to: "ruling_drafted", event: "ruling_drafted" },
  { action: "send_draft", by: ["officer"], from: ["ruling_drafted"], to: "same", event: "draft_sent", starts: ["draft_comments"] },
  { action: "comment_draft", by: ["complainant", "company"], from: ["ruling_drafted"], to: "same", event: "draft_commented", stops: ["draft_comments"] },
  { action: "return_ruling", by: ["supervisor"], from: ["ruling_drafted"], to: "accepted", event: "ruling_returned", stops: ["draft_comments"] },
  { action: "sign_ruling", by: ["supervisor"], from: ["ruling_drafted"], to: "ruled", event: "ruling_signed", stops: BEFORE_DECISION, starts: ["review_window"] },

  { action: "request_review", by: ["complainant", "company"], from: ["ruled"], to: "under_review", event: "review_requested", stops: ["review_window"], starts: ["review"] },
  { action: "request_review", by: ["complainant"], from: ["declined"], to: "under_review", event: "review_requested", stops: ["review_window"], starts: ["review"] },
  { action: "become_final", by: ["system"], from: ["ruled"], to: "final", event: "became_final", stops: ["review_window"] },
  { action: "draft_review", by: ["officer"], from: ["under_review"], to: "same", event: "review_drafted" },
  { action: "uphold", by: ["officer", "supervisor"], from: ["under_review"], to: "final", event: "review_decided", stops: ["review"] },
  { action: "vary", by: ["officer", "supervisor"], from: ["under_review"], to: "final", event: "review_decided", stops: ["review"] },
  { action: "annul", by: ["officer", "supervisor"], from: ["under_review"], to: "final", event: "review_decided", stops: ["review"] },
  { action: "uphold_decline", by: ["officer", "supervisor"], from: ["under_review"], to: "declined", event: "review_decided", stops: ["review"] },
  { action: "annul_decline", by: ["officer", "supervisor"], from: ["under_review"], to: "accepted", event: "review_decided", stops: ["review"], starts: ["decision"] },

  { action: "order_rectification", by: ["system"], from: ["final"], to: "same", event: "rectification_ordered", starts: ["rectification"] },
  { action: "report_rectification", by: ["company"], from: ["final"], to: "same", event: "rectification_reported", stops: ["rectification"], starts: ["rectification_check"] },
  { action: "accept_rectification", by: ["officer"], from: ["final"], to: "same", event: "rectification_accepted", stops: ["rectification_check"] },
  { action: "reject_rectification", by: ["officer"], from: ["final"], to: "same", event: "rectification_rejected", stops: ["rectification_check"], starts: ["rectification"] },
  { action: "lapse_rectification", by: ["system"], from: ["final"], to: "same", event: "rectification_overdue" },
  { action: "confirm_rectification", by: ["complainant"], from: ["final"], to: "same", event: "rectification_confirmed" },
  { action: "dispute_rectification", by: ["complainant"], from: ["final"], to: "same", event: "rectification_disputed" },

  { action: "request_records", by: ["complainant"], from: FROM_ACCEPTANCE, to: "same", event: "record_requested", starts: ["record_request"] },
  { action: "deliver_records", by: ["company"], from: ALL, to: "same", event: "records_delivered", stops: ["record_request"] },
  { action: "miss_records", by: ["system"], from: ALL, to: "same", event: "record_request_missed" },

  { action: "assign", by: ["officer", "supervisor"], from: OPEN, to: "same", event: "assigned" },
  { action: "recuse", by: ["officer", "supervisor"], from: OPEN, to: "same", event: "recused" },
  { action: "add_evidence", by: ["complainant", "company", "officer"], from: [...BEFORE_RULING, "under_review"], to: "same", event: "evidence_added" },
  { action: "add_evidence", by: ["company"], from: ["ruled", "final"], to: "same", event: "evidence_added" },
  { action: "view_evidence", by: ["complainant", "company", "officer", "supervisor"], from: ALL, to: "same", event: "evidence_viewed" },
  { action: "confirm_reading", by: ["complainant"], from: ALL, to: "same", event: "reading_confirmed" },
  { action: "change_consent", by: ["complainant", "company"], from: ALL, to: "same", event: "consent_changed" },
  { action: "change_contact", by: ["complainant"], from: ALL, to: "same", event: "contact_changed" },
  { action: "correct_words", by: ["complainant"], from: [...BEFORE_RULING, "under_review"], to: "same", event: "words_corrected" },
  { action: "add_note", by: ["officer", "supervisor"], from: ALL, to: "same", event: "note_added" },
  { action: "link_similar", by: ["officer", "supervisor"], from: ALL, to: "same", event: "similar_linked" },
  { action: "send_letter", by: ["officer", "supervisor", "system"], from: ALL, to: "same", event: "letter_sent" },
  { action: "remind_deadline", by: ["system"], from: ALL, to: "same", event: "deadline_reminded" },
  { action: "pass_deadline", by: ["system"], from: ALL, to: "same", event: "deadline_passed" },
  { action: "move_deadline", by: ["system"], from: ALL, to: "same", event: "deadline_moved" },
  { action: "withdraw_publication", by: ["officer", "supervisor", "system"], from: ["final"], to: "same", event: "publication_withdrawn" },
  { action: "erase", by: ["system"], from: CLOSED_STATES, to: "same", event: "erased" },
] as const satisfies readonly Transition[];

export type Action = (typeof TRANSITIONS)[number]["action"];

/** Every action once, in the order of the table. */
export const ACTIONS: readonly Action[] = [...new Set(TRANSITIONS.map((row) => row.action))];

const ROWS: readonly (Transition & { readonly action: Action })[] = TRANSITIONS;

/**
 * The row under which `role` may do `action` in `state` (null: no case yet).
 * Throws `forbidden` when the role never may in any state, else `wrong_state`.
 */
export function decide(action: Action, role: Role, state: State | null): Transition & { readonly action: Action } {
  const permitted = ROWS.filter((row) => row.action === action && row.by.includes(role));
  if (permitted.length === 0) throw new DomainError("forbidden", { action, role });
  const row = permitted.find((candidate) => candidate.from.includes(state));
  if (!row) throw new DomainError("wrong_state", { action, state });
  return row;
}

/** What `role` may do in `state` by the table alone; `case-checks` may still refuse for a reason of its own. */
export function actionsFor(role: Role, state: State | null): Action[] {
  return ROWS.filter((row) => row.by.includes(role) && row.from.includes(state)).map((row) => row.action);
}

/** The state after a row was carried out. */
export function stateAfter(row: Transition, before: State | null): State {
  if (row.to !== "same") return row.to;
  if (before === null) throw new DomainError("impossible_history", { action: row.action });
  return before;
}

export function isClosed(state: State): boolean {
  return (CLOSED_STATES as readonly State[]).includes(state);
}
