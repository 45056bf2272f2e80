import { addDays, type Day, earlierDay } from "../day";
import { scoreCompany } from "./compliance-score";
import type { CompanyScore, CompanyScoreInput, FindingLine, PeriodParameters, RectificationDates, ScoredFinding } from "./types";

/** What would become of the score, all else equal and at the same instant. Scores are unrounded. */
export interface FindingWhatIf {
  readonly line: FindingLine;
  /** The rectification is accepted today; the report counts from its own day where one was handed in. */
  readonly rectified: number;
  /** Its due day passes without an accepted report; null where it has. */
  readonly overdue: number | null;
  /** The finding is annulled on review. */
  readonly annulled: number;
}

export interface ScoreWhatIf {
  readonly now: CompanyScore;
  /** Open findings that carry points, those that cost most first. */
  readonly open: readonly FindingWhatIf[];
  /** All of them rectified; equals the score where none is open. */
  readonly allRectified: number;
  /** One more random dial test, passed or not. */
  readonly dial: { readonly passed: number; readonly failed: number };
}

/**
 * What would change a company's score (Rules §6), for the company: the same function of the score, asked again with one thing changed. Pure; throws
 * as `scoreCompany` does.
 */
export function whatWouldChange(input: CompanyScoreInput, parameters: PeriodParameters, asOf: Day): ScoreWhatIf {
  const now = scoreCompany(input, parameters, asOf);
  const open = now.lines.filter(
    (line) => line.points > 0 && (line.rectification === "pending" || line.rectification === "overdue"),
  );
  const ids = new Set(open.map((line) => line.findingId));
  const scoreWith = (change: (finding: ScoredFinding) => ScoredFinding, which: ReadonlySet<string>) =>
    scoreCompany(
      { ...input, findings: input.findings.map((one) => (which.has(one.findingId) ? change(one) : one)) },
      parameters,
      asOf,
    ).S;
  const each = open.map((line): FindingWhatIf => {
    const only = new Set([line.findingId]);
    return {
      line,
      rectified: scoreWith((one) => rectifiedOn(one, asOf), only),
      overdue: line.rectification === "pending" ? scoreWith((one) => overdueOn(one, asOf), only) : null,
      annulled: scoreWith((one) => ({ ...one, annulledOn: asOf }), only),
    };
  });
  const test = (passed: boolean) =>
    scoreCompany(
      { ...input, dialTests: [...input.dialTests, { testId: "one more", companyId: input.companyId, testedOn: asOf, passed }] },
      parameters,
      asOf,
    ).S;
  return {
    now,
    open: each.sort((a, b) => b.annulled - a.annulled || (a.line.findingId < b.line.findingId ? -1 : 1)),
    allRectified: ids.size === 0 ? now.S : scoreWith((one) => rectifiedOn(one, asOf), ids),
    dial: { passed: test(true), failed: test(false) },
  };
}

const orderedOf = (finding: ScoredFinding, asOf: Day): RectificationDates =>
  finding.rectification ?? { orderedOn: finding.finalOn ?? asOf, dueOn: asOf, secondDueOn: null, reports: [] };

function rectifiedOn(finding: ScoredFinding, asOf: Day): ScoredFinding {
  const rectification = orderedOf(finding, asOf);
  const { reports } = rectification;
  const last = reports.at(-1);
  const waiting = last && last.acceptedOn === null && last.rejectedOn === null && last.reportedOn <= asOf ? last : null;
  const done = { ...(waiting ?? { reportedOn: asOf, rejectedOn: null }), acceptedOn: asOf };
  return { ...finding, rectification: { ...rectification, reports: [...(waiting ? reports.slice(0, -1) : reports), done] } };
}

function overdueOn(finding: ScoredFinding, asOf: Day): ScoredFinding {
  const passed = addDays(asOf, -1);
  const orderedOn = orderedOf(finding, asOf).orderedOn;
  return {
    ...finding,
    rectification: { orderedOn: earlierDay(orderedOn, passed), dueOn: passed, secondDueOn: null, reports: [] },
  };
}
