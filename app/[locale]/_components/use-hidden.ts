import { useTranslations } from "next-intl";
import { inWords, type Replacements } from "@/domain/redaction/redact";
import { REDACTION_TYPES } from "@/domain/redaction/types";

/** Says a text of the record with its marks in the reader's words; for components that do not wait. */
export function useHidden(): (text: string) => string {
  const hidden = useTranslations("redaction.hidden");
  const words = Object.fromEntries(REDACTION_TYPES.map((type) => [type, hidden(type)])) as Replacements;
  return (text) => inWords(text, words);
}
