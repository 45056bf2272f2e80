import { existsSync } from "node:fs";
import { getLocale, getTranslations } from "next-intl/server";
import { reportDataPath } from "@/app/_server/report-address";
import type { ReportView } from "@/app/_server/report-view";
import { LocalLink } from "@/components/ui/local-link";
import { Page } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import { env } from "@/platform/env";
import { ReportBody } from "../../../_components/report/report-body";
import { ReportCover } from "../../../_components/report/report-cover";

/** A published report: cover with its PDF where this server can print, then everything. */
export async function ReportPage({ view }: { view: ReportView }) {
  const [t, locale] = [await getTranslations("reports"), await getLocale()];
  const { quarter, version } = view.report;
  return (
    <Page>
      <ReportCover
        view={view}
        actions={
          <p className="no-print flex flex-wrap gap-x-6 gap-y-1 text-small">
            {existsSync(env().CHROMIUM_PATH) ? (
              <a href={`${reportDataPath({ quarter, version })}/report.pdf?locale=${locale}`}>{t("pdf")}</a>
            ) : (
              <span className="text-ink-2">{t("pdfNone")}</span>
            )}
            <LocalLink href={PLACES.reports}>{t("all")}</LocalLink>
          </p>
        }
      />
      <ReportBody view={view} />
    </Page>
  );
}
