import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { requirePage } from "@/app/_server/session";
import { ScoreHead, ScoreScale } from "@/components/charts/score-scale";
import { formatNumber } from "@/components/format";
import { LocalLink } from "@/components/ui/local-link";
import { Page, PageHead, Section } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import { DataTable } from "@/components/ui/table";
import { db } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import { findCompany } from "@/db/queries/companies";
import { findingTitles } from "@/db/queries/public-companies";
import { periodParameters, scoreInput } from "@/db/queries/scores";
import { nameIn } from "@/domain/company-register";
import { dayOf, quarterOf } from "@/domain/day";
import { roundScore, shownScore } from "@/domain/score/evidence-grade";
import { whatWouldChange } from "@/domain/score/what-if";
import { WhatIfList } from "./_components/what-if-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("companyScore"))("title"), robots: { index: false } };
}

/** A company's own look at its score: where it stands today, and what each open finding would do to it, by the very function that makes the score. */
export default async function CompanyScorePage() {
  const actor = await requirePage(["company"], "/company/score");
  const [t, locale, company, now] = await Promise.all([
    getTranslations("companyScore"),
    getLocale(),
    findCompany(db(), { id: actor.companyId ?? "" }),
    portalNow(db()),
  ]);
  const today = dayOf(now);
  const [input, parameters] = company
    ? await Promise.all([scoreInput(db(), company.id, today), periodParameters(db(), quarterOf(today))])
    : [null, null];
  if (!company) notFound();
  const what = input && parameters ? whatWouldChange(input, parameters, today) : null;
  const shown = what && shownScore(what.now);
  const titles = what
    ? await findingTitles(
        db(),
        what.open.map((one) => one.line.findingId),
      )
    : new Map();
  const one = (score: number) => formatNumber(roundScore(score), 1);
  return (
    <Page>
      <PageHead
        kicker={nameIn(company, locale)}
        title={what && what.open.length > 0 ? t("heading", { n: what.open.length }) : t("nothingOpen")}
        lead={t("lead")}
      />
      {what && (
        <>
          <Section
            title={t("today")}
            note={shown?.score === null ? t("notPublic", { grade: what.now.grade }) : t("todayNote")}
            close
          >
            <div className="grid gap-5">
              <ScoreHead score={roundScore(what.now.S)} low={roundScore(what.now.lower)} high={roundScore(what.now.upper)} />
              <ScoreScale
                score={roundScore(what.now.S)}
                low={roundScore(what.now.lower)}
                high={roundScore(what.now.upper)}
                mean={70}
              />
            </div>
            {what.open.length > 0 && <p className="mt-4">{t("all", { score: one(what.allRectified) })}</p>}
          </Section>
          <Section title={t("each")} note={t("eachNote")}>
            <WhatIfList what={what} titles={titles} />
          </Section>
          <Section title={t("dial")} note={t("dialNote")}>
            <DataTable
              caption={t("dial")}
              columns={[
                { key: "what", label: t("if") },
                { key: "score", label: t("score"), end: true },
              ]}
              rows={[
                { key: "passed", cells: [t("dialPassed"), one(what.dial.passed)] },
                { key: "failed", cells: [t("dialFailed"), one(what.dial.failed)] },
              ]}
            />
          </Section>
        </>
      )}
      <p className="mt-8 flex flex-wrap gap-x-6 pb-4 text-small">
        <LocalLink href={`${PLACES.companies}/${company.slug}`}>{t("publicPage")}</LocalLink>
        <LocalLink href={`${PLACES.badges}/${company.slug}`}>{t("badge")}</LocalLink>
        <LocalLink href={PLACES.method}>{t("method")}</LocalLink>
      </p>
    </Page>
  );
}
