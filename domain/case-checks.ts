import { type Actor, isRegulator } from "./actors";
import { caseClocks, reopenUntil } from "./case-clocks";
import type { CaseSnapshot } from "./case-state";
import { type ClockName, PAUSES, type PauseReason } from "./clock-table";
import { type Day, dayOf, type Instant } from "./day";
import { effectivePauses } from "./deadline";
import { DomainError } from "./errors";
import type { Action } from "./procedure";
import { countWorkingDays, type WorkCalendar } from "./working-days";

/** What a check looks at beside the case. The case is brought up to date by `lapse` first. */
export interface CheckContext {
  readonly actor: Actor;
  readonly now: Instant;
  readonly calendar: WorkCalendar;
}

/** The due day of the latest clock of that name; null when none has started. */
function dueOf(s: CaseSnapshot, name: ClockName, { calendar, now }: CheckContext): Day | null {
  return caseClocks(s, calendar, dayOf(now)).findLast((c) => c.clock === name)?.due ?? null;
}

/**
 * Whether a clock may be paused for `reason` now. Throws `invalid` (not to be asked for), `not_consented` (mediation needs both),
 * `already_done` (open already), `limit_reached` (how often, or all its working days used), `clock_not_running`.
 */
export function checkPause(s: CaseSnapshot, reason: PauseReason, { calendar, now }: CheckContext): void {
  const rule: { automatic: boolean; times: number | null; total: number | null; clock: ClockName } = PAUSES[reason];
  if (rule.automatic) throw new DomainError("invalid", { reason });
  const today = dayOf(now);
  if (!caseClocks(s, calendar, today).some((c) => c.clock === rule.clock && (c.state === "running" || c.state === "paused"))) {
    throw new DomainError("clock_not_running", { clock: rule.clock });
  }
  if (reason === "mediation") checkBothConsent(s, "mediation");
  const same = s.pauses.filter((pause) => pause.reason === reason);
  if (same.some((pause) => pause.to === null)) throw new DomainError("already_done", { reason });
  if (rule.times !== null && same.length >= rule.times) throw new DomainError("limit_reached", { reason, times: rule.times });
  const used = effectivePauses(same, calendar, today).reduce((sum, p) => sum + countWorkingDays(p.from, p.to, calendar), 0);
  if (rule.total !== null && used >= rule.total) throw new DomainError("limit_reached", { reason, workingDays: rule.total });
}

function checkBothConsent(s: CaseSnapshot, kind: "mediation" | "settlement"): void {
  if (!s.consents.complainant.includes(kind) || !s.consents.company.includes(kind))
    throw new DomainError("not_consented", { kind });
}

/** One extension of 15 working days, before expiry. Throws `once_only`, `too_late`. */
function checkExtension(s: CaseSnapshot, context: CheckContext): void {
  if (s.decisionExtendedDays > 0) throw new DomainError("once_only");
  const due = dueOf(s, "decision", context);
  if (due !== null && dayOf(context.now) > due) throw new DomainError("too_late", { due });
}

/**
 * A ruling may be signed by someone who did not draft it, once both sides have commented on the draft or their 5 working days are over;
 * a company that has said nothing yet keeps the time it has for its reply (ours). Throws `same_person`, `not_served`, `draft_not_sent`, `too_early`.
 */
function checkSigning(s: CaseSnapshot, context: CheckContext): void {
  if (context.actor.userId !== undefined && context.actor.userId === s.draftedBy) throw new DomainError("same_person");
  if (s.servedAt === null) throw new DomainError("not_served");
  if (s.draftSentAt === null) throw new DomainError("draft_not_sent");
  const today = dayOf(context.now);
  const reply = dueOf(s, "company_reply", context);
  const silent = s.repliedAt === null && !s.commented.includes("company");
  if (silent && reply !== null && today <= reply) throw new DomainError("too_early", { clock: "company_reply", due: reply });
  const comments = dueOf(s, "draft_comments", context);
  if (s.commented.length < 2 && comments !== null && today <= comments) {
    throw new DomainError("too_early", { clock: "draft_comments", due: comments });
  }
}

/** Within the window, by a party; a decline once. Throws `too_late`, `once_only`. */
function checkReviewRequest(s: CaseSnapshot, context: CheckContext): void {
  if (s.state === "declined" && s.reviews.some((r) => r.of === "decline")) throw new DomainError("once_only");
  const due = dueOf(s, "review_window", context);
  if (due !== null && dayOf(context.now) > due) throw new DomainError("too_late", { due });
}

/** Whoever accepted, declined, drafted, signed or had the case takes no part in its review. Throws `took_part`. */
function checkTookNoPart(s: CaseSnapshot, { actor }: CheckContext): void {
  if (actor.userId !== undefined && (s.participants.includes(actor.userId) || s.recused.includes(actor.userId))) {
    throw new DomainError("took_part");
  }
}

/** A review is signed by a second person who took no part either, on what it is about. Throws `took_part`, `same_person`, `too_early`, `wrong_state`. */
function checkReviewDecision(s: CaseSnapshot, of: "ruling" | "decline", context: CheckContext): void {
  const review = s.reviews.at(-1);
  if (review?.of !== of) throw new DomainError("wrong_state", { of: review?.of ?? null });
  if (review.reviewId === null) throw new DomainError("too_early");
  if (context.actor.userId !== undefined && context.actor.userId === review.draftedBy) throw new DomainError("same_person");
  checkTookNoPart(s, context);
}

/** Whoever stepped aside acts in the case no more; that they looked stays on record (RULES §3). Throws `took_part`. */
export function checkNotRecused(s: CaseSnapshot, { userId }: Actor): void {
  if (userId !== undefined && s.recused.includes(userId)) throw new DomainError("took_part");
}

function checkReopening(s: CaseSnapshot, { now }: CheckContext): void {
  const until = reopenUntil(s);
  if (until !== null && dayOf(now) > until) throw new DomainError("too_late", { due: until });
}

function checkOwnCompany(s: CaseSnapshot, { actor }: CheckContext): void {
  if (actor.role === "company" && actor.companyId !== s.companyId) throw new DomainError("not_found");
}

function refuseIf(
  holds: boolean,
  code: "once_only" | "already_done" | "missing_company" | "not_served" | "draft_not_sent",
): void {
  if (holds) throw new DomainError(code);
}

type Check = (s: CaseSnapshot, context: CheckContext) => void;

const CHECKS: Partial<Record<Action, Check>> = {
  request_supplement: (s) => refuseIf(s.supplementRequestedAt !== null, "once_only"),
  extend_supplement: (s) => refuseIf(s.supplementExtended, "once_only"),
  reopen: checkReopening,
  settle: (s) => checkBothConsent(s, "settlement"),
  serve: (s) => {
    refuseIf(s.companyId === null, "missing_company");
    refuseIf(s.servedAt !== null, "already_done");
  },
  answer: (s) => {
    refuseIf(s.servedAt === null, "not_served");
    refuseIf(s.firstAnswerAt !== null, "already_done");
  },
  reply: (s) => {
    refuseIf(s.servedAt === null, "not_served");
    refuseIf(s.repliedAt !== null, "already_done");
  },
  extend_decision: checkExtension,
  send_draft: (s) => refuseIf(s.draftSentAt !== null, "already_done"),
  comment_draft: (s, { actor }) => {
    refuseIf(s.draftSentAt === null, "draft_not_sent");
    refuseIf(
      s.commented.some((side) => side === actor.role),
      "already_done",
    );
  },
  // Once there is a ruling, files come with the report of a rectification or with records asked for only.
  add_evidence: (s) => {
    const owed = s.recordRequests.some((r) => r.deliveredAt === null);
    if (s.state === "ruled" && !owed) throw new DomainError("wrong_state", { state: s.state });
    if (s.state === "final" && !owed && s.rectifications.every((r) => r.acceptedAt !== null))
      throw new DomainError("wrong_state", { state: s.state });
  },
  sign_ruling: checkSigning,
  request_review: checkReviewRequest,
  draft_review: checkTookNoPart,
  uphold: (s, context) => checkReviewDecision(s, "ruling", context),
  vary: (s, context) => checkReviewDecision(s, "ruling", context),
  annul: (s, context) => checkReviewDecision(s, "ruling", context),
  uphold_decline: (s, context) => checkReviewDecision(s, "decline", context),
  annul_decline: (s, context) => checkReviewDecision(s, "decline", context),
};

/**
 * The conditions of Rules §3 and §4 that the table of the procedure cannot say: people, dates, consents, how often. Call after `decide`,
 * on a case brought up to date; does nothing for actions without conditions. Pauses have `checkPause`, evidence `checkEvidenceSeen`.
 */
export function checkAction(action: Action, s: CaseSnapshot, context: CheckContext): void {
  checkOwnCompany(s, context);
  if (action !== "view_evidence" && isRegulator(context.actor.role)) checkNotRecused(s, context.actor);
  CHECKS[action]?.(s, context);
}

/** A finding relies only on evidence the company has seen, whole or redacted (Rules §3). Throws `evidence_unseen`, `not_found`. */
export function checkEvidenceSeen(s: CaseSnapshot, evidenceIds: readonly string[]): void {
  for (const evidenceId of evidenceIds) {
    const evidence = s.evidence.find((e) => e.evidenceId === evidenceId);
    if (!evidence) throw new DomainError("not_found", { evidenceId });
    if (!evidence.seenBy.includes("company")) throw new DomainError("evidence_unseen", { evidenceId });
  }
}
