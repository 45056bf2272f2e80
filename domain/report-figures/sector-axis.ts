import type { ComplaintFact, ReportDataset } from "./dataset";

/** "unknown" while no company is bound to the case. */
export function sectorOf(complaint: Pick<ComplaintFact, "sector">): string {
  return complaint.sector ?? "unknown";
}

/** The sectors in the order of the dataset, then any other that the cases name, so that rows add up. */
export function sectorAxis(dataset: ReportDataset, cases: readonly Pick<ComplaintFact, "sector">[]): string[] {
  return [...new Set([...dataset.sectors, ...cases.map(sectorOf).sort()])];
}
