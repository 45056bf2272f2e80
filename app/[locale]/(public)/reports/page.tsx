import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { formatDay } from "@/components/format";
import { LocalLink } from "@/components/ui/local-link";
import { EmptyState } from "@/components/ui/notice";
import { Page, PageHead } from "@/components/ui/page";
import { Phrases } from "@/components/ui/phrases";
import { PLACES } from "@/components/ui/places";
import { readDb } from "@/db/client";
import { publishedReports } from "@/db/queries/reports";
import { dayOf } from "@/domain/day";
import { isReportLanguage } from "@/domain/report/words";
import { worded } from "../../_components/report/report-words";

export const revalidate = 60;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reports");
  return { title: t("name"), description: t("listLead") };
}

/** Every published report, quarter by quarter with its versions. */
export default async function ReportsPage() {
  const [t, locale] = [await getTranslations("reports"), await getLocale()];
  const reports = await publishedReports(readDb());
  const quarters = [...new Set(reports.map((report) => report.quarter))];
  const language = isReportLanguage(locale) ? locale : "zh-Hans";
  return (
    <Page>
      <PageHead title={t("title")} kicker={t("name")} lead={t("listLead")} />
      {quarters.length === 0 && (
        <div className="mt-8">
          <EmptyState looked={t("none")} meaning={t("noneMeans")} />
        </div>
      )}
      <ul className="mt-8 rule-t">
        {quarters.map((quarter) => {
          const versions = reports.filter((report) => report.quarter === quarter);
          const newest = versions[0];
          if (!newest) return null;
          const name = t("quarter", { year: quarter.slice(0, 4), n: quarter.slice(5) });
          const lead = worded(newest.words.lead, language);
          return (
            <li key={quarter} className="report-row hair-b">
              <p className="text-small text-ink-2">{t("number", { n: newest.number })}</p>
              <div className="grid gap-2">
                <h2>
                  <LocalLink
                    href={`${PLACES.reports}/${quarter}`}
                    className="text-ink visited:text-ink no-underline hover:underline"
                  >
                    <Phrases text={name} />
                  </LocalLink>
                </h2>
                {lead && (
                  <p className="max-w-measure" lang={lead.lang}>
                    {lead.text}
                  </p>
                )}
                <ul className="flex flex-wrap gap-x-6 gap-y-1 text-small text-ink-2">
                  {versions.map((report) => (
                    <li key={report.id}>
                      <LocalLink href={`${PLACES.reports}/${quarter}/v${report.version}`}>
                        {t("version", { version: report.version })}
                      </LocalLink>{" "}
                      {report.publishedAt && t("published", { day: formatDay(dayOf(report.publishedAt), locale, "date") })}
                    </li>
                  ))}
                </ul>
              </div>
            </li>
          );
        })}
      </ul>
    </Page>
  );
}
