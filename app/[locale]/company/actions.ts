"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/app/_server/action";
import { holdService } from "@/app/_server/company-actor";
import type { FormState } from "@/components/form-state";
import { db } from "@/db/client";
import { readReference } from "@/domain/case-number";
import { CHECK_NUMBER, STATEMENT_MAX } from "@/domain/special-check";
import { answerAgreement, proposeAgreement } from "@/services/agree";
import { commentOnDraft } from "@/services/comment-on-draft";
import { allowAttempt } from "@/services/limit-attempts";
import { openServiceLink, renewServiceLink } from "@/services/open-service-link";
import { reportRectification } from "@/services/rectify";
import { PUBLIC_REPLY_MAX, replyToCase } from "@/services/reply-to-case";
import { deliverRecords } from "@/services/request-records";
import { requestReview } from "@/services/request-review";
import { stateOnCheck } from "@/services/state-on-check";

const reference = z.string().max(40);
const words = (max: number) => z.string().trim().min(1, "required").max(max, "tooLong");
type Act = (previous: FormState, data: FormData) => Promise<FormState>;
/** The page shows what has happened once the action is through. */
const shown = (): undefined => {
  revalidatePath("/[locale]/company", "layout");
  return undefined;
};

const answer: Act = formAction(
  { roles: "company_case", schema: z.object({ reference, body: words(10_000) }) },
  async ({ actor, input, now }) => {
    await replyToCase(actor, { ...input, kind: "answer" }, now);
    return shown();
  },
);
export async function sendAnswer(previous: FormState, data: FormData) {
  return answer(previous, data);
}

const reply: Act = formAction(
  {
    roles: "company_case",
    schema: z.object({ reference, body: words(10_000), publicBody: z.string().trim().max(PUBLIC_REPLY_MAX, "tooLong") }),
  },
  async ({ actor, input, now }) => {
    await replyToCase(actor, { ...input, kind: "reply" }, now);
    return shown();
  },
);
export async function sendReply(previous: FormState, data: FormData) {
  return reply(previous, data);
}

const comment: Act = formAction(
  { roles: "company_case", schema: z.object({ reference, body: z.string().trim().max(5000, "tooLong") }) },
  async ({ actor, input, now }) => {
    await commentOnDraft(actor, input, now);
    return shown();
  },
);
export async function sendComment(previous: FormState, data: FormData) {
  return comment(previous, data);
}

const report: Act = formAction(
  { roles: "company_case", schema: z.object({ reference, findingId: z.uuid(), body: words(5000) }) },
  async ({ actor, input, now }) => {
    await reportRectification(actor, input, now);
    return shown();
  },
);
export async function sendReport(previous: FormState, data: FormData) {
  return report(previous, data);
}

const review: Act = formAction(
  { roles: "company_case", schema: z.object({ reference, reason: words(5000) }) },
  async ({ actor, input, now }) => {
    await requestReview(actor, input, now);
    return shown();
  },
);
export async function askForReview(previous: FormState, data: FormData) {
  return review(previous, data);
}

const open: Act = formAction(
  { roles: "anyone", schema: z.object({ token: z.string().max(80) }), secret: ["token"] },
  async ({ input, now, locale }) => {
    const service = await openServiceLink(input.token, now);
    await holdService(service.id);
    redirect(`/${locale}/company/cases/${service.reference}`);
  },
);
export async function openLink(previous: FormState, data: FormData) {
  return open(previous, data);
}

const renew: Act = formAction({ roles: "anyone", schema: z.object({ reference: words(60) }) }, async ({ input, now }) => {
  const asked = readReference(input.reference) ?? input.reference;
  await allowAttempt(db(), ["service-link", asked], { max: 4, windowSeconds: 3600, now });
  await renewServiceLink(asked);
  return undefined;
});
export async function sendNewLink(previous: FormState, data: FormData) {
  return renew(previous, data);
}

const kind = z.enum(["settlement", "mediation"]);
const proposal: Act = formAction(
  { roles: "company_case", schema: z.object({ reference, kind, terms: words(2000) }) },
  async ({ actor, input, now }) => {
    await proposeAgreement(actor, input, now);
    return shown();
  },
);
export async function propose(previous: FormState, data: FormData) {
  return proposal(previous, data);
}

const consentTo: Act = formAction(
  { roles: "company_case", schema: z.object({ reference, kind, agreed: z.enum(["yes", "no"]) }) },
  async ({ actor, input, now }) => {
    await answerAgreement(actor, { ...input, agreed: input.agreed === "yes" }, now);
    return shown();
  },
);
export async function answerProposal(previous: FormState, data: FormData) {
  return consentTo(previous, data);
}

const records: Act = formAction(
  { roles: "company_case", schema: z.object({ reference, requestId: z.uuid(), answer: words(5000) }) },
  async ({ actor, input, now }) => {
    await deliverRecords(actor, input, now);
    return shown();
  },
);
export async function sendRecords(previous: FormState, data: FormData) {
  return records(previous, data);
}

const statement: Act = formAction(
  {
    roles: ["company"],
    schema: z.object({ number: z.string().regex(CHECK_NUMBER, "invalid"), statement: words(STATEMENT_MAX) }),
  },
  async ({ actor, input, now }) => {
    await stateOnCheck(actor, input, now);
    return shown();
  },
);
export async function sendStatement(previous: FormState, data: FormData) {
  return statement(previous, data);
}
