import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { caseActor } from "@/app/_server/case-actor";
import { partyCase } from "@/app/_server/party-case";
import { DeadlineMark } from "@/components/case/deadline-mark";
import { StateMark } from "@/components/case/marks";
import { LinkButton } from "@/components/ui/button";
import { ClientWords } from "@/components/ui/client-words";
import { LocalLink } from "@/components/ui/local-link";
import { Page, PageHead, Section } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import { KeyValue } from "@/components/ui/table";
import { db } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import { contactOf } from "@/db/queries/filing";
import { actionsFor } from "@/domain/procedure";
import { uploadToken } from "@/services/upload-token";
import { AddFiles } from "../../../_components/party/add-files";
import { AgreementPart } from "../../../_components/party/agreement-part";
import { CaseHistory } from "../../../_components/party/case-history";
import { PartyTimeline, PartyViewer } from "../../../_components/party/evidence-part";
import { LettersPart } from "../../../_components/party/letters-part";
import { ActForm, WithdrawForm, WordsForm } from "../../../_components/party/party-forms";
import { RecordRequests } from "../../../_components/party/record-requests";
import { VerifyContact } from "../../../(filing)/_components/verify-contact";
import { companyName } from "../../_components/published-row";
import { ReadingPart } from "./_components/reading-part";
import { YourTurn } from "./_components/your-turn";
import { answerProposal, askForRecords, propose, setConsent, withdrawCase } from "./actions";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { robots: { index: false }, referrer: "same-origin" };

/** Clocks the complainant follows, in the order of the procedure. */
const FOLLOWED = [
  "acceptance",
  "supplement",
  "decision",
  "draft_comments",
  "review_window",
  "review",
  "rectification",
  "record_request",
] as const;
const OPEN = ["running", "paused", "overdue"];

/** One case as its complainant sees it: where it stands, what is theirs to do, both clocks, what was said, files, contact. */
export default async function CasePage({ params }: { params: Promise<{ reference: string }> }) {
  const [{ reference }, locale, actor, now] = await Promise.all([params, getLocale(), caseActor(), portalNow(db())]);
  if (actor.role === "public") redirect(`/${locale}/track?reference=${encodeURIComponent(reference)}`);
  if (actor.role !== "complainant") notFound();
  const of = await partyCase(actor, reference, locale, now);
  if (!of) redirect(`/${locale}/track?reference=${encodeURIComponent(reference)}`);
  const [t, asking] = await Promise.all([getTranslations("party"), getTranslations("recordRequest")]);
  const { row, snapshot } = of.file;
  const contact = await contactOf(db(), row.id);
  const may = actionsFor("complainant", snapshot.state);
  const shown = of.clocks
    .filter((c) => (FOLLOWED as readonly string[]).includes(c.clock))
    .sort((a, b) => Number(OPEN.includes(b.state)) - Number(OPEN.includes(a.state)));
  const to = contact?.email
    ? { kind: "mail" as const, words: contact.email.replace(/^(.).*(@.*)$/, "$1•••$2") }
    : contact?.phone
      ? { kind: "sms" as const, words: `•••${contact.phone.slice(-4)}` }
      : null;
  const token = uploadToken({ owner: "case", id: row.id, side: "complainant", userId: actor.userId ?? null }, now);
  return (
    <ClientWords areas={["agreement", "evidenceView", "party", "upload", "ui", "receipt", "errors"]}>
      <Page>
        <PageHead
          title={of.company ? companyName(of.company, locale) : row.companyNameTyped}
          kicker={row.reference}
          meta={[<StateMark key="state" state={snapshot.state} />]}
        />
        {of.publication && (
          <p className="mt-5">
            <LinkButton href={`${PLACES.rulings}/${of.publication.number}`}>{t("readRuling")}</LinkButton>
          </p>
        )}
        <YourTurn of={of} may={may} />
        <Section title={t("clocks")} note={t("clocksNote")}>
          <div className="grid gap-6">
            {shown.map((clock) => (
              <DeadlineMark key={`${clock.clock}${clock.subject ?? ""}`} clock={clock} />
            ))}
          </div>
        </Section>
        <AgreementPart
          side="complainant"
          reference={row.reference}
          agreements={of.agreements}
          may={may.includes("settle") && snapshot.servedAt !== null}
          propose={propose}
          answer={answerProposal}
        />
        {snapshot.servedAt !== null && (of.recordRequests.length > 0 || may.includes("request_records")) && (
          <Section title={asking("title")} note={asking("note")}>
            <RecordRequests requests={of.recordRequests} />
            {may.includes("request_records") && of.recordRequests.every((r) => r.deliveredAt !== null) && (
              <details className={of.recordRequests.length > 0 ? "mt-4" : ""}>
                <summary className="py-2 text-act">{asking("ask")}</summary>
                <div className="mt-3">
                  <WordsForm
                    action={askForRecords}
                    reference={row.reference}
                    prefix="records-"
                    name="what"
                    label={asking("label")}
                    hint={asking("hint")}
                    button={asking("send")}
                    max={1000}
                  />
                </div>
              </details>
            )}
          </Section>
        )}
        <Section title={t("history")} note={t("historyNote")}>
          <CaseHistory of={of} />
        </Section>
        <LettersPart of={of} />
        <PartyTimeline rows={of.evidence} priority={row.priorityGroup !== null} />
        <Section title={t("filesTitle")} note={t("filesNote")} id="files">
          <ReadingPart reference={row.reference} rows={of.evidence} />
          <PartyViewer rows={of.evidence} />
          {may.includes("add_evidence") && (
            <div className="mt-6">
              <h3 className="mb-2">{t("addFiles")}</h3>
              <AddFiles place={{ token, scope: row.id }} />
            </div>
          )}
        </Section>
        {of.narrative && (
          <Section title={t("words")}>
            <p className="max-w-measure whitespace-pre-line" lang={row.locale}>
              {of.narrative.narrative}
            </p>
            {of.narrative.wants && (
              <p className="mt-3 max-w-measure text-ink-2" lang={row.locale}>
                {t("wants")}
                {of.narrative.wants}
              </p>
            )}
          </Section>
        )}
        <Section title={t("yours")} note={t("yoursNote")}>
          <KeyValue
            items={(["share_with_company", "publish_words"] as const).map((kind) => ({
              key: kind,
              name: t(`consent.${kind}`),
              value: (
                <span className="flex flex-wrap items-baseline gap-x-4">
                  {of.consents.has(kind) ? t("given") : t("notGiven")}
                  <ActForm
                    action={setConsent}
                    reference={row.reference}
                    prefix={`${kind}-`}
                    kind="link"
                    button={of.consents.has(kind) ? t("takeBack") : t("give")}
                    hidden={{ kind, given: of.consents.has(kind) ? "no" : "yes" }}
                  />
                </span>
              ),
            }))}
          />
          <VerifyContact reference={row.reference} to={to} verified={row.contactVerified} />
          {may.includes("withdraw") && (
            <div className="mt-6">
              <WithdrawForm action={withdrawCase} reference={row.reference} prefix="withdraw-" />
            </div>
          )}
          <p className="mt-6">
            <LocalLink href={`/track/${row.reference}/data`}>{t("ownData")}</LocalLink>
          </p>
          <p className="mt-3 text-small">
            <LocalLink href={`/receipt/${row.reference}`}>{t("receipt")}</LocalLink>
          </p>
        </Section>
      </Page>
    </ClientWords>
  );
}
