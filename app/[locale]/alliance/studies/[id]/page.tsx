import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePage } from "@/app/_server/session";
import { ReportStudyFrame } from "@/app/[locale]/_components/report/report-study";
import { ClientWords } from "@/components/ui/client-words";
import { LocalLink } from "@/components/ui/local-link";
import { Notice } from "@/components/ui/notice";
import { Page } from "@/components/ui/page";
import { db } from "@/db/client";
import { personById } from "@/db/queries/people";
import { findReport, findStudy } from "@/db/queries/report-drafts";
import { studiesOf } from "@/db/queries/reports";
import { isChecked } from "@/domain/report/case-study";
import { DropForm, StudyForm } from "../../_components/study-forms";
import { StudyChecks, StudyFacts } from "../../_components/study-side";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("alliance.studies");
  return { title: t("title"), robots: { index: false } };
}

async function namesOf(ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = ids.filter((one): one is string => one !== null);
  const people = await Promise.all(known.map((one) => personById(db(), one)));
  return new Map(known.map((one, index) => [one, people[index]?.name ?? people[index]?.email ?? "–"]));
}

/** One case study: its words, what came from the ruling, who looked whether anyone could be recognised, how it will stand. */
export default async function StudyPage({ params }: Props) {
  const { id } = await params;
  const actor = await requirePage(["editor", "publisher"], `/alliance/studies/${id}`);
  const found = await findStudy(db(), id);
  const report = found && (await findReport(db(), found.reportId));
  const study = found && (await studiesOf(db(), found.reportId)).find((one) => one.id === id);
  if (!study || !report) notFound();
  const [t, list, names, languages] = await Promise.all([
    getTranslations("alliance.study"),
    getTranslations("alliance.studies"),
    getTranslations("reports"),
    getTranslations("nav.languages"),
  ]);
  const open = report.state === "draft" || report.state === "submitted";
  const editing = actor.role === "editor" && report.state === "draft";
  const looked = study.firstCheckBy === actor.userId || study.secondCheckBy === actor.userId;
  const people = await namesOf([study.firstCheckBy, study.secondCheckBy]);
  return (
    <Page>
      <ClientWords areas={["alliance.study"]}>
        <div className="builder">
          <header className="builder-head">
            <p className="text-note">
              <LocalLink href={`/alliance/reports/${report.id}#studies`}>
                {names("versionOf", {
                  period: names("quarter", { year: report.quarter.slice(0, 4), n: report.quarter.slice(5) }),
                  version: report.version,
                })}
              </LocalLink>
            </p>
            <h1 className="text-h1">{study.words.title?.["zh-Hans"] ?? list("title")}</h1>
            <p className="text-ink-2">{t("lead")}</p>
          </header>
          <aside className="builder-side">
            <div className="grid content-start gap-6">
              <StudyChecks study={study} names={people} mayLook={open && !isChecked(study) && !looked} />
              <StudyFacts study={study} />
              {editing && <DropForm study={study.id} />}
            </div>
          </aside>
          <div className="builder-matter">
            {editing ? (
              <StudyForm
                study={study.id}
                words={study.words}
                ord={study.ord}
                namesCompany={study.namesCompany}
                languages={(["zh-Hans", "en"] as const).map((value) => ({ value, label: languages(value) }))}
              />
            ) : (
              <>
                {open && <Notice>{t("readOnly")}</Notice>}
                <div className="mt-4">
                  <ReportStudyFrame study={study} number={study.ord} />
                </div>
              </>
            )}
          </div>
        </div>
      </ClientWords>
    </Page>
  );
}
