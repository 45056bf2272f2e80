import { describe, expect, it } from "vitest";
import { addDays, type Day } from "../day";
import { isDomainError } from "../errors";
import { type Outcome, TIERS, type Tier } from "../findings";
import { AS_OF, COMPANY } from "./arbitraries";
import { scoreCompany } from "./compliance-score";
import { roundScore, shownScore } from "./evidence-grade";
import type { CompanyScoreInput, PeriodParameters, RectificationDates, ScoredFinding } from "./types";

const PARAMETERS: PeriodParameters = {
  ruleVersion: "2026.1",
  period: "2026Q2",
  frozenOn: "2026-04-01",
  k0: 5,
  m0: 2,
  mS: { travel: 2.5 },
  phi: 4,
};

const monthsAgo = (months: number): Day => addDays(AS_OF, -Math.round(months * 30.4375));
let next = 0;

function some(
  count: number,
  tier: Tier,
  rectification: RectificationDates | null,
  more: Partial<ScoredFinding> = {},
): ScoredFinding[] {
  return Array.from({ length: count }, () => {
    const n = String(next++);
    return {
      findingId: `f-${n}`,
      rulingId: `r-${n}`,
      companyId: COMPANY,
      groupId: `g-${n}`,
      clause: "B2.1",
      tier,
      outcome: "upheld" as Outcome,
      signedOn: monthsAgo(12),
      finalOn: monthsAgo(11),
      annulledOn: null,
      recurs: false,
      rectification,
      ...more,
    };
  });
}

const accepted = (months: number, kind: "in_time" | "late"): RectificationDates => {
  const reportedOn = monthsAgo(months);
  const dueOn = addDays(reportedOn, kind === "in_time" ? 3 : -3);
  return {
    orderedOn: addDays(reportedOn, -9),
    dueOn,
    secondDueOn: null,
    reports: [{ reportedOn, acceptedOn: reportedOn, rejectedOn: null }],
  };
};
const pending: RectificationDates = { orderedOn: AS_OF, dueOn: addDays(AS_OF, 11), secondDueOn: null, reports: [] };
const overdue: RectificationDates = { orderedOn: monthsAgo(3), dueOn: monthsAgo(2), secondDueOn: null, reports: [] };

function company(
  E: number,
  passed: number,
  tests: number,
  findings: ScoredFinding[],
  decided = findings.length,
): CompanyScoreInput {
  return {
    companyId: COMPANY,
    sector: "travel",
    exposure: { declaredContacts: E * 100_000, audited: true, proxyContacts: E * 100_000 },
    findings,
    replies: [],
    dialTests: Array.from({ length: tests }, (_, i) => ({
      testId: `t-${i}`,
      companyId: COMPANY,
      testedOn: monthsAgo(2),
      passed: i < passed,
    })),
    decisions: Array.from({ length: decided }, (_, i) => ({
      rulingId: `d-${i}`,
      companyId: COMPANY,
      signedOn: monthsAgo(6),
      finalOn: monthsAgo(5),
      annulledOn: null,
    })),
  };
}

const findingsOfA = () => [
  ...some(4, "serious", accepted(6, "in_time")),
  ...some(20, "moderate", accepted(3, "in_time")),
  ...some(30, "minor", accepted(9, "in_time")),
];

describe("the worked examples of Rules §6", () => {
  it("A: X 56.25, r̂ 0.502, C 91.4, T 88.2, S 90.8", () => {
    const score = scoreCompany(company(120, 22, 24, findingsOfA()), PARAMETERS, AS_OF);
    expect(score.X).toBeCloseTo(56.25, 1);
    expect(score.rHat).toBeCloseTo(0.502, 3);
    expect(score.C).toBeCloseTo(91.4, 1);
    expect(score.T).toBeCloseTo(88.2, 1);
    expect(roundScore(score.S)).toBe(90.8);
    expect([score.grade, score.band]).toEqual(["I", "A"]);
    expect(shownScore(score)).toMatchObject({ score: 90.8, ranked: true });
  });

  it("A and one pending serious: 89.8", () => {
    const findings = [...findingsOfA(), ...some(1, "serious", pending)];
    const score = scoreCompany(company(120, 22, 24, findings), PARAMETERS, AS_OF);
    expect(roundScore(score.S)).toBe(89.8);
    expect(score.band).toBe("B");
  });

  it("B: one pending moderate, no tests: 59.0, not rated", () => {
    const score = scoreCompany(company(0.3, 0, 0, some(1, "moderate", pending)), PARAMETERS, AS_OF);
    expect(roundScore(score.S)).toBe(59);
    expect(score.grade).toBe("NR");
    expect(shownScore(score)).toEqual({ score: null, lower: null, upper: null, band: null, grade: "NR", ranked: false });
  });

  it("C: overdue serious ones, 33.1, under the cap in any case", () => {
    const findings = [...some(2, "serious", overdue), ...some(10, "moderate", accepted(2, "late")), ...some(5, "minor", pending)];
    const score = scoreCompany(company(6, 9, 20, findings), PARAMETERS, AS_OF);
    expect(roundScore(score.S)).toBe(33.1);
    expect([score.grade, score.band]).toEqual(["II", "E"]);
    expect(score.cap).toEqual({ overdueSerious: true, applied: false });
  });

  it("D: clean, 98.0", () => {
    const score = scoreCompany(company(80, 24, 24, [], 30), PARAMETERS, AS_OF);
    expect(roundScore(score.S)).toBe(98);
    expect(score.X).toBe(0);
  });

  it("an average company gets C 70", () => {
    const score = scoreCompany(company(1000, 0, 0, some(2000, "minor", pending)), { ...PARAMETERS, mS: { travel: 2 } }, AS_OF);
    expect(score.C).toBeCloseTo(70, 0);
  });
});

describe("the interval, the cap, the windows", () => {
  it("takes the 5 % and 95 % quantiles of the Gamma through C and S", () => {
    // scipy: gamma.ppf([.05, .95], (5 + 3) / 4, scale=4 / 2.3) for company B, T 80.
    const score = scoreCompany(company(0.3, 0, 0, some(1, "moderate", pending)), PARAMETERS, AS_OF);
    const through = (rate: number) => 0.8 * 100 * 0.7 ** (rate / 2) + 0.2 * 80;
    expect(score.upper).toBeCloseTo(through((0.35536151069866195 * 4) / 2.3), 8);
    expect(score.lower).toBeCloseTo(through((4.743864518390577 * 4) / 2.3), 8);
  });

  it("an overdue serious finding holds S and its interval at 59", () => {
    const before = scoreCompany(company(120, 24, 24, some(1, "serious", pending)), PARAMETERS, AS_OF);
    const after = scoreCompany(company(120, 24, 24, some(1, "serious", overdue)), PARAMETERS, AS_OF);
    expect(before.S).toBeGreaterThan(90);
    expect([after.S, after.lower, after.upper, after.band]).toEqual([59, 59, 59, "D"]);
    expect(after.cap).toEqual({ overdueSerious: true, applied: true });
  });

  it("counts dial tests of 12 calendar months and decisions of 36", () => {
    const input = company(80, 0, 0, []);
    const test = (testedOn: Day) => ({ testId: testedOn, companyId: COMPANY, testedOn, passed: true });
    const decision = (signedOn: Day) => ({
      rulingId: signedOn,
      companyId: COMPANY,
      signedOn,
      finalOn: signedOn,
      annulledOn: null,
    });
    const score = scoreCompany(
      {
        ...input,
        dialTests: (["2025-06-30", "2025-07-01", "2026-06-30", "2026-07-01"] as const).map(test),
        decisions: [
          ...(["2023-06-30", "2023-07-01", "2026-06-30"] as const).map(decision),
          { ...decision("2026-06-01"), annulledOn: "2026-06-20" },
        ],
      },
      PARAMETERS,
      AS_OF,
    );
    expect([score.tests, score.passed, score.decided]).toEqual([2, 2, 2]);
  });

  it("caps what is declared at three times the proxy and falls back to it", () => {
    const at = (declaredContacts: number | null) =>
      scoreCompany(
        { ...company(1, 0, 0, []), exposure: { declaredContacts, audited: true, proxyContacts: 200_000 } },
        PARAMETERS,
        AS_OF,
      );
    expect(at(500_000)).toMatchObject({ E: 5, exposure: { source: "declared", audited: true, capped: false } });
    expect(at(900_000)).toMatchObject({ E: 6, exposure: { source: "declared", audited: true, capped: true } });
    expect(at(null)).toMatchObject({ E: 2, exposure: { source: "proxy", audited: false, capped: false } });
  });

  it("refuses records of another company and contradictions", () => {
    const [one] = some(1, "minor", pending) as [ScoredFinding];
    const refused = expect.toSatisfy(isDomainError);
    expect(() => scoreCompany(company(1, 0, 0, [{ ...one, companyId: "c-2" }]), PARAMETERS, AS_OF)).toThrow(refused);
    expect(() => scoreCompany(company(1, 0, 0, [one, { ...one, tier: "serious" }]), PARAMETERS, AS_OF)).toThrow(refused);
    const nowhere = { declaredContacts: null, audited: false, proxyContacts: Number.NaN };
    expect(() => scoreCompany({ ...company(1, 0, 0, []), exposure: nowhere }, PARAMETERS, AS_OF)).toThrow(refused);
  });

  it.each(TIERS)("shows each %s line with what it is made of", (tier) => {
    const w = { minor: 1, moderate: 3, serious: 9 }[tier];
    const input = company(80, 0, 0, some(1, tier, accepted(12, "late"), { outcome: "partly_upheld", recurs: true }));
    const [line] = scoreCompany(input, PARAMETERS, AS_OF).lines;
    expect(line).toMatchObject({ w: w * 0.75, rho: 0.8, unitFactor: 1, rectification: "late" });
    expect(line?.g).toBeCloseTo(0.5, 3);
    expect(line?.points).toBeCloseTo(w * 0.75 * 0.8 * 0.5, 2);
  });
});
