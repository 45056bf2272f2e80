import { isUpheld } from "../findings";
import { type ComplaintFact, type ReportDataset, within } from "./dataset";
import { type Column, makeFigure, type Row } from "./figure";
import { sectorAxis, sectorOf } from "./sector-axis";
import { toSix } from "./shares";
import { guardSmallCells } from "./small-cells";

const COLUMNS = [
  { name: "scope", type: "code", values: "figures.values.scope" },
  { name: "clause", type: "code" },
  { name: "sector", type: "code" },
  { name: "n", type: "integer", unit: "findings" },
  { name: "contacts", type: "integer", unit: "contacts" },
  { name: "ratePer100k", type: "decimal", unit: "per_100k_contacts" },
  { name: "suppressed", type: "flag" },
] as const satisfies readonly Column[];

/**
 * F7 clauses: upheld findings (whole or part) that became final in the period, by clause and sector, per 100,000 service contacts of
 * the sector; a case counts once for a clause. Cells under 5 are hidden, and totals from which they could be recovered.
 */
export function clauseHeat(dataset: ReportDataset) {
  const found = dataset.complaints.flatMap((complaint) => clausesOf(complaint, dataset));
  const sectors = sectorAxis(dataset, found);
  const clauses = [...new Set([...dataset.clauses, ...found.map((one) => one.clause).sort()])];
  const counts = clauses.map((clause) =>
    sectors.map((sector) => found.filter((one) => one.clause === clause && sectorOf(one) === sector).length),
  );
  const contactsOf = sectors.map((sector) => contacts(dataset, (other) => other === sector));
  const all = contacts(dataset, (sector) => sectors.includes(sector));
  const guarded = guardSmallCells(counts);
  const rows = clauses.flatMap((clause, i): Row<typeof COLUMNS>[] => [
    rowOf("clause", clause, null, guarded.rowTotals[i] ?? null, all),
    ...sectors.map((sector, j) => rowOf("cell", clause, sector, guarded.cells[i]?.[j] ?? null, contactsOf[j] ?? 0)),
  ]);
  const hidden = guarded.cells.flat().filter((cell) => cell === null).length;
  return makeFigure(dataset, {
    id: "F7",
    unit: "per_100k_contacts",
    columns: COLUMNS,
    rows,
    headline: { findings: guarded.total, ratePer100k: rate(guarded.total, all) },
    counts: { cellsShown: guarded.cells.flat().length - hidden, cellsHidden: hidden, contacts: all },
  });
}

function clausesOf(complaint: ComplaintFact, dataset: ReportDataset): { clause: string; sector: string | null }[] {
  if (complaint.annulledOn !== null) return [];
  const upheld = complaint.findings.filter((one) => isUpheld(one.outcome) && within(one.finalOn, dataset.period));
  return [...new Set(upheld.map((one) => one.clause))].map((clause) => ({ clause, sector: complaint.sector }));
}

function contacts(dataset: ReportDataset, isOf: (sector: string) => boolean): number {
  return dataset.exposures.filter((one) => isOf(one.sector)).reduce((sum, one) => sum + one.contacts, 0);
}

function rate(n: number | null, contactsCounted: number): number | null {
  return n === null || contactsCounted === 0 ? null : toSix((n * 100_000) / contactsCounted);
}

function rowOf(scope: string, clause: string, sector: string | null, n: number | null, counted: number): Row<typeof COLUMNS> {
  return { scope, clause, sector, n, contacts: counted, ratePer100k: rate(n, counted), suppressed: n === null };
}
