import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { portalToday } from "@/app/_server/today";
import { LocalLink } from "@/components/ui/local-link";
import { Page, PageHead } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import { readDb } from "@/db/client";
import { findCompany } from "@/db/queries/companies";
import { dialPlanRows, dialRecordings } from "@/db/queries/dial-tests";
import { companyDialTests } from "@/db/queries/public-companies";
import { nameIn } from "@/domain/company-register";
import { addMonthsCalendar, startOfDay } from "@/domain/day";
import { humanGuide } from "@/domain/dial-tests/guide";
import { DialLog } from "./_components/dial-log";
import { DrawFacts } from "./_components/draw-facts";
import { Way } from "./_components/way";

export const revalidate = 60;
export function generateStaticParams() {
  return [];
}

type Params = Promise<{ locale: string; slug: string }>;
const load = cache(async (slug: string) => (/^[a-z0-9-]{1,80}$/.test(slug) ? findCompany(readDb(), { slug }) : null));

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { slug, locale } = await params;
  const company = await load(slug);
  if (!company) return {};
  const t = await getTranslations({ locale, namespace: "humanGuide" });
  const name = nameIn(company, locale);
  return {
    title: t("title", { name }),
    description: t("description", { name }),
    alternates: { canonical: `/${locale}/companies/${slug}/human` },
  };
}

/** How to reach a human at a company: the steps that worked, channel by channel, from the random dial tests of a year (RULES §6). */
export default async function HumanPage({ params }: { params: Params }) {
  const { slug } = await params;
  const locale = await getLocale();
  const company = await load(slug);
  if (!company) notFound();
  const tx = readDb();
  if (company.mergedIntoId) {
    const into = await findCompany(tx, { id: company.mergedIntoId });
    if (into) permanentRedirect(`/${locale}${PLACES.companies}/${into.slug}/human`);
  }
  const { day: today } = await portalToday(locale);
  const [t, tests, plans] = await Promise.all([
    getTranslations("humanGuide"),
    companyDialTests(tx, company.id, startOfDay(addMonthsCalendar(today, -12))),
    dialPlanRows(tx),
  ]);
  const recordings = await dialRecordings(
    tx,
    tests.map((test) => test.id),
  );
  const guides = humanGuide(tests);
  const name = nameIn(company, locale);
  return (
    <Page>
      <PageHead
        kicker={<LocalLink href={`${PLACES.companies}/${slug}`}>{name}</LocalLink>}
        title={t("title", { name })}
        lead={guides.length > 0 ? t("lead", { n: tests.length }) : t("none", { name })}
      />
      {guides.map((guide) => (
        <Way key={guide.channel} guide={guide} />
      ))}
      <p className="mt-10 flex flex-wrap gap-x-6 gap-y-2">
        <LocalLink href={PLACES.file} className="btn" data-kind="primary">
          {t("complain")}
        </LocalLink>
        <LocalLink href={`${PLACES.companies}/${slug}`} className="btn" data-kind="plain">
          {t("record", { name })}
        </LocalLink>
      </p>
      {tests.length > 0 && <DialLog tests={tests} recordings={recordings} />}
      <DrawFacts plans={plans.slice(0, 5)} today={today} slug={slug} />
    </Page>
  );
}
