import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { requirePage } from "@/app/_server/session";
import { formatDay } from "@/components/format";
import { ClientWords } from "@/components/ui/client-words";
import { LocalLink } from "@/components/ui/local-link";
import { EmptyState } from "@/components/ui/notice";
import { Page } from "@/components/ui/page";
import { DataTable } from "@/components/ui/table";
import { db } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import { allReports } from "@/db/queries/report-drafts";
import { addDays, dayOf, endOfDay, type Quarter, quarterBounds, quarterOf } from "@/domain/day";
import { compareVersions } from "@/domain/report/versions";
import { BeginForm } from "./_components/report-forms";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("alliance.list");
  return { title: t("title"), robots: { index: false } };
}

/** How many past quarters are offered to begin with. */
const OFFERED = 8;

function endedQuarters(now: Date): Quarter[] {
  const ended: Quarter[] = [];
  let quarter = quarterOf(dayOf(now));
  if (endOfDay(quarterBounds(quarter).last) <= now) ended.push(quarter);
  while (ended.length < OFFERED) {
    quarter = quarterOf(addDays(quarterBounds(quarter).first, -1));
    ended.push(quarter);
  }
  return ended;
}

/** Every report with all its versions, drafts too; where a new one begins. */
export default async function AlliancePage() {
  const actor = await requirePage(["editor", "publisher"], "/alliance");
  const [t, states, create, reportWords, locale] = await Promise.all([
    getTranslations("alliance.list"),
    getTranslations("alliance.states"),
    getTranslations("alliance.create"),
    getTranslations("reports"),
    getLocale(),
  ]);
  const [reports, now] = await Promise.all([allReports(db()), portalNow(db())]);
  const name = (quarter: string) => reportWords("quarter", { year: quarter.slice(0, 4), n: quarter.slice(5) });
  const rows = [...reports].sort((a, b) =>
    a.quarter < b.quarter ? 1 : a.quarter > b.quarter ? -1 : compareVersions(a.version, b.version),
  );
  const begun = new Set(reports.map((report) => report.quarter));
  const open = endedQuarters(now).filter((quarter) => !begun.has(quarter));
  return (
    <Page width="desk">
      <div className="desk-list">
        <h1 className="text-h2">{t("title")}</h1>
        <p className="max-w-measure text-ink-2">{t("lead")}</p>
        <DataTable
          caption={t("title")}
          columns={(["version", "state", "frozen", "published"] as const).map((key) => ({ key, label: t(key) }))}
          rows={rows.map((report) => ({
            key: report.id,
            cells: [
              <LocalLink key="name" href={`/alliance/reports/${report.id}`}>
                {reportWords("versionOf", { period: name(report.quarter), version: report.version })}
              </LocalLink>,
              states(report.state as "draft"),
              report.frozenOn ? formatDay(report.frozenOn, locale, "date") : t("none"),
              report.publishedAt ? formatDay(dayOf(report.publishedAt), locale, "date") : t("none"),
            ],
          }))}
          empty={<EmptyState looked={t("empty")} meaning={t("emptyNote")} />}
        />
        {actor.role === "editor" && (
          <section aria-label={create("title")} className="mt-6 grid gap-2">
            <h2>{create("title")}</h2>
            {open.length === 0 ? (
              <p className="text-ink-2">{create("none")}</p>
            ) : (
              <ClientWords areas={["alliance.create"]}>
                <BeginForm quarters={open.map((quarter) => ({ value: quarter, label: name(quarter) }))} />
              </ClientWords>
            )}
          </section>
        )}
      </div>
    </Page>
  );
}
