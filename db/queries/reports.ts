import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { caseStudies, companies, publishedRulings, reportCorrections, reportFigures, reports } from "@/db/schema";
import { compareVersions } from "@/domain/report/versions";
import type { FigureId } from "@/domain/report-figures/figure";

/** What the public may read of reports: published versions and those a correction took the place of; never a draft. */

export type ReportRow = typeof reports.$inferSelect;
export type FigureRow = typeof reportFigures.$inferSelect;
export type CorrectionRow = typeof reportCorrections.$inferSelect;
export type StudyRow = typeof caseStudies.$inferSelect;

const PUBLIC = inArray(reports.state, ["published", "superseded"]);

/** Published versions, the newest quarter and version first, each with how many corrections its table has. */
export async function publishedReports(tx: Tx): Promise<(ReportRow & { corrections: number })[]> {
  const rows = await tx
    .select({
      report: reports,
      corrections: sql<number>`(select count(*)::int from ${reportCorrections} where ${reportCorrections.reportId} = ${reports.id})`,
    })
    .from(reports)
    .where(PUBLIC)
    .orderBy(desc(reports.quarter));
  return rows
    .map(({ report, corrections }) => ({ ...report, corrections }))
    .sort((a, b) => (a.quarter < b.quarter ? 1 : a.quarter > b.quarter ? -1 : compareVersions(a.version, b.version)));
}

/** A published version of a quarter, or the newest when none is named; null when there is none. */
export async function publishedReport(tx: Tx, quarter: string, version?: string): Promise<ReportRow | null> {
  const rows = await tx
    .select()
    .from(reports)
    .where(and(PUBLIC, eq(reports.quarter, quarter), ...(version ? [eq(reports.version, version)] : [])));
  return rows.sort((a, b) => compareVersions(a.version, b.version))[0] ?? null;
}

/** One published figure; null when the version, or the figure in it, is not there. */
export async function publishedFigure(tx: Tx, quarter: string, version: string, figure: FigureId): Promise<FigureRow | null> {
  const [row] = await tx
    .select({ figure: reportFigures })
    .from(reportFigures)
    .innerJoin(reports, eq(reports.id, reportFigures.reportId))
    .where(and(PUBLIC, eq(reports.quarter, quarter), eq(reports.version, version), eq(reportFigures.figure, figure)));
  return row?.figure ?? null;
}

const figureNumber = (figure: string) => Number(figure.slice(1));

/** The frozen figures of a report, F1 first. */
export async function figuresOf(tx: Tx, reportId: string): Promise<FigureRow[]> {
  const rows = await tx.select().from(reportFigures).where(eq(reportFigures.reportId, reportId));
  return rows.sort((a, b) => figureNumber(a.figure) - figureNumber(b.figure));
}

export async function correctionsOf(tx: Tx, reportId: string): Promise<CorrectionRow[]> {
  return tx.select().from(reportCorrections).where(eq(reportCorrections.reportId, reportId)).orderBy(asc(reportCorrections.ord));
}

/** Case studies of a report in their order, with the company and the public number of the ruling. */
export async function studiesOf(tx: Tx, reportId: string) {
  const rows = await tx
    .select({
      study: caseStudies,
      rulingNumber: publishedRulings.number,
      company: { slug: companies.slug, name: companies.name, nameHant: companies.nameHant, nameEn: companies.nameEn },
    })
    .from(caseStudies)
    .innerJoin(companies, eq(companies.id, caseStudies.companyId))
    .innerJoin(publishedRulings, eq(publishedRulings.id, caseStudies.publishedRulingId))
    .where(eq(caseStudies.reportId, reportId))
    .orderBy(asc(caseStudies.ord), asc(caseStudies.id));
  return rows.map(({ study, ...rest }) => ({ ...study, ...rest }));
}
export type ReportStudy = Awaited<ReturnType<typeof studiesOf>>[number];

export interface NamedCompany {
  readonly slug: string;
  readonly name: string;
  readonly nameHant: string;
  readonly nameEn: string;
  readonly pinyin: string;
}

/** Names of the companies a figure speaks of, by id. */
export async function companiesById(tx: Tx, ids: readonly string[]): Promise<Map<string, NamedCompany>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({
      id: companies.id,
      slug: companies.slug,
      name: companies.name,
      nameHant: companies.nameHant,
      nameEn: companies.nameEn,
      pinyin: companies.pinyin,
    })
    .from(companies)
    .where(inArray(companies.id, [...ids]));
  return new Map(rows.map(({ id, ...names }) => [id, names]));
}

/** Whether this process may print now: one printing at a time over all machines, as long as the transaction lasts. */
export async function takePrintTurn(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(7402120)`);
}
