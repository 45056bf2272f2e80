import { db, type Tx } from "@/db/client";
import {
  deleteStudy,
  findReport,
  findStudy,
  insertStudy,
  nextStudyOrd,
  recordReportEvent,
  updateStudy,
} from "@/db/queries/report-drafts";
import { studySource } from "@/db/queries/study-sources";
import type { Actor } from "@/domain/actors";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { LONGEST_STUDY_TEXT, missingStudyTexts, nextCheck, STUDY_TEXTS, type StudyWords } from "@/domain/report/case-study";
import { checkEdit } from "@/domain/report/versions";
import { REPORT_LANGUAGES, tidied, type Wording } from "@/domain/report/words";
import { plainRectification } from "./study-rectification";

async function draftOf(tx: Tx, actor: Actor, reportId: string): Promise<void> {
  const report = await findReport(tx, reportId, true);
  if (!report) throw new DomainError("not_found");
  checkEdit(actor, report);
}

/**
 * Begins a study of an upheld finding of a final ruling in a draft: clause, tier, sector, month, band of the loss, kinds of evidence, the company's position, finding,
 * reasons, rectification come from the published record; the lesson is the editor's. Throws `not_found` for a finding that is not final, `already_done`.
 */
export async function beginStudy(actor: Actor, input: { reportId: string; findingId: string }, now: Instant): Promise<string> {
  return db().transaction(async (tx) => {
    await draftOf(tx, actor, input.reportId);
    return beginStudyIn(tx, actor, input, now);
  });
}

export async function beginStudyIn(
  tx: Tx,
  actor: Actor,
  input: { reportId: string; findingId: string },
  now: Instant,
): Promise<string> {
  const source = await studySource(tx, input.findingId);
  if (!source) throw new DomainError("not_found");
  const { finding, ruling, company } = source;
  const words: StudyWords = {
    title: { "zh-Hans": finding.title },
    facts: { "zh-Hans": finding.facts },
    companyPosition: { "zh-Hans": ruling.companyReply ?? "" },
    reasons: { "zh-Hans": finding.reasons },
    rectification: plainRectification(source),
  };
  return insertStudy(tx, {
    reportId: input.reportId,
    publishedRulingId: ruling.id,
    findingId: finding.id,
    ord: await nextStudyOrd(tx, input.reportId),
    clause: finding.clause,
    tier: finding.tier,
    outcome: finding.outcome,
    sector: ruling.sector,
    companyId: company.id,
    month: finding.incidentMonth,
    lossBand: source.lossBand,
    evidenceKinds: finding.evidenceKinds,
    words: tidyWords(words),
    writtenBy: actor.userId ?? null,
    createdAt: now,
    updatedAt: now,
  });
}

function tidyWords(words: StudyWords): StudyWords {
  const places = STUDY_TEXTS.map((text) => {
    const kept = REPORT_LANGUAGES.map((language) => [language, tidied(words[text]?.[language] ?? "")] as const);
    if (kept.some(([, value]) => value.length > LONGEST_STUDY_TEXT))
      throw new DomainError("invalid", { field: text, message: "tooLong" });
    return [text, Object.fromEntries(kept.filter(([, value]) => value !== "")) as Wording] as const;
  });
  return Object.fromEntries(places);
}

export interface StudyInput {
  readonly studyId: string;
  readonly words: StudyWords;
  readonly namesCompany: boolean;
  readonly ord: number;
}

/** Writes a study's words. Both checks fall when anything of it changes: they were made on other words. */
export async function saveStudy(actor: Actor, input: StudyInput, now: Instant): Promise<void> {
  await db().transaction((tx) => saveStudyIn(tx, actor, input, now));
}

export async function saveStudyIn(tx: Tx, actor: Actor, input: StudyInput, now: Instant): Promise<void> {
  const study = await findStudy(tx, input.studyId, true);
  if (!study) throw new DomainError("not_found");
  await draftOf(tx, actor, study.reportId);
  const words = tidyWords(input.words);
  const changed = JSON.stringify(words) !== JSON.stringify(tidyWords(study.words)) || input.namesCompany !== study.namesCompany;
  const unchecked = { firstCheckBy: null, firstCheckAt: null, secondCheckBy: null, secondCheckAt: null };
  await updateStudy(tx, study.id, {
    words,
    namesCompany: input.namesCompany,
    ord: input.ord,
    updatedAt: now,
    ...(changed ? unchecked : {}),
  });
}

/** One of the two looks whether anyone could be recognised. Throws `same_person`, `findings_incomplete` while texts are missing. */
export async function checkStudy(actor: Actor, studyId: string, now: Instant): Promise<"first" | "second"> {
  return db().transaction((tx) => checkStudyIn(tx, actor, studyId, now));
}

export async function checkStudyIn(tx: Tx, actor: Actor, studyId: string, now: Instant): Promise<"first" | "second"> {
  if ((actor.role !== "editor" && actor.role !== "publisher") || !actor.userId) throw new DomainError("forbidden");
  const study = await findStudy(tx, studyId, true);
  if (!study) throw new DomainError("not_found");
  const report = await findReport(tx, study.reportId);
  if (report?.state !== "draft" && report?.state !== "submitted")
    throw new DomainError("wrong_state", { message: "reportNotDraft" });
  if (missingStudyTexts(study.words).length > 0) throw new DomainError("findings_incomplete", { message: "studyIncomplete" });
  const which = nextCheck(study, actor.userId);
  await updateStudy(
    tx,
    studyId,
    which === "first" ? { firstCheckBy: actor.userId, firstCheckAt: now } : { secondCheckBy: actor.userId, secondCheckAt: now },
  );
  await recordReportEvent(tx, {
    reportId: study.reportId,
    at: now,
    actorId: actor.userId,
    type: "study_checked",
    data: { studyId },
  });
  return which;
}

/** Takes a study out of a draft. */
export async function removeStudy(actor: Actor, studyId: string): Promise<void> {
  await db().transaction(async (tx) => {
    const study = await findStudy(tx, studyId, true);
    if (!study) throw new DomainError("not_found");
    await draftOf(tx, actor, study.reportId);
    await deleteStudy(tx, studyId);
  });
}
