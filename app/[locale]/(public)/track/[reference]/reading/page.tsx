import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { caseActor } from "@/app/_server/case-actor";
import { namesOf } from "@/app/_server/evidence-names";
import { partyCase } from "@/app/_server/party-case";
import { progressOf, reviewOf } from "@/app/_server/reading-review";
import { ReadingForm } from "@/components/evidence/reading-form";
import { ReadingProgress } from "@/components/evidence/reading-progress";
import { ClientWords } from "@/components/ui/client-words";
import { LocalLink } from "@/components/ui/local-link";
import { Notice } from "@/components/ui/notice";
import { Page } from "@/components/ui/page";
import { Phrases } from "@/components/ui/phrases";
import { db } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import { readingsFor } from "@/services/confirm-reading";
import { confirmCaseReading } from "./actions";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { robots: { index: false }, referrer: "same-origin" };

/** The same as while filing, for files whose reading ended later or that came later. */
export default async function CaseReadingPage({ params }: { params: Promise<{ reference: string }> }) {
  const [{ reference }, locale, actor, now] = await Promise.all([params, getLocale(), caseActor(), portalNow(db())]);
  if (actor.role === "public") redirect(`/${locale}/track?reference=${encodeURIComponent(reference)}`);
  if (actor.role !== "complainant") notFound();
  const of = await partyCase(actor, reference, locale, now);
  if (!of) redirect(`/${locale}/track?reference=${encodeURIComponent(reference)}`);
  const t = await getTranslations("evidenceView.review");
  const names = await namesOf(of.evidence);
  const { rows, readings, files } = await readingsFor(of.evidence.filter((row) => row.side === "complainant"));
  const review = await reviewOf(rows, files, names);
  const progress = progressOf(readings.values());
  const empty = review.proposals.length + review.texts.length + review.recordings.length === 0;
  return (
    <ClientWords areas={["evidenceView", "ui", "errors"]}>
      <Page width="ask">
        <p className="pt-7 text-small">
          <LocalLink href={`/track/${reference}`}>{t("backToCase", { reference })}</LocalLink>
        </p>
        <h1 className="mt-2 text-h1">
          <Phrases text={t("title")} />
        </h1>
        <p className="mt-2.5">{t("lead")}</p>
        <ReadingProgress
          source={`/api/readings?reference=${encodeURIComponent(reference)}`}
          start={progress}
          again={`/${locale}/track/${reference}/reading`}
        />
        {empty && progress.done === progress.all && (
          <div className="mt-6">
            <Notice>{t("nothing")}</Notice>
          </div>
        )}
        {!empty && <ReadingForm action={confirmCaseReading} hidden={{ reference }} {...review} go={t("save")} />}
      </Page>
    </ClientWords>
  );
}
