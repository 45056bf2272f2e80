import { CLOCKS, PAUSES } from "../clock-table";
import type { ComplaintFact, ReportDataset } from "./dataset";
import { fellDue, netAndGross } from "./f4-acceptance";
import { type Column, makeFigure, type Row } from "./figure";
import { share } from "./shares";

const COLUMNS = [
  { name: "part", type: "code", values: "figures.values.part" },
  { name: "item", type: "code", values: "figures.values.rulingTime" },
  { name: "n", type: "integer", unit: "cases" },
  { name: "share", type: "share" },
] as const satisfies readonly Column[];

const RESULTS = ["within_30", "within_extension", "late", "undecided"] as const;
/** Reasons that pause a decision; acceptance pauses are carried over when acceptance was deemed. */
const REASONS = Object.keys(PAUSES);

type Decision = NonNullable<ComplaintFact["decision"]>;

/**
 * F5 ruling in time: within 30 working days net of pauses, of all that fell due in the period (due day with pauses and extension).
 * Those ruled in the 15 days of an extension stand apart and are not counted as within 30. One case may be paused for several reasons.
 */
export function rulingInTime(dataset: ReportDataset) {
  const due = dataset.complaints
    .flatMap((complaint) => (complaint.decision ? [complaint.decision] : []))
    .filter((duty) => fellDue(duty, dataset));
  const row = (part: string, item: string, holds: (duty: Decision) => boolean): Row<typeof COLUMNS> => {
    const n = due.filter(holds).length;
    return { part, item, n, share: share(n, due.length) };
  };
  const rows = [
    ...RESULTS.map((result) => row("result", result, (duty) => resultOf(duty) === result)),
    row("extended", "extended", (duty) => duty.extended),
    row("paused", "any", (duty) => duty.pausedFor.length > 0),
    ...REASONS.map((reason) => row("paused", reason, (duty) => duty.pausedFor.includes(reason))),
  ];
  const inTime = due.filter((duty) => resultOf(duty) === "within_30").length;
  const net = due.flatMap((duty) => duty.netDays ?? []);
  const gross = due.flatMap((duty) => duty.grossDays ?? []);
  return makeFigure(dataset, {
    id: "F5",
    unit: "working_days",
    columns: COLUMNS,
    rows,
    headline: {
      inTime: share(inTime, due.length),
      extended: share(due.filter((duty) => duty.extended).length, due.length),
      paused: share(due.filter((duty) => duty.pausedFor.length > 0).length, due.length),
      ...netAndGross(due.length, net, gross),
    },
    counts: { due: due.length, inTime, notDone: due.length - net.length },
  });
}

function resultOf(duty: Decision): (typeof RESULTS)[number] {
  if (duty.doneOn === null) return "undecided";
  if (duty.doneOn > duty.dueOn) return "late";
  const within30 = !duty.extended || (duty.netDays !== null && duty.netDays <= CLOCKS.decision.length);
  return within30 ? "within_30" : "within_extension";
}
