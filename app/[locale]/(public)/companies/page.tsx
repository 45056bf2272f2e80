import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { DateText } from "@/components/ui/date-text";
import { TextInput } from "@/components/ui/field";
import { LocalLink } from "@/components/ui/local-link";
import { Page, PageHead, Section } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import { readDb } from "@/db/client";
import { companiesIn, sectorSizes } from "@/db/queries/public-companies";
import { SECTORS } from "@/domain/company-register";
import { leagueLines } from "@/domain/score/league-lines";
import { SectorLeague } from "./_components/sector-league";

export const revalidate = 60;
/** A sector with more companies has a page of its own, in parts. */
const MOST_OF_SECTOR = 40;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("companies"))("title") };
}

/** Companies by sector: ranked where evidence allows, comparable ones bracketed together, the rest said to be unknown; large sectors by name. */
export default async function CompaniesPage() {
  const locale = await getLocale();
  const t = await getTranslations("companies");
  const sector = await getTranslations("sectors");
  const { sizes, asOf } = await sectorSizes(readDb());
  const sectors = SECTORS.filter((s) => sizes.has(s));
  const large = (s: string) => (sizes.get(s) ?? 0) > MOST_OF_SECTOR;
  const place = (s: string) => `${PLACES.companies}/sectors/${s}`;
  const listed = await companiesIn(
    readDb(),
    sectors.filter((s) => !large(s)),
  );
  return (
    <Page>
      <PageHead
        title={t("title")}
        lead={t("lead")}
        kicker={
          asOf ? (
            <>
              {t("asOf")} <DateText day={asOf} form="date" />
            </>
          ) : undefined
        }
      />
      <div className="mt-6 grid gap-6 wide:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)]">
        <form method="get" action={`/${locale}/companies/find`}>
          <TextInput name="q" type="search" label={t("find")} beside={<Button kind="plain">{t("findButton")}</Button>} />
        </form>
        <div className="grid content-start gap-2">
          <nav aria-label={t("sectors")}>
            <p className="text-small text-ink-2">{t("sectors")}</p>
            <ul className="flex flex-wrap gap-x-5 gap-y-1">
              {sectors.map((s) => (
                <li key={s}>
                  {large(s) ? <LocalLink href={place(s)}>{sector(s)}</LocalLink> : <a href={`#${s}`}>{sector(s)}</a>}
                </li>
              ))}
            </ul>
          </nav>
          <LocalLink href="/compare" className="justify-self-start text-small">
            {t("compare")}
          </LocalLink>
          <LocalLink href={PLACES.specialChecks} className="justify-self-start text-small">
            {t("specialChecks")}
          </LocalLink>
          <LocalLink href={PLACES.badges} className="justify-self-start text-small">
            {t("badges")}
          </LocalLink>
        </div>
      </div>
      {sectors.map((s) => (
        <Section
          key={s}
          id={s}
          title={t("sectorTitle", { sector: sector(s) })}
          note={
            <>
              <p>{t("sectorNote", { n: sizes.get(s) ?? 0 })}</p>
              <LocalLink href={PLACES.method}>{t("method")}</LocalLink>
            </>
          }
        >
          {large(s) ? (
            <p className="hair-b py-3">
              <LocalLink href={place(s)}>{t("wholeSector", { sector: sector(s), n: sizes.get(s) ?? 0 })}</LocalLink>
            </p>
          ) : (
            <SectorLeague lines={leagueLines(listed.filter((c) => c.sector === s))} />
          )}
        </Section>
      ))}
    </Page>
  );
}
