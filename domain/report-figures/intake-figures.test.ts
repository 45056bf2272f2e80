import { describe, expect, it } from "vitest";
import { computeFigure } from "./compute-figures";
import type { DutyFact } from "./dataset";
import { complaint, dataset, duty, finding, times } from "./report-facts";

describe("F1 inflow", () => {
  const complaints = [
    complaint({ receivedOn: "2026-04-01" }),
    complaint({ receivedOn: "2026-04-05", channel: null }),
    complaint({ receivedOn: "2026-04-06", channel: "phone", distinctKey: "same" }),
    complaint({ receivedOn: "2026-04-07", channel: "app", distinctKey: "same" }),
    complaint({ receivedOn: "2026-03-31", distinctKey: "earlier" }),
    complaint({ receivedOn: "2026-04-20", distinctKey: "earlier" }),
    complaint({ receivedOn: "2026-02-03" }),
    complaint({ receivedOn: "2026-07-11" }),
  ];
  const figure = computeFigure("F1", dataset(complaints));

  it("counts each distinct complaint in the week and channel of the first", () => {
    expect(figure.rows.filter((row) => row.n !== 0)).toEqual([
      { week: "2026-03-30", channel: "app", n: 1, daysInPeriod: 5 },
      { week: "2026-03-30", channel: "unknown", n: 1, daysInPeriod: 5 },
      { week: "2026-04-06", channel: "phone", n: 1, daysInPeriod: 7 },
    ]);
    expect(figure.rows.length).toBe(14 * 3);
    expect(figure.rows.at(-1)).toMatchObject({ week: "2026-06-29", daysInPeriod: 2 });
  });

  it("compares with the period before", () => {
    expect(figure.headline).toEqual({ received: 3, previous: 2, change: 0.5 });
    expect(figure.counts).toEqual({ distinct: 3, filed: 5 });
  });
});

describe("F2 funnel and F3 admissible", () => {
  const fixed = { orderedOn: "2026-06-20", dueOn: "2026-07-01", secondDueOn: null } as const;
  const done = { ...fixed, reports: [{ reportedOn: "2026-06-25", acceptedOn: "2026-06-29", rejectedOn: null }] } as const;
  const complaints = [
    complaint({ ruledOn: "2026-06-05", findings: [finding({ rectification: done }), finding({ outcome: "not_upheld" })] }),
    complaint({ ruledOn: "2026-06-05", findings: [finding({ rectification: { ...fixed, reports: [] } })] }),
    complaint({ ruledOn: "2026-06-05", findings: [finding({ outcome: "insufficient_evidence" })] }),
    complaint({ deemed: true }),
    complaint({ leftOn: "2026-06-01" }),
    complaint({ acceptedOn: null }),
    complaint({ acceptedOn: null, declinedOn: "2026-05-08", declineGround: "too_old" }),
    complaint({ acceptedOn: "2026-05-20", declinedOn: "2026-05-08", declineGround: "out_of_scope" }),
    complaint({ acceptedOn: "2026-05-08", declinedOn: "2026-05-20", declineGround: "already_handled" }),
  ];

  it("shows what stays open and what ends at each stage", () => {
    const { rows } = computeFigure("F2", dataset(complaints));
    expect(rows.map((row) => [row.stage, row.n, row.open, row.left])).toEqual([
      ["received", 9, 1, 1],
      ["accepted", 7, 2, 2],
      ["decided", 3, 0, 1],
      ["upheld", 2, 1, 0],
      ["rectified", 1, 0, 0],
    ]);
    expect(rows[2]).toMatchObject({ ofReceived: 0.333333, ofPrevious: 0.428571 });
  });

  it("goes by the answer that stands", () => {
    const figure = computeFigure("F3", dataset(complaints));
    expect(figure.headline).toEqual({ accepted: 6, declined: 2, admissible: 0.75 });
    expect(figure.rows.map((row) => [row.reason, row.n])).toEqual([
      ["decided", 5],
      ["deemed", 1],
      ["out_of_scope", 0],
      ["already_handled", 1],
      ["not_a_consumer", 0],
      ["too_old", 1],
      ["false_or_impersonated", 0],
    ]);
  });

  it("a duplicate moves neither", () => {
    const again = { ...complaint(), ...complaints[6], id: "z", receivedOn: "2026-05-09" } as const;
    for (const id of ["F1", "F2", "F3"] as const)
      expect(computeFigure(id, dataset([...complaints, again])).rows).toEqual(computeFigure(id, dataset(complaints)).rows);
  });
});

describe("F4 acceptance and F5 ruling in time", () => {
  it("takes a deemed acceptance and an open case for longer than any", () => {
    const complaints = [
      ...times(6, () => complaint()),
      complaint({ acceptance: duty({ doneOn: "2026-05-13", netDays: 5, grossDays: 9 }) }),
      complaint({ acceptance: duty({ doneOn: "2026-05-14", netDays: 6, grossDays: 6 }) }),
      complaint({ deemed: true, acceptance: duty({ doneOn: null, netDays: null, grossDays: null }) }),
      complaint({ acceptance: duty({ doneOn: null, netDays: null, grossDays: null }) }),
      complaint({ acceptance: duty({ doneOn: null, leftOn: "2026-05-12", netDays: null, grossDays: null }) }),
      complaint({ acceptance: duty({ dueOn: "2026-07-01" }) }),
    ];
    const figure = computeFigure("F4", dataset(complaints));
    expect(figure.counts).toEqual({ due: 10, inTime: 7, notDone: 2 });
    expect(figure.headline).toEqual({ inTime: 0.7, medianNet: 3, p90Net: null, medianGross: 3, p90Gross: null });
    expect(figure.rows).toEqual([
      { basis: "net", days: 3, cumulative: 6, cumulativeShare: 0.6 },
      { basis: "net", days: 5, cumulative: 7, cumulativeShare: 0.7 },
      { basis: "net", days: 6, cumulative: 8, cumulativeShare: 0.8 },
      { basis: "gross", days: 3, cumulative: 6, cumulativeShare: 0.6 },
      { basis: "gross", days: 6, cumulative: 7, cumulativeShare: 0.7 },
      { basis: "gross", days: 9, cumulative: 8, cumulativeShare: 0.8 },
    ]);
  });

  it("keeps those apart that only an extension saved", () => {
    const decided = (more: Partial<DutyFact>, extended = false) =>
      complaint({
        decision: { ...duty({ dueOn: "2026-06-18", doneOn: "2026-06-10", netDays: 20, grossDays: 20, ...more }), extended },
      });
    const complaints = [
      decided({}),
      decided({ pausedFor: ["appraisal", "court", "court"], grossDays: 40 }),
      decided({ netDays: 30 }, true),
      decided({ netDays: 31 }, true),
      decided({ doneOn: "2026-06-19", netDays: 31 }),
      decided({ doneOn: null, netDays: null, grossDays: null }),
    ];
    const figure = computeFigure("F5", dataset(complaints));
    expect(figure.rows.filter((row) => row.n !== 0).map((row) => [row.part, row.item, row.n])).toEqual([
      ["result", "within_30", 3],
      ["result", "within_extension", 1],
      ["result", "late", 1],
      ["result", "undecided", 1],
      ["extended", "extended", 2],
      ["paused", "any", 1],
      ["paused", "appraisal", 1],
      ["paused", "court", 1],
    ]);
    expect(figure.headline).toMatchObject({ inTime: 0.5, extended: 0.333333, medianNet: 30, p90Net: null });
  });
});
