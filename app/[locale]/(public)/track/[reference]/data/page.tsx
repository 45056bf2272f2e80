import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { caseActor } from "@/app/_server/case-actor";
import { partyCase } from "@/app/_server/party-case";
import { formatDay, formatInstant } from "@/components/format";
import { ClientWords } from "@/components/ui/client-words";
import { LocalLink } from "@/components/ui/local-link";
import { ThenList } from "@/components/ui/notice";
import { Page, PageHead, Section } from "@/components/ui/page";
import { KeyValue } from "@/components/ui/table";
import { db } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import { lettersOf } from "@/db/queries/erasure";
import { contactOf } from "@/db/queries/filing";
import { FILING_LIMITS } from "@/domain/filing";
import { actionsFor } from "@/domain/procedure";
import { isSituationId } from "@/domain/situations";
import { EvidenceFiles } from "../../../../_components/party/evidence-files";
import { ActForm } from "../../../../_components/party/party-forms";
import { setConsent } from "../actions";
import { ContactForm, CorrectionForm, EraseForm } from "./_components/data-forms";
import { ReadWords } from "./_components/read-words";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { robots: { index: false }, referrer: "same-origin" };

/** All that is kept about the complainant of a case, in their hands: see, correct, take back, erase (RULES §5). */
export default async function OwnDataPage({ params }: { params: Promise<{ reference: string }> }) {
  const [{ reference }, locale, actor, now] = await Promise.all([params, getLocale(), caseActor(), portalNow(db())]);
  if (actor.role === "public") redirect(`/${locale}/track?reference=${encodeURIComponent(reference)}`);
  if (actor.role !== "complainant") notFound();
  const of = await partyCase(actor, reference, locale, now);
  if (!of) redirect(`/${locale}/track?reference=${encodeURIComponent(reference)}`);
  const { row, snapshot, events } = of.file;
  const [t, party, situations, channels, roles, contact, letters] = await Promise.all([
    getTranslations("ownData"),
    getTranslations("party"),
    getTranslations("situations"),
    getTranslations("channels"),
    getTranslations("roles"),
    contactOf(db(), row.id),
    lettersOf(db(), row.id),
  ]);
  const files = new Map(of.evidence.map((e) => [e.id, e.originalName]));
  const looks = events.filter((e) => e.type === "evidence_viewed").reverse();
  const facts = [
    { key: "filedAt", name: t("filedAt"), value: formatInstant(row.filedAt, locale) },
    {
      key: "situations",
      name: t("situations"),
      value: row.situations.map((id) => (isSituationId(id) ? situations(`${id}.title`) : id)).join(" · "),
    },
    ...(row.channel ? [{ key: "channel", name: t("channel"), value: channels(row.channel) }] : []),
    ...(row.occurredOn ? [{ key: "occurredOn", name: t("occurredOn"), value: formatDay(row.occurredOn, locale) }] : []),
  ];
  return (
    <ClientWords areas={["ownData", "party", "ui", "errors"]}>
      <Page>
        <PageHead
          kicker={row.reference}
          title={t("title")}
          lead={t("lead")}
          meta={[
            <LocalLink key="back" href={`/track/${row.reference}`}>
              {t("back")}
            </LocalLink>,
          ]}
        />
        <Section title={t("contact")} note={t("contactNote")}>
          <ContactForm
            reference={row.reference}
            values={{
              name: contact?.name ?? "",
              email: contact?.email ?? "",
              phone: contact?.phone ?? "",
              postal: contact?.postal ?? "",
              filedForName: contact?.filedForName ?? "",
            }}
          />
        </Section>
        <Section title={t("words")} note={t("wordsNote")}>
          <p className="max-w-measure whitespace-pre-line" lang={row.locale}>
            {of.narrative?.narrative}
          </p>
          {of.narrative?.wants && (
            <p className="mt-3 max-w-measure text-ink-2" lang={row.locale}>
              {party("wants")}
              {of.narrative.wants}
            </p>
          )}
          {actionsFor("complainant", snapshot.state).includes("correct_words") && (
            <CorrectionForm reference={row.reference} max={FILING_LIMITS.narrative} />
          )}
        </Section>
        <Section title={t("facts")} note={t("factsNote")}>
          <KeyValue items={facts} />
        </Section>
        <Section title={t("files")} note={t("filesNote")}>
          <EvidenceFiles files={of.evidence.filter((e) => e.side === "complainant")} />
        </Section>
        <Section title={t("read")} note={t("readNote")}>
          <ReadWords rows={of.evidence} lang={row.locale} />
        </Section>
        <Section title={t("looks")} note={t("looksNote")}>
          {looks.length === 0 ? (
            <p>{t("noLooks")}</p>
          ) : (
            <ThenList
              ordered
              items={looks.map((e, i) => ({
                key: `${e.at.getTime()}-${i}`,
                when: formatInstant(e.at, locale),
                what: `${roles(e.actor.role)} · ${files.get(e.type === "evidence_viewed" ? e.data.evidenceId : "") ?? ""}`,
              }))}
            />
          )}
        </Section>
        <Section title={t("letters")}>
          {letters.length === 0 ? (
            <p>{t("noLetters")}</p>
          ) : (
            <ThenList ordered items={letters.map((l) => ({ key: l.id, when: formatInstant(l.at, locale), what: l.subject }))} />
          )}
        </Section>
        <Section title={t("consents")} note={t("consentsNote")}>
          <KeyValue
            items={(["share_with_company", "publish_words"] as const).map((kind) => ({
              key: kind,
              name: party(`consent.${kind}`),
              value: (
                <span className="flex flex-wrap items-baseline gap-x-4">
                  {of.consents.has(kind) ? party("given") : party("notGiven")}
                  <ActForm
                    action={setConsent}
                    reference={row.reference}
                    prefix={`${kind}-`}
                    kind="link"
                    button={of.consents.has(kind) ? party("takeBack") : party("give")}
                    hidden={{ kind, given: of.consents.has(kind) ? "no" : "yes" }}
                  />
                </span>
              ),
            }))}
          />
        </Section>
        <Section title={t("erase")} note={t("keepText")}>
          <EraseForm reference={row.reference} />
        </Section>
      </Page>
    </ClientWords>
  );
}
