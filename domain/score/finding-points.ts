import { addMonthsCalendar, type Day, daysBetween } from "../day";
import { isUpheld, type Tier } from "../findings";
import { acceptedOn, rectificationState } from "./rectification-state";
import { onPointGrid, SCORE_RULE } from "./rule";
import type { RectificationState, ScoredFinding } from "./types";

export interface FindingPoints {
  readonly rectification: RectificationState;
  /** Weight of the tier, halved when upheld in part, × 1.5 when it recurs. */
  readonly w: number;
  readonly rho: number;
  readonly g: number;
  /** w · ρ · g on the point grid. */
  readonly points: number;
}

/** A finding that counts has a tier. */
export type CountingFinding = ScoredFinding & { readonly tier: Tier; readonly outcome: "upheld" | "partly_upheld" };

/** Only final upheld findings count, from the day they are final and until annulled (Rules §6). */
export function counts(finding: ScoredFinding, asOf: Day): finding is CountingFinding {
  return (
    isUpheld(finding.outcome) &&
    finding.tier !== null &&
    finding.finalOn !== null &&
    finding.finalOn <= asOf &&
    !(finding.annulledOn !== null && finding.annulledOn <= asOf)
  );
}

/** w of a finding; also what φ is estimated from. */
export function findingWeight(finding: CountingFinding): number {
  const { weight, outcomeShare, recurrence } = SCORE_RULE;
  return weight[finding.tier] * outcomeShare[finding.outcome] * (finding.recurs ? recurrence : 1);
}

/** Points of one finding at 24:00 of `asOf`, before its unit is looked at (Rules §6). */
export function findingPoints(finding: CountingFinding, asOf: Day): FindingPoints {
  const rectification = rectificationState(finding.rectification, asOf);
  const w = findingWeight(finding);
  const rho = SCORE_RULE.rectification[rectification];
  const g = fading(finding, rectification, asOf);
  return { rectification, w, rho, g, points: onPointGrid(w * rho * g) };
}

function fading(finding: CountingFinding, rectification: RectificationState, asOf: Day): number {
  const overdueSerious = finding.tier === "serious" && rectification === "overdue";
  if (!overdueSerious && isExpired(finding, asOf)) return 0;
  const since = acceptedOn(finding.rectification, asOf);
  if (since === null) return 1;
  const months = daysBetween(since, asOf) / SCORE_RULE.decayMonthDays;
  return 0.5 ** (months / SCORE_RULE.halfLifeMonths);
}

function isExpired(finding: ScoredFinding, asOf: Day): boolean {
  return asOf >= addMonthsCalendar(finding.signedOn, SCORE_RULE.findingLifeMonths);
}

/** Whether a public dump must still hold the finding: it may score, now or later (Rules §6). */
export function mayStillScore(finding: ScoredFinding, asOf: Day): boolean {
  if (!isUpheld(finding.outcome) || finding.finalOn === null) return false;
  if (finding.annulledOn !== null && finding.annulledOn <= asOf) return false;
  if (!isExpired(finding, asOf)) return true;
  return finding.tier === "serious" && acceptedOn(finding.rectification, asOf) === null;
}
