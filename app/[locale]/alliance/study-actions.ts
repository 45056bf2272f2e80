"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/app/_server/action";
import { db } from "@/db/client";
import { findStudy } from "@/db/queries/report-drafts";
import { STUDY_TEXTS, type StudyText, type StudyWords } from "@/domain/report/case-study";
import { REPORT_LANGUAGES } from "@/domain/report/words";
import { beginStudy, checkStudy, removeStudy, saveStudy } from "@/services/write-case-study";

const id = z.uuid("invalid");

/** Makes a study of a finding and leads to it. */
export const tellFinding = formAction(
  { roles: ["editor"], schema: z.object({ report: id, finding: id }) },
  async ({ actor, input, now, locale }) => {
    const studyId = await beginStudy(actor, { reportId: input.report, findingId: input.finding }, now);
    redirect(`/${locale}/alliance/studies/${studyId}`);
  },
);

const text = z.string().max(4000, "tooLong").optional();
const fields = Object.fromEntries(STUDY_TEXTS.flatMap((key) => REPORT_LANGUAGES.map((language) => [`${key}.${language}`, text])));

/** Saves all that is written of a study. Fields are named "<text>.<language>"; a language the form has not keeps what it had. */
export const keepStudy = formAction(
  {
    roles: ["editor"],
    schema: z.object({
      study: id,
      ord: z.coerce.number("number").int("number").min(1, "number").max(99, "number"),
      namesCompany: z.literal("yes").optional(),
      ...fields,
    }),
  },
  async ({ actor, input, now }) => {
    const study = await findStudy(db(), input.study);
    const given = input as Record<string, unknown>;
    const words: StudyWords = { ...study?.words };
    for (const key of STUDY_TEXTS as readonly StudyText[])
      for (const language of REPORT_LANGUAGES) {
        const value = given[`${key}.${language}`];
        if (typeof value === "string") words[key] = { ...words[key], [language]: value };
      }
    await saveStudy(actor, { studyId: input.study, words, namesCompany: input.namesCompany === "yes", ord: input.ord }, now);
    refresh();
  },
);

/** One of the two looks whether anyone could be recognised. */
export const lookThrough = formAction(
  { roles: ["editor", "publisher"], schema: z.object({ study: id }) },
  async ({ actor, input, now }) => {
    await checkStudy(actor, input.study, now);
    refresh();
  },
);

export const dropStudy = formAction({ roles: ["editor"], schema: z.object({ study: id }) }, async ({ actor, input, locale }) => {
  const study = await findStudy(db(), input.study);
  await removeStudy(actor, input.study);
  redirect(`/${locale}/alliance/reports/${study?.reportId ?? ""}#studies`);
});
