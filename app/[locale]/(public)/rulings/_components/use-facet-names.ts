import { useLocale, useTranslations } from "next-intl";
import { clauseKey, isClauseId } from "@/domain/clauses";
import { nameIn } from "@/domain/company-register";
import type { Facet } from "@/domain/search/columns";

type Names = ReadonlyMap<string, { name: string; nameHant: string; nameEn: string }>;

/** Names of facet values in the reader's language; what nobody knows stands as it was written in the address. */
export function useFacetNames(companies: Names): (facet: Facet, value: string) => string {
  const locale = useLocale();
  const spaces = {
    sector: useTranslations("sectors"),
    tier: useTranslations("tiers"),
    outcome: useTranslations("findings"),
    channel: useTranslations("channels"),
    group: useTranslations("search.group"),
  };
  const clauses = useTranslations("clauses");
  return (facet, value) => {
    if (facet === "year") return value;
    if (facet === "company") {
      const company = companies.get(value);
      return company ? nameIn(company, locale) : value;
    }
    if (facet === "clause") return isClauseId(value) ? `${value} ${clauses(`${clauseKey(value)}.title`)}` : value;
    const words = spaces[facet] as unknown as { (key: string): string; has(key: string): boolean };
    return words.has(value) ? words(value) : value;
  };
}
