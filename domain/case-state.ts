import type { Side } from "./actors";
import type { Channel, ConsentKind, Origin, ReviewResult, ServiceMethod } from "./case-events";
import type { ClockName, PauseReason } from "./clock-table";
import type { Day, Instant } from "./day";
import type { DeclineGround } from "./findings";
import type { State } from "./procedure";

/** Counted out: the days in (from, to]. Open while `to` is null. */
export interface CasePause {
  readonly id: string;
  readonly clock: "acceptance" | "decision";
  readonly reason: PauseReason;
  readonly from: Day;
  readonly to: Day | null;
}

/** A finding's rectification: ordered → reported → accepted | rejected → 7 more working days, once → accepted or overdue. */
export interface Rectification {
  readonly findingId: string;
  readonly orderedAt: Instant;
  readonly orderedOn: Day;
  readonly reports: readonly { readonly reportId: string; readonly at: Instant }[];
  readonly rejections: readonly { readonly at: Instant }[];
  readonly acceptedAt: Instant | null;
  readonly overdueAt: Instant | null;
  readonly confirmedAt: Instant | null;
  readonly disputedAt: Instant | null;
}

export interface RecordRequest {
  readonly requestId: string;
  readonly askedOn: Day;
  readonly deliveredAt: Instant | null;
  readonly missedAt: Instant | null;
}

/** One review: drafted by an officer who took no part, signed by a second person. */
export interface CaseReview {
  readonly of: "ruling" | "decline";
  readonly requestedAt: Instant;
  readonly by: Side;
  readonly reviewId: string | null;
  readonly draftedBy: string | null;
  readonly decidedAt: Instant | null;
  readonly decidedBy: string | null;
  readonly result: ReviewResult | null;
}

/** A deadline that ran out, as judged then; `subject` is the finding or record request when there are several. */
export interface PassedDeadline {
  readonly clock: ClockName;
  readonly due: Day;
  readonly subject: string | null;
  readonly at: Instant;
}

export interface CaseEvidence {
  readonly evidenceId: string;
  readonly sha256: string;
  readonly by: "complainant" | "company" | "officer";
  /** The side that added it has seen it. */
  readonly seenBy: readonly Side[];
}

/** All of a complaint that derives from its events. A complaint's row holds nothing else about the procedure. */
export interface CaseSnapshot {
  readonly state: State;
  readonly origin: Origin;
  readonly channel: Channel | null;
  readonly filedAt: Instant;

  readonly supplementRequestedAt: Instant | null;
  readonly supplementRequestId: string | null;
  readonly supplementExtended: boolean;
  readonly supplementedAt: Instant | null;
  readonly notPursuedAt: Instant | null;
  readonly reopenedAt: Instant | null;

  readonly acceptedAt: Instant | null;
  readonly deemed: boolean;
  /** Day zero of the decision clock: acceptance, or filing when deemed. */
  readonly decisionStart: Day | null;
  readonly decisionExtendedDays: number;
  readonly pauses: readonly CasePause[];

  readonly declinedAt: Instant | null;
  readonly declineGround: DeclineGround | null;
  /** Ended by the supervisor after acceptance. */
  readonly terminated: boolean;

  readonly companyId: string | null;
  readonly servedAt: Instant | null;
  readonly serviceMethod: ServiceMethod | null;
  readonly firstAnswerAt: Instant | null;
  readonly repliedAt: Instant | null;
  readonly replyMissedAt: Instant | null;

  readonly rulingId: string | null;
  readonly draftedAt: Instant | null;
  readonly draftedBy: string | null;
  readonly draftSentAt: Instant | null;
  readonly commented: readonly Side[];
  readonly commentsCompleteAt: Instant | null;
  readonly ruledAt: Instant | null;
  readonly rulingNumber: string | null;
  readonly signedBy: string | null;
  /** Findings upheld in whole or part, as signed or as they stand after review: each is rectified once final. */
  readonly upheld: readonly string[];

  /** A decline may be reviewed once, a ruling once: at most two, the last one is the current one. */
  readonly reviews: readonly CaseReview[];

  readonly finalAt: Instant | null;
  /** The day that counts as day zero of what follows from finality. */
  readonly finalOn: Day | null;
  readonly withdrawnAt: Instant | null;
  readonly settledAt: Instant | null;
  readonly closedAt: Instant | null;

  readonly officerId: string | null;
  /** Regulator's people who took part in the decision under review, by user id. */
  readonly participants: readonly string[];
  readonly recused: readonly string[];
  readonly consents: { readonly [S in Side]: readonly ConsentKind[] };
  readonly evidence: readonly CaseEvidence[];
  readonly rectifications: readonly Rectification[];
  readonly recordRequests: readonly RecordRequest[];
  readonly deadlinesPassed: readonly PassedDeadline[];
  readonly reminded: readonly { readonly clock: ClockName; readonly subject: string | null; readonly daysLeft: number }[];
  readonly publicationWithdrawnAt: Instant | null;
  readonly erased: boolean;
  readonly lastEventAt: Instant;
  readonly events: number;
}
