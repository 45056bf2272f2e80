import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { portalToday } from "@/app/_server/today";
import { Kept } from "@/components/charts/kept";
import { DateText } from "@/components/ui/date-text";
import { Page, PageHead, Section } from "@/components/ui/page";
import { DataTable } from "@/components/ui/table";
import { readDb } from "@/db/client";
import { countedDuties } from "@/db/queries/authority-record";
import { loadCalendar } from "@/db/queries/calendar";
import { deemedAcceptances, overdueRegister } from "@/db/queries/public-record";
import { DUTIES, dutyRecord, kept, monthRecords } from "@/domain/authority-record";
import { addDays, addMonthsCalendar, type Day } from "@/domain/day";
import { countWorkingDays } from "@/domain/working-days";
import { DutyMonths } from "./_components/duty-months";

export const revalidate = 60;

/** Months told of: this one and the twelve before, so that a year can be compared with itself. */
const MONTHS_BACK = 12;
/** Deemed acceptances listed by number; all are counted by month. */
const MOST_DEEMED = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("overdue"))("title") };
}

/** What the authority itself has not done in time: a number of its own, the clock, days over; neither person nor company. And its record, month by month. */
export default async function OverduePage() {
  const locale = await getLocale();
  const t = await getTranslations("overdue");
  const clock = await getTranslations("clocks");
  const tx = readDb();
  const { day: today } = await portalToday(locale);
  const yesterday = addDays(today, -1);
  const since = `${addMonthsCalendar(today, -MONTHS_BACK).slice(0, 7)}-01` as Day;
  const [rows, deemed, calendar, duties] = await Promise.all([
    overdueRegister(tx, today),
    deemedAcceptances(tx, MOST_DEEMED),
    loadCalendar(tx, locale),
    countedDuties(tx, since, yesterday),
  ]);
  const year = duties.filter((duty) => duty.dueOn > addDays(today, -366));
  const months = monthRecords(duties);
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
      <Section title={t("deemed.title")} note={t("deemed.note", { n: MOST_DEEMED })}>
        <DataTable
          caption={t("deemed.title")}
          columns={[
            { key: "number", label: t("number") },
            { key: "clock", label: t("clock") },
            { key: "due", label: t("due") },
            { key: "became", label: t("deemed.became"), end: true },
          ]}
          rows={deemed.map((row) => ({
            key: row.number,
            cells: [
              row.number,
              clock("acceptance"),
              <DateText key="due" day={row.due} form="date" />,
              <b key="became" className="text-seal">
                {t("deemed.ranOut")}
              </b>,
            ],
          }))}
          empty={t("deemed.none")}
        />
      </Section>
      <Section title={t("year")} note={t("yearNote")}>
        <Kept id="acceptance" title={t("acceptance")} {...kept(dutyRecord("acceptance", year))} />
        <Kept id="decision" title={t("decision")} {...kept(dutyRecord("decision", year))} />
      </Section>
      <Section title={t("record.heading")} note={<p>{t("record.note", { day: yesterday })}</p>}>
        <div className="grid gap-12">
          {DUTIES.map((duty) => (
            <DutyMonths key={duty} duty={duty} months={months} locale={locale} />
          ))}
        </div>
      </Section>
    </Page>
  );
}
