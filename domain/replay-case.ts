import type { CaseEvent } from "./case-events";
import { eventDay } from "./case-events";
import type { CasePause, CaseSnapshot } from "./case-state";
import { type Day, dayOf } from "./day";
import { applyToFile, isFileEvent, sideOf } from "./replay-file";
import { applyRectification, isRectificationEvent } from "./replay-rectification";

export type Changes = { -readonly [K in keyof CaseSnapshot]?: CaseSnapshot[K] };

function endPauses(pauses: readonly CasePause[], day: Day, which: (pause: CasePause) => boolean): CasePause[] {
  return pauses.map((pause) => (pause.to === null && which(pause) ? { ...pause, to: day } : pause));
}

function replaceReview(s: CaseSnapshot, changes: Partial<CaseSnapshot["reviews"][number]>): CaseSnapshot["reviews"] {
  return s.reviews.map((review, i) => (i === s.reviews.length - 1 ? { ...review, ...changes } : review));
}

/** What an event changes beside the state. Everything refused here can never have happened, whoever tried. */
export function changesOf(event: CaseEvent, s: CaseSnapshot, must: (holds: boolean) => void): Changes {
  const { at } = event;
  const day = eventDay(event);
  if (isRectificationEvent(event)) return applyRectification(event, s, day, must);
  if (isFileEvent(event)) return applyToFile(event, s, day, must);
  switch (event.type) {
    case "submitted":
      return {};
    case "supplement_requested": {
      must(s.supplementRequestedAt === null);
      const { requestId } = event.data;
      const pause: CasePause = { id: requestId, clock: "acceptance", reason: "supplement", from: day, to: null };
      return {
        supplementRequestedAt: at,
        supplementRequestId: requestId,
        pauses: [...endPauses(s.pauses, day, () => true), pause],
      };
    }
    case "supplement_extended":
      must(!s.supplementExtended);
      return { supplementExtended: true };
    case "supplemented":
      return { supplementedAt: at, pauses: endPauses(s.pauses, day, (p) => p.reason === "supplement") };
    case "not_pursued":
      return { notPursuedAt: at };
    case "reopened":
      return { reopenedAt: at, pauses: endPauses(s.pauses, day, (p) => p.reason === "supplement") };
    case "accepted":
      return { acceptedAt: at, decisionStart: day, pauses: endPauses(s.pauses, day, () => true) };
    case "deemed_accepted":
      return { acceptedAt: at, deemed: true, decisionStart: dayOf(s.filedAt), pauses: endPauses(s.pauses, day, () => true) };
    case "declined":
      return { declinedAt: at, declineGround: event.data.ground, pauses: endPauses(s.pauses, day, () => true) };
    case "terminated": {
      const kept: CasePause = {
        id: `termination-${s.events + 1}`,
        clock: "decision",
        reason: "termination",
        from: day,
        to: null,
      };
      return {
        declinedAt: at,
        declineGround: event.data.ground,
        terminated: true,
        pauses: [...endPauses(s.pauses, day, () => true), kept],
      };
    }
    case "withdrawn":
      return { withdrawnAt: at, pauses: endPauses(s.pauses, day, () => true) };
    case "settled":
      must(s.consents.complainant.includes("settlement") && s.consents.company.includes("settlement"));
      return { settledAt: at, pauses: endPauses(s.pauses, day, () => true) };
    case "company_bound":
      if (event.data.companyId === s.companyId) return {};
      return {
        companyId: event.data.companyId,
        servedAt: null,
        serviceMethod: null,
        firstAnswerAt: null,
        repliedAt: null,
        replyMissedAt: null,
      };
    case "served":
      must(s.servedAt === null && s.companyId === event.data.companyId);
      return { servedAt: at, serviceMethod: event.data.method };
    case "company_answered":
      must(s.servedAt !== null && s.firstAnswerAt === null);
      return { firstAnswerAt: at };
    case "company_replied":
      must(s.servedAt !== null && s.repliedAt === null);
      return { repliedAt: at, firstAnswerAt: s.firstAnswerAt ?? at };
    case "reply_missed":
      must(s.servedAt !== null && s.repliedAt === null && s.replyMissedAt === null);
      return { replyMissedAt: at };
    case "clock_paused": {
      const { pauseId, clock, reason } = event.data;
      must(!s.pauses.some((p) => p.id === pauseId || (p.to === null && p.reason === reason)));
      return { pauses: [...s.pauses, { id: pauseId, clock, reason, from: day, to: null }] };
    }
    case "clock_resumed":
      must(s.pauses.some((p) => p.id === event.data.pauseId && p.to === null));
      return { pauses: endPauses(s.pauses, day, (p) => p.id === event.data.pauseId) };
    case "decision_extended":
      must(s.decisionExtendedDays === 0);
      return { decisionExtendedDays: event.data.days, reminded: s.reminded.filter((r) => r.clock !== "decision") };
    case "ruling_drafted":
      return { rulingId: event.data.rulingId, draftedAt: at, draftedBy: event.actor.userId ?? null };
    case "draft_sent":
      must(s.draftSentAt === null);
      return {
        draftSentAt: at,
        commented: [],
        commentsCompleteAt: null,
        reminded: s.reminded.filter((r) => r.clock !== "draft_comments"),
      };
    case "draft_commented": {
      must(s.draftSentAt !== null && sideOf(event) === event.data.side && !s.commented.includes(event.data.side));
      const commented = [...s.commented, event.data.side];
      return { commented, commentsCompleteAt: commented.length === 2 ? at : null };
    }
    case "ruling_returned":
      must(event.data.rulingId === s.rulingId);
      return { draftedAt: null, draftedBy: null, draftSentAt: null, commented: [], commentsCompleteAt: null };
    case "ruling_signed":
      must(event.data.rulingId === s.rulingId && s.draftSentAt !== null && s.servedAt !== null);
      must(event.actor.userId === undefined || event.actor.userId !== s.draftedBy);
      return {
        ruledAt: at,
        rulingNumber: event.data.number,
        signedBy: event.actor.userId ?? null,
        upheld: event.data.upheld,
        pauses: endPauses(s.pauses, day, () => true),
      };
    case "review_requested": {
      must(sideOf(event) === event.data.by && !(s.state === "declined" && s.reviews.some((r) => r.of === "decline")));
      const of = s.state === "declined" ? "decline" : "ruling";
      const review = {
        of,
        requestedAt: at,
        by: event.data.by,
        reviewId: null,
        draftedBy: null,
        decidedAt: null,
        decidedBy: null,
        result: null,
      } as const;
      return { reviews: [...s.reviews, review], closedAt: null, reminded: s.reminded.filter((r) => r.clock !== "review") };
    }
    case "review_drafted":
      return { reviews: replaceReview(s, { reviewId: event.data.reviewId, draftedBy: event.actor.userId ?? null }) };
    case "review_decided":
      return decideReview(event, s, day, must);
    case "became_final":
      return { finalAt: at, finalOn: day };
    case "publication_withdrawn":
      return { publicationWithdrawnAt: at };
    case "erased":
      return { erased: true };
    case "contact_changed":
    case "words_corrected":
    case "note_added":
    case "similar_linked":
    case "letter_sent":
    case "deadline_moved":
      return {};
  }
}

function decideReview(
  event: CaseEvent & { type: "review_decided" },
  s: CaseSnapshot,
  day: Day,
  must: (holds: boolean) => void,
): Changes {
  const review = s.reviews.at(-1);
  must(review !== undefined && review.reviewId !== null);
  must(event.actor.userId === undefined || event.actor.userId !== review?.draftedBy);
  const { result, upheld } = event.data;
  const reviews = replaceReview(s, { decidedAt: event.at, decidedBy: event.actor.userId ?? null, result });
  if (review?.of === "ruling") return { reviews, upheld: result === "annulled" ? [] : upheld, finalAt: event.at, finalOn: day };
  if (result !== "annulled") return { reviews };
  // A case that had been accepted before goes on with the days that were left; another begins its decision clock now.
  if (s.terminated) return { reviews, terminated: false, pauses: endPauses(s.pauses, day, (p) => p.reason === "termination") };
  return { reviews, acceptedAt: event.at, decisionStart: day };
}
