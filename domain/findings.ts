/** What a finding may say about one allegation (Rules §3). */
export const OUTCOMES = ["upheld", "partly_upheld", "not_upheld", "insufficient_evidence"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What a proven breach weighs (Rules §1). */
export const TIERS = ["minor", "moderate", "serious"] as const;
export type Tier = (typeof TIERS)[number];

/** Why a complaint may be declined or, once accepted, terminated (Rules §3). Time that ran out is not among them. */
export const DECLINE_GROUNDS = ["out_of_scope", "already_handled", "not_a_consumer", "too_old", "false_or_impersonated"] as const;
export type DeclineGround = (typeof DECLINE_GROUNDS)[number];

/** Upheld in whole or part: counts for the score and orders a rectification. */
export function isUpheld(outcome: Outcome): boolean {
  return outcome === "upheld" || outcome === "partly_upheld";
}
