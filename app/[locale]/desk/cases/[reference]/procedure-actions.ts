"use server";

import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { SIMILAR_WHYS } from "@/db/queries/similar";
import { OUTCOMES, TIERS } from "@/domain/findings";
import { LETTER_KINDS, LETTER_MAX } from "@/domain/letters";
import { proposeAgreement } from "@/services/agree";
import { confirmReviewWords, draftReview } from "@/services/decide-review";
import { linkSimilar } from "@/services/link-similar";
import { putDrafts } from "@/services/put-drafts";
import { recuse } from "@/services/recuse";
import { sendLetter } from "@/services/send-letter";
import { deskAction } from "../../_server/desk-action";

const reference = z.string().regex(/^\d{4}-\d{4}-\d{4,8}$/, "invalid");
const officers = ["officer"] as const;

/** Puts mediation or the terms of a settlement to both sides. */
export const propose = deskAction(
  z.object({
    reference,
    kind: z.enum(["settlement", "mediation"]),
    terms: z.string().trim().min(1, "required").max(2000, "tooLong"),
  }),
  async ({ actor, input, now }) => {
    await proposeAgreement(actor, input, now);
    return undefined;
  },
  officers,
);

/** Steps aside from the case. */
export const stepAside = deskAction(
  z.object({ reference, reason: z.string().trim().min(1, "missing_reason").max(1000, "tooLong") }),
  async ({ actor, input, now }) => {
    await recuse(actor, input, now);
    return undefined;
  },
);

/** Sends a letter to one side. */
export const write = deskAction(
  z.object({
    reference,
    to: z.enum(["complainant", "company"]),
    template: z.enum(LETTER_KINDS),
    body: z.string().trim().min(1, "required").max(LETTER_MAX, "tooLong"),
  }),
  async ({ actor, input, now }) => {
    await sendLetter(actor, input, now);
    return { values: {} };
  },
);

/** Links a complaint that is alike. */
export const link = deskAction(
  z.object({
    reference,
    other: z.string().max(40),
    why: z.enum(SIMILAR_WHYS),
    likeness: z.coerce.number().min(0).max(1).catch(0),
  }),
  async ({ actor, input, now }) => {
    await linkSimilar(actor, input, now);
    return undefined;
  },
);

/** Confirms what the public will read of a review. */
export const confirmWords = deskAction(z.looseObject({ reference }), async ({ actor, input, now }) => {
  const texts = Object.entries(input).flatMap(([key, value]) =>
    key.startsWith("text.") && typeof value === "string" ? [[key.slice(5), value.slice(0, 4000)] as const] : [],
  );
  await confirmReviewWords(actor, { reference: input.reference, texts: Object.fromEntries(texts) }, now);
  return undefined;
});

/** An officer who took no part proposes a ruling changed in some findings. */
export const proposeVaried = deskAction(
  z.looseObject({ reference, reason: z.string().trim().min(1, "missing_reason").max(2000, "tooLong") }),
  async ({ actor, input, now }) => {
    const said = input as Record<string, unknown>;
    const word = (id: string, what: string) => {
      const value = said[`f.${id}.${what}`];
      return typeof value === "string" ? value.trim().slice(0, 4000) : "";
    };
    const ids = Object.keys(said).flatMap((key) => /^f\.([0-9a-f-]{36})\.outcome$/.exec(key)?.[1] ?? []);
    const findings = ids.map((findingId) => ({
      findingId,
      outcome: z.enum(OUTCOMES).parse(word(findingId, "outcome")),
      tier: z
        .enum(TIERS)
        .nullable()
        .parse(word(findingId, "tier") || null),
      facts: word(findingId, "facts"),
      reasons: word(findingId, "reasons"),
    }));
    await draftReview(actor, { reference: input.reference, result: "varied", reason: input.reason, varied: findings }, now);
    return undefined;
  },
  officers,
);

/** Puts this case's draft to others like it, to each as its own; says what became of each. */
export const putToOthers = deskAction(
  z.object({ reference, others: z.array(reference).min(1, "chooseCases").max(50) }),
  async ({ actor, input, now, locale }) => {
    const t = await getTranslations({ locale, namespace: "similar" });
    const done = await putDrafts(actor, input, now);
    const lines = done.map((one) =>
      "why" in one
        ? t("notPut", { reference: one.reference, why: t(`refusal.${one.why}`) })
        : t("putDone", { reference: one.reference, n: one.findings, of: one.of }),
    );
    return { result: { told: lines.join("\n") } };
  },
  officers,
);
