import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CsvCell } from "../csv";
import { addDays } from "../day";
import { computeFigures } from "./compute-figures";
import type { ReportDataset } from "./dataset";
import { datasetArb, FROZEN } from "./dataset-arbitrary";
import { type Figure, type FigureId, figureCsv, figureJson } from "./figure";

const RUNS = { numRuns: 150 };
type Cells = Readonly<Record<string, CsvCell>>;
const rowsOf = (figures: Figure[], id: FigureId) => (figures.find((one) => one.id === id)?.rows ?? []) as readonly Cells[];
const total = (rows: readonly Cells[], ...names: string[]) =>
  rows.reduce((sum, row) => sum + names.reduce((part, name) => part + Number(row[name]), 0), 0);
const jsonOf = (dataset: ReportDataset) => computeFigures(dataset).map(figureJson);

describe("every figure", () => {
  it("is the same to the byte in whatever order the rows come", () => {
    const turned = datasetArb.chain((dataset) =>
      fc
        .shuffledSubarray([...dataset.complaints], { minLength: dataset.complaints.length })
        .map((complaints) => ({
          ...dataset,
          complaints: complaints.map((one) => ({ ...one, findings: [...one.findings].reverse() })),
          exposures: [...dataset.exposures].reverse(),
          scores: [...dataset.scores].reverse(),
          dialTests: [...dataset.dialTests].reverse(),
        }))
        .map((other) => [dataset, other] as const),
    );
    fc.assert(
      fc.property(turned, ([dataset, other]) => {
        expect(jsonOf(other)).toEqual(jsonOf(dataset));
      }),
      RUNS,
    );
  });

  it("does not see what comes after the freeze", () => {
    fc.assert(
      fc.property(datasetArb, datasetArb, (dataset, other) => {
        const later = other.complaints.map((one) => ({ ...one, id: `later-${one.id}`, receivedOn: addDays(FROZEN, 1) }));
        const complaints = dataset.complaints.map((one) => ({
          ...one,
          ruledOn: one.ruledOn ?? addDays(FROZEN, 1),
          leftOn: one.leftOn ?? addDays(FROZEN, 9),
          acceptance: {
            ...one.acceptance,
            ...(one.acceptance.doneOn ? {} : { doneOn: addDays(FROZEN, 2), netDays: 3, grossDays: 3 }),
          },
        }));
        const dialTests = other.dialTests.map((one) => ({ ...one, testId: `later-${one.testId}`, testedOn: addDays(FROZEN, 1) }));
        const after = { ...dataset, complaints: [...later, ...complaints], dialTests: [...dialTests, ...dataset.dialTests] };
        expect(jsonOf(after)).toEqual(jsonOf(dataset));
      }),
      RUNS,
    );
  });

  it("adds up", () => {
    fc.assert(
      fc.property(datasetArb, (dataset) => {
        const figures = computeFigures(dataset);
        const counts = Object.fromEntries(figures.map((figure) => [figure.id, figure.counts]));
        expect(total(rowsOf(figures, "F1"), "n")).toBe(counts.F1?.distinct);
        const stages = rowsOf(figures, "F2");
        stages.forEach((row, i) => {
          expect(Number(row.open)).toBeGreaterThanOrEqual(0);
          expect(Number(row.left)).toBeGreaterThanOrEqual(0);
          if (i + 1 < stages.length) expect(total([row], "n")).toBe(Number(stages[i + 1]?.n) + total([row], "open", "left"));
        });
        expect(stages[0]?.n).toBe(counts.F1?.distinct);
        expect(total(rowsOf(figures, "F3"), "n")).toBe(counts.F3?.answered);
        expect(
          total(
            rowsOf(figures, "F5").filter((row) => row.part === "result"),
            "n",
          ),
        ).toBe(counts.F5?.due);
        const parts: [FigureId, string, string[]][] = [
          ["F6", "decided", ["upheld", "partlyUpheld", "notUpheld", "insufficientEvidence"]],
          ["F10", "calls", ["toldInTime", "toldLate", "neverTold"]],
          ["F12", "due", ["inTime", "late", "pending", "overdue"]],
          ["F13", "due", ["inTime", "late", "missing"]],
          ["F14", "due", ["inTime", "late", "missing"]],
        ];
        for (const [id, whole, names] of parts) {
          const rows = rowsOf(figures, id);
          for (const row of rows) expect(total([row], ...names)).toBe(row[whole]);
          expect(
            total(
              rows.filter((row) => row.scope === "sector"),
              whole,
            ),
          ).toBe(rows[0]?.[whole]);
        }
        for (const basis of ["net", "gross"]) {
          const steps = rowsOf(figures, "F4").filter((row) => row.basis === basis);
          const cumulative = steps.map((row) => Number(row.cumulative));
          expect(cumulative).toEqual([...cumulative].sort((a, b) => a - b));
          expect(cumulative.at(-1) ?? 0).toBe(Number(counts.F4?.due) - Number(counts.F4?.notDone));
        }
      }),
      RUNS,
    );
  });

  it("never shows a count under 5 in F7, nor a score the grade does not allow in F11", () => {
    fc.assert(
      fc.property(datasetArb, (dataset) => {
        const figures = computeFigures(dataset);
        for (const row of rowsOf(figures, "F7")) {
          expect(row.suppressed).toBe(row.n === null);
          if (row.n === null) expect(row.ratePer100k).toBeNull();
          else expect(Number(row.n)).toBeGreaterThanOrEqual(5);
        }
        for (const row of rowsOf(figures, "F11")) {
          const scored = row.grade === "I" || row.grade === "II";
          expect([row.score !== null, row.lower90 !== null, row.upper90 !== null]).toEqual([scored, scored, scored]);
          if (row.grade === "NR") expect(row.band).toBeNull();
          if (!scored) expect(row.change).toBeNull();
        }
      }),
      RUNS,
    );
  });

  it("writes a CSV of as many fields as columns, and JSON that parses back", () => {
    fc.assert(
      fc.property(datasetArb, (dataset) => {
        for (const figure of computeFigures(dataset)) {
          const [header = "", ...lines] = figureCsv(figure).trimEnd().split("\r\n");
          expect(header.split(",")).toEqual(figure.columns.map((column) => column.name));
          expect(lines.filter((line) => line !== "").length).toBe(figure.rows.length);
          expect(JSON.parse(figureJson(figure)).rows.length).toBe(figure.rows.length);
        }
      }),
      { numRuns: 50 },
    );
  });
});
