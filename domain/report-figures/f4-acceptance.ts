import { type DutyFact, type ReportDataset, within } from "./dataset";
import { type Column, makeFigure, type Row } from "./figure";
import { ecdf, median, p90 } from "./quantiles";
import { share } from "./shares";

const COLUMNS = [
  { name: "basis", type: "code", values: "figures.values.basis" },
  { name: "days", type: "integer", unit: "working_days" },
  { name: "cumulative", type: "integer", unit: "cases" },
  { name: "cumulativeShare", type: "share" },
] as const satisfies readonly Column[];

/**
 * F4 acceptance in time: decided by a person within 5 working days, of all that fell due in the period. Every case counts, duplicates
 * too: each had its own clock. Rows are the steps of the ECDF, pauses taken out (net) and all (gross); deemed acceptances and cases
 * still open count as longer than any, so the curve may end below 1.
 */
export function acceptanceInTime(dataset: ReportDataset) {
  const due = dataset.complaints.map((one) => one.acceptance).filter((duty) => fellDue(duty, dataset));
  const inTime = due.filter((duty) => duty.doneOn !== null && duty.doneOn <= duty.dueOn).length;
  const net = due.flatMap((duty) => duty.netDays ?? []);
  const gross = due.flatMap((duty) => duty.grossDays ?? []);
  const steps = (basis: string, days: readonly number[]) =>
    ecdf(days, due.length - days.length).map(
      (point): Row<typeof COLUMNS> => ({ basis, days: point.value, cumulative: point.n, cumulativeShare: point.share }),
    );
  return makeFigure(dataset, {
    id: "F4",
    unit: "working_days",
    columns: COLUMNS,
    rows: [...steps("net", net), ...steps("gross", gross)],
    headline: { inTime: share(inTime, due.length), ...netAndGross(due.length, net, gross) },
    counts: { due: due.length, inTime, notDone: due.length - net.length },
  });
}

/** Median and P90 of all that were due; null where more are open than the quantile leaves over. */
export function netAndGross(due: number, net: readonly number[], gross: readonly number[]) {
  return {
    medianNet: median(net, due - net.length),
    p90Net: p90(net, due - net.length),
    medianGross: median(gross, due - gross.length),
    p90Gross: p90(gross, due - gross.length),
  };
}

/** Fell due in the period, and the case had not left before. */
export function fellDue(duty: DutyFact, dataset: ReportDataset): boolean {
  const left = duty.leftOn !== null && duty.doneOn === null && duty.leftOn <= duty.dueOn;
  return within(duty.dueOn, dataset.period) && duty.dueOn <= dataset.frozenOn && !left;
}
