import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { requirePage } from "@/app/_server/session";
import { formatDay } from "@/components/format";
import { LocalLink } from "@/components/ui/local-link";
import { EmptyState } from "@/components/ui/notice";
import { db } from "@/db/client";
import { deskChecks } from "@/db/queries/special-checks";
import { nameIn } from "@/domain/company-register";
import { dayOf } from "@/domain/day";
import { formatThreshold } from "@/domain/special-check";
import { useCheckTitle, useWeekSpan } from "../../_components/check/check-words";
import { ListPage } from "../_components/list-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.specialChecks"))("title") };
}

type Row = Awaited<ReturnType<typeof deskChecks>>[number];

/** Special checks of the desk: to sign, running, concluded. */
export default async function DeskChecksPage() {
  await requirePage(["officer", "supervisor"], "/desk/special-checks");
  const [t, locale, rows] = await Promise.all([getTranslations("desk.specialChecks"), getLocale(), deskChecks(db())]);
  const groups = (["drafted", "open", "concluded"] as const)
    .map((state) => ({ state, rows: rows.filter((row) => row.check.state === state) }))
    .filter((group) => group.rows.length > 0);
  return (
    <ListPage title={t("title")} lead={t("lead")}>
      {rows.length === 0 && <EmptyState looked={t("empty")} meaning={t("emptyNote")} />}
      {groups.map((group) => (
        <section key={group.state} aria-label={t(`group.${group.state}`)}>
          <h2>
            {t(`group.${group.state}`)}{" "}
            <small className="font-sans text-note font-normal text-ink-2">{t("count", { n: group.rows.length })}</small>
          </h2>
          <ul className="entries">
            {group.rows.map((row) => (
              <CheckEntry key={row.check.id} row={row} company={nameIn(row.company, locale)} locale={locale} t={t} />
            ))}
          </ul>
        </section>
      ))}
    </ListPage>
  );
}

function CheckEntry({
  row: { check, cases, drafter },
  company,
  locale,
  t,
}: {
  row: Row;
  company: string;
  locale: string;
  t: Awaited<ReturnType<typeof getTranslations<"desk.specialChecks">>>;
}) {
  const title = useCheckTitle();
  const week = useWeekSpan();
  const day = (at: Date) => formatDay(dayOf(at), locale, "day");
  return (
    <li>
      <div className="min-w-0">
        <p className="text-note text-ink-2">
          {check.number}
          <span className="ml-3">{company}</span>
        </p>
        <h3 className="font-sans text-body font-medium">
          <LocalLink href={`/desk/special-checks/${check.number}`} className="inline-block py-1 text-ink visited:text-ink">
            {title(check)}
          </LocalLink>
        </h3>
        <p className="text-note text-ink-2">
          {t("week", week(check.week))}
          <span className="ml-3">{t("cases", { n: cases })}</span>
          {check.draftedAt && check.state !== "open" && (
            <span className="ml-3">{t("drafted", { name: drafter ?? "", at: day(check.draftedAt) })}</span>
          )}
        </p>
      </div>
      <p className="text-note">
        <b className="font-medium">{check.complainants}</b> / {formatThreshold(check.threshold)}
        <span className="ml-3 text-ink-2">{day(check.concludedAt ?? check.openedAt)}</span>
      </p>
    </li>
  );
}
