import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { badgeView } from "@/app/_server/badge-view";
import { portalToday } from "@/app/_server/today";
import { FollowLinks } from "@/components/ui/follow-links";
import { LocalLink } from "@/components/ui/local-link";
import { Page } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import { readDb } from "@/db/client";
import { exposuresOf, findCompany } from "@/db/queries/companies";
import { creditFile } from "@/db/queries/credit-file";
import { companyConduct, companyDialTests, findingTitles } from "@/db/queries/public-companies";
import { latestScore, scoreHistory } from "@/db/queries/scores";
import { addMonthsCalendar, startOfDay } from "@/domain/day";
import { shownScore } from "@/domain/score/evidence-grade";
import type { CompanyScore } from "@/domain/score/types";
import { companyName } from "../../_components/published-row";
import { CompanyBadge } from "./_components/company-badge";
import { CompanyHead } from "./_components/company-head";
import { Conduct } from "./_components/conduct";
import { CreditFile } from "./_components/credit-file";
import { DialTests } from "./_components/dial-tests";
import { ExposureUsed } from "./_components/exposure";
import { ScorePoints } from "./_components/score-points";
import { ScoreTrend } from "./_components/score-trend";

// What changes it says so at once (services/public-change.ts); this is for what nobody said.
export const revalidate = 600;
export function generateStaticParams() {
  return [];
}

type Params = Promise<{ locale: string; slug: string }>;
const load = cache(async (slug: string) => (/^[a-z0-9-]{1,80}$/.test(slug) ? findCompany(readDb(), { slug }) : null));

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { slug, locale } = await params;
  const company = await load(slug);
  if (!company) return {};
  const t = await getTranslations({ locale, namespace: "company" });
  return {
    title: companyName(company, locale),
    description: t("description", { name: companyName(company, locale) }),
    alternates: { canonical: `/${locale}/companies/${slug}` },
  };
}

/** A company in public: score with interval and grade, every point traced, timeliness apart, dial tests, credit file. */
export default async function CompanyPage({ params }: { params: Params }) {
  const { slug } = await params;
  const locale = await getLocale();
  const company = await load(slug);
  if (!company) notFound();
  const tx = readDb();
  if (company.mergedIntoId) {
    const into = await findCompany(tx, { id: company.mergedIntoId });
    if (into) permanentRedirect(`/${locale}${PLACES.companies}/${into.slug}`);
  }
  const { day: today } = await portalToday(locale);
  const yearAgo = addMonthsCalendar(today, -12);
  const [badge, declared, latest, history, conduct, tests, credit] = await Promise.all([
    badgeView(slug, locale),
    exposuresOf(tx, company.id),
    latestScore(tx, company.id),
    scoreHistory(tx, company.id),
    companyConduct(tx, company.id, yearAgo),
    companyDialTests(tx, company.id, startOfDay(yearAgo)),
    creditFile(tx, company.id, 12),
  ]);
  const t = await getTranslations("company");
  const score = latest ? (latest.breakdown as CompanyScore) : null;
  const titles = score
    ? await findingTitles(
        tx,
        score.lines.map((l) => l.findingId),
      )
    : new Map();
  return (
    <Page>
      <CompanyHead company={company} score={score} />
      <ScoreTrend points={history.map((h) => ({ period: h.period, shown: shownScore(h.breakdown as CompanyScore) }))} />
      {score && <ScorePoints score={score} titles={titles} />}
      {score && <ExposureUsed score={score} declared={declared} />}
      <DialTests tests={tests} slug={company.slug} />
      <Conduct conduct={conduct} />
      {badge && <CompanyBadge view={badge} name={companyName(company, locale)} />}
      <CreditFile credit={credit} slug={company.slug} />
      <FollowLinks query={`company=${company.slug}`} />
      <p className="mt-6 flex flex-wrap gap-x-6 text-small">
        <LocalLink href={`/compare?company=${company.slug}`} rel="nofollow">
          {t("compare")}
        </LocalLink>
        <LocalLink href={PLACES.file}>{t("complain", { name: companyName(company, locale) })}</LocalLink>
      </p>
    </Page>
  );
}
