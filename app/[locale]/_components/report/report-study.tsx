import { useLocale, useTranslations } from "next-intl";
import { FindingMark, TierText } from "@/components/case/marks";
import { formatMonth } from "@/components/format";
import { LocalLink } from "@/components/ui/local-link";
import { StudyFrame } from "@/components/ui/page";
import { Phrases } from "@/components/ui/phrases";
import { PLACES } from "@/components/ui/places";
import { KeyValue } from "@/components/ui/table";
import type { ReportStudy } from "@/db/queries/reports";
import { nameIn } from "@/domain/company-register";
import type { Outcome, Tier } from "@/domain/findings";
import type { StudyText } from "@/domain/report/case-study";
import { paragraphs } from "@/domain/report/words";
import { useWorded, type Worded } from "./report-words";

/** A text of the study with its name in front. */
function Part({ name, colon, words }: { name?: string; colon: string; words: Worded | null }) {
  const parts = paragraphs(words?.text);
  return (
    <>
      {parts.map((part, index) => (
        <p key={part} lang={words?.lang}>
          {name && index === 0 && (
            <b>
              {name}
              <span className="sr-only">{colon}</span>
              <span aria-hidden="true">　</span>
            </b>
          )}
          {part}
        </p>
      ))}
    </>
  );
}

/** A case study in the double frame: what it rests on in the margin; what happened, was found and put right; the lesson. */
export function ReportStudyFrame({ study, number }: { study: ReportStudy; number: number }) {
  const t = useTranslations("reports.study");
  const losses = useTranslations("reports.losses");
  const sectors = useTranslations("sectors");
  const kinds = useTranslations("evidenceKinds");
  const comma = useTranslations("reports")("listComma");
  const locale = useLocale();
  const say = useWorded();
  const text = (key: StudyText) => say(study.words[key]);
  const title = text("title");
  const lesson = text("lesson");
  const named = study.namesCompany
    ? [
        {
          key: "company",
          name: t("company"),
          value: (
            <>
              {nameIn(study.company, locale)}{" "}
              <LocalLink href={`${PLACES.rulings}/${study.rulingNumber}`}>
                {t("ruling", { number: study.rulingNumber })}
              </LocalLink>
            </>
          ),
        },
      ]
    : [];
  const evidence = study.evidenceKinds.map((kind) => (kinds.has(kind as never) ? kinds(kind as never) : kind)).join(comma);
  return (
    <StudyFrame
      margin={
        <>
          <p className="text-small text-ink-2">{t("kicker", { n: number })}</p>
          <h3 className="mt-1 text-h2" lang={title?.lang}>
            <Phrases text={title?.text ?? ""} />
          </h3>
          <KeyValue
            small
            className="mt-4"
            items={[
              {
                key: "clause",
                name: t("clause"),
                value: (
                  <>
                    {study.clause}
                    {study.tier && (
                      <span className="ml-[1em]">
                        <TierText tier={study.tier as Tier} />
                      </span>
                    )}
                  </>
                ),
              },
              { key: "sector", name: t("sector"), value: sectors(study.sector as never) },
              ...named,
              { key: "month", name: t("month"), value: formatMonth(study.month, locale) },
              { key: "loss", name: t("loss"), value: losses(study.lossBand as never) },
              ...(evidence ? [{ key: "evidence", name: t("evidence"), value: evidence }] : []),
              { key: "outcome", name: t("outcome"), value: <FindingMark outcome={study.outcome as Outcome} /> },
            ]}
          />
        </>
      }
    >
      <Part words={text("facts")} colon={t("colon")} />
      <Part name={t("position")} words={text("companyPosition")} colon={t("colon")} />
      <Part name={t("reasons")} words={text("reasons")} colon={t("colon")} />
      <Part name={t("rectification")} words={text("rectification")} colon={t("colon")} />
      {lesson && (
        <p className="ink-t pt-3.5 font-serif text-lead font-bold" lang={lesson.lang}>
          {t("lesson")}
          {t("colon")}
          {lesson.text}
        </p>
      )}
    </StudyFrame>
  );
}
