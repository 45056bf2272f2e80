import { canonicalJson } from "../canonical-json";
import { addMonthsCalendar, type Day } from "../day";
import { DomainError } from "../errors";
import { bandOf, gradeOfEvidence } from "./evidence-grade";
import { exposureUnits } from "./exposure";
import { gammaQuantile } from "./gamma-quantile";
import { sectorMean } from "./parameters";
import { replyLines } from "./reply-points";
import { SCORE_RULE } from "./rule";
import type {
  CompanyScore,
  CompanyScoreInput,
  DialRecord,
  FindingLine,
  MeritsDecision,
  PeriodParameters,
  ReplyLine,
} from "./types";
import { findingLines } from "./unit-points";

/**
 * The compliance score of a company at 24:00 of `asOf` with all of its calculation (Rules §6). X, r̂ and m are points per 100,000
 * contacts, E is in 100,000 contacts, C, T and S run from 0 to 100. Depends on nothing but what is handed in, in no order; a record
 * handed in twice counts once. Throws `invalid` for records of another company or two that share an id and differ.
 */
export function scoreCompany(input: CompanyScoreInput, parameters: PeriodParameters, asOf: Day): CompanyScore {
  const findings = onceEach(input.findings, (one) => one.findingId, input.companyId);
  const dialTests = onceEach(input.dialTests, (one) => one.testId, input.companyId);
  const decisions = onceEach(input.decisions, (one) => one.rulingId, input.companyId);
  const lines = findingLines(findings, asOf);
  const replies = replyLines(
    onceEach(input.replies, (one) => `${one.rulingId} ${one.failing}`, input.companyId),
    findings,
    asOf,
  );
  const { E, source } = exposureUnits(input.exposure);
  const mS = sectorMean(parameters, input.sector);
  const X = pointsOf(lines, replies);
  const prior = parameters.k0 / mS;
  const rHat = (parameters.k0 + X) / (prior + E);
  const B = E / (prior + E);
  const C = complianceAt(rHat, parameters);
  const { T, tests, passed } = dialScore(dialTests, asOf);
  const overdueSerious = lines.some((line) => line.tier === "serious" && line.rectification === "overdue");
  const combine = (compliance: number) => combined(compliance, T, overdueSerious);
  const S = combine(C);
  const quantile = (p: number) => gammaQuantile(p, (parameters.k0 + X) / parameters.phi, (prior + E) / parameters.phi);
  const decided = decisions.filter((one) => isWithinEvidence(one, asOf)).length;
  return {
    companyId: input.companyId,
    sector: input.sector,
    period: parameters.period,
    asOf,
    ruleVersion: SCORE_RULE.version,
    X,
    E,
    exposure: source,
    mS,
    rHat,
    B,
    C,
    T,
    tests,
    passed,
    S,
    lower: combine(complianceAt(quantile(SCORE_RULE.interval.high), parameters)),
    upper: combine(complianceAt(quantile(SCORE_RULE.interval.low), parameters)),
    cap: { overdueSerious, applied: overdueSerious && combined(C, T, false) > SCORE_RULE.overdueSeriousCap },
    decided,
    grade: gradeOfEvidence(decided, tests, B),
    band: bandOf(S),
    lines,
    replies,
  };
}

/** X: exact, since every term lies on the point grid. */
function pointsOf(lines: readonly FindingLine[], replies: readonly ReplyLine[]): number {
  return [...lines, ...replies].reduce((sum, line) => sum + line.points, 0);
}

function complianceAt(rate: number, parameters: PeriodParameters): number {
  return 100 * SCORE_RULE.meanCompliance ** (rate / parameters.m0);
}

function combined(C: number, T: number, overdueSerious: boolean): number {
  const S = SCORE_RULE.share.compliance * C + SCORE_RULE.share.dial * T;
  return overdueSerious ? Math.min(S, SCORE_RULE.overdueSeriousCap) : S;
}

/** T over the dial tests of the trailing 12 months; without any it is 80. */
function dialScore(records: readonly DialRecord[], asOf: Day): { T: number; tests: number; passed: number } {
  const { passedPrior, testsPrior } = SCORE_RULE.dial;
  const recent = records.filter((one) => isRecentTest(one, asOf));
  const passed = recent.filter((one) => one.passed).length;
  return { T: (100 * (passed + passedPrior)) / (recent.length + testsPrior), tests: recent.length, passed };
}

/** Tested in the trailing 12 calendar months. */
export function isRecentTest(one: DialRecord, asOf: Day): boolean {
  return one.testedOn <= asOf && asOf < addMonthsCalendar(one.testedOn, SCORE_RULE.dial.months);
}

/** Final, not annulled, signed in the last 36 calendar months. */
export function isWithinEvidence(one: MeritsDecision, asOf: Day): boolean {
  return (
    one.finalOn !== null &&
    one.finalOn <= asOf &&
    !(one.annulledOn !== null && one.annulledOn <= asOf) &&
    asOf < addMonthsCalendar(one.signedOn, SCORE_RULE.evidence.months)
  );
}

function onceEach<T extends { readonly companyId: string }>(
  records: readonly T[],
  idOf: (one: T) => string,
  companyId: string,
): T[] {
  const kept = new Map<string, T>();
  for (const one of records) {
    if (one.companyId !== companyId) throw new DomainError("invalid", { companyId, other: one.companyId });
    const id = idOf(one);
    const before = kept.get(id);
    if (before && canonicalJson(before) !== canonicalJson(one)) throw new DomainError("invalid", { companyId, id });
    kept.set(id, one);
  }
  return [...kept.values()];
}
