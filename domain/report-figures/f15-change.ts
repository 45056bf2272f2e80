import { PROMPT_LIMIT } from "../dial-tests/judge";
import { type DialFact, type ReportDataset, within } from "./dataset";
import { inTime } from "./f8-waiting";
import { type Column, makeFigure, type Row } from "./figure";
import { sectorAxis, sectorOf } from "./sector-axis";
import { share, toSix } from "./shares";
import { LEAST_SHOWN } from "./small-cells";

const COLUMNS = [
  { name: "measure", type: "code", values: "figures.values.measure" },
  { name: "scope", type: "code", values: "figures.values.scope" },
  { name: "sector", type: "code" },
  { name: "companies", type: "integer" },
  { name: "testsBefore", type: "integer", unit: "tests" },
  { name: "testsNow", type: "integer", unit: "tests" },
  { name: "before", type: "share" },
  { name: "now", type: "share" },
  { name: "shift", type: "decimal" },
] as const satisfies readonly Column[];

interface Measure {
  readonly name: string;
  /** Tests it is about. */
  readonly of: (test: DialFact) => boolean;
  readonly good: (tests: readonly DialFact[]) => number;
}

const count = (tests: readonly DialFact[], is: (test: DialFact) => boolean) => tests.filter(is).length;
const MEASURES: readonly Measure[] = [
  { name: "connectedInTime", of: () => true, good: inTime },
  {
    name: "toldInTime",
    of: (test) => test.channel === "phone",
    good: (tests) => count(tests, (test) => test.promptSecond !== null && test.promptSecond <= PROMPT_LIMIT),
  },
  { name: "allPassed", of: () => true, good: (tests) => count(tests, (test) => test.passed) },
];

/**
 * F15 change year on year, on a constant panel: only companies tested in both quarters, so that who joins or leaves moves nothing. A share
 * of fewer than five tests says nothing and is left empty.
 */
export function changeOnPanel(dataset: ReportDataset) {
  const { yearBefore, period } = dataset;
  const now = dataset.dialTests.filter((test) => within(test.testedOn, period));
  const before = yearBefore ? dataset.dialTests.filter((test) => within(test.testedOn, yearBefore)) : [];
  const rows = MEASURES.flatMap((measure) => {
    const [was, is] = [before.filter(measure.of), now.filter(measure.of)];
    const then = new Set(was.map((test) => test.companyId));
    const panel = new Set(is.flatMap((test) => (then.has(test.companyId) ? test.companyId : [])));
    const held = (tests: readonly DialFact[]) => tests.filter((test) => panel.has(test.companyId));
    const row = (sector: string | null) => {
      const own = (tests: readonly DialFact[]) => held(tests).filter((test) => sector === null || sectorOf(test) === sector);
      return rowOf(measure, sector, own(was), own(is));
    };
    return [row(null), ...sectorAxis(dataset, held(is)).map(row)];
  });
  const [main] = rows;
  return makeFigure(dataset, {
    id: "F15",
    unit: "tests",
    columns: COLUMNS,
    rows,
    headline: { before: main?.before ?? null, now: main?.now ?? null, shift: main?.shift ?? null },
    counts: { companies: main?.companies ?? 0, testsBefore: main?.testsBefore ?? 0, testsNow: main?.testsNow ?? 0 },
  });
}

function rowOf(measure: Measure, sector: string | null, was: readonly DialFact[], is: readonly DialFact[]) {
  const shareOf = (tests: readonly DialFact[]) => (tests.length < LEAST_SHOWN ? null : share(measure.good(tests), tests.length));
  const [before, now] = [shareOf(was), shareOf(is)];
  return {
    measure: measure.name,
    scope: sector === null ? "portal" : "sector",
    sector,
    companies: new Set(is.map((test) => test.companyId)).size,
    testsBefore: was.length,
    testsNow: is.length,
    before,
    now,
    shift: before === null || now === null ? null : toSix(now - before),
  } satisfies Row<typeof COLUMNS>;
}
