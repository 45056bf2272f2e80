"use server";

import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { formAction } from "@/app/_server/action";
import { formatDay, formatInstant } from "@/components/format";
import { inFours } from "@/domain/case-number";
import type { DraftAnswers } from "@/domain/filing";
import { LOCALES } from "@/platform/i18n/routing";
import { readAnswers } from "@/services/read-answers";
import { submitComplaint } from "@/services/submit-complaint";

const text = z.string().default("");
const list = z.array(z.string()).default([]);

/** As typed; what is wrong is said field by field when it is read as a complaint. */
const typed = z.object({
  key: z.uuid("invalid"),
  seed: z.string().regex(/^[0-9a-f]{64}$/, "invalid"),
  origin: z.enum(["phone", "paper"]).or(z.literal("")).default(""),
  letters: z.enum(LOCALES).default("zh-Hans"),
  companyName: text,
  situations: list,
  channel: text,
  occurredOn: text,
  humanRequests: text,
  waitMinutes: text,
  waitSeconds: text,
  reachedHuman: text,
  menuDepth: text,
  interruptions: text,
  loopback: text,
  sameReplyRepeated: text,
  promisedText: text,
  promisedBy: text,
  lossYuan: text,
  narrative: text,
  wantsKinds: list,
  wants: text,
  filedFor: text,
  filedForName: text,
  priorityGroup: text,
  name: text,
  email: text,
  phone: text,
  postal: text,
  consents: list,
});

/**
 * Takes a complaint in that came by phone or on paper. Sending twice makes one complaint. Answers what stands in the letter: the secret is
 * shown here once and never again.
 */
export const takeIn = formAction(
  { roles: ["officer"], schema: typed, secret: ["key", "seed"] },
  async ({ actor, input, now, locale }) => {
    const { key, seed, origin, letters, ...answers } = input;
    const read = readAnswers(answers as DraftAnswers, now, true);
    if (!read.input || origin === "") {
      const t = await getTranslations({ locale, namespace: "errors" });
      const say = (code: string) => (t.has(code as "invalid") ? t(code as "invalid") : t("invalid"));
      const faults = { ...(origin === "" ? { origin: "required" } : {}), ...read.faults };
      const fieldErrors = Object.fromEntries(Object.entries(faults).map(([field, code]) => [field, say(code)]));
      return { status: "error", fieldErrors };
    }
    const { row, secret } = await submitComplaint(actor, read.input, { key, seed, origin, locale: letters }, now);
    return {
      result: {
        reference: row.reference,
        secret: inFours(secret),
        company: row.companyNameTyped,
        name: read.input.contact.name ?? "",
        postal: read.input.contact.postal ?? "",
        filed: formatInstant(row.filedAt, letters),
        due: row.acceptanceDue ? formatDay(row.acceptanceDue, letters, "full") : "",
        narrative: read.input.narrative,
        letters,
      },
    };
  },
);
