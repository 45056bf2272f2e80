import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { FollowLinks } from "@/components/ui/follow-links";
import { LocalLink } from "@/components/ui/local-link";
import { Page, PageHead } from "@/components/ui/page";
import { Pagination } from "@/components/ui/pagination";
import { PLACES } from "@/components/ui/places";
import { readDb } from "@/db/client";
import { findCompany } from "@/db/queries/companies";
import { creditFile } from "@/db/queries/credit-file";
import { nameIn } from "@/domain/company-register";
import { CreditEntries } from "../_components/credit-file";

export const dynamic = "force-dynamic";
const PER_PAGE = 50;

type Props = { params: Promise<{ locale: string; slug: string }>; searchParams: Promise<{ page?: string | string[] }> };

const load = (slug: string) => (/^[a-z0-9-]{1,80}$/.test(slug) ? findCompany(readDb(), { slug }) : null);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, locale } = await params;
  const company = await load(slug);
  if (!company) return {};
  const t = await getTranslations({ locale, namespace: "company.credit" });
  return {
    title: `${t("title")} · ${nameIn(company, locale)}`,
    alternates: { canonical: `/${locale}/companies/${slug}/credit-file` },
  };
}

/** The whole credit file of a company, in order, each entry linked (RULES §6). */
export default async function CreditFilePage({ params, searchParams }: Props) {
  const [{ slug }, asked, locale] = await Promise.all([params, searchParams, getLocale()]);
  const company = await load(slug);
  if (!company) notFound();
  if (company.mergedIntoId) {
    const into = await findCompany(readDb(), { id: company.mergedIntoId });
    if (into) permanentRedirect(`/${locale}${PLACES.companies}/${into.slug}/credit-file`);
  }
  const page = Math.max(1, Math.min(2_000, Number.parseInt(String([asked.page ?? "1"].flat()[0]), 10) || 1));
  const t = await getTranslations("company.credit");
  const { entries, total } = await creditFile(readDb(), company.id, PER_PAGE, (page - 1) * PER_PAGE);
  return (
    <Page>
      <PageHead
        kicker={<LocalLink href={`${PLACES.companies}/${slug}`}>{nameIn(company, locale)}</LocalLink>}
        title={t("title")}
        lead={t("note", { n: total })}
      />
      <section className="mt-8">
        <h2 className="sr-only">{t("entries")}</h2>
        <CreditEntries entries={entries} slug={slug} />
        <Pagination
          page={page}
          pages={Math.ceil(total / PER_PAGE)}
          hrefTemplate={`${PLACES.companies}/${slug}/credit-file?page={page}`}
        />
        <FollowLinks query={`company=${slug}`} />
      </section>
    </Page>
  );
}
