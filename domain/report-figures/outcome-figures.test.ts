import { describe, expect, it } from "vitest";
import { isDomainError } from "../errors";
import { computeFigure, computeFigures } from "./compute-figures";
import type { ComplaintFact, FindingFact, ScoreFact } from "./dataset";
import { makeFigure } from "./figure";
import { complaint, dataset, finding, times } from "./report-facts";

describe("F6 uphold rate and F7 clauses", () => {
  const ruled = (findings: FindingFact[], more: Partial<ComplaintFact> = {}) =>
    complaint({ ruledOn: "2026-06-05", findings, ...more });

  it("counts cases by what the ruling says as a whole", () => {
    const complaints = [
      ruled([finding(), finding()]),
      ruled([finding(), finding({ outcome: "not_upheld" })]),
      ruled([finding({ outcome: "partly_upheld", finalOn: null })]),
      ruled([finding({ outcome: "not_upheld" }), finding({ outcome: "insufficient_evidence" })], { sector: "banking" }),
      ruled([finding({ outcome: "insufficient_evidence" })], { sector: "banking" }),
      ruled([finding()], { annulledOn: "2026-07-01" }),
      ruled([finding()], { ruledOn: "2026-07-01" }),
    ];
    const { rows, counts } = computeFigure("F6", dataset(complaints));
    expect(counts).toEqual({ decided: 5, notFinal: 1 });
    expect(rows[0]).toMatchObject({ upheld: 1, partlyUpheld: 2, notUpheld: 1, insufficientEvidence: 1, upholdRate: 0.6 });
    expect(rows[0]?.lower95).toBeCloseTo(0.2307, 4);
    expect(rows[0]?.upper95).toBeCloseTo(0.8824, 4);
    expect(rows[2]).toMatchObject({ sector: "banking", decided: 2, upholdRate: 0, lower95: 0 });
  });

  it("goes by the day a finding is final, once a case and clause, and hides cells under 5", () => {
    const complaints = [
      ...times(6, () => ruled([finding(), finding({ outcome: "partly_upheld" })])),
      ...times(9, () => ruled([finding({ clause: "C2.1" })], { sector: "banking" })),
      ...times(4, () => ruled([finding({ clause: "C2.1" })])),
      ruled([finding({ finalOn: null })]),
      ruled([finding({ finalOn: "2026-07-01" })]),
      ruled([finding({ outcome: "not_upheld" })]),
    ];
    const figure = computeFigure("F7", dataset(complaints));
    expect(figure.rows.map((row) => [row.scope, row.clause, row.sector, row.n, row.ratePer100k])).toEqual([
      ["clause", "B2.1", null, null, null],
      ["cell", "B2.1", "travel", 6, 1.2],
      ["cell", "B2.1", "banking", null, null],
      ["clause", "C2.1", null, null, null],
      ["cell", "C2.1", "travel", null, null],
      ["cell", "C2.1", "banking", 9, 0.9],
    ]);
    expect(figure.counts).toEqual({ cellsShown: 2, cellsHidden: 2, contacts: 1_500_000 });
    expect(figure.headline).toEqual({ findings: null, ratePer100k: null });
  });
});

describe("F11 score, F12 rectified, F14 company reply", () => {
  it("shows of a score what its grade allows, and the change of what was published", () => {
    const score = (companyId: string, more: Partial<ScoreFact>): ScoreFact => ({
      ...{ companyId, sector: "travel", S: 69.46, lower: 63.91, upper: 75.2, grade: "I", band: "C", decided: 91, E: 64 },
      previous: { S: 61.24, grade: "I" },
      ...more,
    });
    const facts = [
      score("c-3", { grade: "NR", decided: 2 }),
      score("c-2", { grade: "III", decided: 7 }),
      score("c-4", { previous: { S: 50, grade: "III" } }),
      score("c-1", {}),
    ];
    const figure = computeFigure("F11", dataset([], { scores: facts }));
    expect(figure.rows.map((row) => [row.companyId, row.score, row.lower90, row.band, row.previous, row.change])).toEqual([
      ["c-1", 69.5, 63.9, "C", 61.2, 8.3],
      ["c-2", null, null, "C", 61.2, null],
      ["c-3", null, null, null, 61.2, null],
      ["c-4", 69.5, 63.9, "C", null, null],
    ]);
    expect(figure.headline).toEqual({ median: 69.5, scored: 2, ranked: 2 });
  });

  it("judges a rectification by the first due day", () => {
    const due = { orderedOn: "2026-06-10", dueOn: "2026-06-22", secondDueOn: null } as const;
    const report = (reportedOn: "2026-06-22" | "2026-06-23", acceptedOn: "2026-07-02" | null) => [
      { reportedOn, acceptedOn, rejectedOn: null },
    ];
    const reports = [
      report("2026-06-22", "2026-07-02"),
      report("2026-06-23", "2026-07-02"),
      report("2026-06-22", null),
      report("2026-06-23", null),
      [],
    ];
    const findings = reports.map((one, i) => finding({ recurs: i === 0, rectification: { ...due, reports: one } }));
    const figure = computeFigure("F12", dataset([complaint({ ruledOn: "2026-05-20", findings })]));
    expect(figure.rows[0]).toMatchObject({
      due: 5,
      inTime: 1,
      late: 1,
      pending: 1,
      overdue: 2,
      inTimeShare: 0.2,
      repeats: 1,
      repeatShare: 0.2,
    });
  });

  it("takes no answer for longer than any, and leaves out cases closed before the reply was due", () => {
    const reply = (repliedOn: "2026-05-20" | "2026-06-02" | null, hours: number | null) => ({
      servedOn: "2026-05-11" as const,
      dueOn: "2026-05-25" as const,
      repliedOn,
      firstAnsweredOn: hours === null ? null : ("2026-05-14" as const),
      firstAnswerHours: hours,
    });
    const complaints = [
      complaint({ reply: reply("2026-05-20", 72) }),
      complaint({ reply: reply("2026-05-20", 72.1) }),
      complaint({ reply: reply("2026-06-02", 100) }),
      complaint({ reply: reply(null, null) }),
      complaint({ reply: reply(null, null), leftOn: "2026-05-25" }),
    ];
    const [row] = computeFigure("F14", dataset(complaints)).rows;
    expect(row).toMatchObject({
      due: 4,
      inTime: 2,
      late: 1,
      missing: 1,
      inTimeShare: 0.5,
      medianHours: 72.1,
      within72: 1,
      within72Share: 0.25,
    });
  });
});

describe("a figure", () => {
  it("of nothing says so without a number", () => {
    for (const figure of computeFigures(dataset([])))
      for (const [name, value] of Object.entries(figure.headline))
        expect([name, value === 0 || value === null]).toEqual([name, true]);
  });

  it("refuses rows that are not what the columns say", () => {
    const columns = [{ name: "n", type: "integer" }] as const;
    const parts = { id: "F1", unit: "cases", columns, rows: [{ n: 0.5 }], headline: {}, counts: {} } as const;
    expect(() => makeFigure(dataset([]), parts)).toThrow(expect.toSatisfy(isDomainError));
  });
});
