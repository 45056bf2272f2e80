import type { ComputedFigureId } from "../report-figures/compute-figures";

/** A section of the report (Rules §7) with the figures that stand in it. Titles: messages `reports.sections.<key>`. */
export interface ReportSection {
  readonly key: string;
  readonly number: string;
  readonly figures: readonly ComputedFigureId[];
  /** What stands there is written by the editor; else it is made from the record. */
  readonly prose: "needed" | "allowed" | "none";
}

// biome-ignore format: a table, one row a line
export const REPORT_SECTIONS = [
  { key: "statement", number: "0", figures: [], prose: "allowed" },
  { key: "highlights", number: "1", figures: [], prose: "needed" },
  { key: "intake", number: "2", figures: ["F1", "F2", "F3"], prose: "needed" },
  { key: "timeliness", number: "3", figures: ["F4", "F5", "F13", "F14"], prose: "needed" },
  { key: "outcomes", number: "4", figures: ["F6"], prose: "needed" },
  { key: "clauses", number: "5", figures: ["F7"], prose: "needed" },
  { key: "access", number: "6", figures: ["F8", "F9", "F10"], prose: "needed" },
  { key: "priority", number: "7", figures: ["F16"], prose: "allowed" },
  { key: "companies", number: "8", figures: ["F11", "F15"], prose: "needed" },
  { key: "rectification", number: "9", figures: ["F12"], prose: "needed" },
  { key: "specialChecks", number: "10", figures: ["F17"], prose: "allowed" },
  { key: "practice", number: "11", figures: [], prose: "needed" },
  { key: "studies", number: "12", figures: [], prose: "allowed" },
  { key: "recommendations", number: "13", figures: [], prose: "needed" },
  { key: "method", number: "A", figures: [], prose: "allowed" },
  { key: "data", number: "B", figures: [], prose: "none" },
  { key: "corrections", number: "C", figures: [], prose: "none" },
  { key: "replies", number: "D", figures: [], prose: "allowed" },
] as const satisfies readonly ReportSection[];

export type SectionKey = (typeof REPORT_SECTIONS)[number]["key"];

/** Sections that reports frozen before they had a figure do not have; the statement names those. */
export const LATER_SECTIONS = ["priority", "specialChecks"] as const satisfies readonly SectionKey[];

/** The section a figure stands in. */
export function sectionOf(figure: ComputedFigureId): SectionKey {
  const section = REPORT_SECTIONS.find((one) => (one.figures as readonly string[]).includes(figure));
  if (!section) throw new Error(`${figure} stands in no section`);
  return section.key;
}
