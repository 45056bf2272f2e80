import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Page } from "@/components/ui/page";
import { FilingBar } from "../../_components/filing-bar";
import { ResumeForm } from "../../_components/resume-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("file.resume");
  return { title: t("title"), referrer: "same-origin" };
}

/** Opens a draft with its code; a link carries it after the "#", which no server sees. */
export default async function ResumePage() {
  const t = await getTranslations("file.resume");
  return (
    <>
      <FilingBar />
      <Page width="ask">
        <h1 className="pt-7 text-h1">{t("title")}</h1>
        <p className="mt-2">{t("lead")}</p>
        <ResumeForm />
      </Page>
    </>
  );
}
