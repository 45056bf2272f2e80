import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { namesOf } from "@/app/_server/evidence-names";
import { currentDraft } from "@/app/_server/filing";
import { progressOf, reviewOf } from "@/app/_server/reading-review";
import { ReadingForm } from "@/components/evidence/reading-form";
import { ReadingProgress } from "@/components/evidence/reading-progress";
import { Steps } from "@/components/ui/ask-bar";
import { ClientWords } from "@/components/ui/client-words";
import { LocalLink } from "@/components/ui/local-link";
import { Notice } from "@/components/ui/notice";
import { Page } from "@/components/ui/page";
import { Phrases } from "@/components/ui/phrases";
import { db } from "@/db/client";
import { filesOf } from "@/db/queries/uploads";
import { FILING_STEPS, stepNumber } from "@/domain/filing";
import { readingsFor } from "@/services/confirm-reading";
import { FilingBar } from "../../_components/filing-bar";
import { confirmDraftReading } from "../reading-actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("evidenceView.review");
  return { title: t("title") };
}

/** Belongs to the question about evidence: what was read in the files, confirmed or put right by the person. It may be skipped. */
export default async function ReadingPage() {
  const [t, file, locale, { draft }] = await Promise.all([
    getTranslations("evidenceView.review"),
    getTranslations("file"),
    getLocale(),
    currentDraft(),
  ]);
  if (!draft) redirect(`/${locale}/file`);
  const { rows, readings, files } = await readingsFor(await filesOf(db(), { draftId: draft.row.id }));
  const names = await namesOf(rows);
  const review = await reviewOf(rows, files, names);
  const progress = progressOf(readings.values());
  const empty = review.proposals.length + review.texts.length + review.recordings.length === 0;
  return (
    <ClientWords areas={["evidenceView", "ui"]}>
      <FilingBar aside={<LocalLink href="/file/keep">{file("kept")}</LocalLink>} />
      <Page width="ask">
        <Steps step={stepNumber("evidence")} of={FILING_STEPS.length} />
        <h1 className="text-h1">
          <Phrases text={t("title")} />
        </h1>
        <p className="mt-2.5">{t("lead")}</p>
        <ReadingProgress source="/api/readings" start={progress} again={`/${locale}/file/reading`} />
        {empty && progress.done === progress.all && (
          <div className="mt-6">
            <Notice>{t("nothing")}</Notice>
          </div>
        )}
        {!empty && <ReadingForm action={confirmDraftReading} hidden={{}} {...review} go={t("goOn")} />}
        <p className="mt-4 text-center">
          <LocalLink href="/file/wish">{t("skip")}</LocalLink>
        </p>
        <p className="mt-4 text-center">
          <LocalLink href="/file/evidence">{file("go.back")}</LocalLink>
        </p>
      </Page>
    </ClientWords>
  );
}
