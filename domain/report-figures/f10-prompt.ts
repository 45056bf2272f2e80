import { PROMPT_LIMIT } from "../dial-tests/judge";
import type { DialFact, ReportDataset } from "./dataset";
import { testsOfPeriod } from "./f8-waiting";
import { type Column, makeFigure, type Row } from "./figure";
import { median } from "./quantiles";
import { sectorAxis, sectorOf } from "./sector-axis";
import { share } from "./shares";

const COLUMNS = [
  { name: "scope", type: "code", values: "figures.values.scope" },
  { name: "sector", type: "code" },
  { name: "calls", type: "integer", unit: "tests" },
  { name: "toldInTime", type: "integer", unit: "tests" },
  { name: "toldLate", type: "integer", unit: "tests" },
  { name: "neverTold", type: "integer", unit: "tests" },
  { name: "toldShare", type: "share" },
] as const satisfies readonly Column[];

/** F10 prompt: of the calls of the period, the share that told within 15 s how to reach a human; those that never told are kept apart. */
export function promptTold(dataset: ReportDataset) {
  const calls = testsOfPeriod(dataset).filter((test) => test.channel === "phone");
  const all = rowOf("portal", null, calls);
  const rows = sectorAxis(dataset, calls).map((sector) =>
    rowOf(
      "sector",
      sector,
      calls.filter((test) => sectorOf(test) === sector),
    ),
  );
  const told = calls.flatMap((call) => call.promptSecond ?? []);
  return makeFigure(dataset, {
    id: "F10",
    unit: "tests",
    columns: COLUMNS,
    rows: [all, ...rows],
    headline: { toldInTime: all.toldShare, medianPrompt: median(told, calls.length - told.length) },
    counts: { calls: all.calls, toldInTime: all.toldInTime, neverTold: all.neverTold },
  });
}

function rowOf(scope: string, sector: string | null, calls: readonly DialFact[]) {
  const told = calls.flatMap((call) => call.promptSecond ?? []);
  const toldInTime = told.filter((second) => second <= PROMPT_LIMIT).length;
  return {
    scope,
    sector,
    calls: calls.length,
    toldInTime,
    toldLate: told.length - toldInTime,
    neverTold: calls.length - told.length,
    toldShare: share(toldInTime, calls.length),
  } satisfies Row<typeof COLUMNS>;
}
