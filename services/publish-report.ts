import { db, type Tx } from "@/db/client";
import { editorsOf, findReport, putCorrections, reasonsOf, recordReportEvent, updateReport } from "@/db/queries/report-drafts";
import { figuresOf, type ReportRow, studiesOf } from "@/db/queries/reports";
import type { Actor } from "@/domain/actors";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { isChecked } from "@/domain/report/case-study";
import { changeGroups, type ReportChange, reportChanges } from "@/domain/report/changes";
import { checkEdit, checkSecondPerson } from "@/domain/report/versions";
import { missingWords } from "@/domain/report/words";
import type { Figure } from "@/domain/report-figures/figure";
import { announcePublicChange } from "./public-change";

/** What keeps a draft from being handed in; empty when nothing does. */
export interface Unready {
  readonly notFrozen: boolean;
  readonly words: ReturnType<typeof missingWords>;
  /** Ids of studies that two people have not looked at. */
  readonly studies: readonly string[];
  /** Figures and places of a correction that have no reason. */
  readonly reasons: readonly string[];
  /** A correction that corrects nothing. */
  readonly unchanged: boolean;
}

export async function figuresAsFrozen(tx: Tx, reportId: string): Promise<Figure[]> {
  return (await figuresOf(tx, reportId)).map((row) => JSON.parse(row.json) as Figure);
}

/** What a correction changes against the version it corrects; empty for a first version. */
export async function correctionChanges(tx: Tx, report: ReportRow): Promise<ReportChange[]> {
  const before = report.corrects ? await findReport(tx, report.corrects) : null;
  if (!before) return [];
  return reportChanges(
    { figures: await figuresAsFrozen(tx, before.id), words: before.words },
    { figures: await figuresAsFrozen(tx, report.id), words: report.words },
  );
}

/** Looks whether a report may be handed in and published (RULES §7). */
export async function readiness(tx: Tx, report: ReportRow): Promise<Unready> {
  const studies = await studiesOf(tx, report.id);
  const reasons = await reasonsOf(tx, report.id);
  const groups = changeGroups(await correctionChanges(tx, report));
  return {
    notFrozen: report.frozenOn === null,
    words: missingWords(report.words),
    studies: studies.filter((study) => !isChecked(study)).map((study) => study.id),
    reasons: groups.filter((group) => !reasons.get(group)?.["zh-Hans"]),
    unchanged: report.corrects !== null && groups.length === 0,
  };
}

export function isReady(unready: Unready): boolean {
  const { notFrozen, words, studies, reasons, unchanged } = unready;
  return !notFrozen && !unchanged && words.length === 0 && studies.length === 0 && reasons.length === 0;
}

async function locked(tx: Tx, reportId: string): Promise<ReportRow> {
  const report = await findReport(tx, reportId, true);
  if (!report) throw new DomainError("not_found");
  return report;
}

/** Hands the draft to the publisher. Throws `findings_incomplete` while something is missing. */
export async function submitReport(actor: Actor, reportId: string, now: Instant): Promise<void> {
  await db().transaction((tx) => submitReportIn(tx, actor, reportId, now));
}

export async function submitReportIn(tx: Tx, actor: Actor, reportId: string, now: Instant): Promise<void> {
  const report = await locked(tx, reportId);
  checkEdit(actor, report);
  if (!isReady(await readiness(tx, report))) throw new DomainError("findings_incomplete", { message: "reportIncomplete" });
  const actorId = actor.userId ?? null;
  await updateReport(tx, reportId, {
    state: "submitted",
    submittedBy: actorId,
    submittedAt: now,
    returnReason: null,
    updatedAt: now,
  });
  await recordReportEvent(tx, { reportId, at: now, actorId, type: "submitted" });
}

/** Gives it back to the editor with a reason. */
export async function returnReport(actor: Actor, input: { reportId: string; reason: string }, now: Instant): Promise<void> {
  const reason = input.reason.trim();
  if (reason === "") throw new DomainError("missing_reason", { field: "reason" });
  await db().transaction(async (tx) => {
    const report = await locked(tx, input.reportId);
    checkSecondPerson(actor, { ...report, editors: await editorsOf(tx, report.id) });
    await updateReport(tx, report.id, { state: "draft", returnReason: reason.slice(0, 1000), updatedAt: now });
    await recordReportEvent(tx, { reportId: report.id, at: now, actorId: actor.userId ?? null, type: "returned" });
  });
}

/**
 * The second signature: the report is public from now on, figures, words and corrections fixed; the version it corrects stays readable and says that it
 * was superseded. Throws `same_person` for anyone who wrote any of it.
 */
export async function publishReport(actor: Actor, reportId: string, now: Instant): Promise<void> {
  await db().transaction((tx) => publishReportIn(tx, actor, reportId, now));
}

export async function publishReportIn(tx: Tx, actor: Actor, reportId: string, now: Instant): Promise<void> {
  const report = await locked(tx, reportId);
  checkSecondPerson(actor, { ...report, editors: await editorsOf(tx, report.id) });
  if (!isReady(await readiness(tx, report))) throw new DomainError("findings_incomplete", { message: "reportIncomplete" });
  const actorId = actor.userId ?? null;
  const reasons = await reasonsOf(tx, report.id);
  const changes = await correctionChanges(tx, report);
  await putCorrections(
    tx,
    report.id,
    changes.map(({ kind, group, place, before, after }) => ({
      kind,
      place,
      before,
      after,
      reason: reasons.get(group) ?? {},
      at: now,
    })),
  );
  await updateReport(tx, reportId, { state: "published", publishedBy: actorId, publishedAt: now, updatedAt: now });
  await recordReportEvent(tx, { reportId, at: now, actorId, type: "published" });
  const before = report.corrects ? await findReport(tx, report.corrects, true) : null;
  if (before) {
    await updateReport(tx, before.id, { state: "superseded", updatedAt: now });
    await recordReportEvent(tx, { reportId: before.id, at: now, actorId, type: "superseded" });
  }
  const pages = [report, ...(before ? [before] : [])].map((one) => `${one.quarter}/v${one.version}`);
  await announcePublicChange(tx, { reports: [report.quarter, ...pages] });
}
