import { CLOCKS } from "../clock-table";
import { type ComplaintFact, type ReplyFact, type ReportDataset, within } from "./dataset";
import { type Column, makeFigure, type Row } from "./figure";
import { median } from "./quantiles";
import { sectorAxis, sectorOf } from "./sector-axis";
import { share, toSix } from "./shares";

const COLUMNS = [
  { name: "scope", type: "code", values: "figures.values.scope" },
  { name: "sector", type: "code" },
  { name: "due", type: "integer", unit: "cases" },
  { name: "inTime", type: "integer", unit: "cases" },
  { name: "late", type: "integer", unit: "cases" },
  { name: "missing", type: "integer", unit: "cases" },
  { name: "inTimeShare", type: "share" },
  { name: "medianHours", type: "decimal", unit: "hours" },
  { name: "within72", type: "integer", unit: "cases" },
  { name: "within72Share", type: "share" },
] as const satisfies readonly Column[];

type Due = Pick<ComplaintFact, "sector"> & { readonly reply: ReplyFact };

/**
 * F14 company reply: replied within 10 working days of service / due in the period; median hours to the first substantive answer
 * (none at all counts as longer than any) and the share within 72 hours.
 */
export function companyReply(dataset: ReportDataset) {
  const due = dataset.complaints.flatMap(({ sector, reply, leftOn, declinedOn, ruledOn }): Due[] => {
    if (!reply || !within(reply.dueOn, dataset.period) || reply.dueOn > dataset.frozenOn) return [];
    const closed = [leftOn, declinedOn, ruledOn].some((day) => day !== null && day <= reply.dueOn);
    return closed && reply.repliedOn === null ? [] : [{ sector, reply }];
  });
  const all = rowOf("portal", null, due);
  const rows = sectorAxis(dataset, due).map((sector) =>
    rowOf(
      "sector",
      sector,
      due.filter((one) => sectorOf(one) === sector),
    ),
  );
  return makeFigure(dataset, {
    id: "F14",
    unit: "cases",
    columns: COLUMNS,
    rows: [all, ...rows],
    headline: { inTime: all.inTimeShare, medianHours: all.medianHours, within72: all.within72Share },
    counts: { due: all.due, inTime: all.inTime, missing: all.missing },
  });
}

function rowOf(scope: string, sector: string | null, due: readonly Due[]) {
  const replies = due.map((one) => one.reply);
  const inTime = replies.filter((reply) => reply.repliedOn !== null && reply.repliedOn <= reply.dueOn).length;
  const missing = replies.filter((reply) => reply.repliedOn === null).length;
  const hours = replies.flatMap((reply) => reply.firstAnswerHours ?? []);
  const within72 = hours.filter((elapsed) => elapsed <= CLOCKS.first_answer.length).length;
  const middle = median(hours, replies.length - hours.length);
  return {
    scope,
    sector,
    due: replies.length,
    inTime,
    late: replies.length - inTime - missing,
    missing,
    inTimeShare: share(inTime, replies.length),
    medianHours: middle === null ? null : toSix(middle),
    within72,
    within72Share: share(within72, replies.length),
  } satisfies Row<typeof COLUMNS>;
}
