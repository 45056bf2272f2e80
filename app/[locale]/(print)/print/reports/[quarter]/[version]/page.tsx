import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { reportAddress } from "@/app/_server/report-address";
import { publishedView } from "@/app/_server/report-view";
import { Brand } from "@/components/ui/brand";
import { keyedHash, sameSecret } from "@/platform/keyed-hash";
import { ReportBody } from "../../../../../_components/report/report-body";
import { ReportCover } from "../../../../../_components/report/report-cover";
import "./print.css";
import { PrintReady } from "./print-ready";

export const dynamic = "force-dynamic";

type Params = Promise<{ locale: string; quarter: string; version: string }>;

async function heading(locale: string, quarter: string, version: string): Promise<string> {
  const t = await getTranslations({ locale, namespace: "reports" });
  const period = t("quarter", { year: quarter.slice(0, 4), n: quarter.slice(5) });
  return [t("title"), period, t("version", { version })].join("　");
}

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { locale, quarter, version } = await params;
  const address = reportAddress(quarter, version);
  return address ? { title: { absolute: await heading(locale, quarter, address.version) }, robots: { index: false } } : {};
}

/** A text inside a CSS string. */
const cssText = (text: string) => text.replace(/["\\\n]/g, "");

/** The report as it is printed: for this server's own Chromium, which shows a token; nothing there for anyone else. */
export default async function PrintPage({ params }: { params: Params }) {
  if (!sameSecret((await headers()).get("x-internal") ?? "", keyedHash("internal", "print"))) notFound();
  const { locale, quarter, version } = await params;
  const address = reportAddress(quarter, version);
  const view = address && (await publishedView(address.quarter, address.version));
  if (!view) notFound();
  const script = locale === "zh-Hant" ? "TC" : "SC";
  const foot = cssText(await heading(locale, quarter, address.version));
  const font = `font: 8pt "Noto Sans ${script}", sans-serif; color: #333333;`;
  return (
    <div data-print={script}>
      {/* Margin boxes take the fonts of the page; the browser's own footer would take the machine's. */}
      <style>{`@page { size: A4; margin: 18mm 17mm 20mm; @bottom-left { content: "${foot}"; white-space: nowrap; ${font} } @bottom-right { content: counter(page) " / " counter(pages); ${font} } }`}</style>
      <header className="pb-3">
        <Brand />
        <div className="wenwu mt-3" />
      </header>
      <main>
        <ReportCover view={view} />
        <ReportBody view={view} eager />
      </main>
      <PrintReady script={script} />
    </div>
  );
}
