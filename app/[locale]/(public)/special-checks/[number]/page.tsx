import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { formatDay, formatNumber } from "@/components/format";
import { LocalLink } from "@/components/ui/local-link";
import { FigureRow, Page, PageHead, Section } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import { DataTable } from "@/components/ui/table";
import { readDb } from "@/db/client";
import { type PublicCheckWhole, publicCheck } from "@/db/queries/public-special-checks";
import { dayOf } from "@/domain/day";
import { CHECK_NUMBER, formatThreshold } from "@/domain/special-check";
import { CheckMeasure, useCheckTitle, useWeekSpan } from "../../../_components/check/check-words";
import { useHidden } from "../../../_components/use-hidden";
import { languageLinks } from "../../_components/language-links";
import { companyName } from "../../_components/published-row";

export const revalidate = 60;
export function generateStaticParams() {
  return [];
}

type Params = Promise<{ locale: string; number: string }>;
const load = cache(async (number: string) => (CHECK_NUMBER.test(number) ? publicCheck(readDb(), number) : null));

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { number, locale } = await params;
  const check = await load(number);
  if (!check) return {};
  const t = await getTranslations({ locale, namespace: "specialChecks" });
  return {
    title: `${t("kicker")} ${number} · ${companyName(check.company, locale)}`,
    alternates: languageLinks(`${PLACES.specialChecks}/${number}`, locale),
  };
}

/** A special check in public: what opened it with its figures, how its cases stand, the conclusion and the company's words (RULES §6). */
export default async function SpecialCheckPage({ params }: { params: Params }) {
  const { number } = await params;
  const check = await load(number);
  if (!check) notFound();
  const [t, locale] = await Promise.all([getTranslations("specialChecks"), getLocale()]);
  const company = companyName(check.company, locale);
  return (
    <Page>
      <CheckHead check={check} locale={locale} company={company} />
      <Section title={t("why")} note={t("whyNote")}>
        <CheckMeasure check={check} />
        <AgainWeeks check={check} />
      </Section>
      <Section title={t("gathered")} note={t("gatheredNote")}>
        <FigureRow
          figures={(["gathered", "ruled", "upheld"] as const).map((key) => ({
            key,
            figure: formatNumber(check.cases[key]),
            words: t(`counts.${key}`),
          }))}
        />
      </Section>
      <Section title={t("conclusion")} note={t("conclusionNote")} id="conclusion">
        {check.conclusion === null ? <p>{t("noConclusion")}</p> : <PublishedWords text={check.conclusion} />}
      </Section>
      {check.concludedAt && (
        <Section title={t("statement")} note={t("statementNote")}>
          {check.statement === null ? <p>{t("noStatement")}</p> : <PublishedWords text={check.statement} />}
        </Section>
      )}
      <p className="mt-8 max-w-measure text-small text-ink-2">{t("score")}</p>
      <p className="mt-3 flex flex-wrap gap-x-6 text-small">
        <LocalLink href={`${PLACES.companies}/${check.company.slug}`}>{t("company", { name: company })}</LocalLink>
        <LocalLink href={PLACES.specialChecks}>{t("all")}</LocalLink>
        <LocalLink href={`${PLACES.method}#checks`}>{t("method")}</LocalLink>
      </p>
    </Page>
  );
}

function CheckHead({ check, locale, company }: { check: PublicCheckWhole; locale: string; company: string }) {
  const t = useTranslations("specialChecks");
  const title = useCheckTitle();
  const week = useWeekSpan();
  return (
    <PageHead
      kicker={
        <>
          {t("kicker")}
          <LocalLink href={`${PLACES.companies}/${check.company.slug}`} className="ml-3">
            {company}
          </LocalLink>
        </>
      }
      title={title(check)}
      lead={check.result === null ? t("openLead") : t(`resultLead.${check.result}`)}
      meta={[
        t("number", { number: check.number }),
        t("week", week(check.week)),
        t("opened", { day: formatDay(dayOf(check.openedAt), locale, "date") }),
        ...(check.concludedAt ? [t("concludedOn", { day: formatDay(dayOf(check.concludedAt), locale, "date") })] : []),
      ]}
    />
  );
}

function AgainWeeks({ check }: { check: PublicCheckWhole }) {
  const t = useTranslations("specialChecks");
  const week = useWeekSpan();
  if (check.weeks.length === 0) return null;
  return (
    <div className="mt-6">
      <DataTable
        caption={t("again")}
        showCaption
        columns={[
          { key: "week", label: t("againWeek") },
          { key: "people", label: t("againPeople"), end: true },
          { key: "threshold", label: t("againThreshold"), end: true },
        ]}
        rows={check.weeks.map((one) => ({
          key: one.week,
          cells: [t("week", week(one.week)), formatNumber(one.complainants), formatThreshold(one.threshold)],
        }))}
      />
    </div>
  );
}

/** Words of the record: in Chinese as they were signed, with what is hidden said in the reader's language. */
function PublishedWords({ text }: { text: string }) {
  const say = useHidden();
  return (
    <p lang="zh-Hans" className="max-w-measure whitespace-pre-line">
      {say(text)}
    </p>
  );
}
