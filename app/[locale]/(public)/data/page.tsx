import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LocalLink } from "@/components/ui/local-link";
import { Page, PageHead, Section } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import { DumpPart } from "./_components/dump-part";

export const revalidate = 60;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("data"))("title") };
}

/** What can be taken away as data, and under which terms. */
export default async function DataPage() {
  const t = await getTranslations("data");
  return (
    <Page>
      <PageHead title={t("title")} lead={t("lead")} />
      <Section title={t("api")} close>
        <p className="max-w-measure">{t("apiText")}</p>
        <p className="mt-3">
          <LocalLink href={`${PLACES.data}/api`}>{t("apiLink")}</LocalLink>
        </p>
      </Section>
      <DumpPart />
      <Section title={t("scores")}>
        <p className="max-w-measure">{t("scoresText")}</p>
        <p className="mt-3">
          <a href="/api/v1/score-inputs">/api/v1/score-inputs</a>
        </p>
      </Section>
      <Section title={t("reports")}>
        <p className="max-w-measure">{t("reportsText")}</p>
        <p className="mt-3">
          <LocalLink href={PLACES.reports}>{t("reportsLink")}</LocalLink>
        </p>
      </Section>
      <Section title={t("licence")}>
        <p className="max-w-measure">{t("licenceText")}</p>
      </Section>
    </Page>
  );
}
