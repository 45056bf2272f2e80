import { openFile, openOptions, problem } from "@/app/_server/open-data";
import { reportAddress } from "@/app/_server/report-address";
import { readDb } from "@/db/client";
import { publishedFigure } from "@/db/queries/reports";
import type { FigureId } from "@/domain/report-figures/figure";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ quarter: string; version: string; file: string }> };

/** A frozen figure of a published version as CSV or JSON, byte for byte as it was stored: F1.csv, F1.json. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { quarter, version, file } = await params;
  const address = reportAddress(quarter, version);
  const [, id, form] = /^(F\d{1,2})\.(csv|json)$/.exec(file) ?? [];
  const row = address && id ? await publishedFigure(readDb(), address.quarter, address.version, id as FigureId) : null;
  if (!address || !row) return problem(404, "No such figure", "There is no published figure at this address.");
  const name = `answered-${address.quarter}-v${address.version}-${row.figure}.${form}`;
  return form === "csv"
    ? openFile(request, {
        body: row.csv,
        sha256: row.csvSha256,
        type: "text/csv; charset=utf-8; header=present",
        name,
        immutable: true,
      })
    : openFile(request, {
        body: row.json,
        sha256: row.jsonSha256,
        type: "application/json; charset=utf-8",
        name,
        immutable: true,
      });
}

export const OPTIONS = openOptions;
