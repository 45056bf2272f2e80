import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { reportAddress } from "@/app/_server/report-address";
import { publishedView } from "@/app/_server/report-view";
import { ReportPage } from "../../_components/report-page";

export const revalidate = 60;
export function generateStaticParams() {
  return [];
}

type Params = Promise<{ locale: string; quarter: string; version: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { locale, quarter, version } = await params;
  const address = reportAddress(quarter, version);
  if (!address) return {};
  const t = await getTranslations({ locale, namespace: "reports" });
  const period = t("quarter", { year: quarter.slice(0, 4), n: quarter.slice(5) });
  return {
    title: `${t("versionOf", { period, version: address.version })} ${t("name")}`,
    description: t("metaDescription", { period }),
    alternates: { canonical: `/${locale}/reports/${quarter}` },
  };
}

/** One version of a report: the newest, or an older one that says what took its place. */
export default async function VersionReportPage({ params }: { params: Params }) {
  const { quarter, version } = await params;
  const address = reportAddress(quarter, version);
  const view = address && (await publishedView(address.quarter, address.version));
  if (!view) notFound();
  return <ReportPage view={view} />;
}
