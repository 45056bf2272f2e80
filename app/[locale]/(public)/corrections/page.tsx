import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DateText } from "@/components/ui/date-text";
import { LocalLink } from "@/components/ui/local-link";
import { Page, PageHead, Section } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import { DataTable } from "@/components/ui/table";
import { readDb } from "@/db/client";
import { corrections } from "@/db/queries/public-record";
import { inWords, type Replacements } from "@/domain/redaction";
import { REDACTION_TYPES } from "@/domain/redaction/types";

export const revalidate = 60;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("corrections"))("title") };
}

/** Everything published that was put right later: annulled rulings and corrected reports, with the reason. */
export default async function CorrectionsPage() {
  const t = await getTranslations("corrections");
  const locale = await getLocale();
  const { annulled, reports } = await corrections(readDb());
  const hidden = await getTranslations("redaction.hidden");
  const words = Object.fromEntries(REDACTION_TYPES.map((type) => [type, hidden(type)])) as Replacements;
  return (
    <Page>
      <PageHead title={t("title")} lead={t("lead")} />
      <Section title={t("rulings")} close>
        <DataTable
          caption={t("rulings")}
          columns={[
            { key: "day", label: t("day") },
            { key: "what", label: t("what") },
            { key: "why", label: t("why") },
          ]}
          rows={annulled.map((r) => ({
            key: r.number,
            cells: [
              r.annulledOn ? <DateText key="d" day={r.annulledOn} form="date" /> : "",
              <LocalLink key="l" href={`${PLACES.rulings}/${r.number}`}>
                {t("annulled", { number: r.number })}
              </LocalLink>,
              <span key="w" lang="zh-Hans">
                {inWords(r.annulReason ?? "", words)}
              </span>,
            ],
          }))}
          empty={t("none")}
        />
      </Section>
      <Section title={t("reports")}>
        <DataTable
          caption={t("reports")}
          columns={[
            { key: "what", label: t("what") },
            { key: "change", label: t("change") },
            { key: "why", label: t("why") },
          ]}
          rows={reports.map((r) => ({
            key: r.id,
            cells: [
              `${r.quarter} v${r.version} ${r.place}`,
              `${r.before} → ${r.after}`,
              <span key="w" lang="zh-Hans">
                {r.reason[locale as "en"] ?? r.reason["zh-Hans"] ?? ""}
              </span>,
            ],
          }))}
          empty={t("none")}
        />
      </Section>
    </Page>
  );
}
