import { useTranslations } from "next-intl";
import { clauseKey } from "@/domain/clauses";
import type { Suggestion, SuggestionReason } from "@/domain/suggest-clauses";

type Words<Namespace extends "desk.peek.reason" | "situations"> = ReturnType<typeof useTranslations<Namespace>>;

/** Why a clause is suggested, in words: the fact against its limit, the situation that was chosen. */
export const reasonWords =
  (t: Words<"desk.peek.reason">, situation: Words<"situations">) =>
  (reason: SuggestionReason): string =>
    reason.kind === "situation"
      ? t("situation", { title: situation(`${reason.situation}.title`) })
      : t(reason.fact, { value: reason.value ?? 0, limit: reason.limit ?? 0 });

/** `reasonWords` in the page's language. */
export function useReason(): (reason: SuggestionReason) => string {
  return reasonWords(useTranslations("desk.peek.reason"), useTranslations("situations"));
}

/** Suggested clauses, each with its reasons, and that a suggestion is not a finding. `alleged`: clauses the complaint names already. */
export function SuggestionReasons({
  suggestions,
  alleged,
  most = 3,
}: {
  suggestions: readonly Suggestion[];
  alleged: readonly string[];
  most?: number;
}) {
  const t = useTranslations("desk.peek");
  const clauses = useTranslations("clauses");
  const say = useReason();
  if (suggestions.length === 0) return <p>{t("noHints")}</p>;
  return (
    <>
      <ul className="grid gap-1">
        {suggestions.slice(0, most).map((s) => (
          <li key={s.clause}>
            <b className="font-medium text-ink" title={clauses(`${clauseKey(s.clause)}.rule`)}>
              {t(alleged.includes(s.clause) ? "why" : "also", {
                clause: `${s.clause} ${clauses(`${clauseKey(s.clause)}.title`)}`,
              })}
            </b>{" "}
            {s.reasons.map(say).join(t("comma"))}
          </li>
        ))}
      </ul>
      <p className="mt-1">{t("notFinding")}</p>
    </>
  );
}
