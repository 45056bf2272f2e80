import { useTranslations } from "next-intl";
import type { ReportView } from "@/app/_server/report-view";
import { ReportFigure } from "@/app/[locale]/_components/report/report-figure";
import { ReportProse } from "@/app/[locale]/_components/report/report-prose";
import { usePlaceWords } from "@/app/[locale]/_components/report/report-words";
import { FindingMark } from "@/components/case/marks";
import { LinkButton } from "@/components/ui/button";
import { LocalLink } from "@/components/ui/local-link";
import type { Outcome } from "@/domain/findings";
import { isChecked } from "@/domain/report/case-study";
import type { ReportSection, SectionKey } from "@/domain/report/sections";
import { isNeeded, type ReportLanguage, type WordPlace } from "@/domain/report/words";
import { usePlaceName } from "./builder-side";
import { PassageEditor } from "./passage-editor";

/** The passage of one place in the language that is being written. */
export function Passage({
  view,
  place,
  language,
  short,
}: {
  view: ReportView;
  place: WordPlace;
  language: ReportLanguage;
  short?: boolean;
}) {
  const t = useTranslations("alliance.builder");
  const figures = useTranslations("figures");
  const name = usePlaceName();
  const figure = /^F\d/.test(place);
  const hint = figure
    ? t("figureTitleHint", { question: figures(`${place}.title` as never) })
    : language === "zh-Hant"
      ? t("madeFromHans")
      : undefined;
  return (
    <PassageEditor
      key={`${place} ${language}`}
      passage={{ reportId: view.report.id, place, language }}
      label={name(place)}
      {...(hint ? { hint } : {})}
      optional={!isNeeded(place) || language === "zh-Hant"}
      initial={view.report.words[place]?.[language] ?? ""}
      {...(short || figure ? { short: true } : {})}
    />
  );
}

/** Case studies of the report: who looked, and where to change them. */
function Studies({ view, editing }: { view: ReportView; editing: boolean }) {
  const t = useTranslations("alliance.studies");
  const ready = useTranslations("alliance.ready");
  return (
    <div className="grid gap-3">
      {view.studies.length === 0 && <p className="text-ink-2">{t("none")}</p>}
      <ul className="entries">
        {view.studies.map((study) => (
          <li key={study.id}>
            <div className="min-w-0">
              <p className="flex flex-wrap gap-x-4 text-note text-ink-2">
                <span>{study.clause}</span>
                <FindingMark outcome={study.outcome as Outcome} />
                {!isChecked(study) && <span>{ready("study", { title: study.words.title?.["zh-Hans"] ?? study.clause })}</span>}
              </p>
              <h3 className="font-sans text-body font-medium">
                <LocalLink href={`/alliance/studies/${study.id}`}>{study.words.title?.["zh-Hans"] ?? study.clause}</LocalLink>
              </h3>
            </div>
          </li>
        ))}
      </ul>
      {editing && (
        <LinkButton kind="plain" href={`/alliance/reports/${view.report.id}/studies/new`} className="justify-self-start">
          {t("add")}
        </LinkButton>
      )}
    </div>
  );
}

/** A section of the builder: words on the left, the frozen figures they speak of on the right. */
export function BuilderSection({
  view,
  section,
  language,
  editing,
}: {
  view: ReportView;
  section: ReportSection & { key: SectionKey };
  language: ReportLanguage;
  editing: boolean;
}) {
  const t = useTranslations("alliance.builder");
  const names = useTranslations("reports.sections");
  const words = usePlaceWords(view)(section.key);
  return (
    <section id={section.key} className="builder-section">
      <h2>
        <span className="mr-[.5em] font-normal text-ink-3">{section.number}</span>
        {names(section.key)}
      </h2>
      <div className="builder-pair" data-figures={section.figures.length || undefined}>
        <div className="grid content-start gap-4">
          {!editing && <ReportProse words={words} numbered={section.key === "recommendations"} />}
          {editing && section.prose !== "none" && <Passage view={view} place={section.key} language={language} />}
          {editing && section.figures.map((id) => <Passage key={id} view={view} place={id} language={language} short />)}
          {section.key === "studies" && <Studies view={view} editing={editing} />}
        </div>
        {section.figures.length > 0 && (
          <div className="report-flow min-w-0" data-wide="">
            {view.figures.size === 0 ? (
              <p className="text-ink-2">{t("notFrozen")}</p>
            ) : (
              section.figures.map((id) => <ReportFigure key={id} view={view} id={id} eager={false} />)
            )}
          </div>
        )}
      </div>
    </section>
  );
}
