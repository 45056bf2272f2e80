import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { requirePage } from "@/app/_server/session";
import { DaysLeftText } from "@/components/case/queue-axis";
import { formatDay, formatInstant } from "@/components/format";
import { ClientWords } from "@/components/ui/client-words";
import { LocalLink } from "@/components/ui/local-link";
import { EmptyState } from "@/components/ui/notice";
import { db } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar";
import { portalNow } from "@/db/queries/clock";
import { openReports } from "@/db/queries/desk-lists";
import { CLOCKS } from "@/domain/clocks";
import { nameIn } from "@/domain/company-register";
import { dayOf } from "@/domain/day";
import { addWorkingDays, countWorkingDays } from "@/domain/working-days";
import { ActDisclosure } from "../_components/act-disclosure";
import { ListPage } from "../_components/list-page";
import { CheckReportForm } from "../cases/[reference]/_components/review-forms";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.check");
  return { title: t("title") };
}

/** Reports on rectifications that wait for the desk, the first due on top, answered in place. */
export default async function ChecksPage() {
  const actor = await requirePage(["officer", "supervisor"], "/desk/checks");
  const [t, locale, now, reports] = await Promise.all([
    getTranslations("desk.check"),
    getLocale(),
    portalNow(db()),
    openReports(db()),
  ]);
  const calendar = await loadCalendar(db(), locale);
  const today = dayOf(now);
  return (
    <ClientWords areas={["desk.check"]}>
      <ListPage title={t("title")} lead={t("lead")}>
        {reports.length === 0 && <EmptyState looked={t("empty")} />}
        <ul className="entries">
          {reports.map((report) => {
            const due = addWorkingDays(dayOf(report.reportedAt), CLOCKS.rectification_check.length, calendar).due;
            const left = today <= due ? countWorkingDays(today, due, calendar) : 0 - countWorkingDays(due, today, calendar);
            return (
              <li key={report.id}>
                <div className="min-w-0">
                  <p className="text-note text-ink-2">
                    <LocalLink href={`/desk/cases/${report.reference}#rectification`}>{report.reference}</LocalLink>
                    <span className="ml-3">{report.company ? nameIn(report.company, locale) : ""}</span>
                  </p>
                  <h2 className="font-sans text-body font-medium">
                    {report.clause} {report.title}
                  </h2>
                  <p className="mt-1 max-w-measure border-l-(length:--double) border-line-2 pl-3.5 whitespace-pre-line">
                    {report.body}
                  </p>
                  <p className="mt-1 text-note text-ink-2">
                    {t("reported", { at: formatInstant(report.reportedAt, locale) })}
                    {report.earlier > 0 && <span className="ml-3">{t("again")}</span>}
                    {report.confirmed !== null && <span className="ml-3">{t(report.confirmed ? "confirmed" : "disputed")}</span>}
                  </p>
                </div>
                <p className="text-note">
                  <DaysLeftText daysLeft={left} /> <span className="text-ink-2">{formatDay(due, locale, "short")}</span>
                </p>
                {actor.role === "officer" && (
                  <ActDisclosure label={t("act")} wide>
                    <CheckReportForm reference={report.reference} findingId={report.findingId} />
                  </ActDisclosure>
                )}
              </li>
            );
          })}
        </ul>
      </ListPage>
    </ClientWords>
  );
}
