import { getTranslations } from "next-intl/server";
import type { Locale } from "@/platform/i18n/routing";
import type { AnswerFaults } from "@/services/read-answers";

/** Keys of faults as sentences in the reader's language. */
export async function sentences(faults: AnswerFaults, locale: Locale): Promise<Record<string, string>> {
  const t = await getTranslations({ locale, namespace: "errors" });
  return Object.fromEntries(Object.entries(faults).map(([field, key]) => [field, t.has(key) ? t(key) : t("invalid")]));
}
