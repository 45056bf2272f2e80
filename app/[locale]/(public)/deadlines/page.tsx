import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { portalToday } from "@/app/_server/today";
import { DayStrip } from "@/components/case/day-strip";
import { formatDay, formatTime } from "@/components/format";
import { Page, PageHead, Section } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import { readDb } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar";
import { CLOCKS, type Deadline } from "@/domain/clocks";
import { DeadlineForm } from "./_components/deadline-form";
import { DeadlineTable } from "./_components/deadline-table";
import { type Asked, readAsked } from "./_components/read-asked";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deadlines"))("title") };
}

/** The same sum in the address a program asks. */
function apiAddress(asked: Asked): string {
  const query = new URLSearchParams([
    ["clock", asked.clock],
    ["start", asked.start],
    ...asked.pauses.flatMap((p) => (p.from && p.to ? [["pause", [p.from, p.to, p.reason].filter(Boolean).join("/")]] : [])),
  ]);
  return `/api/v1/deadlines?${query}`;
}

/** Any deadline, counted day by day, for anyone: the same rules as for cases. Works without JavaScript. */
export default async function DeadlinesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const locale = await getLocale();
  const t = await getTranslations("deadlines");
  const { day: today } = await portalToday(locale);
  const calendar = await loadCalendar(readDb(), locale);
  const { asked, deadline, errors } = readAsked(await searchParams, calendar, today);
  return (
    <Page>
      <PageHead title={t("title")} lead={t("lead")} />
      <Section title={t("ask")} note={t("askNote")} close>
        <DeadlineForm action={`/${locale}${PLACES.deadlines}`} asked={asked} errors={errors} />
      </Section>
      {deadline && (
        <Section
          title={t("answer")}
          note={deadline.provisional ? t("provisional", { year: deadline.due.slice(0, 4) }) : t("published")}
        >
          <Answer deadline={deadline} />
          <p className="mt-5 text-small text-ink-2">
            {t("program")}{" "}
            <a href={apiAddress(asked)} className="break-all">
              {apiAddress(asked)}
            </a>
          </p>
        </Section>
      )}
      <Section title={t("rules")} note={t("rulesNote")}>
        <ul className="grid max-w-measure gap-2">
          {(["zero", "end", "notice", "none", "pause"] as const).map((key) => (
            <li key={key}>{t(`rule.${key}`)}</li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}

async function Answer({ deadline }: { deadline: Deadline }) {
  const locale = await getLocale();
  const t = await getTranslations("deadlines");
  const duty = (await getTranslations("clocks"))(deadline.clock);
  const due = formatDay(deadline.due, locale, "full");
  if (CLOCKS[deadline.clock].unit === "hours")
    return (
      <p className="text-lead">{t("dueAt", { duty, day: due, time: formatTime(deadline.dueAt), n: deadline.workingDays })}</p>
    );
  return (
    <>
      <p className="mb-5 text-lead">
        {t.rich("due", { duty, day: due, n: deadline.workingDays, b: (words) => <b className="whitespace-nowrap">{words}</b> })}
      </p>
      <DayStrip deadline={deadline} note={false} />
      <details className="mt-5">
        <summary>{t("table")}</summary>
        <DeadlineTable deadline={deadline} />
      </details>
    </>
  );
}
