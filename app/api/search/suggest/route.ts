import { type NextRequest, NextResponse } from "next/server";
import { getTranslations } from "next-intl/server";
import { readDb } from "@/db/client";
import { suggestCompanies } from "@/db/queries/companies";
import { findChecks } from "@/db/queries/public-special-checks";
import { CLAUSE_IDS, clauseKey } from "@/domain/clauses";
import { nameIn } from "@/domain/company-register";
import { CHECK_BEGINS } from "@/domain/special-check";
import { foldText } from "@/platform/fold-text";
import { isLocale } from "@/platform/i18n/routing";

/** A company or a clause whose rulings one may be after, or a special check by its number. */
export interface SearchSuggestion {
  readonly kind: "company" | "clause" | "check";
  readonly name: string;
  readonly href: string;
}

const COMPANIES = 5;
const CLAUSES = 4;
const CHECKS = 4;

/** GET ?q=轉人工&locale=en → {"suggestions": [...]}; either script, names of clauses by number or words. Kept for a minute. */
export async function GET(request: NextRequest): Promise<NextResponse> {
  const typed = (request.nextUrl.searchParams.get("q") ?? "").trim().slice(0, 60);
  const asked = request.nextUrl.searchParams.get("locale") ?? "";
  const locale = isLocale(asked) ? asked : "zh-Hans";
  const folded = foldText(typed);
  if (folded === "") return NextResponse.json({ suggestions: [] }, { headers: { "cache-control": "public, max-age=60" } });
  const words = await Promise.all((["zh-Hans", "en"] as const).map((l) => getTranslations({ locale: l, namespace: "clauses" })));
  const own = await getTranslations({ locale, namespace: "clauses" });
  const clauses = CLAUSE_IDS.filter((id) => {
    const key = clauseKey(id);
    return id.toLowerCase().startsWith(folded) || words.some((w) => foldText(w(`${key}.title`)).includes(folded));
  }).slice(0, CLAUSES);
  const companies = await suggestCompanies(readDb(), typed, COMPANIES);
  const checks = CHECK_BEGINS.test(typed) ? await findChecks(readDb(), { number: typed }, CHECKS) : [];
  const suggestions: SearchSuggestion[] = [
    ...checks.map((c) => ({
      kind: "check" as const,
      name: `${c.number} ${nameIn(c.company, locale)}`,
      href: `/${locale}/special-checks/${c.number}`,
    })),
    ...companies.map((c) => ({
      kind: "company" as const,
      name: nameIn(c, locale),
      href: `/${locale}/rulings?company=${c.slug}`,
    })),
    ...clauses.map((id) => ({
      kind: "clause" as const,
      name: `${id} ${own(`${clauseKey(id)}.title`)}`,
      href: `/${locale}/rulings?clause=${id}`,
    })),
  ];
  return NextResponse.json({ suggestions }, { headers: { "cache-control": "public, max-age=60" } });
}
