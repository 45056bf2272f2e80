import type { Day } from "@/domain/day";
import type { Figure } from "@/domain/report-figures/figure";
import { formatNumber, formatPercent } from "../../format";
import type { FigureWords } from "./figure-words";
import type { BarsModel, FunnelModel, LineModel } from "./model";
import { columnOf, numberAt, rowsOf, textAt } from "./rows";

/** F1: a line for each channel anybody used, the busiest first; weeks that the period cuts are marked. */
export function lineModel(figure: Figure, words: FigureWords): LineModel {
  const rows = rowsOf(figure);
  const weeks = [...new Set(rows.map((row) => textAt(row, "week")))];
  const channels = [...new Set(rows.map((row) => textAt(row, "channel")))];
  const cell = (week: string, channel: string) =>
    rows.find((row) => textAt(row, "week") === week && textAt(row, "channel") === channel);
  const series = channels
    .map((channel) => {
      const values = weeks.map((week) => numberAt(cell(week, channel), "n") ?? 0);
      const sum = values.reduce((total, n) => total + n, 0);
      const label = words.code(columnOf(figure, "channel"), channel);
      return { key: channel, label, sum, note: words.say("cases", { n: formatNumber(sum) }), values };
    })
    .filter((one) => one.sum > 0)
    .sort((a, b) => b.sum - a.sum);
  const points = weeks.map((week) => ({
    key: week,
    label: words.day(week as Day),
    marked: rows.some((row) => textAt(row, "week") === week && (numberAt(row, "daysInPeriod") ?? 7) < 7),
  }));
  const parts = series.map((one) => `${one.label} ${one.note}`).join(words.say("comma"));
  return {
    kind: "line",
    label: words.say("F1", { total: formatNumber(figure.headline.received ?? 0), parts }),
    points,
    series: series.map(({ sum: _sum, ...one }) => one),
  };
}

/** F2: how far the complaints received got. */
export function funnelModel(figure: Figure, words: FigureWords): FunnelModel {
  const rows = rowsOf(figure);
  const stages = rows.map((row, index) => {
    const n = numberAt(row, "n") ?? 0;
    const share = numberAt(row, "ofPrevious");
    const open = numberAt(row, "open") ?? 0;
    const before = index === 0 || share === null ? [] : [words.say("ofPrevious", { share: formatPercent(share, 0) })];
    const going = open > 0 ? [words.say("stillOpen", { n: formatNumber(open) })] : [];
    const label = words.code(columnOf(figure, "stage"), textAt(row, "stage"));
    return {
      key: textAt(row, "stage"),
      label,
      n,
      value: formatNumber(n),
      note: [...before, ...going].join(words.say("comma")),
      open,
    };
  });
  const parts = stages.map((stage) => `${stage.label} ${stage.value}`).join(words.say("comma"));
  return { kind: "funnel", label: words.say("F2", { parts }), stages };
}

/** F3: accepted, and declined by reason; reasons nobody was declined for stay in the table. */
export function barsModel(figure: Figure, words: FigureWords): BarsModel {
  const rows = rowsOf(figure)
    .filter((row) => (numberAt(row, "n") ?? 0) > 0)
    .map((row) => {
      const n = numberAt(row, "n") ?? 0;
      const accepted = textAt(row, "result") === "accepted";
      return {
        key: textAt(row, "reason"),
        label: words.code(columnOf(figure, "reason"), textAt(row, "reason")),
        n,
        value: formatNumber(n),
        note: formatPercent(numberAt(row, "share") ?? 0),
        tone: accepted ? ("dark" as const) : ("middle" as const),
      };
    });
  const share = figure.headline.admissible;
  const parts = rows
    .map(({ label, value, note }) => `${label} ${words.say("countShare", { n: value, share: note })}`)
    .join(words.say("comma"));
  return { kind: "bars", label: words.say("F3", { share: share == null ? "–" : formatPercent(share), parts }), rows };
}
