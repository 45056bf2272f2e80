import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { isQuarter } from "@/app/_server/report-address";
import { publishedView } from "@/app/_server/report-view";
import { ReportPage } from "../_components/report-page";

export const revalidate = 60;
export function generateStaticParams() {
  return [];
}

type Params = Promise<{ locale: string; quarter: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { locale, quarter } = await params;
  if (!isQuarter(quarter)) return {};
  const t = await getTranslations({ locale, namespace: "reports" });
  const period = t("quarter", { year: quarter.slice(0, 4), n: quarter.slice(5) });
  return {
    title: `${period} ${t("name")}`,
    description: t("metaDescription", { period }),
    alternates: { canonical: `/${locale}/reports/${quarter}` },
  };
}

/** The report of a quarter in its newest version. */
export default async function QuarterReportPage({ params }: { params: Params }) {
  const { quarter } = await params;
  const view = isQuarter(quarter) ? await publishedView(quarter) : null;
  if (!view) notFound();
  return <ReportPage view={view} />;
}
