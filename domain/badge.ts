import type { Day, Quarter } from "./day";
import { addDays, quarterBounds, quarterOf } from "./day";
import { roundScore, shownScore } from "./score/evidence-grade";
import type { Band, CompanyScore, EvidenceGrade } from "./score/types";

/** What the badge 人工服务保障标识 is given for (Rules §6); all must hold. In the order in which they are told. */
export const BADGE_CONDITIONS = ["band", "grade", "rectified", "dial", "pledge"] as const;
export type BadgeCondition = (typeof BADGE_CONDITIONS)[number];

/** Share of the trailing 12 months' dial tests that must have been passed. */
export const BADGE_DIAL_SHARE = 0.95;

/** What the rule looks at, as of the end of a day; kept with each decision, so that anyone can judge it again. */
export interface BadgeFacts {
  readonly asOf: Day;
  /** Rounded as published; null where the grade of evidence allows no score. */
  readonly score: number | null;
  readonly band: Band | null;
  readonly grade: EvidenceGrade;
  /** Findings whose rectification is overdue. */
  readonly overdue: number;
  readonly tests: number;
  readonly passed: number;
  /** Null: not signed by then. */
  readonly pledgeSignedOn: Day | null;
}

/** The facts behind a badge from a score and the day on which the pledge was signed. */
export function badgeFacts(score: CompanyScore, pledgeSignedOn: Day | null): BadgeFacts {
  const shown = shownScore(score);
  return {
    asOf: score.asOf,
    score: shown.score === null ? null : roundScore(shown.score),
    band: shown.band,
    grade: score.grade,
    overdue: score.lines.filter((line) => line.rectification === "overdue").length,
    tests: score.tests,
    passed: score.passed,
    pledgeSignedOn: pledgeSignedOn !== null && pledgeSignedOn <= score.asOf ? pledgeSignedOn : null,
  };
}

/** Conditions that do not hold; none: the badge is given, or kept. A company that was never tested has passed nothing (ours). */
export function failedConditions(facts: BadgeFacts): BadgeCondition[] {
  const holds: Record<BadgeCondition, boolean> = {
    band: facts.band === "A" || facts.band === "B",
    grade: facts.grade === "I" || facts.grade === "II",
    rectified: facts.overdue === 0,
    dial: facts.tests > 0 && facts.passed >= facts.tests * BADGE_DIAL_SHARE,
    pledge: facts.pledgeSignedOn !== null,
  };
  return BADGE_CONDITIONS.filter((condition) => !holds[condition]);
}

/** When the badge of a quarter is judged and how long it holds: on the facts at the end of the quarter before, to its own last day. */
export function badgeTerm(quarter: Quarter): { judgedAsOf: Day; from: Day; until: Day } {
  const { first, last } = quarterBounds(quarter);
  return { judgedAsOf: addDays(first, -1), from: first, until: last };
}

/** A decision as it is kept. */
export interface BadgeDecision {
  readonly quarter: Quarter;
  readonly awardedOn: Day | null;
  readonly expiresOn: Day;
  readonly revokedOn: Day | null;
}

/** valid; revoked within its quarter; refused at the quarter's turn; expired with its quarter. */
export type BadgeStanding = "valid" | "revoked" | "refused" | "expired";

/** What a decision is worth on a day. A revoked badge stays revoked for its quarter, whatever gets better (ours). */
export function badgeStanding(decision: BadgeDecision, today: Day): BadgeStanding {
  if (decision.awardedOn === null) return "refused";
  if (decision.revokedOn !== null) return "revoked";
  return today > decision.expiresOn ? "expired" : "valid";
}

/** The decision that speaks for a day: its quarter's; null when there is none (yet). */
export function decisionOf<T extends BadgeDecision>(decisions: readonly T[], today: Day): T | null {
  return decisions.find((one) => one.quarter === quarterOf(today)) ?? null;
}
