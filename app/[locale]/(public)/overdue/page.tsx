import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { portalToday } from "@/app/_server/today";
import { Kept } from "@/components/charts/kept";
import { DateText } from "@/components/ui/date-text";
import { Page, PageHead, Section } from "@/components/ui/page";
import { DataTable } from "@/components/ui/table";
import { readDb } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar";
import { overdueRegister, promisesKept } from "@/db/queries/public-record";
import { addDays } from "@/domain/day";
import { countWorkingDays } from "@/domain/working-days";

export const revalidate = 60;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("overdue"))("title") };
}

/** What the authority itself has not done in time: a number of its own, the clock, days over; neither person nor company. */
export default async function OverduePage() {
  const locale = await getLocale();
  const t = await getTranslations("overdue");
  const clock = await getTranslations("clocks");
  const tx = readDb();
  const { day: today } = await portalToday(locale);
  const [rows, calendar, kept] = await Promise.all([
    overdueRegister(tx, today),
    loadCalendar(tx, locale),
    promisesKept(tx, addDays(today, -365), addDays(today, -1)),
  ]);
  return (
    <Page>
      <PageHead title={t("title")} lead={t("lead")} />
      <Section title={t("now", { n: rows.length })} note={t("nowNote")} close>
        <DataTable
          caption={t("title")}
          columns={[
            { key: "number", label: t("number") },
            { key: "clock", label: t("clock") },
            { key: "due", label: t("due") },
            { key: "over", label: t("today"), end: true },
          ]}
          rows={rows.map((row) => ({
            key: row.number,
            cells: [
              row.number,
              clock(row.clock),
              <DateText key="due" day={row.due} form="date" />,
              <b key="over" className="text-seal">
                {t("over", { n: countWorkingDays(row.due, today, calendar) })}
              </b>,
            ],
          }))}
          empty={t("none")}
        />
      </Section>
      <Section title={t("year")} note={t("yearNote")}>
        <Kept
          id="acceptance"
          title={t("acceptance")}
          onTime={kept.acceptance.due - kept.acceptance.late}
          late={kept.acceptance.late}
        />
        <Kept id="decision" title={t("decision")} onTime={kept.decision.due - kept.decision.late} late={kept.decision.late} />
      </Section>
    </Page>
  );
}
