import { DECLINE_GROUNDS } from "../findings";
import { type ReportDataset, within } from "./dataset";
import { distinctComplaints } from "./distinct";
import { type Column, makeFigure, type Row } from "./figure";
import { share } from "./shares";
import { standingAnswer } from "./standing-answer";

const COLUMNS = [
  { name: "result", type: "code", values: "figures.values.admission" },
  { name: "reason", type: "code", values: "figures.values.admissionReason" },
  { name: "n", type: "integer", unit: "cases" },
  { name: "share", type: "share" },
] as const satisfies readonly Column[];

/**
 * F3 admissible: accepted / (accepted + declined) among distinct complaints whose standing answer fell in the period, with the reasons
 * of those declined.
 */
export function admissible(dataset: ReportDataset) {
  const answered = distinctComplaints(dataset.complaints)
    .map((complaint) => ({ complaint, answer: standingAnswer(complaint) }))
    .filter(({ answer }) => answer !== null && within(answer.on, dataset.period));
  const count = (result: string, reason: string) =>
    answered.filter(({ answer }) => answer?.result === result && answer.reason === reason).length;
  const row = (result: string, reason: string): Row<typeof COLUMNS> => {
    const n = count(result, reason);
    return { result, reason, n, share: share(n, answered.length) };
  };
  const rows = [
    row("accepted", "decided"),
    row("accepted", "deemed"),
    ...DECLINE_GROUNDS.map((ground) => row("declined", ground)),
  ];
  const accepted = count("accepted", "decided") + count("accepted", "deemed");
  return makeFigure(dataset, {
    id: "F3",
    unit: "cases",
    columns: COLUMNS,
    rows,
    headline: { accepted, declined: answered.length - accepted, admissible: share(accepted, answered.length) },
    counts: { answered: answered.length },
  });
}
