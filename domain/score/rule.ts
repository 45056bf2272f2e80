import type { Outcome, Tier } from "../findings";

/**
 * The fixed numbers of the compliance score (Rules §6, this portal's own rule). What changes from period to period stands in
 * `PeriodParameters`. Shown on the method page as they stand here.
 */
export const SCORE_RULE = {
  /** Rises whenever a number or a formula of the score changes; stored with every score and every public dump. */
  version: "2026.1",
  /** w: what a proven breach weighs. */
  weight: { minor: 1, moderate: 3, serious: 9 },
  /** Share of w that an outcome counts with. */
  outcomeShare: { upheld: 1, partly_upheld: 0.5, not_upheld: 0, insufficient_evidence: 0 },
  recurrence: 1.5,
  /** ρ: what became of the rectification. */
  rectification: { pending: 1, in_time: 0.6, late: 0.8, overdue: 1.5 },
  /** g halves every so many decay months after the accepted rectification. */
  halfLifeMonths: 12,
  decayMonthDays: 30.4375,
  /** Calendar months after signing at which a finding scores zero. */
  findingLifeMonths: 36,
  /** Calendar months after an accepted rectification in which the same clause recurs. */
  recurrenceMonths: 12,
  /** Share of the second and further clauses of a unit. */
  furtherClauseShare: 0.25,
  reply: { late: 0.5, missing: 1 },
  replyLifeMonths: 12,
  contactsPerUnit: 100_000,
  declaredCapOfProxy: 3,
  k0: 5,
  mean: { first: 2, floor: 0.5 },
  phi: { first: 4, floor: 1 },
  /** C of a company at the portal's mean is 70. */
  meanCompliance: 0.7,
  dial: { passedPrior: 8, testsPrior: 10, months: 12 },
  share: { compliance: 0.8, dial: 0.2 },
  overdueSeriousCap: 59,
  interval: { low: 0.05, high: 0.95 },
  evidence: {
    months: 36,
    gradeI: { decided: 30, reliability: 0.75 },
    gradeII: { decided: 10, tests: 6, reliability: 0.5 },
    gradeIII: { decided: 5 },
  },
  bands: { A: 90, B: 75, C: 60, D: 40 },
  /** Points are rounded to 2⁻²⁴, so that their sums are exact and do not depend on any order. */
  pointQuantum: 2 ** -24,
} as const satisfies {
  readonly weight: Record<Tier, number>;
  readonly outcomeShare: Record<Outcome, number>;
  readonly [key: string]: unknown;
};

/** Points on the grid on which all sums of the score are exact. */
export function onPointGrid(points: number): number {
  return Math.round(points / SCORE_RULE.pointQuantum) * SCORE_RULE.pointQuantum;
}

/** Order of ids that no locale changes. */
export function byId(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
