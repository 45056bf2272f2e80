import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../canonical-json";
import { AS_OF, findingArb, inputArb, nothingArb, parametersArb } from "./arbitraries";
import { scoreCompany } from "./compliance-score";
import { makeScoreDump, publicScoreDump, scoreDump } from "./public-dump";
import type { CompanyScoreInput } from "./types";

const RUNS = { numRuns: 200 };

function asCompany(input: CompanyScoreInput, companyId: string): CompanyScoreInput {
  const own = <T extends { companyId: string }>(records: readonly T[]) => records.map((one) => ({ ...one, companyId }));
  return {
    ...input,
    companyId,
    findings: own(input.findings).map((one) => ({
      ...one,
      findingId: `${companyId}-${one.findingId}`,
      rulingId: `${companyId}-${one.rulingId}`,
    })),
    replies: own(input.replies).map((one) => ({ ...one, rulingId: `${companyId}-${one.rulingId}` })),
    dialTests: own(input.dialTests),
    decisions: own(input.decisions),
  };
}

describe("the public dump", () => {
  it("gives back the identical S of every company through JSON", () => {
    fc.assert(
      fc.property(inputArb, inputArb, fc.array(nothingArb, { maxLength: 5 }), parametersArb, (one, two, nothing, parameters) => {
        const inputs = [asCompany({ ...one, findings: [...one.findings, ...nothing] }, "c-b"), asCompany(two, "c-a")];
        const text = canonicalJson(makeScoreDump(inputs, parameters, AS_OF));
        const again = scoreDump(publicScoreDump.parse(JSON.parse(text)));
        expect(again.map((score) => score.companyId)).toEqual(["c-a", "c-b"]);
        for (const input of inputs) {
          const score = scoreCompany(input, parameters, AS_OF);
          const recomputed = again.find((other) => other.companyId === input.companyId);
          for (const key of ["S", "lower", "upper", "X", "T", "grade", "band", "decided"] as const)
            expect(Object.is(recomputed?.[key], score[key])).toBe(true);
        }
        expect(canonicalJson(makeScoreDump([...inputs].reverse(), parameters, AS_OF))).toBe(text);
      }),
      RUNS,
    );
  });

  it("one company's findings never move another's S within a period", () => {
    const more = fc.uniqueArray(findingArb, { minLength: 1, maxLength: 10, selector: (one) => one.findingId });
    fc.assert(
      fc.property(inputArb, inputArb, more, parametersArb, (one, two, added, parameters) => {
        const still = asCompany(one, "c-a");
        const before = scoreDump(makeScoreDump([still, asCompany({ ...two, findings: [] }, "c-b")], parameters, AS_OF));
        const after = scoreDump(makeScoreDump([still, asCompany({ ...two, findings: added }, "c-b")], parameters, AS_OF));
        expect(canonicalJson(after[0])).toBe(canonicalJson(before[0]));
      }),
      RUNS,
    );
  });

  it("holds no field that is not in its definition, and no finding that scores nothing for good", () => {
    fc.assert(
      fc.property(inputArb, parametersArb, (input, parameters) => {
        const dump = makeScoreDump([input], parameters, AS_OF);
        const kept = new Set(scoreDump(dump).flatMap((score) => score.replies.map((line) => line.rulingId)));
        for (const line of scoreDump(dump).flatMap((score) => score.lines))
          expect(line.g > 0 || line.tier === "serious" || kept.has(line.rulingId)).toBe(true);
        const smuggled = { ...dump, companies: dump.companies.map((company) => ({ ...company, complainant: "x" })) };
        expect(publicScoreDump.safeParse(smuggled).success).toBe(false);
        expect(publicScoreDump.safeParse({ ...dump, asOf: "2026-02-30" }).success).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});
