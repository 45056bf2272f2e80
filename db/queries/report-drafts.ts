import { and, asc, desc, eq, inArray, max, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { caseStudies, reportCorrections, reportEvents, reportFigures, reportReasons, reports, users } from "@/db/schema";
import type { Wording } from "@/domain/report/words";
import type { ReportRow } from "./reports";

/** A report whatever its state; `lock` holds the row until the transaction ends. */
export async function findReport(tx: Tx, id: string, lock = false): Promise<ReportRow | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return null;
  const query = tx.select().from(reports).where(eq(reports.id, id)).limit(1);
  const [row] = await (lock ? query.for("update") : query);
  return row ?? null;
}

/** Every version of every quarter, drafts too, the newest first. */
export async function allReports(tx: Tx): Promise<ReportRow[]> {
  return tx.select().from(reports).orderBy(desc(reports.quarter), desc(reports.createdAt));
}

export async function versionsOf(tx: Tx, quarter: string): Promise<ReportRow[]> {
  return tx.select().from(reports).where(eq(reports.quarter, quarter));
}

/** The number the next quarter's report bears: 总第N期. */
export async function nextReportNumber(tx: Tx): Promise<number> {
  const [row] = await tx.select({ last: max(reports.number) }).from(reports);
  return (row?.last ?? 0) + 1;
}

/** Writes a report; throws what PostgreSQL says when the version exists (isVersionTaken). */
export async function insertReport(tx: Tx, values: typeof reports.$inferInsert): Promise<ReportRow> {
  const [row] = await tx.insert(reports).values(values).returning();
  if (!row) throw new Error("no row came back");
  return row;
}

export async function updateReport(tx: Tx, id: string, values: Partial<typeof reports.$inferInsert>): Promise<void> {
  await tx.update(reports).set(values).where(eq(reports.id, id));
}

/** Takes a draft away with its figures and studies; what was done to it stays on record. */
export async function deleteReport(tx: Tx, id: string): Promise<void> {
  await tx.delete(reports).where(eq(reports.id, id));
}

/** Puts the figures of a freeze in the place of the former ones. */
export async function putFigures(tx: Tx, reportId: string, rows: readonly (typeof reportFigures.$inferInsert)[]): Promise<void> {
  await tx.delete(reportFigures).where(eq(reportFigures.reportId, reportId));
  if (rows.length > 0) await tx.insert(reportFigures).values([...rows]);
}

export type ReportEventType =
  | "created"
  | "frozen"
  | "edited"
  | "submitted"
  | "returned"
  | "published"
  | "superseded"
  | "discarded"
  | "study_checked";

export async function recordReportEvent(
  tx: Tx,
  event: { reportId: string; at: Date; actorId: string | null; type: ReportEventType; data?: Record<string, string> },
): Promise<void> {
  await tx.insert(reportEvents).values({ ...event, data: event.data ?? {} });
}

/** What was done to a report, the newest first, with the name of who did it. */
export async function reportHistory(tx: Tx, reportId: string) {
  return tx
    .select({ id: reportEvents.id, at: reportEvents.at, type: reportEvents.type, data: reportEvents.data, name: users.name })
    .from(reportEvents)
    .leftJoin(users, eq(users.id, reportEvents.actorId))
    .where(eq(reportEvents.reportId, reportId))
    .orderBy(desc(reportEvents.at), desc(reportEvents.id));
}

/** Who wrote any of it: none of them may publish it. */
export async function editorsOf(tx: Tx, reportId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ actorId: reportEvents.actorId })
    .from(reportEvents)
    .where(and(eq(reportEvents.reportId, reportId), inArray(reportEvents.type, ["created", "frozen", "edited", "submitted"])));
  return rows.flatMap((row) => row.actorId ?? []);
}

export async function reasonsOf(tx: Tx, reportId: string): Promise<Map<string, Wording>> {
  const rows = await tx
    .select()
    .from(reportReasons)
    .where(eq(reportReasons.reportId, reportId))
    .orderBy(asc(reportReasons.group));
  return new Map(rows.map((row) => [row.group, row.reason]));
}

export async function putReason(tx: Tx, reportId: string, group: string, reason: Wording): Promise<void> {
  await tx
    .insert(reportReasons)
    .values({ reportId, group, reason })
    .onConflictDoUpdate({ target: [reportReasons.reportId, reportReasons.group], set: { reason } });
}

export async function putCorrections(
  tx: Tx,
  reportId: string,
  rows: readonly Omit<typeof reportCorrections.$inferInsert, "reportId" | "ord">[],
): Promise<void> {
  await tx.delete(reportCorrections).where(eq(reportCorrections.reportId, reportId));
  if (rows.length > 0) await tx.insert(reportCorrections).values(rows.map((row, ord) => ({ ...row, reportId, ord })));
}

export type StudyValues = typeof caseStudies.$inferInsert;

export async function insertStudy(tx: Tx, values: StudyValues): Promise<string> {
  const [row] = await tx.insert(caseStudies).values(values).returning({ id: caseStudies.id });
  if (!row) throw new Error("no row came back");
  return row.id;
}

/** A study with the state of its report; `lock` holds it. */
export async function findStudy(tx: Tx, id: string, lock = false) {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return null;
  const query = tx.select().from(caseStudies).where(eq(caseStudies.id, id)).limit(1);
  const [row] = await (lock ? query.for("update") : query);
  return row ?? null;
}

export async function updateStudy(tx: Tx, id: string, values: Partial<StudyValues>): Promise<void> {
  await tx.update(caseStudies).set(values).where(eq(caseStudies.id, id));
}

export async function deleteStudy(tx: Tx, id: string): Promise<void> {
  await tx.delete(caseStudies).where(eq(caseStudies.id, id));
}

/** The studies of one report put into another, with their checks: words unchanged were checked already. */
export async function copyStudies(tx: Tx, from: string, to: string, now: Date): Promise<void> {
  const rows = await tx.select().from(caseStudies).where(eq(caseStudies.reportId, from)).orderBy(asc(caseStudies.ord));
  if (rows.length > 0)
    await tx
      .insert(caseStudies)
      .values(rows.map(({ id: _id, createdAt: _at, ...row }) => ({ ...row, reportId: to, updatedAt: now })));
}

export async function nextStudyOrd(tx: Tx, reportId: string): Promise<number> {
  const [row] = await tx
    .select({ last: sql<number | null>`max(${caseStudies.ord})` })
    .from(caseStudies)
    .where(eq(caseStudies.reportId, reportId));
  return (row?.last ?? 0) + 1;
}
