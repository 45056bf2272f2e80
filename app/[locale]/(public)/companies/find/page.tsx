import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/field";
import { LocalLink } from "@/components/ui/local-link";
import { EmptyState } from "@/components/ui/notice";
import { Page, PageHead } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import { readDb } from "@/db/client";
import { suggestCompanies } from "@/db/queries/companies";
import { companyName } from "../../_components/published-row";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("companies"))("find"), robots: { index: false } };
}

/** Companies by name, alias or either script. */
export default async function FindCompanyPage({ searchParams }: { searchParams: Promise<{ q?: string | string[] }> }) {
  const { q } = await searchParams;
  const typed = (Array.isArray(q) ? q[0] : q)?.slice(0, 100).trim() ?? "";
  const locale = await getLocale();
  const t = await getTranslations("companies");
  const found = typed === "" ? [] : await suggestCompanies(readDb(), typed, 30);
  return (
    <Page width="ask">
      <PageHead title={t("find")} />
      <form method="get" className="mt-4">
        <TextInput
          name="q"
          type="search"
          label={t("findLabel")}
          defaultValue={typed}
          beside={<Button kind="plain">{t("findButton")}</Button>}
        />
      </form>
      <div className="mt-8">
        {typed !== "" && found.length === 0 && <EmptyState looked={t("notFound", { typed })} meaning={t("notFoundMeans")} />}
        <ul>
          {found.map((c) => (
            <li key={c.id} className="flex flex-wrap justify-between gap-x-6 hair-b py-2.5">
              <LocalLink href={`${PLACES.companies}/${c.slug}`}>{companyName(c, locale)}</LocalLink>
              <LocalLink href={`${PLACES.companies}/${c.slug}/human`}>{t("human")}</LocalLink>
            </li>
          ))}
        </ul>
      </div>
    </Page>
  );
}
