import { hashOf, openFile, openOptions, problem } from "@/app/_server/open-data";
import { reportAddress } from "@/app/_server/report-address";
import { readDb } from "@/db/client";
import { publishedReport } from "@/db/queries/reports";
import { DEFAULT_LOCALE, isLocale } from "@/platform/i18n/routing";
import { errorFields, log } from "@/platform/log";
import { reportPdf } from "@/services/print-report";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ quarter: string; version: string }> };

/** The report as a PDF (?locale=), printed when first asked for; 503 where this server cannot print. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { quarter, version } = await params;
  const address = reportAddress(quarter, version);
  const report = address && (await publishedReport(readDb(), address.quarter, address.version));
  if (!report) return problem(404, "No such report", "There is no published report at this address.");
  const asked = new URL(request.url).searchParams.get("locale");
  const locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  try {
    const pdf = await reportPdf(report, locale);
    if (pdf === "no_browser")
      return problem(
        503,
        "No PDF on this server",
        "This server has no Chromium to print with. The page holds the same and can be printed.",
      );
    if (pdf === "busy")
      return problem(503, "The printer is busy", "Too many reports wait to be printed. Please try again in a minute.", {
        "retry-after": "60",
      });
    const body = new Uint8Array(pdf);
    const name = `answered-${report.quarter}-v${report.version}-${locale}.pdf`;
    return openFile(request, { body, sha256: hashOf(body), type: "application/pdf", name, immutable: false, inline: true });
  } catch (error) {
    log("error", "report.not_printed", { quarter: report.quarter, version: report.version, ...errorFields(error) });
    return problem(503, "The report could not be printed", "Printing failed this time. Please try again in a minute.", {
      "retry-after": "60",
    });
  }
}

export const OPTIONS = openOptions;
