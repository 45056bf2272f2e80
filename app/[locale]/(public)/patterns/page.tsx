import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { FindingMark, Seal, StateMark } from "@/components/case/marks";
import { Page, PageHead, Section } from "@/components/ui/page";
import { ChartPart } from "./chart-part";
import { DeadlinePart } from "./deadline-part";
import { DeskPart } from "./desk-part";
import { FormPart } from "./form-part";
import { ListPart } from "./list-part";
import { MarksPart } from "./marks-part";

export const revalidate = 3600;

export async function generateMetadata({ params }: { params: Promise<{ locale: string }> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "patterns" });
  return { title: t("title"), robots: { index: false, follow: false } };
}

/** Every piece of the design, in light and dark, with made-up data: what a page is built from. */
export default function PatternsPage() {
  const t = useTranslations("patterns");
  return (
    <Page>
      <PageHead
        kicker={t("kicker")}
        title={t("title")}
        lead={t("lead")}
        side={<Seal outcome="partly_upheld" />}
        meta={[t("meta"), <StateMark key="state" state="final" />, <FindingMark key="finding" outcome="upheld" />]}
      />
      <Section title={t("marks")} note={t("marksNote")} close>
        <MarksPart />
      </Section>
      <Section title={t("deadlines")} note={t("deadlinesNote")}>
        <DeadlinePart />
      </Section>
      <Section title={t("forms")} note={t("formsNote")}>
        <FormPart />
      </Section>
      <Section title={t("charts")} note={t("chartsNote")}>
        <ChartPart />
      </Section>
      <Section title={t("lists")} note={t("listsNote")}>
        <ListPart />
      </Section>
      <Section title={t("desk")} note={t("deskNote")}>
        <DeskPart />
      </Section>
    </Page>
  );
}
