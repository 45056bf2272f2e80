import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { requirePage } from "@/app/_server/session";
import { DaysLeftText } from "@/components/case/queue-axis";
import { formatDay, formatInstant } from "@/components/format";
import { LocalLink } from "@/components/ui/local-link";
import { EmptyState } from "@/components/ui/notice";
import { db } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar";
import { portalNow } from "@/db/queries/clock";
import { openReviews } from "@/db/queries/desk-lists";
import { nameIn } from "@/domain/company-register";
import { dayOf } from "@/domain/day";
import { countWorkingDays } from "@/domain/working-days";
import { ListPage } from "../_components/list-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.review");
  return { title: t("title") };
}

/** Cases under review, the first due on top; the work itself is done on the case. */
export default async function ReviewsPage() {
  await requirePage(["officer", "supervisor"], "/desk/reviews");
  const [t, locale, now, rows] = await Promise.all([
    getTranslations("desk.review"),
    getLocale(),
    portalNow(db()),
    openReviews(db()),
  ]);
  const calendar = await loadCalendar(db(), locale);
  const today = dayOf(now);
  return (
    <ListPage title={t("title")} lead={t("lead")}>
      {rows.length === 0 && <EmptyState looked={t("empty")} />}
      <ul className="entries">
        {rows.map((row) => {
          const due = row.deskDue;
          const left =
            due === null
              ? null
              : today <= due
                ? countWorkingDays(today, due, calendar)
                : 0 - countWorkingDays(due, today, calendar);
          return (
            <li key={row.reference}>
              <div className="min-w-0">
                <p className="text-note text-ink-2">
                  {row.reference} <span className="ml-3">{row.company ? nameIn(row.company, locale) : `“${row.typed}”`}</span>
                </p>
                <h2 className="font-sans text-body font-medium">
                  <LocalLink href={`/desk/cases/${row.reference}#review`} className="inline-block py-1 text-ink visited:text-ink">
                    {t(`asked.${row.side as "company"}`, { at: formatInstant(row.requestedAt, locale) })}{" "}
                    {t(`of.${row.of as "ruling"}`)}
                  </LocalLink>
                </h2>
                <p className="text-note text-ink-2">
                  {row.result
                    ? `${t(`proposed.${row.result as "upheld"}`)} ${row.proposer ?? ""}　${t("step.sign")}`
                    : t("step.propose")}
                </p>
              </div>
              {due && left !== null && (
                <p className="text-note">
                  <DaysLeftText daysLeft={left} /> <span className="text-ink-2">{formatDay(due, locale, "short")}</span>
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </ListPage>
  );
}
