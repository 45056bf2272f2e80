"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { actionLocale, formAction } from "@/app/_server/action";
import { isDatabaseGone } from "@/app/_server/faults";
import { requireActor } from "@/app/_server/session";
import { db } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import { isDay, type Quarter } from "@/domain/day";
import { isDomainError } from "@/domain/errors";
import { LONGEST_WORDING, REPORT_LANGUAGES, WORD_PLACES } from "@/domain/report/words";
import { correctReport, createReport, discardReport } from "@/services/begin-report";
import { freezeReport } from "@/services/freeze-report";
import { publishReport, returnReport, submitReport } from "@/services/publish-report";
import { explainCorrection, saveWording } from "@/services/write-report";

const id = z.uuid("invalid");
const day = z.string().refine(isDay, "date");
const quarter = z.string().regex(/^20\d{2}Q[1-4]$/, "invalid");

/** Opens the report of a quarter and leads to it. */
export const beginReport = formAction(
  { roles: ["editor"], schema: z.object({ quarter }) },
  async ({ actor, input, now, locale }) => {
    const report = await createReport(actor, input.quarter as Quarter, now);
    redirect(`/${locale}/alliance/reports/${report.id}`);
  },
);

/** Computes the figures as known at 24:00 of a day. */
export const freeze = formAction(
  { roles: ["editor"], schema: z.object({ report: id, frozenOn: day }) },
  async ({ actor, input, now }) => {
    await freezeReport(actor, { reportId: input.report, frozenOn: input.frozenOn }, now);
    refresh();
  },
);

export const handIn = formAction({ roles: ["editor"], schema: z.object({ report: id }) }, async ({ actor, input, now }) => {
  await submitReport(actor, input.report, now);
  refresh();
});

export const sendBack = formAction(
  { roles: ["publisher"], schema: z.object({ report: id, reason: z.string().min(1, "missing_reason").max(1000, "tooLong") }) },
  async ({ actor, input, now }) => {
    await returnReport(actor, { reportId: input.report, reason: input.reason }, now);
    refresh();
  },
);

export const publish = formAction({ roles: ["publisher"], schema: z.object({ report: id }) }, async ({ actor, input, now }) => {
  await publishReport(actor, input.report, now);
  refresh();
});

/** Opens the next version of a published report and leads to it. */
export const correct = formAction(
  { roles: ["editor"], schema: z.object({ report: id }) },
  async ({ actor, input, now, locale }) => {
    const report = await correctReport(actor, input.report, now);
    redirect(`/${locale}/alliance/reports/${report.id}`);
  },
);

export const discard = formAction(
  { roles: ["editor"], schema: z.object({ report: id }) },
  async ({ actor, input, now, locale }) => {
    await discardReport(actor, input.report, now);
    redirect(`/${locale}/alliance`);
  },
);

/** Why a figure or a text is corrected, in the languages of the report. */
export const explain = formAction(
  {
    roles: ["editor"],
    schema: z.object({
      report: id,
      group: z.enum(WORD_PLACES as [string, ...string[]]),
      "zh-Hans": z.string().max(1000, "tooLong"),
      en: z.string().max(1000, "tooLong"),
    }),
  },
  async ({ actor, input, now }) => {
    const reason = { "zh-Hans": input["zh-Hans"], en: input.en };
    await explainCorrection(actor, { reportId: input.report, group: input.group, reason }, now);
    refresh();
  },
);

/** `kept`: the text as it now stands, which the next save must come from. `retry`: nothing is wrong with what was written. */
export type PassageSaved = { ok: true; kept: string } | { ok: false; words: string; retry: boolean };

const passage = z.object({
  reportId: id,
  place: z.enum(WORD_PLACES as [(typeof WORD_PLACES)[number], ...(typeof WORD_PLACES)[number][]]),
  language: z.enum(REPORT_LANGUAGES),
  text: z.string().max(LONGEST_WORDING + 200, "tooLong"),
  base: z.string().max(LONGEST_WORDING + 200, "tooLong"),
});

/** Saves one passage as one writes. Answers instead of throwing, so that the page keeps what was written whatever happens. */
export async function savePassage(input: z.input<typeof passage>): Promise<PassageSaved> {
  const locale = await actionLocale();
  const t = await getTranslations({ locale, namespace: "errors" });
  const say = (key: string) => (t.has(key as "invalid") ? t(key as "invalid") : t("invalid"));
  const parsed = passage.safeParse(input);
  if (!parsed.success) return { ok: false, words: say(parsed.error.issues[0]?.message ?? "invalid"), retry: false };
  try {
    const actor = await requireActor(["editor"], locale);
    return { ok: true, kept: await saveWording(actor, parsed.data, await portalNow(db())) };
  } catch (error) {
    if (isDatabaseGone(error)) return { ok: false, words: t("unavailable"), retry: true };
    if (!isDomainError(error)) throw error;
    return {
      ok: false,
      words: say(typeof error.details.message === "string" ? error.details.message : error.code),
      retry: false,
    };
  }
}
