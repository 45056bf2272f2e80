import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ReportView } from "@/app/_server/report-view";
import { formatDay } from "@/components/format";
import { LocalLink } from "@/components/ui/local-link";
import { Section } from "@/components/ui/page";
import { Phrases } from "@/components/ui/phrases";
import { PLACES } from "@/components/ui/places";
import { type Quarter, quarterBounds } from "@/domain/day";
import { LATER_SECTIONS, REPORT_SECTIONS, type ReportSection, type SectionKey } from "@/domain/report/sections";
import { ReportData, ReportMethod, ReportReplies } from "./report-appendix";
import { ReportCorrections } from "./report-corrections";
import { ReportFigure } from "./report-figure";
import { ReportProse } from "./report-prose";
import { ReportStudyFrame } from "./report-study";
import { usePlaceWords } from "./report-words";

const isLater = (key: SectionKey) => (LATER_SECTIONS as readonly SectionKey[]).includes(key);

/** Sections this report has: without studies there is none of them, nor one whose figures were not frozen with it. */
function sectionsOf(view: ReportView): readonly (ReportSection & { key: SectionKey })[] {
  const frozen = ({ figures }: ReportSection) => figures.some((id) => view.figures.has(id));
  return REPORT_SECTIONS.filter((section) => {
    if (section.key === "studies") return view.studies.length > 0;
    return !isLater(section.key) || frozen(section);
  });
}

function Contents({ view }: { view: ReportView }) {
  const t = useTranslations("reports");
  return (
    <nav aria-label={t("contents")} className="report-contents">
      <ol>
        {sectionsOf(view).map(({ key, number }) => (
          <li key={key}>
            <a href={`#${key}`}>
              <span>{number}</span>
              {t(`sections.${key}`)}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** 0: what is covered, as known when, and what the numbers cannot say. */
function Statement({ view }: { view: ReportView }) {
  const t = useTranslations("reports");
  const locale = useLocale();
  const words = usePlaceWords(view)("statement");
  const { report } = view;
  const { first, last } = quarterBounds(report.quarter as Quarter);
  const has = new Set(sectionsOf(view).map((section) => section.key));
  const left = REPORT_SECTIONS.filter(({ key }) => isLater(key) && !has.has(key)).map(
    ({ key, number }) => `${number} ${t(`sections.${key}`)}`,
  );
  return (
    <div className="report-flow max-w-measure">
      {report.frozenOn && (
        <p>
          {t("statement.period", {
            from: formatDay(first, locale, "date"),
            to: formatDay(last, locale, "date"),
            frozen: formatDay(report.frozenOn, locale, "date"),
            standard: report.standardVersion,
          })}
        </p>
      )}
      <p>{t("statement.limits")}</p>
      <p>{t("statement.voluntary")}</p>
      {left.length > 0 && <p>{t("statement.leftOut", { list: left.join(t("listComma")) })}</p>}
      <ReportProse words={words} />
    </div>
  );
}

function Matter({
  view,
  section,
  eager,
}: {
  view: ReportView;
  section: ReportSection & { key: SectionKey };
  eager: boolean;
}): ReactNode {
  const words = usePlaceWords(view)(section.key);
  switch (section.key) {
    case "statement":
      return <Statement view={view} />;
    case "method":
      return <ReportMethod view={view} />;
    case "data":
      return <ReportData view={view} />;
    case "corrections":
      return <ReportCorrections view={view} />;
    case "replies":
      return <ReportReplies view={view} />;
    default:
      return (
        <div className="report-flow" data-wide="">
          {words && <ReportProse words={words} numbered={section.key === "recommendations"} />}
          {section.figures.map((id) => (
            <ReportFigure key={id} view={view} id={id} eager={eager} />
          ))}
        </div>
      );
  }
}

const NOTED = ["clauses", "priority", "companies", "specialChecks", "studies", "data", "corrections", "method"] as const;

/** Everything below the cover: contents, then section by section (RULES §7). `eager` draws the charts at once, for print. */
export function ReportBody({ view, eager = false }: { view: ReportView; eager?: boolean }) {
  const t = useTranslations("reports");
  const note = (key: SectionKey): ReactNode => {
    if (!(NOTED as readonly string[]).includes(key)) return undefined;
    const words = t(`sectionNotes.${key as (typeof NOTED)[number]}`);
    if (key === "companies") return <LocalLink href={PLACES.method}>{words}</LocalLink>;
    return key === "specialChecks" ? <LocalLink href={PLACES.specialChecks}>{words}</LocalLink> : words;
  };
  return (
    <>
      <Contents view={view} />
      {sectionsOf(view).map((section) => (
        <div key={section.key} id={section.key} className="report-section" data-figures={section.figures.length || undefined}>
          <Section
            title={
              <>
                <span className="mr-[.45em] text-[.85em] text-ink-3">{section.number}</span>
                <Phrases text={t(`sections.${section.key}`)} />
              </>
            }
            note={note(section.key)}
          >
            <Matter view={view} section={section} eager={eager} />
          </Section>
          {section.key === "studies" && (
            <div className="report-studies">
              {view.studies.map((study, index) => (
                <ReportStudyFrame key={study.id} study={study} number={index + 1} />
              ))}
            </div>
          )}
        </div>
      ))}
    </>
  );
}
