import { CLOCKS } from "@/domain/clock-table";
import type { Figure } from "@/domain/report-figures/figure";
import { formatNumber, formatPercent } from "../../format";
import { priorityModel, promptModel, recordsModel, requestsModel, slopeModel, waitingModel } from "./access-models";
import type { FigureWords } from "./figure-words";
import { barsModel, funnelModel, lineModel } from "./intake-models";
import type { ChartModel, DotsModel, StackModel, StepModel, Tone } from "./model";
import { columnOf, type FigureTableRow, numberAt, portalAndSectors, rowsOf, textAt } from "./rows";

const percent = (share: number | null | undefined, decimals = 1) => (share == null ? "–" : formatPercent(share, decimals));

/** F4: what share was decided by which working day, net of pauses and all. */
export function stepModel(figure: Figure, words: FigureWords): StepModel {
  const limit = CLOCKS.acceptance.length;
  const rows = rowsOf(figure);
  const most = Math.max(limit + 3, ...rows.map((row) => numberAt(row, "days") ?? 0)) + 1;
  const series = ["net", "gross"].map((basis) => {
    const steps = rows
      .filter((row) => textAt(row, "basis") === basis)
      .map((row) => [numberAt(row, "days") ?? 0, numberAt(row, "cumulativeShare") ?? 0] as const);
    const end = steps.at(-1)?.[1] ?? 0;
    const by = steps.findLast(([days]) => days <= limit)?.[1] ?? null;
    return {
      key: basis,
      label: words.code(columnOf(figure, "basis"), basis),
      note: words.say("inTheEnd", { share: percent(end, 0) }),
      steps,
      limit,
      mark: by === null ? null : percent(by),
    };
  });
  return {
    kind: "step",
    label: words.say("F4", { share: percent(figure.headline.inTime), days: limit }),
    most,
    axes: words.say("F4axes"),
    limits: [{ at: limit, label: words.say("limitDays", { days: limit }) }],
    series,
  };
}

interface Part {
  readonly column: string;
  readonly label: string;
  readonly tone: Tone;
}

const RESULT_TONES: Readonly<Record<string, Tone>> = {
  within_30: "dark",
  within_extension: "middle",
  late: "beyond",
  undecided: "open",
};

/** F5: the results as one bar of the whole; below, how many were extended or paused. */
export function rulingModel(figure: Figure, words: FigureWords): StackModel {
  const rows = rowsOf(figure).filter((row) => (numberAt(row, "n") ?? 0) > 0);
  const item = columnOf(figure, "item");
  const results = rows.filter((row) => textAt(row, "part") === "result");
  const value = (row: FigureTableRow) =>
    words.say("countShare", { n: formatNumber(numberAt(row, "n") ?? 0), share: percent(numberAt(row, "share")) });
  const others = rows
    .filter((row) => textAt(row, "part") !== "result" && textAt(row, "item") !== "any")
    .map((row) => ({
      key: textAt(row, "item"),
      label: words.code(item, textAt(row, "item")),
      note: formatNumber(numberAt(row, "n") ?? 0),
      strong: false,
      parts: [{ key: "aside", share: numberAt(row, "share") ?? 0, value: percent(numberAt(row, "share")) }],
    }));
  const legend = results.map((row) => {
    const key = textAt(row, "item");
    return { key, label: `${words.code(item, key)} ${value(row)}`, tone: RESULT_TONES[key] ?? "pale" };
  });
  const result = {
    key: "result",
    label: words.say("results"),
    note: formatNumber(figure.counts.due ?? 0),
    strong: true,
    parts: results.map((row) => ({
      key: textAt(row, "item"),
      share: numberAt(row, "share") ?? 0,
      value: percent(numberAt(row, "share")),
    })),
  };
  const aside = others.length > 0 ? [{ key: "aside", label: words.say("aside"), tone: "pale" as const }] : [];
  const parts = [...legend.map((one) => one.label), ...others.map((one) => `${one.label} ${one.note}`)].join(words.say("comma"));
  return { kind: "stack", label: words.say("F5", { parts }), legend: [...legend, ...aside], rows: [result, ...others] };
}

/** F12: how the findings due stand at the freeze, the portal first, then each sector. */
export function rectifiedModel(figure: Figure, words: FigureWords): StackModel {
  const parts: Part[] = [
    { column: "inTime", label: words.say("inTime"), tone: "dark" },
    { column: "late", label: words.say("late"), tone: "middle" },
    { column: "pending", label: words.say("pending"), tone: "open" },
    { column: "overdue", label: words.say("overdue"), tone: "out" },
  ];
  const rows = portalAndSectors(figure, "due");
  const shown = parts.filter(({ column }) => rows.some((row) => (numberAt(row, column) ?? 0) > 0));
  return {
    kind: "stack",
    label: words.say("F12", { share: percent(figure.headline.inTime), due: formatNumber(figure.counts.due ?? 0) }),
    legend: shown.map(({ column, label, tone }) => ({ key: column, label, tone })),
    rows: rows.map((row) => {
      const due = numberAt(row, "due") ?? 0;
      return {
        ...sectorName(figure, row, words, due),
        parts: shown.map(({ column }) => {
          const n = numberAt(row, column) ?? 0;
          return { key: column, share: due === 0 ? 0 : n / due, value: formatNumber(n) };
        }),
      };
    }),
  };
}

function sectorName(figure: Figure, row: FigureTableRow, words: FigureWords, n: number) {
  const sector = row.sector === null ? null : textAt(row, "sector");
  const note = words.say("cases", { n: formatNumber(n) });
  return { key: sector ?? "portal", label: words.code(columnOf(figure, "sector"), sector), note, strong: sector === null };
}

/** F6: share upheld with its interval, the portal first, then each sector. */
export function upholdModel(figure: Figure, words: FigureWords): DotsModel {
  const { upholdRate, lower95, upper95 } = figure.headline;
  return {
    kind: "dots",
    label: words.say("F6", { share: percent(upholdRate), low: percent(lower95, 0), high: percent(upper95, 0) }),
    legend: [{ dot: "full", label: words.say("F6dot") }],
    rows: portalAndSectors(figure, "decided").map((row) => {
      const [low, high] = [numberAt(row, "lower95"), numberAt(row, "upper95")];
      const value = numberAt(row, "upholdRate");
      const interval = low === null || high === null ? null : ([low, high] as const);
      return {
        ...sectorName(figure, row, words, numberAt(row, "decided") ?? 0),
        value,
        text: percent(value, 0),
        interval,
        second: null,
      };
    }),
  };
}

/** F14: share that replied within 10 working days, and hollow the share with a first answer in 72 hours. */
export function replyModel(figure: Figure, words: FigureWords): DotsModel {
  return {
    kind: "dots",
    label: words.say("F14", { share: percent(figure.headline.inTime), first: percent(figure.headline.within72) }),
    legend: [
      { dot: "full", label: words.say("F14full") },
      { dot: "hollow", label: words.say("F14hollow") },
    ],
    rows: portalAndSectors(figure, "due").map((row) => {
      const value = numberAt(row, "inTimeShare");
      return {
        ...sectorName(figure, row, words, numberAt(row, "due") ?? 0),
        value,
        text: percent(value, 0),
        interval: null,
        second: numberAt(row, "within72Share"),
      };
    }),
  };
}

/** The drawing of a figure; null for those that are tables or brackets themselves, or have nothing to show. */
export function chartOf(figure: Figure, words: FigureWords): ChartModel | null {
  switch (figure.id) {
    case "F1":
      return (figure.headline.received ?? 0) > 0 ? lineModel(figure, words) : null;
    case "F2":
      return (figure.headline.received ?? 0) > 0 ? funnelModel(figure, words) : null;
    case "F3":
      return (figure.counts.answered ?? 0) > 0 ? barsModel(figure, words) : null;
    case "F4":
      return figure.rows.length > 0 ? stepModel(figure, words) : null;
    case "F5":
      return (figure.counts.due ?? 0) > 0 ? rulingModel(figure, words) : null;
    case "F6":
      return (figure.counts.decided ?? 0) > 0 ? upholdModel(figure, words) : null;
    case "F8":
      return figure.rows.length > 0 ? waitingModel(figure, words) : null;
    case "F9":
      return figure.rows.length > 0 ? requestsModel(figure, words) : null;
    case "F10":
      return (figure.counts.calls ?? 0) > 0 ? promptModel(figure, words) : null;
    case "F13":
      return (figure.counts.due ?? 0) > 0 ? recordsModel(figure, words) : null;
    case "F16":
      return (figure.counts.tests ?? 0) > 0 ? priorityModel(figure, words) : null;
    case "F15":
      return slopeModel(figure, words);
    case "F12":
      return (figure.counts.due ?? 0) > 0 ? rectifiedModel(figure, words) : null;
    case "F14":
      return (figure.counts.due ?? 0) > 0 ? replyModel(figure, words) : null;
    default:
      return null;
  }
}
