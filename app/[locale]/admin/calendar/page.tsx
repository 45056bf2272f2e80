import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { requirePage } from "@/app/_server/session";
import { portalToday } from "@/app/_server/today";
import { ClientWords } from "@/components/ui/client-words";
import { DateText } from "@/components/ui/date-text";
import { Page, PageHead, Section } from "@/components/ui/page";
import { DataTable } from "@/components/ui/table";
import { db } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar";
import { loadedNotices, openProposals } from "@/db/queries/calendar-notices";
import { workingDaysOf } from "@/domain/calendar-notice";
import { dayOf, yearOf } from "@/domain/day";
import { NoticeForm } from "./notice-form";
import { ProposalPart } from "./proposal-part";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("workCalendar"))("title") };
}

/** The notices of holidays: which years have one, a new one brought in, looked at and signed by a second person. */
export default async function AdminCalendarPage() {
  const actor = await requirePage(["admin"], "/admin/calendar");
  const locale = await getLocale();
  const t = await getTranslations("workCalendar");
  const { now, day: today } = await portalToday(locale);
  const [calendar, notices, proposals] = await Promise.all([
    loadCalendar(db(), locale),
    loadedNotices(db()),
    openProposals(db()),
  ]);
  const next = Math.max(yearOf(today), ...notices.map((n) => n.year)) + 1;
  return (
    <Page>
      <PageHead title={t("title")} lead={t("lead")} />
      <Section title={t("years")} note={t("yearsNote")} close>
        <DataTable
          caption={t("years")}
          columns={[
            { key: "year", label: t("year") },
            { key: "source", label: t("source") },
            { key: "working", label: t("working"), end: true },
            { key: "loaded", label: t("loaded") },
          ]}
          rows={[
            ...notices.map((n) => ({
              key: String(n.year),
              cells: [
                String(n.year),
                n.source,
                workingDaysOf(n.year, calendar),
                <DateText key="d" day={dayOf(n.loadedAt)} form="date" />,
              ],
            })),
            { key: "next", cells: [String(next), t("none"), workingDaysOf(next, calendar), t("provisional")] },
          ]}
        />
      </Section>
      {proposals.map((proposal) => (
        <Section
          key={proposal.id}
          title={t("waiting", { year: proposal.year })}
          note={t("waitingNote", { by: proposal.by ?? "" })}
        >
          <ProposalPart proposal={proposal} own={proposal.proposedBy === actor.userId} now={now} />
        </Section>
      ))}
      <Section title={t("bring")} note={t("bringNote")}>
        <ClientWords areas={["workCalendar", "ui"]}>
          <NoticeForm year={next} />
        </ClientWords>
      </Section>
    </Page>
  );
}
