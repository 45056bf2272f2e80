"use server";

import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/app/_server/action";
import { allowNewDraft, draftHolder, setDraftCookie } from "@/app/_server/filing";
import { networkOf } from "@/app/_server/network";
import { setReceiptCookie } from "@/app/_server/receipt-cookie";
import { db } from "@/db/client";
import { filesOf } from "@/db/queries/uploads";
import { readEmail } from "@/domain/email-address";
import { DomainError } from "@/domain/errors";
import { answersOfStep, FILING_STEPS, STEP_FIELDS, stepAfter, stepBefore } from "@/domain/filing";
import { env } from "@/platform/env";
import { readingsFor } from "@/services/confirm-reading";
import { openDraft, readDraftToken } from "@/services/draft-file";
import { forgetDraft } from "@/services/forget-draft";
import { guardFiling } from "@/services/guard-filing";
import { allowAttempt } from "@/services/limit-attempts";
import { faultsOfStep, readAnswers, stepOfField } from "@/services/read-answers";
import { saveDraft } from "@/services/save-draft";
import { sendDraftLink } from "@/services/send-draft-link";
import { distinctHashOf } from "@/services/submit-complaint";
import { submitDraft } from "@/services/submit-draft";
import { sentences } from "./sentences";

const hasReadings = async (draftId: string): Promise<boolean> =>
  (await readingsFor(await filesOf(db(), { draftId }))).readings.size > 0;

const step = z.enum(FILING_STEPS);
const stepForm = z.looseObject({ step, go: z.enum(["next", "back", "keep"]).catch("next") });

/** Leaves a page forwards or backwards. What was typed is kept either way; only going on asks for it to be right. */
export const leaveStep = formAction({ roles: "anyone", schema: stepForm }, async ({ input, now, locale }) => {
  const holder = await draftHolder();
  const draft = await openDraft(db(), holder, now);
  const before = draft?.row.complaintId ? {} : (draft?.data.answers ?? {});
  const faults = input.go === "next" ? faultsOfStep(input.step, { ...before, ...answersOfStep(input.step, input) }, now) : {};
  const done = input.go === "next" && Object.keys(faults).length === 0;
  if (STEP_FIELDS[input.step].length > 0 || done) {
    if (!draft) await allowNewDraft(await headers(), now);
    const { newToken } = await saveDraft(holder, { step: input.step, form: input, locale, done }, now);
    if (newToken) await setDraftCookie(newToken);
  }
  if (!done && input.go === "next") return { status: "error", fieldErrors: await sentences(faults, locale) };
  // What the browser remembers of this page is older than what was just kept.
  revalidatePath(`/${locale}/file/${input.step}`);
  const next = input.go === "keep" ? "keep" : input.go === "back" ? (stepBefore(input.step) ?? "") : stepAfter(input.step);
  // What was read in the files is shown before the next question, when there is anything to read.
  const read = input.step === "evidence" && input.go === "next" && draft && (await hasReadings(draft.row.id));
  redirect(next === "" ? `/${locale}/file` : `/${locale}/file/${read ? "reading" : next}`);
});

/** Files the draft: past the guard, then one complaint, then its receipt. A second click or tab comes to the same receipt. */
export const submitFiling = formAction(
  { roles: "anyone", schema: z.object({ solution: z.string().max(4000).catch("") }) },
  async ({ input, actor, now, locale }) => {
    const holder = await draftHolder();
    const draft = await openDraft(db(), holder, now);
    if (!draft) throw new DomainError("not_found", { message: "draftGone" });
    if (!draft.row.complaintId) {
      const read = readAnswers(draft.data.answers, now);
      if (!read.input) redirect(`/${locale}/file/${stepOfField(Object.keys(read.faults)[0] ?? "")}?fix=1`);
      await guardFiling(
        {
          draftId: draft.row.id,
          network: networkOf(await headers()),
          userId: holder.userId,
          solution: input.solution,
          draftBegun: draft.row.createdAt,
          pages: draft.data.visited.length,
          narrative: read.input.narrative,
          contact: distinctHashOf(read.input.contact),
        },
        now,
      );
    }
    const { submitted } = await submitDraft({ ...actor, email: holder.email }, holder, locale, now);
    if (!submitted) redirect(`/${locale}/file/check`);
    await setReceiptCookie(submitted.row.reference, submitted.secret);
    redirect(`/${locale}/receipt/${submitted.row.reference}`);
  },
);

/** Throws a draft away, files and all, and begins again. */
export const beginAgain = formAction({ roles: "anyone", schema: z.object({}) }, async ({ now, locale }) => {
  await forgetDraft(await draftHolder(), now);
  redirect(`/${locale}/file/company`);
});

/** Opens a draft on this device with its code. Ten tries an hour from one network. */
export const resumeDraft = formAction(
  { roles: "anyone", schema: z.object({ code: z.string().max(100) }) },
  async ({ input, now, locale }) => {
    await allowAttempt(db(), ["resume-draft", networkOf(await headers())], { max: 10, windowSeconds: 3600, now });
    const token = readDraftToken(input.code);
    const draft = token ? await openDraft(db(), { token }, now) : null;
    if (!token || !draft || draft.row.complaintId)
      throw new DomainError("invalid", { field: "code", message: token ? "draftGone" : "resumeCode" });
    await setDraftCookie(token);
    redirect(`/${locale}/file/${draft.step}`);
  },
);

/** Sends the link that opens the draft to an address. Three an hour for a draft. */
export const mailDraftLink = formAction(
  { roles: "anyone", schema: z.object({ email: z.string().refine((typed) => readEmail(typed) !== null, "email") }) },
  async ({ input, now, locale }) => {
    const { token } = await draftHolder();
    if (!token) throw new DomainError("not_found", { message: "draftGone" });
    await sendDraftLink(
      { token, to: readEmail(input.email) ?? "", locale, link: `${env().PUBLIC_URL}/${locale}/file/resume#${token}` },
      now,
    );
    return { result: { sent: "yes" } };
  },
);
