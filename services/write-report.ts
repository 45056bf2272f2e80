import { db, type Tx } from "@/db/client";
import { editorsOf, findReport, putReason, recordReportEvent, updateReport } from "@/db/queries/report-drafts";
import type { ReportRow } from "@/db/queries/reports";
import type { Actor } from "@/domain/actors";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { checkEdit } from "@/domain/report/versions";
import { LONGEST_WORDING, type ReportLanguage, tidied, type Wording, type WordPlace, withWording } from "@/domain/report/words";

async function draftToEdit(tx: Tx, actor: Actor, reportId: string, now: Instant): Promise<ReportRow> {
  const report = await findReport(tx, reportId, true);
  if (!report) throw new DomainError("not_found");
  checkEdit(actor, report);
  // Once is enough to know who wrote: they may not publish it.
  if (actor.userId && !(await editorsOf(tx, reportId)).includes(actor.userId))
    await recordReportEvent(tx, { reportId, at: now, actorId: actor.userId, type: "edited" });
  return report;
}

export interface WordingInput {
  readonly reportId: string;
  readonly place: WordPlace;
  readonly language: ReportLanguage;
  readonly text: string;
  /** What stood there when the writer began: somebody else's change in between is a conflict, not lost. */
  readonly base: string;
}

/** Writes one place in one language. Returns what is kept. Throws `conflict`, `invalid` (too long), `wrong_state`. */
export async function saveWording(actor: Actor, input: WordingInput, now: Instant): Promise<string> {
  return db().transaction((tx) => saveWordingIn(tx, actor, input, now));
}

export async function saveWordingIn(tx: Tx, actor: Actor, input: WordingInput, now: Instant): Promise<string> {
  const { reportId, place, language } = input;
  const text = tidied(input.text);
  if (text.length > LONGEST_WORDING) throw new DomainError("invalid", { field: "text", message: "tooLong" });
  const report = await draftToEdit(tx, actor, reportId, now);
  const there = report.words[place]?.[language] ?? "";
  if (there !== tidied(input.base) && there !== text) throw new DomainError("conflict", { field: "text", message: "wordsMoved" });
  if (there !== text)
    await updateReport(tx, reportId, { words: withWording(report.words, place, language, text), updatedAt: now });
  return text;
}

/** Says why a figure or a place of words is corrected. Throws `missing_reason` without simplified Chinese, `wrong_state` for what is no correction. */
export async function explainCorrection(
  actor: Actor,
  input: { reportId: string; group: string; reason: Wording },
  now: Instant,
): Promise<void> {
  await db().transaction((tx) => explainCorrectionIn(tx, actor, input, now));
}

export async function explainCorrectionIn(
  tx: Tx,
  actor: Actor,
  input: { reportId: string; group: string; reason: Wording },
  now: Instant,
): Promise<void> {
  const report = await draftToEdit(tx, actor, input.reportId, now);
  if (!report.corrects) throw new DomainError("wrong_state");
  const entries = Object.entries(input.reason).map(([language, text]) => [language, tidied(text ?? "")] as const);
  const reason: Wording = Object.fromEntries(entries.filter(([, text]) => text !== ""));
  if (!reason["zh-Hans"]) throw new DomainError("missing_reason", { field: "zh-Hans" });
  await putReason(tx, input.reportId, input.group.slice(0, 40), reason);
  await updateReport(tx, input.reportId, { updatedAt: now });
}
