import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { requirePage } from "@/app/_server/session";
import { FindingMark } from "@/components/case/marks";
import { DaysLeftText } from "@/components/case/queue-axis";
import { formatDay } from "@/components/format";
import { ClientWords } from "@/components/ui/client-words";
import { LocalLink } from "@/components/ui/local-link";
import { EmptyState } from "@/components/ui/notice";
import { db } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar";
import { portalNow } from "@/db/queries/clock";
import { draftsOut } from "@/db/queries/desk-lists";
import { nameIn } from "@/domain/company-register";
import { type Day, dayOf } from "@/domain/day";
import type { Outcome } from "@/domain/findings";
import { overallOutcome } from "@/domain/publication/content";
import { signableFrom } from "@/domain/signable-from";
import { countWorkingDays } from "@/domain/working-days";
import { ListPage } from "../_components/list-page";
import { SignInList } from "../cases/[reference]/_components/sign-acts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.sign");
  return { title: t("title") };
}

type Draft = Awaited<ReturnType<typeof draftsOut>>[number] & { from: Day; left: number | null };

/** Drafts that are out: whether both sides commented or from when they may be signed, and the signature of a second person. */
export default async function SignPage() {
  const actor = await requirePage(["officer", "supervisor"], "/desk/sign");
  const [t, locale, now] = await Promise.all([getTranslations("desk.sign"), getLocale(), portalNow(db())]);
  const [rows, calendar] = await Promise.all([draftsOut(db()), loadCalendar(db(), locale)]);
  const today = dayOf(now);
  const drafts: Draft[] = rows.map((row) => {
    const sentOn = dayOf(row.sentAt);
    const servedOn = row.servedAt ? dayOf(row.servedAt) : null;
    const due = row.decisionDue;
    return {
      ...row,
      from: signableFrom({ sentOn, servedOn, replied: row.repliedAt !== null, commented: row.commented }, calendar),
      left:
        due === null ? null : today <= due ? countWorkingDays(today, due, calendar) : 0 - countWorkingDays(due, today, calendar),
    };
  });
  const groups = [
    { key: "ready", title: t("readyGroup"), rows: drafts.filter((d) => d.from <= today && d.redacted) },
    { key: "wait", title: t("waitGroup"), rows: drafts.filter((d) => d.from > today || !d.redacted) },
  ].filter((group) => group.rows.length > 0);
  const commentsOf = (d: Draft) => (d.commented.length === 2 ? "both" : d.from <= today ? "over" : (d.commented[0] ?? "none"));
  const why = (d: Draft) =>
    d.draftedBy === actor.userId
      ? t("not.samePerson")
      : d.from > today
        ? t("not.from", { day: formatDay(d.from, locale, "weekday") })
        : d.redacted
          ? null
          : t("not.open");
  return (
    <ClientWords areas={["desk.sign"]}>
      <ListPage title={t("title")} lead={t("lead")}>
        {drafts.length === 0 && <EmptyState looked={t("empty")} meaning={t("emptyNote")} />}
        {actor.role === "officer" && drafts.length > 0 && <p className="text-ink-2">{t("forOfficers")}</p>}
        {groups.map((group) => (
          <section key={group.key} aria-label={group.title}>
            <h2>
              {group.title}{" "}
              <small className="font-sans text-note font-normal text-ink-2">{t("count", { n: group.rows.length })}</small>
            </h2>
            <ul className="entries">
              {group.rows.map((d) => (
                <li key={d.reference}>
                  <div className="min-w-0">
                    <p className="text-note text-ink-2">
                      <LocalLink href={`/desk/cases/${d.reference}`}>{d.reference}</LocalLink>
                      <span className="ml-3">{d.company ? nameIn(d.company, locale) : ""}</span>
                    </p>
                    <h3 className="font-sans text-body font-medium">
                      <LocalLink
                        href={`/desk/cases/${d.reference}#ruling`}
                        className="inline-block py-1 text-ink visited:text-ink"
                      >
                        {d.title}
                      </LocalLink>
                    </h3>
                    <p className="text-note text-ink-2">
                      {t("drafted", { name: d.drafter ?? "", day: formatDay(dayOf(d.sentAt), locale, "day") })}
                      <span className="ml-3">{t(`comments.${commentsOf(d)}`)}</span>
                      <span className="ml-3">
                        {d.from <= today ? t("ready") : t("from", { day: formatDay(d.from, locale, "weekday") })}
                      </span>
                      {!d.redacted && <span className="ml-3 font-medium text-ink">{t("notRedacted")}</span>}
                    </p>
                  </div>
                  <div>
                    <FindingMark outcome={overallOutcome(d.outcomes as Outcome[])} />
                    {d.left !== null && d.decisionDue && (
                      <p className="text-note">
                        <DaysLeftText daysLeft={d.left} paused={d.paused} />{" "}
                        <span className="text-ink-2">{formatDay(d.decisionDue, locale, "short")}</span>
                      </p>
                    )}
                  </div>
                  {actor.role === "supervisor" && <SignInList reference={d.reference} why={why(d)} />}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </ListPage>
    </ClientWords>
  );
}
