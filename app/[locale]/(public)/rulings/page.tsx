import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { RulingList } from "@/components/case/ruling-row";
import { Button } from "@/components/ui/button";
import { Select, TextInput } from "@/components/ui/field";
import { EmptyState } from "@/components/ui/notice";
import { Page, PageHead, Section } from "@/components/ui/page";
import { Pagination } from "@/components/ui/pagination";
import { readDb } from "@/db/client";
import { listRulings } from "@/db/queries/public-record";
import { CLAUSE_IDS, clauseKey } from "@/domain/clauses";
import { SECTORS } from "@/domain/company-register";
import { OUTCOMES } from "@/domain/findings";
import { PublishedRow } from "../_components/published-row";

export const dynamic = "force-dynamic";
const PER_PAGE = 20;

type Search = Promise<Record<string, string | string[] | undefined>>;
const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)?.slice(0, 100) || undefined;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rulings"))("title") };
}

/** Published rulings: words, company, clause, sector and outcome stand in the address; works without JavaScript. */
export default async function RulingsPage({ searchParams }: { searchParams: Search }) {
  const search = await searchParams;
  const locale = await getLocale();
  const t = await getTranslations("rulings");
  const clause = await getTranslations("clauses");
  const sector = await getTranslations("sectors");
  const outcome = await getTranslations("findings");
  const filter = {
    words: one(search.q),
    companySlug: one(search.company),
    clause: one(search.clause),
    sector: one(search.sector),
    outcome: one(search.outcome),
  };
  const page = Math.max(1, Math.min(10_000, Number(one(search.page)) || 1));
  const { items, total } = await listRulings(readDb(), filter, { limit: PER_PAGE, offset: (page - 1) * PER_PAGE });
  const kept = new URLSearchParams(
    Object.entries({
      q: filter.words,
      company: filter.companySlug,
      clause: filter.clause,
      sector: filter.sector,
      outcome: filter.outcome,
    }).flatMap(([k, v]) => (v ? [[k, v]] : [])),
  );
  const asked = kept.size > 0;
  return (
    <Page>
      <PageHead title={t("title")} lead={t("lead")} />
      <form
        method="get"
        action={`/${locale}/rulings`}
        className="mt-6 grid items-end gap-4 wide:grid-cols-[minmax(0,2fr)_repeat(3,minmax(0,1fr))_auto]"
      >
        <TextInput name="q" type="search" label={t("words")} defaultValue={filter.words ?? ""} />
        <Select
          name="clause"
          label={t("clause")}
          empty={t("any")}
          defaultValue={filter.clause ?? ""}
          options={CLAUSE_IDS.map((id) => ({ value: id, label: `${id} ${clause(`${clauseKey(id)}.title`)}` }))}
        />
        <Select
          name="sector"
          label={t("sector")}
          empty={t("any")}
          defaultValue={filter.sector ?? ""}
          options={SECTORS.map((id) => ({ value: id, label: sector(id) }))}
        />
        <Select
          name="outcome"
          label={t("outcome")}
          empty={t("any")}
          defaultValue={filter.outcome ?? ""}
          options={OUTCOMES.map((id) => ({ value: id, label: outcome(id) }))}
        />
        {filter.companySlug && <input type="hidden" name="company" value={filter.companySlug} />}
        <Button>{t("search")}</Button>
      </form>
      <Section title={asked ? t("found", { n: total }) : t("all", { n: total })} note={t("listNote")} close>
        {items.length === 0 ? (
          <EmptyState
            looked={filter.words ? t("nothing", { words: filter.words }) : t("nothingHere")}
            meaning={t("nothingMeans")}
          />
        ) : (
          <RulingList>
            {items.map((item) => (
              <PublishedRow key={item.number} item={item} />
            ))}
          </RulingList>
        )}
        <Pagination
          page={page}
          pages={Math.ceil(total / PER_PAGE)}
          hrefTemplate={`/rulings?${kept.size > 0 ? `${kept}&` : ""}page={page}`}
        />
      </Section>
    </Page>
  );
}
