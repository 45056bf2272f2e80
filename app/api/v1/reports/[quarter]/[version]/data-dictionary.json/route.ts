import { getTranslations } from "next-intl/server";
import { hashOf, openFile, openOptions, problem } from "@/app/_server/open-data";
import { reportAddress, reportDataPath } from "@/app/_server/report-address";
import { readDb } from "@/db/client";
import { figuresOf, publishedReport } from "@/db/queries/reports";
import type { Column, Figure } from "@/domain/report-figures/figure";
import { DEFAULT_LOCALE, isLocale } from "@/platform/i18n/routing";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ quarter: string; version: string }> };
type Say = (key: string) => string;

function codesOf(figure: Figure, column: Column, say: (key: string) => string | null): Record<string, string> | undefined {
  if (!column.values) return undefined;
  const rows = figure.rows as readonly Readonly<Record<string, unknown>>[];
  const codes = [...new Set(rows.flatMap((row) => (typeof row[column.name] === "string" ? [row[column.name] as string] : [])))];
  return Object.fromEntries(
    codes.map((code) => [code, say(`${column.values}.${code}`) ?? say("figures.values.unknown") ?? code]),
  );
}

/** What every figure, column, unit and code of a report means, in the language asked for (?locale=), with the hashes of the files. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { quarter, version } = await params;
  const address = reportAddress(quarter, version);
  const report = address && (await publishedReport(readDb(), address.quarter, address.version));
  if (!address || !report) return problem(404, "No such report", "There is no published report at this address.");
  const asked = new URL(request.url).searchParams.get("locale");
  const locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  const t = await getTranslations({ locale });
  const say: Say = (key) => t(key as never);
  const sayIf = (key: string) => (t.has(key as never) ? t(key as never) : null);
  const rows = await figuresOf(readDb(), report.id);
  const figures = rows.map((row) => {
    const figure = JSON.parse(row.json) as Figure;
    return {
      id: figure.id,
      title: say(`${figure.definition}.title`),
      definition: say(`${figure.definition}.definition`),
      unit: say(`figures.units.${figure.unit}`),
      columns: figure.columns.map((column) => ({
        name: column.name,
        type: column.type,
        unit: column.unit ? say(`figures.units.${column.unit}`) : undefined,
        label: say(`figures.columns.${column.name}.label`),
        meaning: say(`figures.columns.${column.name}.meaning`),
        codes: codesOf(figure, column, sayIf),
      })),
      headline: Object.fromEntries(Object.keys(figure.headline).map((name) => [name, say(`figures.headline.${name}`)])),
      counts: Object.fromEntries(Object.keys(figure.counts).map((name) => [name, say(`figures.counts.${name}`)])),
      files: {
        csv: { path: `${reportDataPath(address)}/figures/${figure.id}.csv`, sha256: row.csvSha256 },
        json: { path: `${reportDataPath(address)}/figures/${figure.id}.json`, sha256: row.jsonSha256 },
      },
    };
  });
  const body = `${JSON.stringify({ quarter: report.quarter, version: report.version, frozenOn: report.frozenOn, standard: report.standardVersion, quantiles: say("figures.quantileRule"), figures }, null, 1)}\n`;
  const name = `answered-${report.quarter}-v${report.version}-dictionary-${locale}.json`;
  return openFile(request, { body, sha256: hashOf(body), type: "application/json; charset=utf-8", name, immutable: false });
}

export const OPTIONS = openOptions;
