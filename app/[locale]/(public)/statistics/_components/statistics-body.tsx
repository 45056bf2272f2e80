import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { type StatisticsQuery, shownStatistics } from "@/app/_server/statistics-view";
import { ClientWords } from "@/components/ui/client-words";
import { Page, PageHead, Section } from "@/components/ui/page";
import { readDb } from "@/db/client";
import { env } from "@/platform/env";
import { StatisticsChoice } from "./statistics-choice";
import { StatisticsFigure } from "./statistics-figure";

/** The bare address is the page's own; a choice of it is the same page. */
export async function statisticsMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations("statistics"), getLocale()]);
  return { title: t("title"), description: t("lead"), alternates: { canonical: `/${locale}/statistics` } };
}

/** Any measure along any dimension of the public record. */
export async function StatisticsBody({ query }: { query: StatisticsQuery }) {
  const [t, locale] = await Promise.all([getTranslations("statistics"), getLocale()]);
  const { view, companies, state } = await shownStatistics(readDb(), query, locale);
  const embed = `<iframe src="${env().PUBLIC_URL}/${locale}/embed/statistics?${state.replaceAll("&", "&amp;")}" title="${t("title")}" width="100%" height="560" loading="lazy"></iframe>`;
  return (
    <Page>
      <PageHead title={t("title")} lead={t("lead")} />
      <Section title={t("choose")} note={t("chooseNote")} close>
        <div className="grid gap-8 wide:grid-cols-[minmax(0,15em)_minmax(0,1fr)] wide:gap-12">
          <StatisticsChoice view={view} companies={companies} />
          <ClientWords areas={["ui.chart"]}>
            <div className="min-w-0">
              <StatisticsFigure view={view} companies={companies} query={state} />
              <details className="mt-3">
                <summary className="py-1 text-small text-act">{t("embed")}</summary>
                <p className="text-note text-ink-2">{t("embedNote")}</p>
                <pre className="text-note whitespace-pre-wrap wrap-anywhere">
                  <code>{embed}</code>
                </pre>
              </details>
            </div>
          </ClientWords>
        </div>
      </Section>
      <Section title={t("method")}>
        <p className="max-w-measure">{t("methodText")}</p>
      </Section>
    </Page>
  );
}
