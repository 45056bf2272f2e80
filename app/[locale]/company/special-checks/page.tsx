import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { requirePage } from "@/app/_server/session";
import { formatDay, formatInstant } from "@/components/format";
import { ClientWords } from "@/components/ui/client-words";
import { LocalLink } from "@/components/ui/local-link";
import { EmptyState } from "@/components/ui/notice";
import { Page, PageHead, Section } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import { db } from "@/db/client";
import { findCompany } from "@/db/queries/companies";
import { companyFamily } from "@/db/queries/scores";
import { checksForCompany } from "@/db/queries/special-checks";
import { nameIn } from "@/domain/company-register";
import { dayOf } from "@/domain/day";
import { CheckMeasure, useCheckTitle, useWeekSpan } from "../../_components/check/check-words";
import { StatementForm } from "./_components/statement-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("companyPortal"))("nav.specialChecks"), robots: { index: false } };
}

type Check = Awaited<ReturnType<typeof checksForCompany>>[number];

/** The special checks of a company, as it sees them: what opened each, its own words, the conclusion once it is published. */
export default async function CompanyChecksPage() {
  const actor = await requirePage(["company"], "/company/special-checks");
  const companyId = actor.companyId ?? "";
  const [t, locale, company, family] = await Promise.all([
    getTranslations("companyPortal.specialChecks"),
    getLocale(),
    findCompany(db(), { id: companyId }),
    companyFamily(db(), companyId),
  ]);
  const checks = await checksForCompany(db(), family);
  const open = checks.filter((check) => check.state !== "concluded");
  const concluded = checks.filter((check) => check.state === "concluded");
  return (
    <ClientWords areas={["companyPortal.specialChecks", "ui"]}>
      <Page>
        <PageHead kicker={company && nameIn(company, locale)} title={t("title", { n: open.length })} lead={t("lead")} />
        {checks.length === 0 && (
          <div className="mt-8">
            <EmptyState looked={t("none")} />
          </div>
        )}
        {open.map((check) => (
          <CheckSection key={check.number} check={check} locale={locale}>
            <StatementForm number={check.number} statement={check.statement ?? ""} />
          </CheckSection>
        ))}
        {concluded.map((check) => (
          <CheckSection key={check.number} check={check} locale={locale}>
            <LocalLink href={`${PLACES.specialChecks}/${check.number}#conclusion`}>{t("public")}</LocalLink>
          </CheckSection>
        ))}
      </Page>
    </ClientWords>
  );
}

function CheckSection({ check, locale, children }: { check: Check; locale: string; children: ReactNode }) {
  const t = useTranslations("companyPortal.specialChecks");
  const words = useTranslations("specialChecks");
  const title = useCheckTitle();
  const week = useWeekSpan();
  const day = (at: Date) => formatDay(dayOf(at), locale, "date");
  return (
    <Section
      title={title(check)}
      note={
        <>
          <p>{words("number", { number: check.number })}</p>
          <p>{words("week", week(check.week))}</p>
          <p>{words("opened", { day: day(check.openedAt) })}</p>
          {check.concludedAt ? (
            <p className="font-medium text-ink">
              {words("concludedOn", { day: day(check.concludedAt) })} {words(`result.${check.result as "no_breach"}`)}
            </p>
          ) : (
            <LocalLink href={`${PLACES.specialChecks}/${check.number}`}>{t("public")}</LocalLink>
          )}
        </>
      }
    >
      <div className="grid gap-6">
        <CheckMeasure check={check} />
        {check.statedAt && (
          <p className="text-small text-ink-2">
            {t("statement")} <span className="ml-2">{t("stated", { at: formatInstant(check.statedAt, locale) })}</span>
          </p>
        )}
        {check.concludedAt && check.statement && <p className="max-w-measure whitespace-pre-line">{check.statement}</p>}
        {children}
      </div>
    </Section>
  );
}
