import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { type Compared, comparedCompanies, compareHref, compareView, MOST_COMPARED } from "@/app/_server/compare-view";
import { portalToday } from "@/app/_server/today";
import { League, type LeagueEntry } from "@/components/charts/league";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/field";
import { LocalLink } from "@/components/ui/local-link";
import { EmptyState } from "@/components/ui/notice";
import { Page, PageHead, Section } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import { readDb } from "@/db/client";
import { suggestCompanies } from "@/db/queries/companies";
import { nameIn } from "@/domain/company-register";
import { overlap } from "@/domain/score/league";
import { CompareTable } from "./_components/compare-table";

export const dynamic = "force-dynamic";

type Search = Promise<{ company?: string | string[]; add?: string | string[] }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("compare"))("title"), robots: { index: false, follow: true } };
}

const named = (one: Compared, locale: string) => nameIn(one.company, locale);

/** What can be told apart and what cannot, of those that have a score. */
function pairs(compared: readonly Compared[], locale: string) {
  const scored = compared.flatMap((one) =>
    one.shown?.lower != null && one.shown.upper != null
      ? [{ name: named(one, locale), score: one.shown.score ?? 0, lower: one.shown.lower, upper: one.shown.upper }]
      : [],
  );
  const all = scored.flatMap((a, i) => scored.slice(i + 1).map((b) => ({ a, b, same: overlap(a, b) })));
  return {
    same: all.filter((p) => p.same).map((p) => ({ a: p.a.name, b: p.b.name })),
    apart: all
      .filter((p) => !p.same)
      .map(({ a, b }) => (a.score > b.score ? { a: a.name, b: b.name } : { a: b.name, b: a.name })),
  };
}

function leagueEntry(one: Compared, locale: string, decided: (n: number) => string): LeagueEntry[] {
  const { shown, company } = one;
  const base = { name: named(one, locale), href: `${PLACES.companies}/${company.slug}` };
  if (shown?.score != null && shown.lower != null && shown.upper != null)
    return [{ ...base, score: shown.score, low: shown.lower, high: shown.upper }];
  return shown?.band ? [{ ...base, bandOnly: shown.band, note: decided(one.score?.decided ?? 0) }] : [];
}

/** Up to four companies side by side; the address holds which. Where intervals meet, it says that nobody can tell who is better. */
export default async function ComparePage({ searchParams }: { searchParams: Search }) {
  const asked = await searchParams;
  const locale = await getLocale();
  const chosen = await comparedCompanies(asked.company);
  const slugs = chosen.map((company) => company.slug);
  const typed = ([asked.add ?? []].flat()[0] ?? "").trim().slice(0, 100);
  const hits = typed === "" ? [] : (await suggestCompanies(readDb(), typed, 8)).filter((hit) => !slugs.includes(hit.slug));
  const [only] = hits;
  const full = slugs.length >= MOST_COMPARED;
  if (only && !full && (hits.length === 1 || [only.name, nameIn(only, locale)].includes(typed)))
    redirect(`/${locale}${compareHref([...slugs, only.slug])}`);
  const t = await getTranslations("compare");
  const companies = await getTranslations("companies");
  const { day: today } = await portalToday(locale);
  const compared = await compareView(chosen, today);
  const { same, apart } = pairs(compared, locale);
  const entries = compared.flatMap((one) => leagueEntry(one, locale, (n) => companies("decided", { n })));
  const unrated = compared.filter((one) => !one.shown || one.shown.grade === "NR");
  const and = (list: { a: string; b: string }[], key: "same" | "apart") =>
    list.map((pair) => t(key, pair)).join(locale === "en" ? " " : "");
  return (
    <Page>
      <PageHead
        title={compared.length > 1 ? t("titleOf", { n: compared.length }) : t("title")}
        lead={t("lead", { n: MOST_COMPARED })}
      />
      <div className="mt-6 grid gap-6 wide:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)]">
        {full ? (
          <p>{t("full", { n: MOST_COMPARED })}</p>
        ) : (
          <form method="get" action={`/${locale}/compare`}>
            {slugs.map((slug) => (
              <input key={slug} type="hidden" name="company" value={slug} />
            ))}
            <TextInput
              name="add"
              type="search"
              label={t("add")}
              hint={companies("findLabel")}
              defaultValue={typed}
              beside={<Button kind="plain">{t("addButton")}</Button>}
            />
          </form>
        )}
        <div className="grid content-start gap-2">
          {typed !== "" && hits.length === 0 && <EmptyState looked={companies("notFound", { typed })} meaning={t("tryAgain")} />}
          {hits.length > 0 && !full && (
            <div>
              <p className="text-small text-ink-2">{t("which")}</p>
              <ul className="flex flex-wrap gap-x-5">
                {hits.map((hit) => (
                  <li key={hit.slug}>
                    <LocalLink href={compareHref([...slugs, hit.slug])} rel="nofollow" className="inline-flex items-center tap">
                      {nameIn(hit, locale)}
                    </LocalLink>
                  </li>
                ))}
              </ul>
            </div>
          )}
          {compared.length > 0 && (
            <div>
              <p className="text-small text-ink-2">{t("chosen")}</p>
              <ul className="flex flex-wrap gap-x-5">
                {compared.map((one) => (
                  <li key={one.company.slug}>
                    <LocalLink
                      href={compareHref(slugs.filter((slug) => slug !== one.company.slug))}
                      rel="nofollow"
                      aria-label={t("remove", { name: named(one, locale) })}
                      className="inline-flex items-center tap"
                    >
                      {named(one, locale)} ×
                    </LocalLink>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </div>
      </div>
      {compared.length > 0 && (
        <>
          <Section
            title={t("scores")}
            note={
              [and(same, "same"), and(apart, "apart")].filter((text) => text !== "").join(locale === "en" ? " " : "") ||
              t("scoresNote")
            }
            close
          >
            {entries.length > 0 && <League groups={[{ title: t("interval"), why: null, bracket: false, entries }]} />}
            {unrated.map((one) => (
              <p key={one.company.slug} className="hair-b py-2">
                <b className="num mr-4">NR</b>
                {t("unrated", { name: named(one, locale) })}
              </p>
            ))}
          </Section>
          <Section title={t("table")} note={t("tableNote")}>
            <CompareTable compared={compared} />
          </Section>
        </>
      )}
    </Page>
  );
}
