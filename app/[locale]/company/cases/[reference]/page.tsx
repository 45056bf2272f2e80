import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { companyActor } from "@/app/_server/company-actor";
import { partyCase } from "@/app/_server/party-case";
import { currentActor } from "@/app/_server/session";
import { DeadlineMark } from "@/components/case/deadline-mark";
import { StateMark } from "@/components/case/marks";
import { LinkButton } from "@/components/ui/button";
import { ClientWords } from "@/components/ui/client-words";
import { DateText } from "@/components/ui/date-text";
import { Notice } from "@/components/ui/notice";
import { Page, PageHead, Section } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import { db } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import { clauseKey } from "@/domain/clauses";
import { companyDuties } from "@/domain/company-duties";
import { nameIn } from "@/domain/company-register";
import { dayOf } from "@/domain/day";
import { actionsFor } from "@/domain/procedure";
import { uploadToken } from "@/services/upload-token";
import { AddFiles } from "../../../_components/party/add-files";
import { AgreementPart } from "../../../_components/party/agreement-part";
import { CaseHistory } from "../../../_components/party/case-history";
import { PartyTimeline, PartyViewer } from "../../../_components/party/evidence-part";
import { LettersPart } from "../../../_components/party/letters-part";
import { WordsForm } from "../../../_components/party/party-forms";
import { RecordRequests } from "../../../_components/party/record-requests";
import { CaseTitle } from "../../_components/case-line";
import { answerProposal, propose, sendRecords } from "../../actions";
import { CompanyTurn } from "./_components/company-turn";
import { Facts } from "./_components/facts";

export const metadata: Metadata = { robots: { index: false }, referrer: "same-origin" };

/** Clocks a company follows, in the order of the procedure. */
const FOLLOWED = [
  "first_answer",
  "company_reply",
  "draft_comments",
  "decision",
  "review_window",
  "review",
  "rectification",
  "record_request",
] as const;
/** States in which a company's files need no reason of their own. */
const BEFORE_END: readonly string[] = ["accepted", "ruling_drafted", "under_review"];
const OPEN = ["running", "paused", "overdue"];

/** One case as its company sees it: what it owes, what is alleged, what it may see of the evidence, the clocks, what was said. */
export default async function CompanyCasePage({ params }: { params: Promise<{ reference: string }> }) {
  const [{ reference }, locale, now] = await Promise.all([params, getLocale(), portalNow(db())]);
  const actor = await companyActor(reference);
  if (!actor) {
    if (await currentActor()) notFound();
    redirect(`/${locale}/company/open?reference=${encodeURIComponent(reference)}`);
  }
  const of = await partyCase(actor, reference, locale, now);
  if (!of?.company) notFound();
  const [t, party, clause, asked] = await Promise.all([
    getTranslations("companyPortal"),
    getTranslations("party"),
    getTranslations("clauses"),
    getTranslations("recordRequest"),
  ]);
  const { row, snapshot, calendar } = of.file;
  const company = nameIn(of.company, locale);
  const duties = companyDuties(snapshot, calendar, dayOf(now));
  const may = actionsFor("company", snapshot.state);
  const owed = new Set(duties.map((d) => `${d.clock.clock}${d.clock.subject ?? ""}`));
  const shown = of.clocks
    .filter((c) => (FOLLOWED as readonly string[]).includes(c.clock) && !owed.has(`${c.clock}${c.subject ?? ""}`))
    .sort((a, b) => Number(OPEN.includes(b.state)) - Number(OPEN.includes(a.state)));
  const owesRecords = of.recordRequests.some((r) => r.deliveredAt === null);
  const mayAdd =
    may.includes("add_evidence") &&
    (owesRecords || BEFORE_END.includes(snapshot.state) || snapshot.rectifications.some((r) => r.acceptedAt === null));
  const token = uploadToken({ owner: "case", id: row.id, side: "company", userId: actor.userId ?? null }, now);
  const files = mayAdd ? (
    <div>
      <h3 className="mb-2">{t("addFiles")}</h3>
      <AddFiles place={{ token, scope: row.id }} />
    </div>
  ) : null;
  const filesAbove = duties.some((d) => d.kind === "reply" || d.kind === "rectification");
  const shares = of.consents.has("share_with_company");
  return (
    <ClientWords areas={["agreement", "evidenceView", "party", "companyPortal.reply", "upload", "ui", "errors"]}>
      <Page>
        <PageHead
          kicker={row.reference}
          title={<CaseTitle row={row} />}
          meta={[
            <StateMark key="state" state={snapshot.state} />,
            <span key="filed">
              {t("filedOn")} <DateText day={dayOf(row.filedAt)} form="date" />
            </span>,
            ...(row.servedAt
              ? [
                  <span key="served">
                    {t("servedOn")} <DateText day={dayOf(row.servedAt)} form="date" />
                  </span>,
                ]
              : []),
          ]}
        />
        {of.publication && (
          <p className="mt-5">
            <LinkButton kind="plain" href={`${PLACES.rulings}/${of.publication.number}`}>
              {party("readRuling")}
            </LinkButton>
          </p>
        )}
        <CompanyTurn of={of} duties={duties} may={may} company={company} files={files} />
        {of.recordRequests.length > 0 && (
          <Section title={asked("companyTitle")} note={asked("companyNote")}>
            <RecordRequests
              requests={of.recordRequests}
              answer={(request) => (
                <WordsForm
                  action={sendRecords}
                  reference={row.reference}
                  prefix={`records-${request.id}-`}
                  name="answer"
                  label={asked("answerLabel")}
                  button={asked("answerSend")}
                  max={5000}
                  hidden={{ requestId: request.id }}
                />
              )}
            />
          </Section>
        )}
        <AgreementPart
          side="company"
          reference={row.reference}
          agreements={of.agreements}
          may={may.includes("settle") && snapshot.servedAt !== null}
          propose={propose}
          answer={answerProposal}
        />
        <Section title={t("alleged")} note={t("allegedNote")}>
          <ul>
            {of.allegations.map((a) => (
              <li key={a.id} className="hair-b grid gap-x-5 gap-y-1 py-3 wide:grid-cols-[4em_minmax(0,1fr)]">
                <span className="text-ink-2">{a.clause}</span>
                <span>
                  <b className="font-medium">{clause(`${clauseKey(a.clause)}.title`)}</b>
                  <span className="block text-small text-ink-2">{clause(`${clauseKey(a.clause)}.rule`)}</span>
                </span>
              </li>
            ))}
          </ul>
          <h3 className="mt-7 mb-2">{t("factsTitle")}</h3>
          <Facts row={row} />
          <h3 className="mt-7 mb-2">{t("words")}</h3>
          {of.narrative ? (
            <div lang={row.locale} className="grid max-w-measure gap-3">
              <p className="whitespace-pre-line wrap-anywhere">{of.narrative.narrative}</p>
              {of.narrative.wants && (
                <p className="text-ink-2">
                  {party("wants")}
                  {of.narrative.wants}
                </p>
              )}
            </div>
          ) : (
            <Notice>{t(shares ? "noWords" : "notShared")}</Notice>
          )}
        </Section>
        <PartyTimeline rows={of.evidence} priority={row.priorityGroup !== null} />
        <Section title={party("filesTitle")} note={shares ? t("filesNote") : t("filesNotShared")}>
          <PartyViewer rows={of.evidence} />
          {!filesAbove && files && <div className="mt-6">{files}</div>}
        </Section>
        <Section title={party("clocks")} note={party("clocksNote")}>
          <div className="grid gap-6">
            {shown.map((clock) => (
              <DeadlineMark key={`${clock.clock}${clock.subject ?? ""}`} clock={clock} />
            ))}
          </div>
        </Section>
        <Section title={party("history")} note={party("historyNote")}>
          <CaseHistory of={of} />
        </Section>
        <LettersPart of={of} />
      </Page>
    </ClientWords>
  );
}
