import { waitLimit } from "../dial-tests/judge";
import { type DialFact, type ReportDataset, within } from "./dataset";
import { type Column, makeFigure, type Row } from "./figure";
import { ecdf, median, p90 } from "./quantiles";
import { share } from "./shares";

const COLUMNS = [
  { name: "route", type: "code", values: "figures.values.route" },
  { name: "seconds", type: "integer", unit: "seconds" },
  { name: "connected", type: "integer", unit: "tests" },
  { name: "connectedShare", type: "share" },
] as const satisfies readonly Column[];

/** The dial tests of the period. */
export const testsOfPeriod = (dataset: ReportDataset): DialFact[] =>
  dataset.dialTests.filter((test) => within(test.testedOn, dataset.period));

/**
 * F8 waiting: how many dial tests were connected to a human within so many seconds of asking, by the usual route and by the one for seniors and
 * disabled people. Rows are the steps of the ECDF; tests that never were connected count as longer than any, so the curve may end below 1.
 */
export function waiting(dataset: ReportDataset) {
  const tests = testsOfPeriod(dataset);
  const usual = tests.filter((test) => !test.priority);
  const priority = tests.filter((test) => test.priority);
  const steps = (route: string, of: readonly DialFact[]) =>
    ecdf(secondsOf(of), of.length - secondsOf(of).length).map(
      (point): Row<typeof COLUMNS> => ({ route, seconds: point.value, connected: point.n, connectedShare: point.share }),
    );
  const never = tests.length - secondsOf(tests).length;
  const open = usual.length - secondsOf(usual).length;
  return makeFigure(dataset, {
    id: "F8",
    unit: "tests",
    columns: COLUMNS,
    rows: [...steps("usual", usual), ...steps("priority", priority)],
    headline: {
      within180: share(inTime(usual), usual.length),
      within60: share(inTime(priority), priority.length),
      medianSeconds: median(secondsOf(usual), open),
      p90Seconds: p90(secondsOf(usual), open),
      neverShare: share(never, tests.length),
    },
    counts: { tests: tests.length, usual: usual.length, priority: priority.length, never },
  });
}

export const secondsOf = (tests: readonly DialFact[]): number[] => tests.flatMap((test) => test.secondsToHuman ?? []);

/** Connected within the limit of the route. */
export const inTime = (tests: readonly DialFact[]): number =>
  tests.filter((test) => test.secondsToHuman !== null && test.secondsToHuman <= waitLimit(test.priority)).length;
