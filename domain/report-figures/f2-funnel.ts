import { isUpheld } from "../findings";
import { rectificationState } from "../score/rectification-state";
import { isDecided, isUpheldCase } from "./case-outcome";
import { type ComplaintFact, type ReportDataset, within } from "./dataset";
import { distinctComplaints } from "./distinct";
import { type Column, makeFigure, type Row } from "./figure";
import { share } from "./shares";
import { standingAnswer } from "./standing-answer";

const COLUMNS = [
  { name: "stage", type: "code", values: "figures.values.stage" },
  { name: "n", type: "integer", unit: "cases" },
  { name: "ofReceived", type: "share" },
  { name: "ofPrevious", type: "share" },
  { name: "open", type: "integer", unit: "cases" },
  { name: "left", type: "integer", unit: "cases" },
] as const satisfies readonly Column[];

/**
 * F2 funnel: what became, by the freeze, of the distinct complaints received in the period. Each stage is part of the one before;
 * `open` may still go on, `left` will not (declined, withdrawn, settled, not upheld).
 */
export function funnel(dataset: ReportDataset) {
  const received = distinctComplaints(dataset.complaints).filter((complaint) => within(complaint.receivedOn, dataset.period));
  const accepted = received.filter((complaint) => complaint.acceptedOn !== null);
  const decided = accepted.filter(isDecided);
  const upheld = decided.filter(isUpheldCase);
  const rectified = upheld.filter((complaint) => isRectified(complaint, dataset));
  const hasEnded = (complaint: ComplaintFact) =>
    standingAnswer(complaint)?.result === "declined" || complaint.leftOn !== null || complaint.annulledOn !== null;
  const stages = [
    { stage: "received", of: received, open: received.filter((one) => one.acceptedOn === null && !hasEnded(one)) },
    { stage: "accepted", of: accepted, open: accepted.filter((one) => !isDecided(one) && !hasEnded(one)) },
    { stage: "decided", of: decided, open: [] },
    { stage: "upheld", of: upheld, open: upheld.filter((one) => !isRectified(one, dataset)) },
    { stage: "rectified", of: rectified, open: [] },
  ];
  const rows = stages.map(({ stage, of, open }, i): Row<typeof COLUMNS> => {
    const next = stages[i + 1]?.of.length ?? of.length;
    const previous = stages[i - 1]?.of.length ?? of.length;
    return {
      stage,
      n: of.length,
      ofReceived: share(of.length, received.length),
      ofPrevious: share(of.length, previous),
      open: open.length,
      left: of.length - next - open.length,
    };
  });
  return makeFigure(dataset, {
    id: "F2",
    unit: "cases",
    columns: COLUMNS,
    rows,
    headline: Object.fromEntries(stages.map(({ stage, of }) => [stage, of.length])),
    counts: { distinct: received.length },
  });
}

/** Every upheld finding has an accepted report. */
function isRectified(complaint: ComplaintFact, dataset: ReportDataset): boolean {
  return complaint.findings
    .filter((finding) => isUpheld(finding.outcome))
    .every((finding) => ["in_time", "late"].includes(rectificationState(finding.rectification, dataset.frozenOn)));
}
