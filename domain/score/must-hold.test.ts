import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../canonical-json";
import { addDays, type Day } from "../day";
import { AS_OF, COMPANY, findingArb, inputArb, nothingArb, parametersArb, rectificationArb } from "./arbitraries";
import { scoreCompany } from "./compliance-score";
import { counts, findingPoints } from "./finding-points";
import { dueInForce } from "./rectification-state";
import type { CompanyScoreInput, PeriodParameters, RectificationDates, ScoredFinding } from "./types";

const RUNS = { numRuns: 500 };
const S = (input: CompanyScoreInput, parameters: PeriodParameters, asOf: Day = AS_OF) => scoreCompany(input, parameters, asOf).S;
const withFindings = (input: CompanyScoreInput, findings: readonly ScoredFinding[]) => ({ ...input, findings });
/** A company, one of its findings and the rest. */
const oneOf = fc
  .tuple(inputArb, findingArb)
  .map(([input, one]) => ({ input, one: { ...one, findingId: "the-one" } satisfies ScoredFinding }));

describe("must hold (Rules §6)", () => {
  it("one more upheld finding never raises S", () => {
    fc.assert(
      fc.property(oneOf, parametersArb, ({ input, one }, parameters) => {
        const more = withFindings(input, [...input.findings, one]);
        expect(S(more, parameters)).toBeLessThanOrEqual(S(input, parameters));
      }),
      RUNS,
    );
  });

  it("rectifying never lowers S, and never above the score without the finding", () => {
    const days = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 900 }));
    fc.assert(
      fc.property(oneOf, rectificationArb, parametersArb, days, ({ input, one }, ordered, parameters, [checked, ago]) => {
        const acceptedOn = addDays(AS_OF, -ago);
        const reports = ordered.reports.filter((report) => report.acceptedOn === null);
        const open: RectificationDates = { ...ordered, reports };
        const report = { reportedOn: addDays(acceptedOn, -checked), acceptedOn, rejectedOn: null };
        const at = (rectification: RectificationDates) =>
          S(withFindings(input, [...input.findings, { ...one, rectification }]), parameters);
        const rectified = at({ ...open, reports: [...reports, report] });
        expect(rectified).toBeGreaterThanOrEqual(at(open));
        expect(rectified).toBeLessThanOrEqual(S(input, parameters));
      }),
      RUNS,
    );
  });

  it("pending to overdue never raises S", () => {
    fc.assert(
      fc.property(oneOf, parametersArb, fc.integer({ min: 1, max: 40 }), ({ input, one }, parameters, days) => {
        const due = (dueOn: Day) => {
          const rectification = { orderedOn: addDays(AS_OF, -41), dueOn, secondDueOn: null, reports: [] };
          return S(withFindings(input, [...input.findings, { ...one, rectification }]), parameters);
        };
        expect(due(addDays(AS_OF, -days))).toBeLessThanOrEqual(due(AS_OF));
      }),
      RUNS,
    );
  });

  it("time passing without a missed deadline never lowers S (E, T, m held)", () => {
    fc.assert(
      fc.property(inputArb, parametersArb, fc.integer({ min: 1, max: 1500 }), (generated, parameters, days) => {
        const later = addDays(AS_OF, days);
        const findings = generated.findings.map(nothingAfter).filter((one) => missesNone(one, AS_OF, later));
        const input = { ...generated, findings, dialTests: [] };
        expect(S(input, parameters, later)).toBeGreaterThanOrEqual(S(input, parameters, AS_OF));
      }),
      RUNS,
    );
  });

  it("more exposure never lowers S", () => {
    const more = fc.tuple(fc.integer({ min: 0, max: 5_000_000 }), fc.integer({ min: 0, max: 5_000_000 }));
    fc.assert(
      fc.property(inputArb, parametersArb, more, (input, parameters, [declared, proxy]) => {
        const { declaredContacts, audited, proxyContacts } = input.exposure;
        const exposure = {
          declaredContacts: declaredContacts === null ? null : declaredContacts + declared,
          audited,
          proxyContacts: proxyContacts + proxy,
        };
        expect(S({ ...input, exposure }, parameters)).toBeGreaterThanOrEqual(S(input, parameters));
      }),
      RUNS,
    );
  });

  it("the scale of units changes nothing", () => {
    fc.assert(
      fc.property(inputArb, parametersArb, fc.integer({ min: 2, max: 1000 }), (input, parameters, scale) => {
        const travel = { ...input, sector: "travel" };
        const { declaredContacts, audited, proxyContacts } = input.exposure;
        const exposure = {
          declaredContacts: declaredContacts === null ? null : declaredContacts * scale,
          audited,
          proxyContacts: proxyContacts * scale,
        };
        const mS = { travel: (parameters.mS.travel ?? 2) / scale };
        const scaled = scoreCompany({ ...travel, exposure }, { ...parameters, m0: parameters.m0 / scale, mS }, AS_OF);
        const score = scoreCompany(travel, parameters, AS_OF);
        for (const key of ["S", "lower", "upper", "B", "C"] as const) expect(scaled[key]).toBeCloseTo(score[key], 9);
      }),
      RUNS,
    );
  });

  it("0 ≤ lower ≤ S ≤ upper ≤ 100", () => {
    fc.assert(
      fc.property(inputArb, parametersArb, (input, parameters) => {
        const score = scoreCompany(input, parameters, AS_OF);
        expect(score.lower).toBeGreaterThanOrEqual(0);
        expect(score.S).toBeGreaterThanOrEqual(score.lower);
        expect(score.upper).toBeGreaterThanOrEqual(score.S);
        expect(score.upper).toBeLessThanOrEqual(100);
      }),
      RUNS,
    );
  });

  it("what is not a final upheld finding leaves S byte-identical: a bombing changes nothing", () => {
    const bombs = fc.uniqueArray(nothingArb, { maxLength: 30, selector: (one) => one.findingId });
    fc.assert(
      fc.property(inputArb, parametersArb, bombs, (input, parameters, bombing) => {
        const kept = scoreCompany(input, parameters, AS_OF);
        const bombed = scoreCompany(withFindings(input, [...bombing, ...input.findings]), parameters, AS_OF);
        expect(canonicalJson(bombed)).toBe(canonicalJson(kept));
      }),
      RUNS,
    );
  });

  it("duplicates leave S byte-identical: the same record, or the same clause again in the unit", () => {
    fc.assert(
      fc.property(inputArb, parametersArb, fc.boolean(), (input, parameters, sameRecord) => {
        const again = input.findings.filter((one) => counts(one, AS_OF));
        const copies = sameRecord
          ? again
          : again.map((one, i) => ({ ...one, findingId: `copy-${i}`, outcome: "partly_upheld" as const }));
        for (const copy of copies) if (counts(copy, AS_OF)) expect(findingPoints(copy, AS_OF).points).toBeGreaterThanOrEqual(0);
        const doubled = scoreCompany(withFindings(input, [...copies, ...input.findings]), parameters, AS_OF);
        const once = scoreCompany(input, parameters, AS_OF);
        for (const key of ["X", "S", "lower", "upper"] as const) expect(Object.is(doubled[key], once[key])).toBe(true);
      }),
      RUNS,
    );
  });

  it("the order of events does not matter, to the last byte", () => {
    const shuffled = inputArb.chain((input) =>
      fc
        .tuple(
          fc.shuffledSubarray([...input.findings], { minLength: input.findings.length }),
          fc.shuffledSubarray([...input.replies], { minLength: input.replies.length }),
          fc.shuffledSubarray([...input.dialTests], { minLength: input.dialTests.length }),
          fc.shuffledSubarray([...input.decisions], { minLength: input.decisions.length }),
        )
        .map(([findings, replies, dialTests, decisions]) => {
          const turned = findings.map((one) => ({
            ...one,
            rectification: one.rectification && { ...one.rectification, reports: [...one.rectification.reports].reverse() },
          }));
          return [input, { ...input, findings: turned, replies, dialTests, decisions }] as const;
        }),
    );
    fc.assert(
      fc.property(shuffled, parametersArb, ([input, other], parameters) => {
        const json = canonicalJson(scoreCompany(input, parameters, AS_OF));
        expect(canonicalJson(scoreCompany(other, parameters, AS_OF))).toBe(json);
      }),
      RUNS,
    );
  });
});

/** The finding as it stood on AS_OF. */
function nothingAfter(one: ScoredFinding): ScoredFinding {
  if (!one.rectification) return one;
  const before = (day: Day | null) => (day !== null && day <= AS_OF ? day : null);
  const reports = one.rectification.reports
    .filter((report) => report.reportedOn <= AS_OF)
    .map((report) => ({ ...report, acceptedOn: before(report.acceptedOn), rejectedOn: before(report.rejectedOn) }));
  return { ...one, companyId: COMPANY, rectification: { ...one.rectification, reports } };
}

/** No due day in [from, to) passes without a report made by it and not rejected. */
function missesNone(one: ScoredFinding, from: Day, to: Day): boolean {
  if (!one.rectification) return true;
  const { reports } = one.rectification;
  const due = dueInForce(one.rectification, to);
  if (reports.some((report) => report.acceptedOn !== null) || due >= to || due < from) return true;
  return reports.some((report) => report.reportedOn <= due && report.rejectedOn === null);
}
