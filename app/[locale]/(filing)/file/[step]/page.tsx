import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { currentDraft } from "@/app/_server/filing";
import { Steps } from "@/components/ui/ask-bar";
import { LocalLink } from "@/components/ui/local-link";
import { Page } from "@/components/ui/page";
import { Phrases } from "@/components/ui/phrases";
import { db } from "@/db/client";
import type { EvidenceRow } from "@/db/queries/evidence";
import { filesOf } from "@/db/queries/uploads";
import { dayOf } from "@/domain/day";
import {
  answerList,
  type DraftAnswers,
  FILING_STEPS,
  type FilingStep,
  factsToAsk,
  isFilingStep,
  stepNumber,
} from "@/domain/filing";
import { isLocale } from "@/platform/i18n/routing";
import type { DraftFile } from "@/services/draft-file";
import { faultsOfStep, readAnswers, stepOfField } from "@/services/read-answers";
import { uploadToken } from "@/services/upload-token";
import { EnterGoesOn, KeepButton } from "../../_components/ask-acts";
import { CheckList } from "../../_components/check-list";
import { SubmitForm } from "../../_components/check-step";
import { CompanyStep } from "../../_components/company-step";
import { ContactStep } from "../../_components/contact-step";
import { DetailsStep } from "../../_components/details-step";
import { EvidenceForm } from "../../_components/evidence-form";
import { EvidenceStep } from "../../_components/evidence-step";
import { FilingBar } from "../../_components/filing-bar";
import { keptFile } from "../../_components/kept-file";
import { Missing } from "../../_components/missing";
import { SharePreview } from "../../_components/share-preview";
import { StepForm } from "../../_components/step-form";
import { WhatStep } from "../../_components/what-step";
import { WishStep } from "../../_components/wish-step";
import { WordsStep } from "../../_components/words-step";
import { sentences } from "../sentences";

interface Props {
  params: Promise<{ step: string }>;
  searchParams: Promise<{ fix?: string; company?: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { step } = await params;
  if (!isFilingStep(step)) return {};
  const t = await getTranslations("file");
  return { title: t(`${step}.title`) };
}

/** One page of a complaint. Without a draft only the first page is there; a filed one leads to its receipt's place. */
export default async function StepPage({ params, searchParams }: Props) {
  const [{ step }, query, locale, t, { draft, now }] = await Promise.all([
    params,
    searchParams,
    getLocale(),
    getTranslations("file"),
    currentDraft(),
  ]);
  if (!isFilingStep(step) || !isLocale(locale)) notFound();
  if (!draft && step !== "company") redirect(`/${locale}/file`);
  const answers: DraftAnswers = draft?.data.answers ?? (query.company ? { companyName: query.company.slice(0, 100) } : {});
  const files =
    draft && (step === "evidence" || step === "contact" || step === "check")
      ? await filesOf(db(), { draftId: draft.row.id })
      : [];
  const faults = query.fix ? await sentences(faultsOfStep(step, answers, now), locale) : {};
  const savedAt = draft?.row.updatedAt.toISOString() ?? null;
  const plain = step === "check";
  return (
    <>
      {!plain && <EnterGoesOn />}
      <FilingBar aside={plain ? <LocalLink href="/file/keep">{t("kept")}</LocalLink> : <KeepButton />} />
      <Page width="ask">
        <Steps step={stepNumber(step)} of={FILING_STEPS.length} />
        <h1 className="text-h1">
          <Phrases text={t(`${step}.title`)} />
        </h1>
        {step === "evidence" && draft ? (
          <Evidence draft={draft} files={files} now={now} savedAt={savedAt} />
        ) : step === "check" && draft ? (
          <Check draft={draft} files={files} now={now} />
        ) : (
          <StepForm key={step} step={step} answers={answers} faults={faults} savedAt={savedAt} first={step === "company"}>
            {await fieldsOf(step, answers, files, now)}
          </StepForm>
        )}
      </Page>
    </>
  );
}

async function fieldsOf(step: FilingStep, answers: DraftAnswers, files: readonly EvidenceRow[], now: Date): Promise<ReactNode> {
  const t = await getTranslations("file");
  if (step === "company") return <CompanyStep />;
  if (step === "what") return <WhatStep />;
  if (step === "words") return <WordsStep />;
  if (step === "wish") return <WishStep />;
  if (step === "contact")
    return (
      <>
        <p className="mt-2 text-small text-ink-2">{t("contact.hint")}</p>
        <ContactStep preview={<SharePreview answers={answers} files={files} />} />
      </>
    );
  return (
    <>
      <p className="mt-2 text-small text-ink-2">{t("details.hint")}</p>
      <DetailsStep asked={factsToAsk(answerList(answers, "situations"))} latest={dayOf(now)} />
    </>
  );
}

async function Evidence({
  draft,
  files,
  now,
  savedAt,
}: {
  draft: DraftFile;
  files: readonly EvidenceRow[];
  now: Date;
  savedAt: string | null;
}) {
  const t = await getTranslations("file.evidence");
  const token = uploadToken({ owner: "draft", id: draft.row.id, side: "complainant", userId: draft.row.userId }, now);
  return (
    <>
      <p className="mt-2.5">{t("lead")}</p>
      <EvidenceStep place={{ token, scope: draft.row.id }} kept={files.map(keptFile)} />
      <EvidenceForm savedAt={savedAt} hasFiles={files.length > 0} />
    </>
  );
}

async function Check({ draft, files, now }: { draft: DraftFile; files: readonly EvidenceRow[]; now: Date }) {
  const [t, locale] = await Promise.all([getTranslations("file"), getLocale()]);
  const { faults } = readAnswers(draft.data.answers, now);
  const said = faults && isLocale(locale) ? await sentences(faults, locale) : {};
  const missing = Object.entries(said).map(([field, message]) => ({ field, step: stepOfField(field), message }));
  return (
    <>
      <p className="mt-2 text-small text-ink-2">{t("check.lead")}</p>
      <CheckList answers={draft.data.answers} files={files} />
      {missing.length > 0 ? <Missing items={missing} /> : <SubmitForm />}
      <p className="mt-6 text-center">
        <LocalLink href="/file/contact">{t("go.back")}</LocalLink>
      </p>
    </>
  );
}
