import { useLocale, useTranslations } from "next-intl";
import type { StatisticsView } from "@/app/_server/statistics-view";
import { Figure } from "@/components/charts/figure";
import { ChartSlot } from "@/components/charts/report/chart-slot";
import { MOST_DRAWN, statisticModel } from "@/components/charts/statistics-model";
import { formatMonth, formatNumber, formatPercent } from "@/components/format";
import { LocalLink } from "@/components/ui/local-link";
import { PLACES } from "@/components/ui/places";
import { DataTable } from "@/components/ui/table";
import { clauseKey } from "@/domain/clauses";
import { wilson } from "@/domain/report-figures/shares";
import type { Dimension } from "@/domain/statistics";

/** Name of a key of a dimension in the reader's language. `companies`: names by slug. */
export function useKeyName(by: Dimension, companies: ReadonlyMap<string, string>): (key: string) => string {
  const t = useTranslations("statistics");
  const sectors = useTranslations("sectors");
  const channels = useTranslations("channels");
  const clauses = useTranslations("clauses");
  const locale = useLocale();
  return (key) => {
    switch (by) {
      case "month":
        return formatMonth(key, locale);
      case "sector":
        return key === "unknown" ? t("unbound") : sectors(key as "retail");
      case "clause":
        return `${key} ${clauses(`${clauseKey(key)}.title` as "A1_1.title")}`;
      case "company":
        return companies.get(key) ?? key;
      case "channel":
        return key === "unknown" ? t("unknownChannel") : channels(key as "app");
      case "group":
        return t(`groups.${key}` as "groups.none");
    }
  };
}

/** One measure along one dimension: the question, the drawing, the table, the files. */
export function StatisticsFigure({
  view,
  companies,
  query,
  embedded = false,
}: {
  view: StatisticsView;
  companies: ReadonlyMap<string, string>;
  /** The state in the address, without the question mark. */
  query: string;
  embedded?: boolean;
}) {
  const t = useTranslations("statistics");
  const locale = useLocale();
  const { measure, rule, by, cells } = view;
  const name = useKeyName(by, companies);
  const total = cells.reduce((sum, cell) => sum + ((rule.whole ? cell.of : cell.n) ?? 0), 0);
  const title = t(`questions.${measure}`, { by: t(`along.${by}`) });
  const words = {
    name,
    label: t("label", { title, n: cells.length }),
    of: (n: string, of: string) => t("of", { n, of }),
    share: t(`measures.${measure}`),
    series: t(`measures.${measure}`),
    hidden: t("hidden"),
  };
  const model = statisticModel(rule, by, cells, words);
  const columns = [
    { key: "key", label: t(`dimensions.${by}`) },
    { key: "n", label: rule.whole ? t("part") : t("count"), end: true },
    ...(rule.whole
      ? [
          { key: "of", label: t("whole"), end: true },
          { key: "share", label: t("share"), end: true },
          { key: "interval", label: t("interval"), end: true },
        ]
      : []),
  ];
  const rows = cells.map((cell) => {
    const interval = cell.hidden || !rule.whole ? null : wilson(cell.n ?? 0, cell.of ?? 0);
    const head =
      by === "company" && !embedded ? (
        <LocalLink key="name" href={`${PLACES.companies}/${cell.key}`}>
          {name(cell.key)}
        </LocalLink>
      ) : (
        name(cell.key)
      );
    if (cell.hidden) return { key: cell.key, cells: [head, t("hidden"), ...(rule.whole ? ["", "", ""] : [])] };
    return {
      key: cell.key,
      cells: [
        head,
        formatNumber(cell.n ?? 0),
        ...(rule.whole
          ? [
              formatNumber(cell.of ?? 0),
              formatPercent((cell.n ?? 0) / (cell.of || 1)),
              interval ? t("between", { low: formatPercent(interval.lower, 0), high: formatPercent(interval.upper, 0) }) : "",
            ]
          : []),
      ],
    };
  });
  const files = [
    { label: "CSV", href: `/api/v1/statistics?${query}&format=csv` },
    { label: "JSON", href: `/api/v1/statistics?${query}` },
  ];
  const notes = [
    t("sample", { n: formatNumber(total) }),
    ...(rule.claimed ? [t("claimed")] : []),
    ...(cells.length > MOST_DRAWN ? [t("drawn", { n: MOST_DRAWN })] : []),
  ];
  return (
    <Figure
      id="figure"
      level={2}
      title={title}
      note={notes.join(locale === "en" ? " " : "")}
      table={<DataTable caption={title} columns={columns} rows={rows} empty={t("nothing")} />}
      tableOpen={!embedded}
      downloads={files}
    >
      {model ? <ChartSlot model={model} /> : <p className="text-ink-2">{t("nothing")}</p>}
    </Figure>
  );
}
