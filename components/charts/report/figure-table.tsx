import { useLocale, useTranslations } from "next-intl";
import type { Day } from "@/domain/day";
import type { Column, Figure } from "@/domain/report-figures/figure";
import { formatThreshold } from "@/domain/special-check";
import { formatDay, formatNumber, formatPercent } from "../../format";
import { DataTable, type Column as TableColumn } from "../../ui/table";
import type { FigureWords } from "./figure-words";
import { columnOf, type FigureTableRow, numberAt, rowsOf, textAt } from "./rows";

/** Columns of each figure's table on the page, in order; the files hold all of them. */
const SHOWN: Partial<Record<Figure["id"], readonly string[]>> = {
  F2: ["stage", "n", "ofReceived", "ofPrevious", "open", "left"],
  F3: ["reason", "n", "share"],
  F5: ["item", "n", "share"],
  F6: ["sector", "decided", "upheld", "partlyUpheld", "notUpheld", "insufficientEvidence", "upholdRate", "lower95", "upper95"],
  F9: ["requests", "connected", "censored", "share"],
  F10: ["sector", "calls", "toldInTime", "toldLate", "neverTold", "toldShare"],
  F11: ["companyId", "sector", "score", "lower90", "upper90", "band", "grade", "decided", "previous", "change"],
  F12: ["sector", "due", "inTime", "late", "pending", "overdue", "inTimeShare", "repeats"],
  F13: ["sector", "due", "inTime", "late", "missing", "inTimeShare"],
  F15: ["measure", "sector", "companies", "testsBefore", "testsNow", "before", "now", "shift"],
  F16: ["sector", "tests", "inTime", "late", "never", "inTimeShare", "asked", "offered", "offeredShare"],
  F17: ["companyId", "clause", "complainants", "threshold", "openedOn", "concludedOn", "checkResult"],
  F14: ["sector", "due", "inTime", "late", "missing", "inTimeShare", "medianHours", "within72Share"],
};

/** The table says more than the drawing, so it stands open: the clauses beside the heat map; the special checks are a table alone. */
export function isTableOpen(figure: Figure): boolean {
  return figure.id === "F7" || figure.id === "F17";
}

const TRIGGER = { name: "trigger", values: "figures.values.trigger" };
const AT_START: readonly string[] = ["code", "text"];

/** A cell as it is read: shares in percent, codes in words, a dash where nothing is said. */
function useCell(words: FigureWords) {
  const locale = useLocale();
  return (column: Column, row: FigureTableRow): string => {
    const value = row[column.name] ?? null;
    // A special check that no clause opened was opened by the inflow.
    if (column.name === "clause" && value === null && row.trigger) return words.code(TRIGGER, textAt(row, "trigger"));
    if (column.name === "threshold" && typeof value === "number") return formatThreshold(value);
    if (column.type === "code") return words.code(column, typeof value === "string" ? value : null) || "–";
    if (value === null) return "–";
    if (column.type === "day") return formatDay(value as Day, locale, "date");
    if (typeof value !== "number") return String(value);
    if (column.type === "share") return formatPercent(value);
    if (column.name === "shift") return `${value > 0 ? "+" : ""}${formatNumber(value * 100, 1)}`;
    if (column.name === "change") return `${value > 0 ? "+" : ""}${formatNumber(value, 1)}`;
    return column.type === "decimal" ? formatNumber(value, 1) : formatNumber(value);
  };
}

function plainColumns(figure: Figure, label: (name: string) => string): { columns: TableColumn[]; of: Column[] } {
  const of = (SHOWN[figure.id] ?? figure.columns.map((column) => column.name)).map((name) => columnOf(figure, name));
  const columns = of.map((column) => ({ key: column.name, label: label(column.name), end: !AT_START.includes(column.type) }));
  return { columns, of };
}

/** F1: weeks down, channels across, with their sums. */
function InflowTable({ figure, words, caption }: { figure: Figure; words: FigureWords; caption: string }) {
  const t = useTranslations("reports.table");
  const rows = rowsOf(figure);
  const channel = columnOf(figure, "channel");
  const channels = [...new Set(rows.map((row) => textAt(row, "channel")))];
  const weeks = [...new Set(rows.map((row) => textAt(row, "week")))];
  const n = (week: string | null, name: string | null) =>
    rows
      .filter((row) => (week === null || textAt(row, "week") === week) && (name === null || textAt(row, "channel") === name))
      .reduce((sum, row) => sum + (numberAt(row, "n") ?? 0), 0);
  const line = (week: string | null) => [...channels.map((name) => formatNumber(n(week, name))), formatNumber(n(week, null))];
  return (
    <DataTable
      caption={caption}
      columns={[
        { key: "week", label: t("week") },
        ...channels.map((name) => ({ key: name, label: words.code(channel, name), end: true })),
        { key: "total", label: t("total"), end: true },
      ]}
      rows={weeks.map((week) => ({ key: week, cells: [words.day(week as Day), ...line(week)] }))}
      foot={[t("total"), ...line(null)]}
    />
  );
}

/** F4: working days down, cases done by then, net of pauses and all. */
function StepsTable({ figure, caption }: { figure: Figure; caption: string }) {
  const t = useTranslations("reports.table");
  const rows = rowsOf(figure);
  const days = [...new Set(rows.map((row) => numberAt(row, "days") ?? 0))].sort((a, b) => a - b);
  const by = (basis: string, day: number) =>
    rows.findLast((row) => textAt(row, "basis") === basis && (numberAt(row, "days") ?? 0) <= day);
  const cell = (basis: string, day: number) => {
    const row = by(basis, day);
    return row
      ? `${formatNumber(numberAt(row, "cumulative") ?? 0)} · ${formatPercent(numberAt(row, "cumulativeShare") ?? 0)}`
      : "0";
  };
  return (
    <DataTable
      caption={caption}
      columns={[
        { key: "days", label: t("days") },
        { key: "net", label: t("net"), end: true },
        { key: "gross", label: t("gross"), end: true },
      ]}
      rows={days.map((day) => ({ key: String(day), cells: [formatNumber(day), cell("net", day), cell("gross", day)] }))}
    />
  );
}

/** Seconds at which F8 is read off. */
const READ_AT = [15, 30, 60, 90, 120, 180, 300, 600] as const;

/** F8: tests connected by so many seconds, by either route. The file has every step. */
function WaitingTable({ figure, words, caption }: { figure: Figure; words: FigureWords; caption: string }) {
  const t = useTranslations("reports.table");
  const rows = rowsOf(figure);
  const route = columnOf(figure, "route");
  const cell = (name: string, seconds: number) => {
    const row = rows.findLast((one) => textAt(one, "route") === name && (numberAt(one, "seconds") ?? 0) <= seconds);
    return row
      ? `${formatNumber(numberAt(row, "connected") ?? 0)} · ${formatPercent(numberAt(row, "connectedShare") ?? 0)}`
      : "0";
  };
  return (
    <DataTable
      caption={caption}
      columns={[
        { key: "seconds", label: t("seconds") },
        { key: "usual", label: words.code(route, "usual"), end: true },
        { key: "priority", label: words.code(route, "priority"), end: true },
      ]}
      rows={READ_AT.map((seconds) => ({
        key: String(seconds),
        cells: [formatNumber(seconds), cell("usual", seconds), cell("priority", seconds)],
      }))}
    />
  );
}

/** F7: clauses whose total may be shown, the most found first. */
function ClauseTable({ figure, words, caption }: { figure: Figure; words: FigureWords; caption: string }) {
  const t = useTranslations("reports.table");
  const clause = columnOf(figure, "clause");
  const rows = rowsOf(figure)
    .filter((row) => textAt(row, "scope") === "clause" && row.n !== null)
    .sort((a, b) => (numberAt(b, "n") ?? 0) - (numberAt(a, "n") ?? 0));
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption={caption}
      columns={[
        { key: "clause", label: t("clause") },
        { key: "n", label: t("found"), end: true },
        { key: "rate", label: t("rate"), end: true },
      ]}
      rows={rows.map((row) => ({
        key: textAt(row, "clause"),
        cells: [
          words.code(clause, textAt(row, "clause")),
          formatNumber(numberAt(row, "n") ?? 0),
          formatRate(numberAt(row, "ratePer100k")),
        ],
      }))}
    />
  );
}

/** Findings per 100,000 contacts: as many decimals as small rates need. */
export function formatRate(rate: number | null): string {
  if (rate === null) return "–";
  return formatNumber(rate, rateDecimals(rate));
}

export function rateDecimals(most: number): number {
  return most < 0.1 ? 3 : most < 1 ? 2 : 1;
}

/** The same as the chart, in numbers. */
export function FigureTable({ figure, words, title }: { figure: Figure; words: FigureWords; title: string }) {
  const label = useTranslations("figures.columns");
  const caption = useTranslations("reports.table")("caption", { title });
  const cell = useCell(words);
  const locale = useLocale();
  if (figure.id === "F1") return <InflowTable figure={figure} words={words} caption={caption} />;
  if (figure.id === "F4") return <StepsTable figure={figure} caption={caption} />;
  if (figure.id === "F8") return <WaitingTable figure={figure} words={words} caption={caption} />;
  if (figure.id === "F7") return <ClauseTable figure={figure} words={words} caption={caption} />;
  const name = (row: FigureTableRow) => words.code(columnOf(figure, "companyId"), textAt(row, "companyId"));
  const rows =
    figure.id === "F11"
      ? [...rowsOf(figure)].sort((a, b) => name(a).localeCompare(name(b), locale))
      : rowsOf(figure).filter((row) => textAt(row, "part") !== "paused" || row.n !== 0);
  const { columns, of } = plainColumns(figure, (name) => label(`${name}.label` as never));
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows.map((row, index) => ({ key: String(index), cells: of.map((column) => cell(column, row)) }))}
    />
  );
}
