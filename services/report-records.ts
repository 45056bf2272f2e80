import type { Tx } from "@/db/client";
import { figuresOf, publishedReports } from "@/db/queries/reports";
import { dayOf } from "@/domain/day";
import type { ReportRecord } from "@/domain/open-data/records";

/** Published versions of the alliance's report with the addresses and hashes of their figures, the newest quarter first. `base`: address of the portal. */
export async function reportRecords(tx: Tx, base: string): Promise<ReportRecord[]> {
  const records: ReportRecord[] = [];
  for (const r of await publishedReports(tx)) {
    const path = `${base}/api/v1/reports/${r.quarter}/v${r.version}/figures`;
    records.push({
      quarter: r.quarter,
      version: r.version,
      issue: r.number,
      url: `${base}/zh-Hans/reports/${r.quarter}/v${r.version}`,
      frozenOn: r.frozenOn,
      publishedOn: r.publishedAt && dayOf(r.publishedAt),
      superseded: r.state === "superseded",
      corrections: r.corrections,
      standardVersion: r.standardVersion,
      figures: (await figuresOf(tx, r.id)).map((f) => ({
        figure: f.figure,
        csv: `${path}/${f.figure}.csv`,
        csvSha256: f.csvSha256,
        json: `${path}/${f.figure}.json`,
        jsonSha256: f.jsonSha256,
      })),
    });
  }
  return records;
}
