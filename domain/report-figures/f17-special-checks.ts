import { type CheckFact, type ReportDataset, within } from "./dataset";
import { type Column, makeFigure, type Row } from "./figure";

const COLUMNS = [
  { name: "number", type: "text" },
  { name: "companyId", type: "code" },
  { name: "sector", type: "code" },
  { name: "trigger", type: "code", values: "figures.values.trigger" },
  { name: "clause", type: "code" },
  { name: "complainants", type: "integer", unit: "complainants" },
  { name: "threshold", type: "decimal", unit: "complainants" },
  { name: "openedOn", type: "day" },
  { name: "concludedOn", type: "day" },
  { name: "checkResult", type: "code", values: "figures.values.checkResult" },
] as const satisfies readonly Column[];

/**
 * F17 special checks (section 10; ours): every check that was running in the period, with what opened it, and how it ended as known at the freeze. Oldest
 * first.
 */
export function specialChecks(dataset: ReportDataset) {
  const { period } = dataset;
  const running = dataset.specialChecks.filter(
    (check) => check.openedOn <= period.to && (check.concludedOn === null || check.concludedOn >= period.from),
  );
  const opened = running.filter((check) => within(check.openedOn, period)).length;
  const concluded = running.filter((check) => within(check.concludedOn, period));
  return makeFigure(dataset, {
    id: "F17",
    unit: "checks",
    columns: COLUMNS,
    rows: [...running].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).map(rowOf),
    headline: {
      opened,
      concluded: concluded.length,
      breaches: concluded.filter((check) => check.result === "breaches_found").length,
    },
    counts: {
      checks: running.length,
      stillOpen: running.filter((check) => check.concludedOn === null).length,
      companies: new Set(running.map((check) => check.companyId)).size,
    },
  });
}

const keyOf = (check: CheckFact) => `${check.openedOn} ${check.number}`;

function rowOf({ result, ...check }: CheckFact): Row<typeof COLUMNS> {
  return { ...check, checkResult: result };
}
