import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { hiddenWords } from "@/app/_server/hidden-words";
import { RulingList } from "@/components/case/ruling-row";
import { formatNumber } from "@/components/format";
import { Button } from "@/components/ui/button";
import { FollowLinks } from "@/components/ui/follow-links";
import { LocalLink } from "@/components/ui/local-link";
import { EmptyState } from "@/components/ui/notice";
import { Page, PageHead, Section } from "@/components/ui/page";
import { Pagination } from "@/components/ui/pagination";
import { PLACES } from "@/components/ui/places";
import { readDb } from "@/db/client";
import { suggestCompanies } from "@/db/queries/companies";
import { findChecks, type PublicCheck } from "@/db/queries/public-special-checks";
import { isClauseId } from "@/domain/clauses";
import { inWords } from "@/domain/redaction";
import { type Asked, readAddress, type Search, searchHref } from "@/domain/search/address";
import { FACETS } from "@/domain/search/columns";
import { CHECK_BEGINS } from "@/domain/special-check";
import { foldText } from "@/platform/fold-text";
import { type SearchResult, searchRulings } from "@/services/search-rulings";
import { CheckRow } from "../_components/check-row";
import { ChosenFilters } from "./_components/chosen-filters";
import { FoundRow } from "./_components/found-row";
import { RulingFacets } from "./_components/ruling-facets";
import { SearchBox } from "./_components/search-box";

export const dynamic = "force-dynamic";
const PER_PAGE = 20;
const CHECKS = 5;

export async function generateMetadata({ searchParams }: { searchParams: Promise<Search> }): Promise<Metadata> {
  const asked = readAddress(await searchParams);
  const t = await getTranslations("rulings");
  const locale = await getLocale();
  const narrowed = asked.words !== "" || Object.keys(asked.filters).length > 0 || asked.page > 1;
  return {
    title: asked.words ? `${asked.words} · ${t("title")}` : t("title"),
    description: t("lead"),
    alternates: { canonical: `/${locale}/rulings` },
    ...(narrowed ? { robots: { index: false, follow: true } } : {}),
  };
}

/** Where nothing was found: what there is without the filters, or without one of the words. */
async function nearest(asked: Asked, result: SearchResult): Promise<{ n: number; word?: string; href: string } | null> {
  const count = async (words: string, filters: Asked["filters"]) =>
    (await searchRulings(readDb(), { words, filters, order: "date", offset: 0, limit: 0 })).total;
  if (Object.keys(asked.filters).length > 0) {
    const n = await count(asked.words, {});
    if (n > 0) return { n, href: searchHref(asked, { filters: {} }) };
  }
  const words = result.query.terms.map((term) => (term.quoted ? `"${term.any[0]}"` : (term.any[0] as string)));
  if (words.length < 2) return null;
  const tries = await Promise.all(
    words.map(async (word, i) => {
      const left = words.filter((_, k) => k !== i).join(" ");
      return { word, n: await count(left, asked.filters), href: searchHref(asked, { words: left }) };
    }),
  );
  const best = tries.toSorted((a, b) => b.n - a.n)[0];
  return best && best.n > 0 ? best : null;
}

/** Special checks that the words name: by number, company, clause, or words of a conclusion. */
async function checksNamed({ words, page, filters }: Asked): Promise<PublicCheck[]> {
  if (words === "" || page > 1 || Object.keys(filters).length > 0) return [];
  if (CHECK_BEGINS.test(words)) return findChecks(readDb(), { number: words }, CHECKS);
  const folded = foldText(words);
  const named = (await suggestCompanies(readDb(), words, 3)).filter((c) =>
    [c.name, c.nameEn, c.alias ?? ""].some((name) => foldText(name).includes(folded)),
  );
  const clause = words.toUpperCase();
  const asked = { companyIds: named.map((c) => c.id), clause: isClauseId(clause) ? clause : null, words };
  return findChecks(readDb(), asked, CHECKS);
}

/** Published rulings: words in either script, phrases, facets with exact numbers; the address holds it all; works without JavaScript. */
export default async function RulingsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const asked = readAddress(await searchParams);
  const locale = await getLocale();
  const t = await getTranslations("search");
  const title = await getTranslations("rulings");
  const hidden = await hiddenWords(locale);
  const say = (text: string) => inWords(text, hidden);
  const [result, checks] = await Promise.all([
    searchRulings(readDb(), { ...asked, offset: (asked.page - 1) * PER_PAGE, limit: PER_PAGE }),
    checksNamed(asked),
  ]);
  const n = formatNumber(result.total);
  const narrowed = asked.words !== "" || Object.keys(asked.filters).length > 0;
  const near = result.total === 0 ? await nearest(asked, result) : null;
  const also = result.query.terms.flatMap((term) => term.any.slice(1)).filter((w) => !/^[a-z ]+s?$/.test(w) || locale === "en");
  return (
    <Page>
      <PageHead title={title("title")} lead={title("lead")} />
      <search>
        <form method="get" action={`/${locale}/rulings`} className="mt-6 max-w-[44em]">
          <label htmlFor="q" className="field-name">
            {t("label")}
          </label>
          <div className="mt-2 flex items-stretch gap-3">
            <SearchBox
              locale={locale}
              typed={asked.words}
              words={{
                label: t("label"),
                placeholder: t("placeholder"),
                suggestions: t("suggestions"),
                company: t("aCompany"),
                clause: t("aClause"),
                check: t("aCheck"),
              }}
            />
            <Button>{t("go")}</Button>
          </div>
          <p id="q-hint" className="mt-2 text-small text-ink-2">
            {t("hint")}
          </p>
          {FACETS.flatMap((facet) =>
            (asked.filters[facet] ?? []).map((value) => (
              <input key={`${facet} ${value}`} type="hidden" name={facet} value={value} />
            )),
          )}
          {asked.order === "date" && asked.words && <input type="hidden" name="order" value="date" />}
        </form>
      </search>
      <ChosenFilters asked={asked} companies={result.companies} />
      {checks.length > 0 && (
        <Section title={t("checks")} note={<LocalLink href={PLACES.specialChecks}>{t("allChecks")}</LocalLink>} close>
          <RulingList>
            {checks.map((check) => (
              <CheckRow key={check.number} check={check} />
            ))}
          </RulingList>
        </Section>
      )}
      <Section
        title={narrowed ? t("found", { n: result.total }) : t("all", { n })}
        note={<RulingFacets asked={asked} result={result} />}
        close
      >
        {asked.words !== "" && result.total > 0 && (
          <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 text-small text-ink-2">
            <span>
              {t("order")}{" "}
              {(["relevance", "date"] as const).map((order) => (
                <LocalLink
                  key={order}
                  href={searchHref(asked, { order })}
                  rel="nofollow"
                  aria-current={result.order === order ? "true" : undefined}
                  className="ml-3 aria-[current]:font-bold aria-[current]:text-ink aria-[current]:no-underline"
                >
                  {t(order === "date" ? "byDate" : "byRelevance")}
                </LocalLink>
              ))}
            </span>
            {also.length > 0 && <span>{t("same", { words: also.slice(0, 5).join(locale === "en" ? ", " : "、") })}</span>}
          </div>
        )}
        {result.hits.length === 0 ? (
          <EmptyState
            looked={asked.words ? t("nothing", { words: asked.words }) : t("nothingHere")}
            nearest={
              near && (
                <LocalLink href={near.href} rel="nofollow">
                  {near.word ? t("nearWord", { word: near.word, n: near.n }) : t("nearFilters", { n: near.n })}
                </LocalLink>
              )
            }
            meaning={t("means")}
          />
        ) : (
          <RulingList>
            {result.hits.map((hit) => (
              <FoundRow key={hit.number} hit={hit} say={say} />
            ))}
          </RulingList>
        )}
        <Pagination
          page={asked.page}
          pages={Math.min(5_000, Math.ceil(result.total / PER_PAGE))}
          hrefTemplate={`${searchHref(asked)}${searchHref(asked).includes("?") ? "&" : "?"}page={page}`}
        />
        <FollowLinks search={searchHref({ ...asked, order: "relevance" }).split("?")[1] ?? ""} />
      </Section>
    </Page>
  );
}
