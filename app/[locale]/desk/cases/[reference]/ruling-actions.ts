"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { actionLocale } from "@/app/_server/action";
import { isDatabaseGone } from "@/app/_server/faults";
import { requireActor } from "@/app/_server/session";
import { db } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import { isDomainError } from "@/domain/errors";
import { REDACTION_TYPES } from "@/domain/redaction";
import { confirmRedaction } from "@/services/confirm-redaction";
import { draftReview, signReview } from "@/services/decide-review";
import { checkRectification } from "@/services/rectify";
import { returnRuling } from "@/services/return-ruling";
import { rulingDraftInput } from "@/services/ruling-input";
import { saveRulingDraft } from "@/services/save-ruling-draft";
import { sendDraft } from "@/services/send-draft";
import { signRuling } from "@/services/sign-ruling";
import { deskAction, sayRefusal } from "../../_server/desk-action";

const reference = z.string().regex(/^\d{4}-\d{4}-\d{4,8}$/, "invalid");

/** `base` is the version just written; the next save must come from it. `retry`: nothing is wrong with what was written. */
export type Saved = { ok: true; base: string } | { ok: false; words: string; retry: boolean };

/** Saves the working draft as one writes. Answers instead of throwing, so that the page keeps what was written whatever happens. */
export async function saveDraft(input: unknown): Promise<Saved> {
  const locale = await actionLocale();
  const t = await getTranslations({ locale, namespace: "errors" });
  const parsed = rulingDraftInput.safeParse(input);
  if (!parsed.success) {
    const message = parsed.error.issues[0]?.message ?? "invalid";
    return { ok: false, words: t.has(message as "invalid") ? t(message as "invalid") : t("invalid"), retry: false };
  }
  try {
    const actor = await requireActor(["officer"], locale);
    const now = await portalNow(db());
    await saveRulingDraft(actor, parsed.data, now);
    refresh();
    return { ok: true, base: now.toISOString() };
  } catch (error) {
    if (isDatabaseGone(error)) return { ok: false, words: t("unavailable"), retry: true };
    if (!isDomainError(error)) throw error;
    if (error.code === "conflict") {
      const desk = await getTranslations({ locale, namespace: "desk.ruling" });
      return { ok: false, words: desk("conflict"), retry: false };
    }
    const actor = await requireActor(["officer"], locale);
    return { ok: false, words: await sayRefusal(actor, parsed.data.reference, error, locale), retry: false };
  }
}

/** Sends the draft to both sides; what is still missing is named by clause. */
export const sendToBoth = deskAction(
  z.object({ reference }),
  async ({ actor, input, now, locale }) => {
    try {
      await sendDraft(actor, input.reference, now);
    } catch (error) {
      if (!isDomainError(error)) throw error;
      if (error.details.field === "title") {
        const missing = await getTranslations({ locale, namespace: "desk.ruling" });
        return { status: "error", formError: missing("titleMissing") };
      }
      if (typeof error.details.clause !== "string") throw error;
      const [t, errors] = await Promise.all([
        getTranslations({ locale, namespace: "desk.ruling" }),
        getTranslations({ locale, namespace: "errors" }),
      ]);
      return { status: "error", formError: t("clauseError", { clause: error.details.clause, words: errors(error.code) }) };
    }
    return undefined;
  },
  ["officer"],
);

const json = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue({ code: "custom", message: "invalid" });
    return z.NEVER;
  }
});
const spans = json.pipe(
  z.record(
    z.string().max(80),
    z.array(z.object({ start: z.int().min(0), end: z.int().min(1), type: z.enum(REDACTION_TYPES) })).max(200),
  ),
);
const seen = json.pipe(z.record(z.string().max(80), z.string()));

/** Confirms what is hidden in the texts that will be public, as they stood on the page. */
export const confirmHidden = deskAction(z.object({ reference, spans, seen }), async ({ actor, input, now }) => {
  await confirmRedaction(actor, input, now);
  return undefined;
});

/** The supervisor signs: published at once, marked not yet final. */
export const sign = deskAction(
  z.object({ reference }),
  async ({ actor, input, now }) => {
    const { number } = await signRuling(actor, input.reference, now);
    return { result: { number } };
  },
  ["supervisor"],
);

/** The supervisor sends the draft back. */
export const giveBack = deskAction(
  z.object({ reference, reason: z.string().trim().min(1, "missing_reason").max(2000, "tooLong") }),
  async ({ actor, input, now }) => {
    await returnRuling(actor, input, now);
    return undefined;
  },
  ["supervisor"],
);

/** An officer who took no part proposes the outcome of a review. */
export const proposeReview = deskAction(
  z.object({
    reference,
    result: z.enum(["upheld", "annulled"], "chooseResult"),
    reason: z.string().trim().min(1, "missing_reason").max(2000, "tooLong"),
  }),
  async ({ actor, input, now }) => {
    await draftReview(actor, input, now);
    return undefined;
  },
  ["officer"],
);

/** A second person signs the proposed outcome. */
export const signProposed = deskAction(z.object({ reference }), async ({ actor, input, now }) => {
  await signReview(actor, input.reference, now);
  return undefined;
});

/** The desk accepts or rejects a report on a rectification. */
export const checkReport = deskAction(
  z.object({
    reference,
    findingId: z.uuid("invalid"),
    result: z.enum(["accepted", "rejected"], "chooseResult"),
    note: z.string().trim().max(2000, "tooLong").default(""),
  }),
  async ({ actor, input, now }) => {
    await checkRectification(actor, input, now);
    return undefined;
  },
  ["officer"],
);
