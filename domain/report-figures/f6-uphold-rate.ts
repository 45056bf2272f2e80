import { caseOutcome, isDecided } from "./case-outcome";
import { type ComplaintFact, type ReportDataset, within } from "./dataset";
import { type Column, makeFigure, type Row } from "./figure";
import { sectorAxis, sectorOf } from "./sector-axis";
import { share, wilson } from "./shares";

const COLUMNS = [
  { name: "scope", type: "code", values: "figures.values.scope" },
  { name: "sector", type: "code" },
  { name: "decided", type: "integer", unit: "cases" },
  { name: "upheld", type: "integer", unit: "cases" },
  { name: "partlyUpheld", type: "integer", unit: "cases" },
  { name: "notUpheld", type: "integer", unit: "cases" },
  { name: "insufficientEvidence", type: "integer", unit: "cases" },
  { name: "notFinal", type: "integer", unit: "cases" },
  { name: "upholdRate", type: "share" },
  { name: "lower95", type: "share" },
  { name: "upper95", type: "share" },
] as const satisfies readonly Column[];

/**
 * F6 uphold rate: cases upheld in whole or part / decided on the merits, by day of the ruling, with Wilson's 95 % interval. Rulings
 * annulled by the freeze are out; those not yet final are in and counted apart.
 */
export function upholdRate(dataset: ReportDataset) {
  const decided = dataset.complaints.filter((complaint) => within(complaint.ruledOn, dataset.period) && isDecided(complaint));
  const all = rowOf("portal", null, decided);
  const rows = sectorAxis(dataset, decided).map((sector) =>
    rowOf(
      "sector",
      sector,
      decided.filter((one) => sectorOf(one) === sector),
    ),
  );
  const { upholdRate: rate, lower95, upper95 } = all;
  return makeFigure(dataset, {
    id: "F6",
    unit: "cases",
    columns: COLUMNS,
    rows: [all, ...rows],
    headline: { upholdRate: rate, lower95, upper95 },
    counts: { decided: decided.length, notFinal: all.notFinal },
  });
}

function rowOf(scope: string, sector: string | null, cases: readonly ComplaintFact[]) {
  const outcomes = cases.map(caseOutcome);
  const count = (outcome: string) => outcomes.filter((one) => one === outcome).length;
  const [upheld, partlyUpheld] = [count("upheld"), count("partly_upheld")];
  const interval = wilson(upheld + partlyUpheld, cases.length);
  return {
    scope,
    sector,
    decided: cases.length,
    upheld,
    partlyUpheld,
    notUpheld: count("not_upheld"),
    insufficientEvidence: count("insufficient_evidence"),
    notFinal: cases.filter((one) => one.findings.some((finding) => finding.finalOn === null)).length,
    upholdRate: share(upheld + partlyUpheld, cases.length),
    lower95: interval?.lower ?? null,
    upper95: interval?.upper ?? null,
  } satisfies Row<typeof COLUMNS>;
}
