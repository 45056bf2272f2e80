import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { requirePage } from "@/app/_server/session";
import { FindingMark, TierText } from "@/components/case/marks";
import { formatDay } from "@/components/format";
import { Button } from "@/components/ui/button";
import { ClientWords } from "@/components/ui/client-words";
import { Select, TextInput } from "@/components/ui/field";
import { LocalLink } from "@/components/ui/local-link";
import { EmptyState } from "@/components/ui/notice";
import { Page } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import { db } from "@/db/client";
import { findReport } from "@/db/queries/report-drafts";
import { studySources } from "@/db/queries/study-sources";
import { isSector, nameIn, SECTORS } from "@/domain/company-register";
import type { Outcome, Tier } from "@/domain/findings";
import { TellForm } from "../../../../_components/study-forms";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ q?: string; sector?: string }> };
const MOST = 60;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("alliance.studies");
  return { title: t("pick"), robots: { index: false } };
}

/** Upheld findings of final rulings, to make a case study of. */
export default async function PickFindingPage({ params, searchParams }: Props) {
  const { id } = await params;
  await requirePage(["editor"], `/alliance/reports/${id}/studies/new`);
  const report = await findReport(db(), id);
  if (report?.state !== "draft") notFound();
  const { q, sector } = await searchParams;
  const [t, sectors, locale] = await Promise.all([getTranslations("alliance.studies"), getTranslations("sectors"), getLocale()]);
  const filter = { words: q?.slice(0, 100), ...(sector && isSector(sector) ? { sector } : {}) };
  const found = await studySources(db(), filter, MOST);
  return (
    <Page width="desk">
      <div className="desk-list">
        <p className="text-note">
          <LocalLink href={`/alliance/reports/${id}#studies`}>{t("title")}</LocalLink>
        </p>
        <h1 className="text-h2">{t("pick")}</h1>
        <p className="max-w-measure text-ink-2">{t("pickLead")}</p>
        <form
          method="get"
          action={`/${locale}/alliance/reports/${id}/studies/new`}
          className="grid items-end gap-3 wide:grid-cols-[minmax(0,20em)_minmax(0,12em)_auto] wide:justify-start"
        >
          <TextInput name="q" type="search" label={t("search")} defaultValue={q ?? ""} />
          <Select
            name="sector"
            label={t("sector")}
            empty={t("anySector")}
            defaultValue={sector ?? ""}
            options={SECTORS.map((value) => ({ value, label: sectors(value) }))}
          />
          <Button kind="plain">{t("find")}</Button>
        </form>
        {found.length === 0 ? (
          <EmptyState looked={t("nothing")} meaning={t("nothingNote")} />
        ) : (
          <p className="text-note text-ink-2">{t("found", { n: found.length })}</p>
        )}
        <ClientWords areas={["alliance.studies"]}>
          <ul className="entries">
            {found.map((source) => (
              <li key={source.findingId}>
                <div className="min-w-0">
                  <p className="flex flex-wrap gap-x-4 text-note text-ink-2">
                    <LocalLink href={`${PLACES.rulings}/${source.rulingNumber}`}>{source.rulingNumber}</LocalLink>
                    <span>{nameIn(source.company, locale)}</span>
                    <span>
                      {source.clause} {source.tier && <TierText tier={source.tier as Tier} />}
                    </span>
                    <span>{sectors(source.sector as "retail")}</span>
                    {source.finalOn && <span>{t("finalOn", { day: formatDay(source.finalOn, locale, "date") })}</span>}
                    <FindingMark outcome={source.outcome as Outcome} />
                  </p>
                  <h2 className="font-sans text-body font-medium" lang={locale === "en" ? "zh-Hans" : undefined}>
                    {source.title}
                  </h2>
                </div>
                <TellForm report={id} finding={source.findingId} />
              </li>
            ))}
          </ul>
        </ClientWords>
      </div>
    </Page>
  );
}
