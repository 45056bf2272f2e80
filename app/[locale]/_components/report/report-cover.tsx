import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ReportView } from "@/app/_server/report-view";
import { formatDay, formatNumber, formatPercent, isChinese } from "@/components/format";
import { PercentText } from "@/components/ui/date-text";
import { LocalLink } from "@/components/ui/local-link";
import { Notice } from "@/components/ui/notice";
import { FigureRow } from "@/components/ui/page";
import { KeepNumbers } from "@/components/ui/phrases";
import { PLACES } from "@/components/ui/places";
import { dayOf } from "@/domain/day";
import type { FigureId } from "@/domain/report-figures/figure";
import { usePlaceWords, useQuarter } from "./report-words";

type Key = { key: string; figure: ReactNode; words: ReactNode };

/** Two lines under a key figure. */
function Lines({ first, second }: { first: string; second?: string | undefined }) {
  return (
    <>
      {first}
      {second && (
        <>
          <br />
          {second}
        </>
      )}
    </>
  );
}

function useKeyFigures({ figures }: ReportView): Key[] {
  const t = useTranslations("reports.key");
  const head = (id: FigureId, name: string) => figures.get(id)?.figure.headline[name] ?? null;
  const count = (id: FigureId, name: string) => figures.get(id)?.figure.counts[name] ?? 0;
  const share = (value: number | null) => (value === null ? "–" : <PercentText share={value} />);
  const change = head("F1", "change");
  const changed =
    change === null || change === 0
      ? change === null
        ? undefined
        : t("same")
      : t(change > 0 ? "moreThan" : "lessThan", { share: formatPercent(Math.abs(change)) });
  const days = (id: FigureId) => {
    const [median, p90] = [head(id, "medianNet"), head(id, "p90Net")];
    if (median === null) return t("nothing");
    return p90 === null ? t("quantilesOpen", { median }) : t("quantiles", { median, p90 });
  };
  const [low, high] = [head("F6", "lower95"), head("F6", "upper95")];
  const interval =
    low === null || high === null ? undefined : t("interval", { low: formatPercent(low, 0), high: formatPercent(high, 0) });
  return [
    {
      key: "received",
      figure: formatNumber(head("F1", "received") ?? 0),
      words: <Lines first={t("received")} second={changed} />,
    },
    {
      key: "admissible",
      figure: share(head("F3", "admissible")),
      words: (
        <Lines
          first={t("admissible")}
          second={t("of", { n: formatNumber(head("F3", "accepted") ?? 0), all: formatNumber(count("F3", "answered")) })}
        />
      ),
    },
    { key: "acceptance", figure: share(head("F4", "inTime")), words: <Lines first={t("acceptance")} second={days("F4")} /> },
    { key: "ruling", figure: share(head("F5", "inTime")), words: <Lines first={t("ruling")} second={days("F5")} /> },
    { key: "upheld", figure: share(head("F6", "upholdRate")), words: <Lines first={t("upheld")} second={interval} /> },
    {
      key: "rectified",
      figure: share(head("F12", "inTime")),
      words: <Lines first={t("rectified")} second={t("overdue", { n: head("F12", "overdue") ?? 0 })} />,
    },
  ];
}

/** Who wrote it, when it was frozen and published, which version, and what the numbers cannot say. */
function Colophon({ view }: { view: ReportView }) {
  const t = useTranslations("reports");
  const locale = useLocale();
  const { report } = view;
  const frozen = report.frozenOn && formatDay(report.frozenOn, locale, "date");
  if (!report.publishedAt || !frozen)
    return <p className="text-small text-ink-2">{t("colophonDraft", { version: report.version, frozen: frozen ?? "none" })}</p>;
  return (
    <p className="text-small text-ink-2">
      {t("colophon", {
        frozen,
        published: formatDay(dayOf(report.publishedAt), locale, "date"),
        version: report.version,
        corrections: new Set(view.corrections.map((one) => one.place.split(" ")[0])).size,
        standard: report.standardVersion,
      })}
    </p>
  );
}

/** Cover of a report: period, lead, colophon, the six numbers everyone asks for. `actions`: downloads of the whole. */
export function ReportCover({ view, actions }: { view: ReportView; actions?: ReactNode }) {
  const t = useTranslations("reports");
  const locale = useLocale();
  const quarter = useQuarter()(view.report.quarter);
  const lead = usePlaceWords(view)("lead");
  const figures = useKeyFigures(view);
  return (
    <>
      <div className="report-cover">
        <div className="grid content-start gap-4">
          <div className="grid gap-1">
            <p className="flex flex-wrap gap-x-[1em] text-small text-ink-2">
              <span>{t("name")}</span>
              <span>{t("number", { n: view.report.number })}</span>
              <span>{quarter.name}</span>
            </p>
            <h1 className="text-display font-black">
              {t("titleFirst")}
              {isChinese(locale) ? "" : " "}
              <br />
              {t("titleSecond")}
            </h1>
          </div>
          {lead && (
            <p className="max-w-[34em] text-lead" lang={lead.lang}>
              <KeepNumbers text={lead.text} />
            </p>
          )}
        </div>
        {isChinese(locale) && (
          <p className="report-vertical" aria-hidden="true">
            {quarter.vertical}
          </p>
        )}
      </div>
      <div className="mt-4 grid gap-2">
        <Colophon view={view} />
        {actions}
      </div>
      {view.newer && (
        <div className="mt-5">
          <Notice tone="ink">
            {t("superseded", { version: view.report.version, newer: view.newer })}{" "}
            <LocalLink href={`${PLACES.reports}/${view.report.quarter}/v${view.newer}`}>
              {t("readNewer", { newer: view.newer })}
            </LocalLink>
          </Notice>
        </div>
      )}
      {view.figures.size > 0 && (
        <div className="mt-6">
          <FigureRow ruled figures={figures} />
        </div>
      )}
    </>
  );
}
