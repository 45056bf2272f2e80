import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DateText } from "@/components/ui/date-text";
import { LocalLink } from "@/components/ui/local-link";
import { Page, PageHead } from "@/components/ui/page";
import { Pagination } from "@/components/ui/pagination";
import { PLACES } from "@/components/ui/places";
import { readDb } from "@/db/client";
import { companiesIn, sectorSizes } from "@/db/queries/public-companies";
import { isSector } from "@/domain/company-register";
import { leagueLines } from "@/domain/score/league-lines";
import { languageLinks } from "../../../_components/language-links";
import { SectorLeague } from "../../_components/sector-league";

export const dynamic = "force-dynamic";
const PER_PAGE = 50;

type Props = {
  params: Promise<{ locale: string; sector: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { sector, locale } = await params;
  if (!isSector(sector)) return {};
  const [t, sectors] = await Promise.all([getTranslations("companies"), getTranslations("sectors")]);
  return {
    title: `${sectors(sector)} · ${t("title")}`,
    alternates: languageLinks(`${PLACES.companies}/sectors/${sector}`, locale),
  };
}

/** One sector in parts: places and brackets are those of the whole sector; the address holds which part. */
export default async function SectorPage({ params, searchParams }: Props) {
  const [{ sector }, asked] = await Promise.all([params, searchParams]);
  if (!isSector(sector)) notFound();
  const [t, sectors] = await Promise.all([getTranslations("companies"), getTranslations("sectors")]);
  const [{ asOf }, companies] = await Promise.all([sectorSizes(readDb()), companiesIn(readDb(), [sector])]);
  const lines = leagueLines(companies);
  const pages = Math.max(1, Math.ceil(lines.length / PER_PAGE));
  const page = Math.max(1, Math.min(pages, Number.parseInt(String([asked.page ?? "1"].flat()[0]), 10) || 1));
  return (
    <Page>
      <PageHead
        kicker={
          <>
            <LocalLink href={PLACES.companies}>{t("title")}</LocalLink>
            {asOf && (
              <span className="ml-4">
                {t("asOf")} <DateText day={asOf} form="date" />
              </span>
            )}
          </>
        }
        title={sectors(sector)}
        lead={t("sectorNote", { n: companies.length })}
      />
      <section className="mt-8">
        <h2 className="sr-only">{t("sectorList")}</h2>
        <SectorLeague lines={lines.slice((page - 1) * PER_PAGE, page * PER_PAGE)} />
        <Pagination page={page} pages={pages} hrefTemplate={`${PLACES.companies}/sectors/${sector}?page={page}`} />
      </section>
      <p className="mt-8 text-small">
        <LocalLink href={PLACES.method}>{t("method")}</LocalLink>
      </p>
    </Page>
  );
}
