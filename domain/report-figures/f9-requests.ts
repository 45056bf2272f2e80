import type { ReportDataset } from "./dataset";
import { testsOfPeriod } from "./f8-waiting";
import { type Column, makeFigure, type Row } from "./figure";
import { median, p90 } from "./quantiles";
import { share } from "./shares";

const COLUMNS = [
  { name: "requests", type: "integer", unit: "requests" },
  { name: "connected", type: "integer", unit: "tests" },
  { name: "censored", type: "integer", unit: "tests" },
  { name: "share", type: "share" },
] as const satisfies readonly Column[];

/**
 * F9 requests for a human until one came: a row for each number of requests from 1 to the most, with the tests connected after so many, and
 * apart those given up after so many (censored): they would have needed more, so for median and P90 they count as more than any.
 */
export function requestsForHuman(dataset: ReportDataset) {
  const tests = testsOfPeriod(dataset);
  const connected = tests.filter((test) => test.secondsToHuman !== null).map((test) => test.humanRequests);
  const censored = tests.filter((test) => test.secondsToHuman === null).map((test) => test.humanRequests);
  const most = Math.max(0, ...connected, ...censored);
  const count = (of: readonly number[], n: number) => of.filter((one) => one === n).length;
  const rows = Array.from({ length: most }, (_, i): Row<typeof COLUMNS> => {
    const requests = i + 1;
    const n = count(connected, requests);
    return { requests, connected: n, censored: count(censored, requests), share: share(n, tests.length) };
  });
  return makeFigure(dataset, {
    id: "F9",
    unit: "requests",
    columns: COLUMNS,
    rows,
    headline: {
      medianRequests: median(connected, censored.length),
      p90Requests: p90(connected, censored.length),
      atOnce: share(count(connected, 1), tests.length),
    },
    counts: { tests: tests.length, connected: connected.length, censored: censored.length },
  });
}
