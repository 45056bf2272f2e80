import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AS_OF, inputArb, parametersArb } from "./arbitraries";
import { scoreCompany } from "./compliance-score";
import type { CompanyScoreInput } from "./types";
import { whatWouldChange } from "./what-if";

const NEAR = 1e-9;

describe("what would change the score", () => {
  it("rectifying never lowers it and never does more than an annulment; missing the due day never raises it", () => {
    fc.assert(
      fc.property(inputArb, parametersArb, (input, parameters) => {
        const { now, open, allRectified, dial } = whatWouldChange(input, parameters, AS_OF);
        expect(now.S).toBe(scoreCompany(input, parameters, AS_OF).S);
        for (const one of open) {
          expect(one.rectified).toBeGreaterThanOrEqual(now.S - NEAR);
          expect(one.rectified).toBeLessThanOrEqual(one.annulled + NEAR);
          if (one.overdue !== null) expect(one.overdue).toBeLessThanOrEqual(now.S + NEAR);
          expect(allRectified).toBeGreaterThanOrEqual(one.rectified - NEAR);
        }
        expect(dial.passed).toBeGreaterThanOrEqual(dial.failed);
      }),
    );
  });

  it("names every open finding that carries points, and no other", () => {
    fc.assert(
      fc.property(inputArb, parametersArb, (input, parameters) => {
        const { now, open } = whatWouldChange(input, parameters, AS_OF);
        const wanted = now.lines.filter((l) => l.points > 0 && ["pending", "overdue"].includes(l.rectification));
        expect(open.map((o) => o.line.findingId).sort()).toEqual(wanted.map((l) => l.findingId).sort());
      }),
    );
  });

  const base = {
    companyId: "c-1",
    sector: "travel",
    exposure: { declaredContacts: 30_000, audited: false, proxyContacts: 30_000 },
    replies: [],
    dialTests: [],
    decisions: [],
  };
  const pending = (reports: { reportedOn: string; acceptedOn: null; rejectedOn: null }[]) =>
    ({
      ...base,
      findings: [
        {
          findingId: "f",
          rulingId: "r",
          companyId: "c-1",
          groupId: "g",
          clause: "B2.1",
          tier: "moderate",
          outcome: "upheld",
          signedOn: "2026-05-01",
          finalOn: "2026-06-01",
          annulledOn: null,
          recurs: false,
          rectification: { orderedOn: "2026-06-01", dueOn: "2026-06-10", secondDueOn: null, reports },
        },
      ],
    }) as unknown as CompanyScoreInput;
  const parameters = {
    ruleVersion: "2026.1",
    period: "2026Q2",
    frozenOn: "2026-03-31",
    k0: 5,
    m0: 2,
    mS: { travel: 2.5 },
    phi: 4,
  } as const;

  it("counts a report that waits to be checked from its own day, so that the desk's time costs the company nothing", () => {
    const inTime = whatWouldChange(
      pending([{ reportedOn: "2026-06-09", acceptedOn: null, rejectedOn: null }]),
      parameters,
      "2026-06-20",
    );
    const late = whatWouldChange(pending([]), parameters, "2026-06-20");
    expect(inTime.open[0]?.rectified).toBeGreaterThan(late.open[0]?.rectified ?? 100);
    expect(late.open[0]?.overdue).toBeNull();
  });

  it("is the score of the worked example B once nothing is open", () => {
    const { now, open } = whatWouldChange(pending([]), parameters, "2026-06-05");
    expect(Math.round(now.S * 10) / 10).toBe(59);
    expect(open[0]?.annulled).toBe(scoreCompany({ ...base, findings: [] } as CompanyScoreInput, parameters, "2026-06-05").S);
  });
});
