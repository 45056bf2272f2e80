import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { ClientWords } from "@/components/ui/client-words";
import { LocalLink } from "@/components/ui/local-link";
import { EmptyState } from "@/components/ui/notice";
import { Page, PageHead } from "@/components/ui/page";
import { localHref } from "@/components/ui/places";
import { db } from "@/db/client";
import { type CompanyRow, findCompany, suggestCompanies } from "@/db/queries/companies";
import { accountsOf, namesHeld } from "@/db/queries/register";
import { nameIn } from "@/domain/company-register";
import { MergeForm } from "./merge-form";
import type { RegisterBase } from "./places";

/** Two steps: which company takes it in (`q`, then `into`), then why, and what moves. */
export async function MergeEntry({
  base,
  slug,
  query,
}: {
  base: RegisterBase;
  slug: string;
  query: { q?: string; into?: string };
}) {
  const [t, locale, company] = await Promise.all([getTranslations("register"), getLocale(), findCompany(db(), { slug })]);
  if (!company || company.mergedIntoId) notFound();
  const name = nameIn(company, locale);
  const into = query.into ? await findCompany(db(), { slug: query.into }) : null;
  const fits = into && !into.mergedIntoId && into.id !== company.id ? into : null;
  return (
    <Page width="ask">
      <PageHead
        kicker={<LocalLink href={`${base}/${slug}`}>{t("form.back", { name })}</LocalLink>}
        title={t("mergePageTitle", { name })}
        lead={t("mergePageLead", { name })}
      />
      <div className="mt-6">
        {fits ? (
          <Confirm base={base} company={company} into={fits} />
        ) : (
          <Find base={base} company={company} typed={(query.q ?? "").trim()} />
        )}
      </div>
    </Page>
  );
}

async function Find({ base, company, typed }: { base: RegisterBase; company: CompanyRow; typed: string }) {
  const [t, sectors, locale] = await Promise.all([getTranslations("register"), getTranslations("sectors"), getLocale()]);
  const path = `${base}/${company.slug}/merge`;
  const hits = (await suggestCompanies(db(), typed || company.name, 9)).filter((hit) => hit.id !== company.id);
  return (
    <div className="grid gap-5">
      <form action={localHref(path, locale)} method="get" className="field">
        <label htmlFor="merge-q" className="field-name">
          {t("mergeFind")}
        </label>
        <span className="input-row">
          <input type="search" id="merge-q" name="q" defaultValue={typed} placeholder={t("search")} className="input" />
          <Button kind="plain">{t("find")}</Button>
        </span>
      </form>
      {hits.length === 0 && typed !== "" && <EmptyState looked={t("none", { typed })} />}
      {hits.length > 0 && (
        <ul className="ink-t">
          {hits.map((hit) => (
            <li key={hit.id} className="flex flex-wrap items-baseline justify-between gap-x-5 py-2.5 hair-b">
              <span>
                <b className="font-medium">{nameIn(hit, locale)}</b>{" "}
                <span className="ml-2 text-ink-2">{sectors.has(hit.sector) ? sectors(hit.sector) : hit.sector}</span>
              </span>
              <LocalLink href={`${path}?into=${hit.slug}`}>{t("mergeChoose")}</LocalLink>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

async function Confirm({ base, company, into }: { base: RegisterBase; company: CompanyRow; into: CompanyRow }) {
  const [t, locale, names, accounts] = await Promise.all([
    getTranslations("register"),
    getLocale(),
    namesHeld(db(), company.id),
    accountsOf(db(), company.id),
  ]);
  const name = nameIn(into, locale);
  return (
    <div className="grid gap-6">
      <section className="ink-t pt-3">
        <h2 className="text-h3">{t("mergeMoves")}</h2>
        <p>
          {t("mergeMovesAliases", { count: names.length })}
          <span className="text-ink-2"> {names.join(locale === "en" ? ", " : "、")}</span>
        </p>
        <p>{t("mergeMovesAccounts", { count: accounts })}</p>
        <p className="mt-2 text-ink-2">{t("mergeStays", { name })}</p>
      </section>
      <ClientWords areas={["register"]}>
        <MergeForm base={base} fromId={company.id} intoId={into.id} intoName={name} again={`${base}/${company.slug}/merge`} />
      </ClientWords>
    </div>
  );
}
