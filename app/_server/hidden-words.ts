import { getTranslations } from "next-intl/server";
import type { Replacements } from "@/domain/redaction";
import { REDACTION_TYPES } from "@/domain/redaction/types";

/** The record keeps marks where something is hidden; readers see what kind of thing stood there, in their language. */
export async function hiddenWords(locale: string): Promise<Replacements> {
  const hidden = await getTranslations({ locale, namespace: "redaction.hidden" });
  return Object.fromEntries(REDACTION_TYPES.map((type) => [type, hidden(type)])) as Replacements;
}
