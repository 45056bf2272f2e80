import { db, type Tx } from "@/db/client";
import {
  copyStudies,
  deleteReport,
  findReport,
  insertReport,
  nextReportNumber,
  putFigures,
  recordReportEvent,
  versionsOf,
} from "@/db/queries/report-drafts";
import { figuresOf, type ReportRow } from "@/db/queries/reports";
import type { Actor } from "@/domain/actors";
import { STANDARD_VERSION } from "@/domain/clauses";
import { endOfDay, type Instant, type Quarter, quarterBounds } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { checkEdit, compareVersions, FIRST_VERSION, nextVersion } from "@/domain/report/versions";

function mustEdit(actor: Actor): string {
  if (actor.role !== "editor" || !actor.userId) throw new DomainError("forbidden");
  return actor.userId;
}

/** Opens the report of a quarter that is over, version 1.0. Throws `already_done` when the quarter has one, `too_early`. */
export async function createReport(actor: Actor, quarter: Quarter, now: Instant): Promise<ReportRow> {
  return db().transaction((tx) => createReportIn(tx, actor, quarter, now));
}

export async function createReportIn(tx: Tx, actor: Actor, quarter: Quarter, now: Instant): Promise<ReportRow> {
  const actorId = mustEdit(actor);
  if (endOfDay(quarterBounds(quarter).last) > now)
    throw new DomainError("too_early", { field: "quarter", message: "quarterNotOver" });
  if ((await versionsOf(tx, quarter)).length > 0)
    throw new DomainError("already_done", { field: "quarter", message: "reportThere" });
  const report = await insertReport(tx, {
    quarter,
    version: FIRST_VERSION,
    state: "draft",
    number: await nextReportNumber(tx),
    standardVersion: STANDARD_VERSION,
    words: {},
    createdAt: now,
    updatedAt: now,
  });
  await recordReportEvent(tx, { reportId: report.id, at: now, actorId, type: "created" });
  return report;
}

/**
 * Opens the next version of a published report as a draft with its words, figures and studies; what is changed in it goes into the table of
 * corrections. Throws `wrong_state` when it is not the one published, `conflict` when a correction is open already.
 */
export async function correctReport(actor: Actor, reportId: string, now: Instant): Promise<ReportRow> {
  return db().transaction((tx) => correctReportIn(tx, actor, reportId, now));
}

export async function correctReportIn(tx: Tx, actor: Actor, reportId: string, now: Instant): Promise<ReportRow> {
  const actorId = mustEdit(actor);
  const before = await findReport(tx, reportId, true);
  if (!before) throw new DomainError("not_found");
  if (before.state !== "published") throw new DomainError("wrong_state", { message: "reportNotPublished" });
  const versions = await versionsOf(tx, before.quarter);
  if (versions.some((one) => one.state === "draft" || one.state === "submitted"))
    throw new DomainError("conflict", { message: "correctionOpen" });
  const newest = versions.map((one) => one.version).sort(compareVersions)[0] ?? before.version;
  const report = await insertReport(tx, {
    quarter: before.quarter,
    version: nextVersion(newest),
    state: "draft",
    number: before.number,
    frozenOn: before.frozenOn,
    standardVersion: before.standardVersion,
    words: before.words,
    corrects: before.id,
    createdAt: now,
    updatedAt: now,
  });
  const figures = await figuresOf(tx, before.id);
  await putFigures(
    tx,
    report.id,
    figures.map((figure) => ({ ...figure, reportId: report.id })),
  );
  await copyStudies(tx, before.id, report.id, now);
  await recordReportEvent(tx, { reportId: report.id, at: now, actorId, type: "created", data: { corrects: before.version } });
  return report;
}

/** Throws a draft away; that there was one stays on record. */
export async function discardReport(actor: Actor, reportId: string, now: Instant): Promise<void> {
  await db().transaction(async (tx) => {
    const report = await findReport(tx, reportId, true);
    if (!report) throw new DomainError("not_found");
    checkEdit(actor, report);
    await recordReportEvent(tx, {
      reportId,
      at: now,
      actorId: mustEdit(actor),
      type: "discarded",
      data: { quarter: report.quarter, version: report.version },
    });
    await deleteReport(tx, reportId);
  });
}
