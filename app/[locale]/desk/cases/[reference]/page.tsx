import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { requirePage } from "@/app/_server/session";
import { ClientWords } from "@/components/ui/client-words";
import { Page } from "@/components/ui/page";
import { db } from "@/db/client";
import { fileRedactionsOf } from "@/db/queries/evidence-redactions";
import { nameIn } from "@/domain/company-register";
import { actionsFor } from "@/domain/procedure";
import { Proposal } from "../../../_components/party/agreement-part";
import { RecordRequests } from "../../../_components/party/record-requests";
import { SuggestionReasons } from "../../_components/suggestion-reasons";
import { BindCompany } from "./_components/bind-company";
import { CaseNotes, CompanyWords, DraftComments, SupplementWords } from "./_components/both-sides";
import { CaseActs } from "./_components/case-acts";
import { CaseClocks, hasPartyClocks, PartyClocks } from "./_components/case-clocks";
import { CaseHead } from "./_components/case-head";
import { CaseKeys } from "./_components/case-keys";
import { CaseLedger } from "./_components/case-ledger";
import { CaseParties } from "./_components/case-parties";
import { DraftView } from "./_components/draft-view";
import { DeskTimeline, EvidencePanel } from "./_components/evidence-panel";
import { FactsTable } from "./_components/facts-table";
import { LeftToDo } from "./_components/left-to-do";
import { OwnWords } from "./_components/own-words";
import { PresentLine } from "./_components/present-line";
import { LetterAct, ProposeAct, RecuseAct } from "./_components/procedure-acts";
import { PublicFiles } from "./_components/public-files";
import { ReadFacts } from "./_components/read-facts";
import { RectificationPart } from "./_components/rectification-part";
import { RedactionPart } from "./_components/redaction-part";
import { ReviewPart } from "./_components/review-part";
import { RulingPart } from "./_components/ruling-part";
import { SignActs } from "./_components/sign-acts";
import { SimilarPart } from "./_components/similar-part";
import { caseWords } from "./_server/case-words";
import { readDeskCase } from "./_server/desk-case";
import { whyNotSigned } from "./_server/why-not-signed";

type Params = Promise<{ reference: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  return { title: (await params).reference };
}

function Part({ title, id, children }: { title: string; id?: string; children: ReactNode }) {
  return (
    <section id={id} aria-label={title} className="case-part">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** A case on one page: whom and what, the clocks, what is left to do and may be done, evidence, facts, words, findings, both sides, history. */
export default async function DeskCasePage({ params }: { params: Params }) {
  const { reference } = await params;
  const actor = await requirePage(["officer", "supervisor"], `/desk/cases/${reference}`);
  const [locale, t, sectors] = await Promise.all([getLocale(), getTranslations("desk.case"), getTranslations("sectors")]);
  const file = await readDeskCase(actor, reference, locale);
  if (!file) notFound();
  const { snapshot, row, words } = file;
  const may = actionsFor(actor.role, snapshot.state);
  const theirFiles = file.evidence.filter((e) => e.side === "complainant");
  const recused = snapshot.recused.includes(actor.userId);
  const [agreementWords, recordWords, letterWords, similarWords, states, timeline] = await Promise.all([
    getTranslations("agreement"),
    getTranslations("recordRequest"),
    getTranslations("letters"),
    getTranslations("similar"),
    getTranslations("states"),
    getTranslations("evidenceView.timeline"),
  ]);
  const openPause = snapshot.pauses.some((p) => p.to === null && p.reason !== "supplement" && p.reason !== "termination");
  return (
    <ClientWords areas={caseWords(file, may)}>
      <Page width="desk">
        <CaseHead file={file} />
        <PresentLine reference={row.reference} others={file.present} />
        <CaseClocks file={file} />
        <div className="case-grid">
          <div className="case-todo">
            <Part title={t(file.todo.length > 0 ? "title.todo" : "title.acts")}>
              <LeftToDo file={file} />
              {may.includes("sign_ruling") && (
                <div className="mb-2">
                  <SignActs reference={row.reference} why={await whyNotSigned(file, actor)} />
                </div>
              )}
              <CaseActs
                reference={row.reference}
                may={may}
                officers={file.officers}
                officerId={row.officerId}
                me={actor.role === "officer" ? actor.userId : null}
                pausedOpen={openPause}
                supplementAsked={snapshot.supplementRequestedAt !== null}
                canServe={snapshot.companyId !== null && snapshot.servedAt === null}
                extended={snapshot.decisionExtendedDays > 0}
              />
              <div className="act-list mt-2">
                {actor.role === "officer" && may.includes("settle") && !recused && snapshot.servedAt !== null && (
                  <ProposeAct reference={row.reference} />
                )}
                {may.includes("send_letter") && !recused && (
                  <LetterAct reference={row.reference} served={snapshot.servedAt !== null} />
                )}
                {may.includes("recuse") && !recused && <RecuseAct reference={row.reference} />}
              </div>
            </Part>
          </div>
          <div className="case-main">
            {may.includes("bind_company") && snapshot.servedAt === null && (
              <Part title={t("title.bind")} id="bind">
                <BindCompany
                  reference={row.reference}
                  typed={row.companyNameTyped}
                  bound={file.company ? nameIn(file.company, locale) : null}
                  namesakes={file.namesakes.map((c) => ({
                    id: c.id,
                    name: nameIn(c, locale),
                    sector: sectors(c.sector as "retail"),
                  }))}
                  accepted={snapshot.state === "accepted"}
                />
              </Part>
            )}
            <div className="case-told">
              <Part title={t("title.words")}>
                <OwnWords file={file} />
              </Part>
              <Part title={t("title.facts")}>
                <FactsTable file={file} />
                <div className="mt-3 text-note text-ink-2">
                  <SuggestionReasons suggestions={file.suggestions} alleged={file.allegations.map((a) => a.clause)} most={6} />
                </div>
              </Part>
            </div>
            {file.readings.size > 0 && (
              <Part title={timeline("title")} id="timeline">
                <DeskTimeline file={file} />
                <ReadFacts file={file} />
              </Part>
            )}
            <Part title={t("title.evidence")} id="evidence">
              <EvidencePanel file={file} />
            </Part>
            {may.includes("draft_ruling") && (
              <Part title={t("title.ruling")} id="ruling">
                <RulingPart file={file} />
              </Part>
            )}
            {file.ruling && !may.includes("draft_ruling") && (
              <Part title={t(file.ruling.state === "signed" ? "title.signed" : "title.draft")} id="ruling">
                <DraftView file={file} />
              </Part>
            )}
            {words.comments.length > 0 && (
              <Part title={t("title.comments")} id="comments">
                <DraftComments file={file} />
              </Part>
            )}
            {snapshot.state === "ruling_drafted" && (
              <Part title={t("title.redaction")} id="public">
                <RedactionPart file={file} may />
              </Part>
            )}
            {snapshot.acceptedAt !== null && theirFiles.length > 0 && (
              <Part title={(await getTranslations("fileRedaction"))("part")} id="public-files">
                <PublicFiles
                  reference={row.reference}
                  files={theirFiles}
                  redactions={await fileRedactionsOf(db(), row.id)}
                  consented={file.consents.has("publish_words")}
                />
              </Part>
            )}
            {words.reviews.length > 0 && (
              <Part title={t("title.review")} id="review">
                <ReviewPart file={file} actor={actor} />
              </Part>
            )}
            {snapshot.rectifications.length > 0 && (
              <Part title={t("title.rectification")} id="rectification">
                <RectificationPart file={file} actor={actor} />
              </Part>
            )}
            {file.agreements.length > 0 && (
              <Part title={agreementWords("title")} id="agreements">
                <div className="grid gap-5">
                  {file.agreements.map((a) => (
                    <div key={a.id} className="grid gap-2">
                      <h3>{agreementWords(`kind.${a.kind as "settlement"}`)}</h3>
                      <Proposal row={a} />
                    </div>
                  ))}
                </div>
              </Part>
            )}
            {file.recordRequests.length > 0 && (
              <Part title={recordWords("companyTitle")} id="records">
                <RecordRequests requests={file.recordRequests} />
              </Part>
            )}
            {words.supplements.length > 0 && (
              <Part title={t("title.supplement")}>
                <SupplementWords file={file} />
              </Part>
            )}
            {words.replies.length > 0 && (
              <Part title={t("title.reply")} id="reply">
                <CompanyWords file={file} />
              </Part>
            )}
          </div>
          <div className="case-aside">
            <Part title={t("title.parties")}>
              <CaseParties file={file} />
            </Part>
            {hasPartyClocks(file) && (
              <Part title={t("title.clocks")}>
                <PartyClocks file={file} />
              </Part>
            )}
            {words.notes.length > 0 && (
              <Part title={t("title.notes")}>
                <CaseNotes file={file} />
              </Part>
            )}
            {file.similar.length > 0 && (
              <Part title={similarWords("title")} id="similar">
                <SimilarPart
                  reference={row.reference}
                  may={!recused}
                  drafting={!recused && may.includes("draft_ruling")}
                  alike={file.similar.map((s) => ({
                    ...s,
                    takes: s.state === "accepted",
                    percent: Math.round(s.likeness * 100),
                    state: states(s.state as "accepted"),
                  }))}
                />
              </Part>
            )}
            {file.letters.length > 0 && (
              <Part title={letterWords("sent")}>
                <ul className="grid gap-3 text-note">
                  {file.letters.map((l) => (
                    <li key={l.id}>
                      <span className="text-ink-2">{letterWords(`side.${l.audience as "company"}`)}</span>
                      <span className="block whitespace-pre-line wrap-anywhere">{l.body}</span>
                    </li>
                  ))}
                </ul>
              </Part>
            )}
            <Part title={t("title.ledger")}>
              <CaseLedger file={file} />
            </Part>
          </div>
        </div>
      </Page>
      <CaseKeys may={may} bound={snapshot.companyId !== null} officer={actor.role === "officer"} />
    </ClientWords>
  );
}
