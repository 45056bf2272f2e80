import { rectificationState } from "../score/rectification-state";
import type { FindingFact, ReportDataset } from "./dataset";
import { within } from "./dataset";
import { type Column, makeFigure, type Row } from "./figure";
import { sectorAxis, sectorOf } from "./sector-axis";
import { share } from "./shares";

const COLUMNS = [
  { name: "scope", type: "code", values: "figures.values.scope" },
  { name: "sector", type: "code" },
  { name: "due", type: "integer", unit: "findings" },
  { name: "inTime", type: "integer", unit: "findings" },
  { name: "late", type: "integer", unit: "findings" },
  { name: "pending", type: "integer", unit: "findings" },
  { name: "overdue", type: "integer", unit: "findings" },
  { name: "inTimeShare", type: "share" },
  { name: "repeats", type: "integer", unit: "findings" },
  { name: "repeatShare", type: "share" },
] as const satisfies readonly Column[];

type Due = { readonly finding: FindingFact; readonly sector: string | null };

/**
 * F12 rectified: reported within 7 working days and accepted / due in the period, by the first due day; how the rest stands at the
 * freeze (`pending`: before the desk, or in its second term), and how many of the breaches due were repeats.
 */
export function rectified(dataset: ReportDataset) {
  const due = dataset.complaints
    .filter((complaint) => complaint.annulledOn === null)
    .flatMap((complaint) => complaint.findings.map((finding): Due => ({ finding, sector: complaint.sector })))
    .filter(({ finding }) => finding.rectification !== null && within(finding.rectification.dueOn, dataset.period))
    .filter(({ finding }) => finding.rectification !== null && finding.rectification.dueOn <= dataset.frozenOn);
  const all = rowOf("portal", null, due, dataset);
  const rows = sectorAxis(dataset, due).map((sector) =>
    rowOf(
      "sector",
      sector,
      due.filter((one) => sectorOf(one) === sector),
      dataset,
    ),
  );
  return makeFigure(dataset, {
    id: "F12",
    unit: "findings",
    columns: COLUMNS,
    rows: [all, ...rows],
    headline: { inTime: all.inTimeShare, overdue: all.overdue, repeatShare: all.repeatShare },
    counts: { due: all.due, inTime: all.inTime },
  });
}

function rowOf(scope: string, sector: string | null, due: readonly Due[], dataset: ReportDataset) {
  const states = due.map(({ finding }) => rectificationState(finding.rectification, dataset.frozenOn));
  const count = (state: string) => states.filter((one) => one === state).length;
  const repeats = due.filter(({ finding }) => finding.recurs).length;
  return {
    scope,
    sector,
    due: due.length,
    inTime: count("in_time"),
    late: count("late"),
    pending: count("pending"),
    overdue: count("overdue"),
    inTimeShare: share(count("in_time"), due.length),
    repeats,
    repeatShare: share(repeats, due.length),
  } satisfies Row<typeof COLUMNS>;
}
