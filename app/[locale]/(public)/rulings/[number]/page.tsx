import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { hiddenWords } from "@/app/_server/hidden-words";
import { Seal, StateMark } from "@/components/case/marks";
import { DateText } from "@/components/ui/date-text";
import { LocalLink } from "@/components/ui/local-link";
import { Notice } from "@/components/ui/notice";
import { Page, PageHead, Section } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import { KeyValue } from "@/components/ui/table";
import { readDb } from "@/db/client";
import { findPublishedRuling, type PublishedRuling } from "@/db/queries/public-record";
import { versionsOf } from "@/db/queries/ruling-versions";
import type { Outcome } from "@/domain/findings";
import { inWords, type Replacements } from "@/domain/redaction";
import { env } from "@/platform/env";
import { languageLinks } from "../../_components/language-links";
import { companyName } from "../../_components/published-row";
import { RulingClocks } from "./_components/ruling-clocks";
import { RulingConsequences } from "./_components/ruling-consequences";
import { RulingEvidence } from "./_components/ruling-evidence";
import { RulingFindings } from "./_components/ruling-findings";
import { RulingHistory } from "./_components/ruling-history";
import { RulingLog } from "./_components/ruling-log";
import { SimilarRulings } from "./_components/similar-rulings";
import { StructuredData } from "./_components/structured-data";

// What changes it says so at once (services/public-change.ts); this is for what nobody said.
export const revalidate = 600;
export function generateStaticParams() {
  return [];
}

type Params = Promise<{ locale: string; number: string }>;
const load = cache((number: string) => (/^\d{4}-\d{5,}$/.test(number) ? findPublishedRuling(readDb(), number) : null));

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { number, locale } = await params;
  const record = await load(number);
  if (!record) return {};
  const ruling = inReadersWords(record, await hiddenWords(locale));
  return {
    title: `${ruling.annulledOn ? ruling.number : ruling.title} · ${companyName(ruling.company, locale)}`,
    description: ruling.annulledOn ? undefined : ruling.decision.slice(0, 150),
    alternates: languageLinks(`/rulings/${number}`, locale),
    openGraph: {
      type: "article",
      title: ruling.annulledOn ? ruling.number : ruling.title,
      images: [{ url: `/${locale}/rulings/${number}/share.png`, width: 1200, height: 630 }],
    },
    twitter: { card: "summary_large_image" },
  };
}

/** The record keeps marks where something is hidden; readers see what kind of thing stood there, in their language. */
function inReadersWords(ruling: PublishedRuling, words: Replacements): PublishedRuling {
  const say = (text: string) => inWords(text, words);
  return {
    ...ruling,
    title: say(ruling.title),
    decision: say(ruling.decision),
    companyReply: ruling.companyReply === null ? null : say(ruling.companyReply),
    consumerWords: ruling.consumerWords === null ? null : say(ruling.consumerWords),
    annulReason: ruling.annulReason === null ? null : say(ruling.annulReason),
    findings: ruling.findings.map((f) => ({
      ...f,
      title: say(f.title),
      facts: say(f.facts),
      reasons: say(f.reasons),
      tierReason: f.tierReason === null ? null : say(f.tierReason),
    })),
  };
}

const STATES = { not_final: "ruled", under_review: "under_review", final: "final", varied: "final", annulled: "final" } as const;

/** A published ruling: what was decided, finding by finding, what follows, the company's reply, the clocks, how to verify. */
export default async function RulingPage({ params }: { params: Params }) {
  const { number } = await params;
  const record = await load(number);
  if (!record) notFound();
  const locale = await getLocale();
  const replacements = await hiddenWords(locale);
  const ruling = inReadersWords(record, replacements);
  const t = await getTranslations("ruling");
  const sector = await getTranslations("sectors");
  const original = locale === "en" ? "zh-Hans" : undefined;
  const site = await getTranslations("site");
  const annulled = ruling.status === "annulled";
  const address = `${env().PUBLIC_URL}/${locale}/rulings/${ruling.number}`;
  return (
    <Page>
      <PageHead
        title={annulled ? t("withdrawn", { number: ruling.number }) : <span lang={original}>{ruling.title}</span>}
        kicker={
          <>
            <LocalLink href={`${PLACES.companies}/${ruling.company.slug}`}>{companyName(ruling.company, locale)}</LocalLink>
            <span className="ml-4">{sector(ruling.sector)}</span>
          </>
        }
        side={annulled ? undefined : <Seal outcome={ruling.outcome as Outcome} />}
        meta={[
          t("number", { number: ruling.number }),
          <>
            {t("signed")} <DateText day={ruling.signedOn} form="date" />
          </>,
          ...(ruling.finalOn
            ? [
                <>
                  {t("final")} <DateText day={ruling.finalOn} form="date" />
                </>,
              ]
            : []),
          <StateMark
            key="state"
            state={STATES[ruling.status as keyof typeof STATES] ?? "ruled"}
            label={t(`status.${ruling.status}`)}
          />,
        ]}
      />
      {ruling.status === "not_final" && (
        <div className="mt-6">
          <Notice>{t("notFinalMeans")}</Notice>
        </div>
      )}
      {annulled && ruling.annulledOn && (
        <div className="mt-6">
          <Notice tone="bound" title={t("annulledTitle")}>
            <DateText day={ruling.annulledOn} form="date" /> <span lang={original}>{ruling.annulReason}</span>
          </Notice>
        </div>
      )}
      {!annulled && (
        <>
          <Section title={t("decision")}>
            <p className="max-w-[30em] font-serif text-[1.25rem] leading-[1.65] font-bold wide:text-h2" lang={original}>
              {ruling.decision}
            </p>
          </Section>
          <RulingFindings ruling={ruling} original={original} />
          <RulingConsequences ruling={ruling} />
          <Section title={t("reply")} note={t("replyNote")}>
            {ruling.companyReply ? (
              <blockquote className="border-l border-line-2 pl-5">
                <p className="max-w-measure whitespace-pre-line" lang={original}>
                  {ruling.companyReply}
                </p>
                <footer className="mt-3 text-note text-ink-2">
                  {companyName(ruling.company, locale)}{" "}
                  {ruling.companyRepliedOn && (
                    <span className="ml-3">
                      <DateText day={ruling.companyRepliedOn} form="date" />
                    </span>
                  )}
                  {ruling.replyFailing === "late" && <span className="ml-3">{t("replyLate")}</span>}
                </footer>
              </blockquote>
            ) : (
              <p>{ruling.replyFailing === "missing" ? t("replyMissing") : t("replyNone")}</p>
            )}
          </Section>
          {ruling.consumerWords && (
            <Section title={t("words")} note={t("wordsNote")}>
              <blockquote className="max-w-measure border-l border-line-2 pl-5 whitespace-pre-line" lang={original}>
                {ruling.consumerWords}
              </blockquote>
            </Section>
          )}
          <RulingEvidence number={ruling.number} />
        </>
      )}
      <RulingClocks ruling={ruling} />
      <RulingHistory
        ruling={ruling}
        versions={!annulled && ruling.version > 1 ? await versionsOf(readDb(), ruling.number) : []}
        words={(text) => inWords(text, replacements)}
      />
      <RulingLog number={ruling.number} />
      <Section title={t("verify")}>
        <KeyValue
          items={[
            { key: "people", name: t("people"), value: t("twoPeople") },
            {
              key: "version",
              name: t("version"),
              value: t("versionValue", { n: ruling.version, standard: ruling.standardVersion }),
            },
            {
              key: "sha",
              name: t("fingerprint"),
              value: <span className="break-all">sha256 {ruling.sha256.replace(/(.{4})/g, "$1 ").trim()}</span>,
            },
            { key: "address", name: t("address"), value: <span className="break-all select-all">{address}</span> },
            {
              key: "cite",
              name: t("cite"),
              value: annulled
                ? t("citationWithdrawn", { number: ruling.number })
                : t("citation", { number: ruling.number, title: ruling.title, day: ruling.signedOn }),
            },
          ]}
        />
      </Section>
      {!annulled && <SimilarRulings ruling={ruling} />}
      {!annulled && <StructuredData ruling={ruling} address={address} locale={locale} publisher={site("name")} />}
    </Page>
  );
}
