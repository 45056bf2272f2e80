import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { draftView } from "@/app/_server/report-view";
import { requirePage } from "@/app/_server/session";
import { ClientWords } from "@/components/ui/client-words";
import { LocalLink } from "@/components/ui/local-link";
import { Notice } from "@/components/ui/notice";
import { Page } from "@/components/ui/page";
import { db } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import { findReport, reasonsOf, reportHistory } from "@/db/queries/report-drafts";
import { dayOf } from "@/domain/day";
import { REPORT_SECTIONS } from "@/domain/report/sections";
import { isReportLanguage, REPORT_LANGUAGES } from "@/domain/report/words";
import { readiness } from "@/services/publish-report";
import { BuilderCorrections } from "../../_components/builder-corrections";
import { BuilderSection, Passage } from "../../_components/builder-section";
import { BuilderSide } from "../../_components/builder-side";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ lang?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("alliance.list");
  return { title: t("title"), robots: { index: false } };
}

/** The builder: words beside frozen figures, section by section; what is missing; the two signatures. */
export default async function BuilderPage({ params, searchParams }: Props) {
  const { id } = await params;
  const actor = await requirePage(["editor", "publisher"], `/alliance/reports/${id}`);
  const [view, { lang }] = await Promise.all([draftView(db(), id), searchParams]);
  if (!view) notFound();
  const { report } = view;
  const [t, states, names, languages] = await Promise.all([
    getTranslations("alliance.builder"),
    getTranslations("alliance.states"),
    getTranslations("reports"),
    getTranslations("nav.languages"),
  ]);
  const [unready, history, reasons, corrected, now] = await Promise.all([
    readiness(db(), report),
    reportHistory(db(), id),
    reasonsOf(db(), id),
    report.corrects ? findReport(db(), report.corrects) : null,
    portalNow(db()),
  ]);
  const language = lang !== undefined && isReportLanguage(lang) ? lang : "zh-Hans";
  const editing = actor.role === "editor" && report.state === "draft";
  const sections = REPORT_SECTIONS.filter((section) => section.key !== "data" && section.key !== "corrections");
  return (
    <Page>
      <ClientWords areas={["alliance", "ui.chart"]}>
        <div className="builder">
          <header className="builder-head">
            <p className="text-note text-ink-2">{states(report.state as "draft")}</p>
            <h1 className="text-h1">
              {names("versionOf", {
                period: names("quarter", { year: report.quarter.slice(0, 4), n: report.quarter.slice(5) }),
                version: report.version,
              })}
            </h1>
            {editing ? <p className="text-ink-2">{t("lead")}</p> : actor.role === "publisher" && <Notice>{t("readOnly")}</Notice>}
            {editing && (
              <nav aria-label={t("language")} className="pt-1">
                <ul className="flex flex-wrap gap-x-5">
                  {REPORT_LANGUAGES.map((one) => (
                    <li key={one}>
                      <LocalLink
                        href={`/alliance/reports/${id}?lang=${one}`}
                        aria-current={one === language ? "page" : undefined}
                        className="nav-link"
                      >
                        {languages(one)}
                      </LocalLink>
                    </li>
                  ))}
                </ul>
              </nav>
            )}
          </header>
          <aside className="builder-side">
            <BuilderSide view={view} actor={actor} unready={unready} history={history} today={dayOf(now)} />
          </aside>
          <div className="builder-matter">
            {editing && (
              <section id="lead" className="builder-section">
                <Passage view={view} place="lead" language={language} />
              </section>
            )}
            {report.corrects && corrected && report.state !== "published" && report.state !== "superseded" && (
              <BuilderCorrections view={view} corrects={corrected.version} reasons={reasons} editing={editing} />
            )}
            {sections.map((section) => (
              <BuilderSection key={section.key} view={view} section={section} language={language} editing={editing} />
            ))}
          </div>
        </div>
      </ClientWords>
    </Page>
  );
}
