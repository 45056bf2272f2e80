"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { formAction } from "@/app/_server/action";
import type { FormState } from "@/components/form-state";
import { answerAgreement, proposeAgreement } from "@/services/agree";
import { answerSupplement, extendSupplement, reopenComplaint } from "@/services/answer-supplement";
import { changeConsent } from "@/services/change-consent";
import { commentOnDraft } from "@/services/comment-on-draft";
import { answerRectification } from "@/services/rectify";
import { requestRecords } from "@/services/request-records";
import { requestReview } from "@/services/request-review";
import { withdrawComplaint } from "@/services/withdraw-complaint";

const reference = z.string().max(40);
const words = (max: number) => z.string().trim().min(1, "required").max(max, "tooLong");
type Act = (previous: FormState, data: FormData) => Promise<FormState>;
/** The page shows what has happened once the action is through. */
const shown = (): undefined => {
  revalidatePath("/[locale]/track/[reference]", "page");
  return undefined;
};

const supplement: Act = formAction(
  { roles: "case", schema: z.object({ reference, answer: words(5000) }) },
  async ({ actor, input, now }) => {
    await answerSupplement(actor, input, now);
    return shown();
  },
);
export async function sendSupplement(previous: FormState, data: FormData) {
  return supplement(previous, data);
}

const more: Act = formAction({ roles: "case", schema: z.object({ reference }) }, async ({ actor, input, now }) => {
  await extendSupplement(actor, input.reference, now);
  return shown();
});
export async function askForMoreTime(previous: FormState, data: FormData) {
  return more(previous, data);
}

const reopen: Act = formAction({ roles: "case", schema: z.object({ reference }) }, async ({ actor, input, now }) => {
  await reopenComplaint(actor, input.reference, now);
  return shown();
});
export async function reopenCase(previous: FormState, data: FormData) {
  return reopen(previous, data);
}

const withdraw: Act = formAction(
  { roles: "case", schema: z.object({ reference, sure: z.literal("yes", "tickFirst") }) },
  async ({ actor, input, now }) => {
    await withdrawComplaint(actor, input.reference, now);
    return shown();
  },
);
export async function withdrawCase(previous: FormState, data: FormData) {
  return withdraw(previous, data);
}

const comment: Act = formAction(
  { roles: "case", schema: z.object({ reference, body: z.string().trim().max(5000, "tooLong") }) },
  async ({ actor, input, now }) => {
    await commentOnDraft(actor, input, now);
    return shown();
  },
);
export async function sendComment(previous: FormState, data: FormData) {
  return comment(previous, data);
}

const review: Act = formAction(
  { roles: "case", schema: z.object({ reference, reason: words(5000) }) },
  async ({ actor, input, now }) => {
    await requestReview(actor, input, now);
    return shown();
  },
);
export async function askForReview(previous: FormState, data: FormData) {
  return review(previous, data);
}

const mended: Act = formAction(
  { roles: "case", schema: z.object({ reference, findingId: z.uuid(), confirmed: z.enum(["yes", "no"]) }) },
  async ({ actor, input, now }) => {
    await answerRectification(
      actor,
      { reference: input.reference, findingId: input.findingId, confirmed: input.confirmed === "yes" },
      now,
    );
    return shown();
  },
);
export async function answerMended(previous: FormState, data: FormData) {
  return mended(previous, data);
}

const consent: Act = formAction(
  {
    roles: "case",
    schema: z.object({ reference, kind: z.enum(["share_with_company", "publish_words"]), given: z.enum(["yes", "no"]) }),
  },
  async ({ actor, input, now }) => {
    await changeConsent(actor, { reference: input.reference, kind: input.kind, given: input.given === "yes" }, now);
    return shown();
  },
);
export async function setConsent(previous: FormState, data: FormData) {
  return consent(previous, data);
}

const kind = z.enum(["settlement", "mediation"]);
const proposal: Act = formAction(
  { roles: "case", schema: z.object({ reference, kind, terms: words(2000) }) },
  async ({ actor, input, now }) => {
    await proposeAgreement(actor, input, now);
    return shown();
  },
);
export async function propose(previous: FormState, data: FormData) {
  return proposal(previous, data);
}

const consentTo: Act = formAction(
  { roles: "case", schema: z.object({ reference, kind, agreed: z.enum(["yes", "no"]) }) },
  async ({ actor, input, now }) => {
    await answerAgreement(actor, { ...input, agreed: input.agreed === "yes" }, now);
    return shown();
  },
);
export async function answerProposal(previous: FormState, data: FormData) {
  return consentTo(previous, data);
}

const records: Act = formAction(
  { roles: "case", schema: z.object({ reference, what: words(1000) }) },
  async ({ actor, input, now }) => {
    await requestRecords(actor, input, now);
    return shown();
  },
);
export async function askForRecords(previous: FormState, data: FormData) {
  return records(previous, data);
}
