import { isUpheld } from "../findings";
import { type DialFact, type ReportDataset, within } from "./dataset";
import { inTime, secondsOf, testsOfPeriod } from "./f8-waiting";
import { type Column, makeFigure, type Row } from "./figure";
import { median } from "./quantiles";
import { sectorAxis, sectorOf } from "./sector-axis";
import { share } from "./shares";

const COLUMNS = [
  { name: "scope", type: "code", values: "figures.values.scope" },
  { name: "sector", type: "code" },
  { name: "tests", type: "integer", unit: "tests" },
  { name: "inTime", type: "integer", unit: "tests" },
  { name: "late", type: "integer", unit: "tests" },
  { name: "never", type: "integer", unit: "tests" },
  { name: "inTimeShare", type: "share" },
  { name: "asked", type: "integer", unit: "tests" },
  { name: "offered", type: "integer", unit: "tests" },
  { name: "offeredShare", type: "share" },
] as const satisfies readonly Column[];

/** Clauses on seniors and disabled people. */
const PRIORITY_CLAUSES: readonly string[] = ["B3.1", "B3.2", "B3.3"];

/**
 * F16 seniors and disabled people (section 7; ours): of the dial tests of the period by their route, those connected to a human within 60 s (B3.2),
 * later, never; and whether there was such a route at all where that was tested (B3.1). Beside it the findings on B3 that became final, each case once
 * for a clause.
 */
export function priorityRoute(dataset: ReportDataset) {
  const tests = testsOfPeriod(dataset);
  const asked = tests.filter((test) => test.priorityOffered !== null);
  const byRoute = tests.filter((test) => test.priority);
  const all = rowOf("portal", null, byRoute, asked);
  const rows = sectorAxis(dataset, [...byRoute, ...asked]).map((sector) =>
    rowOf(
      "sector",
      sector,
      byRoute.filter((test) => sectorOf(test) === sector),
      asked.filter((test) => sectorOf(test) === sector),
    ),
  );
  const usual = tests.filter((test) => !test.priority);
  const seconds = (of: readonly DialFact[]) => median(secondsOf(of), of.length - secondsOf(of).length);
  return makeFigure(dataset, {
    id: "F16",
    unit: "tests",
    columns: COLUMNS,
    rows: [all, ...rows],
    headline: {
      within60: all.inTimeShare,
      offered: all.offeredShare,
      medianPriority: seconds(byRoute),
      medianUsual: seconds(usual),
    },
    counts: { tests: all.tests, never: all.never, asked: all.asked, findings: findingsOf(dataset) },
  });
}

function findingsOf(dataset: ReportDataset): number {
  return dataset.complaints
    .filter((complaint) => complaint.annulledOn === null)
    .flatMap(({ findings }) => [
      ...new Set(
        findings
          .filter((one) => isUpheld(one.outcome) && within(one.finalOn, dataset.period) && PRIORITY_CLAUSES.includes(one.clause))
          .map((one) => one.clause),
      ),
    ]).length;
}

function rowOf(scope: string, sector: string | null, tests: readonly DialFact[], asked: readonly DialFact[]) {
  const connected = secondsOf(tests).length;
  const offered = asked.filter((test) => test.priorityOffered).length;
  return {
    scope,
    sector,
    tests: tests.length,
    inTime: inTime(tests),
    late: connected - inTime(tests),
    never: tests.length - connected,
    inTimeShare: share(inTime(tests), tests.length),
    asked: asked.length,
    offered,
    offeredShare: share(offered, asked.length),
  } satisfies Row<typeof COLUMNS>;
}
