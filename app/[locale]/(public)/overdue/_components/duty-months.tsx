import { useTranslations } from "next-intl";
import { Figure } from "@/components/charts/figure";
import { ChartSlot } from "@/components/charts/report/chart-slot";
import type { StackModel } from "@/components/charts/report/model";
import { formatMonth, formatNumber, formatPercent } from "@/components/format";
import { DataTable } from "@/components/ui/table";
import { DUTY_RESULTS, type DutyName, type DutyRecord, type DutyResult, type MonthRecord } from "@/domain/authority-record";

/** A deemed acceptance is a promise broken for good; a decision that is owed can still come. */
const TONES = {
  acceptance: { in_time: "dark", in_extension: "middle", late: "beyond", undone: "beyond" },
  decision: { in_time: "dark", in_extension: "middle", late: "beyond", undone: "out" },
} as const;
const COUNT: Record<DutyResult, (record: DutyRecord) => number> = {
  in_time: (record) => record.inTime,
  in_extension: (record) => record.inExtension,
  late: (record) => record.late,
  undone: (record) => record.undone,
};

/** One of the authority's two promises, month by month: how each case that fell due ended, and how long it took. */
export function DutyMonths({ duty, months, locale }: { duty: DutyName; months: readonly MonthRecord[]; locale: string }) {
  const t = useTranslations("overdue.record");
  const rows = months.filter((month) => month[duty].due > 0).map((month) => ({ month: month.month, ...month[duty] }));
  if (rows.length === 0) return <p className="text-ink-2">{t("none")}</p>;
  const shown = DUTY_RESULTS.filter((result) => rows.some((row) => COUNT[result](row) > 0));
  const name = (result: DutyResult) => t(`results.${duty}.${result}`);
  const share = (n: number, of: number) => (of === 0 ? "–" : formatPercent(n / of));
  const days = (n: number | null) => (n === null ? t("unended") : formatNumber(n));
  const model: StackModel = {
    kind: "stack",
    label: t(`label.${duty}`, { months: rows.length }),
    legend: shown.map((result) => ({ key: result, label: name(result), tone: TONES[duty][result] })),
    rows: rows.map((row) => ({
      key: row.month,
      label: formatMonth(row.month, locale),
      note: t("cases", { n: row.due }),
      strong: false,
      parts: shown.map((result) => {
        const n = COUNT[result](row);
        return { key: result, share: n / row.due, value: formatNumber(n) };
      }),
    })),
  };
  const columns = [
    "month",
    "due",
    "share",
    ...(duty === "decision" ? ["extended"] : []),
    "paused",
    "medianNet",
    "p90Net",
    "medianGross",
    "p90Gross",
  ];
  return (
    <Figure
      id={`record-${duty}`}
      title={t(`title.${duty}`)}
      note={t(`how.${duty}`)}
      downloads={[
        { label: "CSV", href: `/api/v1/record?clock=${duty}&format=csv` },
        { label: "JSON", href: `/api/v1/record?clock=${duty}` },
      ]}
      table={
        <DataTable
          caption={t(`title.${duty}`)}
          columns={columns.map((key, i) => ({ key, label: t(`columns.${key}`), end: i > 0 }))}
          rows={rows.map((row) => ({
            key: row.month,
            cells: [
              <span key="month" className="whitespace-nowrap">
                {formatMonth(row.month, locale)}
              </span>,
              formatNumber(row.due),
              share(row.inTime + row.inExtension, row.due),
              ...(duty === "decision" ? [share(row.extended, row.due)] : []),
              share(row.paused, row.due),
              days(row.medianNet),
              days(row.p90Net),
              days(row.medianGross),
              days(row.p90Gross),
            ],
          }))}
        />
      }
      tableOpen
    >
      <ChartSlot model={model} />
    </Figure>
  );
}
