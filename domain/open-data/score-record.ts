import { shownScore } from "../score/evidence-grade";
import type { CompanyScore } from "../score/types";
import type { ScoreRecord } from "./records";

/** A calculation as open data says it: the number where its grade of evidence lets it be said. */
export function scoreRecordOf(slug: string, quarterEnd: boolean, b: CompanyScore): ScoreRecord {
  const shown = shownScore(b);
  return {
    company: slug,
    companyId: b.companyId,
    asOf: b.asOf,
    period: b.period,
    quarterEnd,
    score: shown.score,
    lower: shown.lower,
    upper: shown.upper,
    band: shown.band,
    grade: shown.grade,
    decided: b.decided,
    tests: b.tests,
    testsPassed: b.passed,
    points: b.X,
    exposure: b.E,
    exposureSource: b.exposure.source,
    exposureAudited: b.exposure.audited,
    reliability: b.B,
    conductPart: b.C,
    dialPart: b.T,
    capped: b.cap.applied,
    ruleVersion: b.ruleVersion,
  };
}
