import { useLocale, useTranslations } from "next-intl";
import { reportDataPath } from "@/app/_server/report-address";
import type { ReportView } from "@/app/_server/report-view";
import { Figure as Frame } from "@/components/charts/figure";
import { ChartSlot } from "@/components/charts/report/chart-slot";
import { ClauseHeat } from "@/components/charts/report/clause-heat";
import { FigureTable, isTableOpen } from "@/components/charts/report/figure-table";
import { useFigureWords } from "@/components/charts/report/figure-words";
import { chartOf } from "@/components/charts/report/outcome-models";
import { type PlottedCompany, ScorePlot } from "@/components/charts/report/score-plot";
import { formatDay } from "@/components/format";
import { PLACES } from "@/components/ui/places";
import { nameIn } from "@/domain/company-register";
import { type Quarter, quarterBounds } from "@/domain/day";
import type { FigureId } from "@/domain/report-figures/figure";
import { useFigureTitle } from "./report-words";

const short = (sha256: string) => `${sha256.slice(0, 4)}…${sha256.slice(-4)}`;

/** Where the reader can take the data from; a draft has no address yet. */
function useDownloads(view: ReportView, id: FigureId) {
  const t = useTranslations("reports");
  const locale = useLocale();
  const { report } = view;
  if (report.state !== "published" && report.state !== "superseded") return [];
  const path = reportDataPath({ quarter: report.quarter, version: report.version });
  return [
    { label: "CSV", href: `${path}/figures/${id}.csv` },
    { label: "JSON", href: `${path}/figures/${id}.json` },
    { label: t("dictionary"), href: `${path}/data-dictionary.json?locale=${locale}` },
  ];
}

/** One figure of the report: title, sample, drawing, table, downloads. `eager`: for print. */
export function ReportFigure({ view, id, eager }: { view: ReportView; id: FigureId; eager: boolean }) {
  const t = useTranslations("reports");
  const locale = useLocale();
  const title = useFigureTitle(view)(id);
  const downloads = useDownloads(view, id);
  const names = new Map([...view.companies].map(([companyId, company]) => [companyId, nameIn(company, locale)]));
  const words = useFigureWords(names);
  const shown = view.figures.get(id);
  if (!shown) return null;
  const { figure } = shown;
  const { first, last } = quarterBounds(view.report.quarter as Quarter);
  const note = t(
    `notes.${id}` as never,
    {
      ...figure.counts,
      scored: figure.headline.scored ?? 0,
      from: formatDay(first, locale, "day"),
      to: formatDay(last, locale, "day"),
    } as never,
  ) as string;
  const model = chartOf(figure, words);
  const plotted = new Map(
    [...view.companies].map(([companyId, company]): [string, PlottedCompany] => [
      companyId,
      { name: nameIn(company, locale), href: `${PLACES.companies}/${company.slug}`, sortKey: company.pinyin },
    ]),
  );
  return (
    <Frame
      id={id}
      title={title}
      note={t("figureNote", { n: id.slice(1), note })}
      table={<FigureTable figure={figure} words={words} title={title} />}
      tableOpen={isTableOpen(figure)}
      downloads={downloads}
      {...(downloads.length > 0 ? { hash: short(shown.csvSha256) } : {})}
    >
      {id === "F7" && <ClauseHeat figure={figure} words={words} />}
      {id === "F11" && <ScorePlot figure={figure} companies={plotted} />}
      {model && <ChartSlot model={model} eager={eager} />}
    </Frame>
  );
}
