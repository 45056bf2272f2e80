import { waitLimit } from "@/domain/dial-tests/judge";
import type { Figure } from "@/domain/report-figures/figure";
import { formatNumber, formatPercent } from "../../format";
import type { FigureWords } from "./figure-words";
import type { BarsModel, SlopeModel, StackModel, StepModel, Tone } from "./model";
import { columnOf, type FigureTableRow, numberAt, portalAndSectors, rowsOf, textAt } from "./rows";

const percent = (share: number | null | undefined, decimals = 1) => (share == null ? "–" : formatPercent(share, decimals));
const MINUTE = 60;
/** The axis ends here at the latest; who waited longer is among those at its end. */
const LONGEST = 600;

/** F8: what share of the tests was connected by which second, by the usual route and by the one for seniors. */
export function waitingModel(figure: Figure, words: FigureWords): StepModel {
  const rows = rowsOf(figure);
  const longest = Math.max(...rows.map((row) => numberAt(row, "seconds") ?? 0));
  const most = Math.min(LONGEST, Math.max(4 * MINUTE, Math.ceil(longest / MINUTE) * MINUTE));
  const series = (["usual", "priority"] as const).flatMap((route) => {
    const limit = waitLimit(route === "priority");
    const own = rows.filter((row) => textAt(row, "route") === route);
    if (own.length === 0) return [];
    const steps = own.map((row) => [numberAt(row, "seconds") ?? 0, numberAt(row, "connectedShare") ?? 0] as const);
    return {
      key: route,
      label: words.code(columnOf(figure, "route"), route),
      note: words.say("inTheEnd", { share: percent(steps.at(-1)?.[1], 0) }),
      steps,
      limit,
      mark: percent(steps.findLast(([seconds]) => seconds <= limit)?.[1] ?? 0),
    };
  });
  return {
    kind: "step",
    label: words.say("F8", {
      share: percent(figure.headline.within180),
      priority: percent(figure.headline.within60),
      never: percent(figure.headline.neverShare),
    }),
    most,
    axes: words.say("F8axes"),
    ticks: Array.from({ length: most / MINUTE + 1 }, (_, i) => i * MINUTE),
    limits: [waitLimit(true), waitLimit(false)].map((at) => ({ at, label: words.say("limitSeconds", { seconds: at }) })),
    series,
  };
}

/** Requests drawn in rows of their own; more stand together. */
const SINGLE = 6;

/** F9: after how many requests a human came; those given up stand apart at the end. */
export function requestsModel(figure: Figure, words: FigureWords): BarsModel {
  const tests = figure.counts.tests ?? 0;
  const rows = rowsOf(figure);
  const connected = (is: (n: number) => boolean) =>
    rows.filter((row) => is(numberAt(row, "requests") ?? 0)).reduce((sum, row) => sum + (numberAt(row, "connected") ?? 0), 0);
  const bar = (key: string, label: string, n: number, tone: Tone) => ({
    key,
    label,
    n,
    value: formatNumber(n),
    note: tests === 0 ? "" : formatPercent(n / tests),
    tone,
  });
  const more = connected((n) => n > SINGLE);
  const given = figure.counts.censored ?? 0;
  return {
    kind: "bars",
    label: words.say("F9", {
      median: figure.headline.medianRequests ?? "–",
      atOnce: percent(figure.headline.atOnce),
      never: given,
    }),
    rows: [
      ...Array.from({ length: Math.min(SINGLE, rows.length) }, (_, i) =>
        bar(
          String(i + 1),
          words.say("requests", { n: i + 1 }),
          connected((n) => n === i + 1),
          i === 0 ? "dark" : "middle",
        ),
      ),
      ...(more > 0 ? [bar("more", words.say("requestsMore", { n: SINGLE + 1 }), more, "middle")] : []),
      ...(given > 0 ? [bar("censored", words.say("censored"), given, "out")] : []),
    ],
  };
}

interface Part {
  readonly column: string;
  readonly label: string;
  readonly tone: Tone;
}

/** Rows of the portal and of each sector, in parts of a whole. */
function stackOf(figure: Figure, words: FigureWords, whole: string, parts: readonly Part[], label: string): StackModel {
  const rows = portalAndSectors(figure, whole);
  const shown = parts.filter(({ column }) => rows.some((row) => (numberAt(row, column) ?? 0) > 0));
  return {
    kind: "stack",
    label,
    legend: shown.map(({ column, label: name, tone }) => ({ key: column, label: name, tone })),
    rows: rows.map((row) => {
      const n = numberAt(row, whole) ?? 0;
      return {
        ...nameOf(figure, row, words, n),
        parts: shown.map(({ column }) => {
          const part = numberAt(row, column) ?? 0;
          return { key: column, share: n === 0 ? 0 : part / n, value: formatNumber(part) };
        }),
      };
    }),
  };
}

function nameOf(figure: Figure, row: FigureTableRow, words: FigureWords, n: number) {
  const sector = row.sector === null ? null : textAt(row, "sector");
  const note = words.say("times", { n: formatNumber(n) });
  return { key: sector ?? "portal", label: words.code(columnOf(figure, "sector"), sector), note, strong: sector === null };
}

/** F10: calls that told within 15 s how to reach a human, later, or never. */
export function promptModel(figure: Figure, words: FigureWords): StackModel {
  const parts: Part[] = [
    { column: "toldInTime", label: words.say("toldInTime"), tone: "dark" },
    { column: "toldLate", label: words.say("toldLate"), tone: "middle" },
    { column: "neverTold", label: words.say("neverTold"), tone: "out" },
  ];
  const label = words.say("F10", { share: percent(figure.headline.toldInTime), n: formatNumber(figure.counts.calls ?? 0) });
  return stackOf(figure, words, "calls", parts, label);
}

/** F16: tests by the route for seniors and disabled people connected within 60 s, later, or never. */
export function priorityModel(figure: Figure, words: FigureWords): StackModel {
  const parts: Part[] = [
    { column: "inTime", label: words.say("within60"), tone: "dark" },
    { column: "late", label: words.say("after60"), tone: "middle" },
    { column: "never", label: words.say("censored"), tone: "out" },
  ];
  const label = words.say("F16", { share: percent(figure.headline.within60), n: formatNumber(figure.counts.tests ?? 0) });
  return stackOf(figure, words, "tests", parts, label);
}

/** F13: requests for records answered within 3 working days, later, or not at all. */
export function recordsModel(figure: Figure, words: FigureWords): StackModel {
  const parts: Part[] = [
    { column: "inTime", label: words.say("recordsInTime"), tone: "dark" },
    { column: "late", label: words.say("recordsLate"), tone: "middle" },
    { column: "missing", label: words.say("recordsMissing"), tone: "out" },
  ];
  const label = words.say("F13", { share: percent(figure.headline.inTime), n: formatNumber(figure.counts.due ?? 0) });
  return stackOf(figure, words, "due", parts, label);
}

/** F15: connected in time a year ago and now, all and sector by sector; null where the whole cannot be told. */
export function slopeModel(figure: Figure, words: FigureWords): SlopeModel | null {
  const rows = rowsOf(figure).filter((row) => textAt(row, "measure") === "connectedInTime");
  const series = rows.flatMap((row) => {
    const [before, now] = [numberAt(row, "before"), numberAt(row, "now")];
    if (before === null || now === null) return [];
    const { key, label, strong } = nameOf(figure, row, words, 0);
    return { key, label, strong, before, now, values: [percent(before, 0), percent(now, 0)] as const };
  });
  if (!series[0]?.strong) return null;
  const { headline, counts } = figure;
  const year = Number(figure.quarter.slice(0, 4));
  return {
    kind: "slope",
    label: words.say("F15", { before: percent(headline.before), now: percent(headline.now), n: counts.companies ?? 0 }),
    ends: [`${year - 1}${figure.quarter.slice(4)}`, figure.quarter],
    series,
  };
}
