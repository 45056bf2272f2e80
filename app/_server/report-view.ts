import { cache } from "react";
import { readDb, type Tx } from "@/db/client";
import { findReport, reasonsOf, versionsOf } from "@/db/queries/report-drafts";
import {
  type CorrectionRow,
  companiesById,
  correctionsOf,
  figuresOf,
  type NamedCompany,
  publishedReport,
  type ReportRow,
  type ReportStudy,
  studiesOf,
} from "@/db/queries/reports";
import type { CsvCell } from "@/domain/csv";
import type { Day } from "@/domain/day";
import { dayOf } from "@/domain/day";
import { compareVersions } from "@/domain/report/versions";
import type { Figure, FigureId } from "@/domain/report-figures/figure";
import { correctionChanges } from "@/services/publish-report";

export interface ShownFigure {
  readonly figure: Figure;
  readonly csvSha256: string;
  readonly jsonSha256: string;
}

export type ShownCorrection = Pick<CorrectionRow, "kind" | "place" | "before" | "after" | "reason"> & { readonly on: Day | null };

/** A report with all that its page shows. */
export interface ReportView {
  readonly report: ReportRow;
  readonly figures: ReadonlyMap<FigureId, ShownFigure>;
  readonly corrections: readonly ShownCorrection[];
  readonly studies: readonly ReportStudy[];
  readonly companies: ReadonlyMap<string, NamedCompany>;
  /** The version in force, where this is not it. */
  readonly newer: string | null;
  /** Published versions of the quarter, newest first. */
  readonly versions: readonly { readonly version: string; readonly on: Day | null; readonly inForce: boolean }[];
}

async function correctionsShown(tx: Tx, report: ReportRow): Promise<ShownCorrection[]> {
  if (report.state === "published" || report.state === "superseded")
    return (await correctionsOf(tx, report.id)).map((row) => ({ ...row, on: dayOf(row.at) }));
  const reasons = await reasonsOf(tx, report.id);
  return (await correctionChanges(tx, report)).map((change) => ({
    ...change,
    reason: reasons.get(change.group) ?? {},
    on: null,
  }));
}

/** Reads everything a report's page shows; for drafts the corrections as they stand. */
export async function reportView(tx: Tx, report: ReportRow): Promise<ReportView> {
  const rows = await figuresOf(tx, report.id);
  const figures = rows.map((row): [FigureId, ShownFigure] => [
    row.figure as FigureId,
    { figure: JSON.parse(row.json) as Figure, csvSha256: row.csvSha256, jsonSha256: row.jsonSha256 },
  ]);
  const named = figures.flatMap(([id, { figure }]) =>
    id === "F11" || id === "F17" ? (figure.rows as readonly Readonly<Record<string, CsvCell>>[]) : [],
  );
  const ids = [...new Set(named.flatMap((row) => (typeof row.companyId === "string" ? [row.companyId] : [])))];
  const versions = (await versionsOf(tx, report.quarter))
    .filter((one) => one.state === "published" || one.state === "superseded")
    .sort((a, b) => compareVersions(a.version, b.version))
    .map((one) => ({
      version: one.version,
      on: one.publishedAt && dayOf(one.publishedAt),
      inForce: one.state === "published",
    }));
  return {
    report,
    figures: new Map(figures),
    corrections: await correctionsShown(tx, report),
    studies: await studiesOf(tx, report.id),
    companies: await companiesById(tx, ids),
    newer: report.state === "superseded" ? (versions.find((one) => one.inForce)?.version ?? null) : null,
    versions,
  };
}

/** The published version of an address, the newest where none is named; once a request. */
export const publishedView = cache(async (quarter: string, version?: string): Promise<ReportView | null> => {
  const tx = readDb();
  const report = await publishedReport(tx, quarter, version);
  return report && reportView(tx, report);
});

/** A report by id in whatever state, for those who work on it. */
export async function draftView(tx: Tx, id: string): Promise<ReportView | null> {
  const report = await findReport(tx, id);
  return report && reportView(tx, report);
}
