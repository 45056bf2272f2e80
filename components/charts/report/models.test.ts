import { describe, expect, it } from "vitest";
import { computeFigures } from "@/domain/report-figures/compute-figures";
import type { Figure, FigureId } from "@/domain/report-figures/figure";
import { complaint, dataset, dialTest, duty, finding, times } from "@/domain/report-figures/report-facts";
import type { FigureWords } from "./figure-words";
import { type ChartModel, chartHeight } from "./model";
import { chartOf } from "./outcome-models";

/** Words that say which they are. */
const words: FigureWords = {
  code: (column, code) => (code === null ? "all" : `${column.name}:${code}`),
  say: (key, values = {}) => `${key}(${Object.values(values).join("|")})`,
  day: (day) => day,
};

const decision = { ...duty({ dueOn: "2026-06-12", doneOn: "2026-06-10", netDays: 20, grossDays: 20 }), extended: false };
const figures = computeFigures(
  dataset(
    [
      ...times(6, () => complaint({ channel: "phone", decision, ruledOn: "2026-06-10", findings: [finding()] })),
      ...times(2, () => complaint({ decision: { ...decision, doneOn: "2026-06-20", netDays: 34 }, ruledOn: "2026-06-20" })),
      complaint({ acceptedOn: null, declinedOn: "2026-05-08", declineGround: "too_old" }),
      complaint({
        receivedOn: "2025-11-03",
        acceptedOn: "2025-11-06",
        recordRequests: [{ dueOn: "2026-05-13", deliveredOn: null }],
      }),
    ],
    {
      yearBefore: { from: "2025-04-01", to: "2025-06-30" },
      dialTests: [
        ...[40, 200].flatMap((secondsToHuman) =>
          Array.from({ length: 4 }, () => dialTest({ secondsToHuman, channel: "phone", promptSecond: 9 })),
        ),
        dialTest({ priority: true, secondsToHuman: 61 }),
        ...Array.from({ length: 4 }, () => dialTest({ secondsToHuman: null, humanRequests: 5, priority: true })),
        ...Array.from({ length: 6 }, () => dialTest({ testedOn: "2025-05-06" })),
      ],
    },
  ),
);
const figure = (id: FigureId) => figures.find((one) => one.id === id) as Figure;
const model = <K extends ChartModel["kind"]>(id: FigureId, kind: K) => {
  const made = chartOf(figure(id), words);
  if (made?.kind !== kind) throw new Error(`${id} is ${made?.kind}`);
  return made as Extract<ChartModel, { kind: K }>;
};

describe("models of the charts", () => {
  it("F1: the busiest channel first, unused ones left out, cut weeks marked", () => {
    const { series, points } = model("F1", "line");
    expect(series.map((one) => one.key)).toEqual(["phone", "app"]);
    expect(series.map((one) => one.values.reduce((a, b) => a + b, 0))).toEqual([6, 3]);
    expect(points.filter((point) => point.marked).length).toBe(2);
    expect(series.every((one) => one.values.length === points.length)).toBe(true);
  });

  it("F2: stages never grow, and what is open is part of its stage", () => {
    const { stages } = model("F2", "funnel");
    expect(stages.map((stage) => stage.n)).toEqual([9, 8, 6, 6, 0]);
    for (const stage of stages) expect(stage.open).toBeLessThanOrEqual(stage.n);
  });

  it("F3: reasons nobody was declined for are not drawn", () => {
    expect(model("F3", "bars").rows.map((row) => [row.key, row.n])).toEqual([
      ["decided", 8],
      ["too_old", 1],
    ]);
  });

  it("F4: steps rise to the end, the limit is five working days", () => {
    const { series, limits, most } = model("F4", "step");
    expect(limits.map((limit) => limit.at)).toEqual([5]);
    expect(most).toBeGreaterThan(5);
    for (const { steps } of series)
      for (let i = 1; i < steps.length; i++) expect(steps[i]?.[1]).toBeGreaterThan(steps[i - 1]?.[1] ?? 0);
  });

  it("F5: the parts of the whole make the whole; lateness of the authority is beyond the limit", () => {
    const { rows, legend } = model("F5", "stack");
    const sum = rows[0]?.parts.reduce((total, part) => total + part.share, 0);
    expect(sum).toBeCloseTo(1, 5);
    expect(legend.find((one) => one.key === "late")?.tone).toBe("beyond");
  });

  it("F6: the portal first, its share inside its interval", () => {
    const [all] = model("F6", "dots").rows;
    expect(all?.strong).toBe(true);
    expect(all?.interval?.[0]).toBeLessThanOrEqual(all?.value ?? 0);
    expect(all?.interval?.[1]).toBeGreaterThanOrEqual(all?.value ?? 1);
  });

  it("F8: each route is held to its own limit, and ends below 1 where some were never connected", () => {
    const { series, limits, most } = model("F8", "step");
    expect(limits.map((limit) => limit.at)).toEqual([60, 180]);
    expect(series.map((one) => [one.key, one.limit, one.mark])).toEqual([
      ["usual", 180, "50.0%"],
      ["priority", 60, "0.0%"],
    ]);
    expect(series[1]?.steps.at(-1)?.[1]).toBeLessThan(1);
    expect(most).toBeGreaterThanOrEqual(240);
  });

  it("F9: as many tests as there are; those given up stand apart and are hatched", () => {
    const { rows } = model("F9", "bars");
    expect(rows.reduce((sum, row) => sum + row.n, 0)).toBe(figure("F9").counts.tests);
    expect(rows.at(-1)).toMatchObject({ key: "censored", n: 4, tone: "out" });
  });

  it("F10, F13: parts make the whole", () => {
    for (const id of ["F10", "F13"] as const)
      for (const row of model(id, "stack").rows)
        expect(row.parts.reduce((total, part) => total + part.share, 0)).toBeCloseTo(1, 5);
  });

  it("F15: only what can be told of both years, the whole first", () => {
    const { series } = model("F15", "slope");
    expect(series.map((one) => [one.key, one.strong])).toEqual([
      ["portal", true],
      ["travel", false],
    ]);
  });

  it("draws nothing of nothing", () => {
    for (const one of computeFigures(dataset([]))) expect(chartOf(one, words)).toBeNull();
  });

  it("knows its height before it is drawn", () => {
    for (const one of figures) {
      const made = chartOf(one, words);
      if (made) for (const narrow of [true, false]) expect(chartHeight(made, narrow)).toBeGreaterThan(60);
    }
  });
});
