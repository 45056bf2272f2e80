import { getLocale, getTranslations } from "next-intl/server";
import { formatDay } from "@/components/format";
import type { Actor } from "@/domain/actors";
import { checkAction } from "@/domain/case-checks";
import { isDay } from "@/domain/day";
import { isDomainError } from "@/domain/errors";
import type { DeskCase } from "./desk-case";

type Signable = Pick<DeskCase, "snapshot" | "calendar" | "now"> & { work: { redactionOpen: number } };

/** Why a draft cannot be signed by this person now, in a sentence; null when it can. The same checks as signing itself makes. */
export async function whyNotSigned(file: Signable, actor: Actor): Promise<string | null> {
  const [t, errors, locale] = await Promise.all([getTranslations("desk.sign.not"), getTranslations("errors"), getLocale()]);
  try {
    checkAction("sign_ruling", file.snapshot, { actor, now: file.now, calendar: file.calendar });
  } catch (error) {
    if (!isDomainError(error)) throw error;
    if (error.code === "same_person") return t("samePerson");
    const { due, clock } = error.details;
    if (error.code === "too_early" && typeof due === "string" && isDay(due))
      return t(clock === "company_reply" ? "replyRuns" : "commentsRun", { day: formatDay(due, locale, "weekday") });
    return errors(error.code);
  }
  return file.work.redactionOpen > 0 ? t("redaction", { n: file.work.redactionOpen }) : null;
}
