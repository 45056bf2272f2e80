import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { draftView } from "@/app/_server/report-view";
import { requirePage } from "@/app/_server/session";
import { ReportBody } from "@/app/[locale]/_components/report/report-body";
import { ReportCover } from "@/app/[locale]/_components/report/report-cover";
import { Brand } from "@/components/ui/brand";
import { LocalLink } from "@/components/ui/local-link";
import { SkipLink } from "@/components/ui/masthead";
import { Notice } from "@/components/ui/notice";
import { Page } from "@/components/ui/page";
import { db } from "@/db/client";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("alliance.builder");
  return { title: t("preview"), robots: { index: false } };
}

/** The report as readers will see it, before it is public; for editor and publisher. */
export default async function PreviewPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await requirePage(["editor", "publisher"], `/alliance/preview/${id}`);
  const view = await draftView(db(), id);
  if (!view) notFound();
  const t = await getTranslations("alliance.preview");
  return (
    <>
      <header className="page-width">
        <SkipLink />
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
          <Brand />
          <Notice tone="ink">
            {t("notice", { version: view.report.version })} <LocalLink href={`/alliance/reports/${id}`}>{t("back")}</LocalLink>
          </Notice>
        </div>
        <div className="wenwu" />
      </header>
      <Page>
        <ReportCover view={view} />
        <ReportBody view={view} />
      </Page>
    </>
  );
}
