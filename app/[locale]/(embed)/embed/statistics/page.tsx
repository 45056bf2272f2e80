import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { readStatisticsQuery, shownStatistics } from "@/app/_server/statistics-view";
import { ClientWords } from "@/components/ui/client-words";
import { readDb } from "@/db/client";
import { env } from "@/platform/env";
import { StatisticsFigure } from "../../../(public)/statistics/_components/statistics-figure";

export const dynamic = "force-dynamic";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("statistics");
  return { title: t("title"), robots: { index: false } };
}

/** One chart to stand in another site's page: no cookies, no forms, its source named. */
export default async function EmbeddedStatistics({ searchParams }: Props) {
  const query = readStatisticsQuery(await searchParams);
  const [t, locale] = await Promise.all([getTranslations("statistics"), getLocale()]);
  const { view, companies, state } = await shownStatistics(readDb(), query, locale);
  return (
    <main id="main" className="p-4">
      <h1 className="sr-only">{t("title")}</h1>
      <ClientWords areas={["ui.chart"]}>
        <StatisticsFigure view={view} companies={companies} query={state} embedded />
      </ClientWords>
      <p className="mt-3 text-note text-ink-2">
        <a href={`${env().PUBLIC_URL}/${locale}/statistics?${state}`} target="_blank" rel="noopener">
          {t("source")}
        </a>
      </p>
    </main>
  );
}
