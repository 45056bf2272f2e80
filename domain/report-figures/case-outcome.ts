import { isUpheld, type Outcome } from "../findings";
import type { ComplaintFact } from "./dataset";

/** A ruling that stands at the freeze and says something about an allegation: decided on the merits, evidence lacking included. */
export function isDecided(complaint: ComplaintFact): boolean {
  return complaint.ruledOn !== null && complaint.annulledOn === null && complaint.findings.length > 0;
}

/** What a ruling says as a whole: upheld when all of it is, in part when some is, else not upheld, else evidence lacking. */
export function caseOutcome(complaint: ComplaintFact): Outcome {
  const outcomes = complaint.findings.map((finding) => finding.outcome);
  if (outcomes.every((outcome) => outcome === "upheld")) return "upheld";
  if (outcomes.some(isUpheld)) return "partly_upheld";
  return outcomes.includes("not_upheld") ? "not_upheld" : "insufficient_evidence";
}

export function isUpheldCase(complaint: ComplaintFact): boolean {
  return isDecided(complaint) && isUpheld(caseOutcome(complaint));
}
