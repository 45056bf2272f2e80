import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BADGE_CONDITIONS, type BadgeFacts, badgeFacts, badgeStanding, badgeTerm, decisionOf, failedConditions } from "./badge";
import { AS_OF, inputArb, parametersArb } from "./score/arbitraries";
import { scoreCompany } from "./score/compliance-score";

const good: BadgeFacts = {
  asOf: "2026-06-30",
  score: 84.2,
  band: "B",
  grade: "II",
  overdue: 0,
  tests: 20,
  passed: 19,
  pledgeSignedOn: "2025-03-18",
};

describe("the rule of the badge (RULES §6)", () => {
  it.each([
    ["all hold", {}, []],
    ["band A", { band: "A", score: 90 }, []],
    ["band C", { band: "C", score: 74.9 }, ["band"]],
    ["no band is shown", { band: null, score: null, grade: "NR" }, ["band", "grade"]],
    ["grade I", { grade: "I" }, []],
    ["grade III, a band only", { grade: "III", score: null }, ["grade"]],
    ["one overdue rectification", { overdue: 1 }, ["rectified"]],
    ["exactly 95 %", { tests: 40, passed: 38 }, []],
    ["under 95 %", { tests: 19, passed: 18 }, ["dial"]],
    ["never tested", { tests: 0, passed: 0 }, ["dial"]],
    ["pledge not signed", { pledgeSignedOn: null }, ["pledge"]],
    ["nothing holds", { band: "E", grade: "NR", overdue: 3, passed: 0, pledgeSignedOn: null }, [...BADGE_CONDITIONS]],
  ] as [string, Partial<BadgeFacts>, string[]][])("%s", (_name, change, failed) => {
    expect(failedConditions({ ...good, ...change })).toEqual(failed);
  });

  it("is given on published facts alone: whoever reads them judges the same", () => {
    fc.assert(
      fc.property(inputArb, parametersArb, (input, parameters) => {
        const score = scoreCompany(input, parameters, AS_OF);
        const facts = badgeFacts(score, "2025-01-01");
        const failed = failedConditions(facts);
        const published = (score.grade === "I" || score.grade === "II") && Math.round(score.S * 10) / 10 >= 75;
        expect(failed.includes("band") || failed.includes("grade")).toBe(!published);
        expect(failed.includes("rectified")).toBe(score.lines.some((line) => line.rectification === "overdue"));
        expect(failed.includes("dial")).toBe(score.tests === 0 || score.passed * 20 < score.tests * 19);
      }),
    );
  });

  it("does not count a pledge that was signed after the day judged", () => {
    fc.assert(
      fc.property(inputArb, parametersArb, (input, parameters) => {
        const score = scoreCompany(input, parameters, AS_OF);
        expect(badgeFacts(score, "2026-06-30").pledgeSignedOn).toBe("2026-06-30");
        expect(badgeFacts(score, "2026-07-01").pledgeSignedOn).toBeNull();
      }),
    );
  });
});

describe("the term of the badge", () => {
  it("is judged on the end of the quarter before and ends with its own", () => {
    expect(badgeTerm("2026Q3")).toEqual({ judgedAsOf: "2026-06-30", from: "2026-07-01", until: "2026-09-30" });
    expect(badgeTerm("2027Q1")).toEqual({ judgedAsOf: "2026-12-31", from: "2027-01-01", until: "2027-03-31" });
  });

  const given = { quarter: "2026Q3", awardedOn: "2026-07-01", expiresOn: "2026-09-30", revokedOn: null } as const;
  it.each([
    ["on its last day", given, "2026-09-30", "valid"],
    ["the day after", given, "2026-10-01", "expired"],
    ["revoked, also later", { ...given, revokedOn: "2026-08-05" } as const, "2026-10-01", "revoked"],
    ["not given", { ...given, awardedOn: null } as const, "2026-08-01", "refused"],
  ] as const)("%s", (_name, decision, today, standing) => {
    expect(badgeStanding(decision, today)).toBe(standing);
  });

  it("has one decision that speaks for a day", () => {
    const before = { ...given, quarter: "2026Q2" } as const;
    expect(decisionOf([before, given], "2026-09-17")).toBe(given);
    expect(decisionOf([before], "2026-09-17")).toBeNull();
  });
});
