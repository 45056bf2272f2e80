import { useLocale, useTranslations } from "next-intl";
import { TierText } from "@/components/case/marks";
import { formatInstant, formatMonth } from "@/components/format";
import { LocalLink } from "@/components/ui/local-link";
import { PLACES } from "@/components/ui/places";
import { KeyValue } from "@/components/ui/table";
import type { ReportStudy } from "@/db/queries/reports";
import { nameIn } from "@/domain/company-register";
import type { Tier } from "@/domain/findings";
import { propose } from "@/domain/redaction";
import { missingStudyTexts, STUDY_TEXTS } from "@/domain/report/case-study";
import { LookForm } from "./study-forms";

/** What came from the ruling and cannot be changed. */
export function StudyFacts({ study }: { study: ReportStudy }) {
  const t = useTranslations("alliance.study");
  const names = useTranslations("reports.study");
  const losses = useTranslations("reports.losses");
  const sectors = useTranslations("sectors");
  const kinds = useTranslations("evidenceKinds");
  const comma = useTranslations("reports")("listComma");
  const locale = useLocale();
  return (
    <section className="grid gap-2">
      <h2>
        {t("facts")} <small className="font-sans text-note font-normal text-ink-2">{t("kept")}</small>
      </h2>
      <KeyValue
        small
        items={[
          {
            key: "ruling",
            name: names("company"),
            value: (
              <>
                {nameIn(study.company, locale)}{" "}
                <LocalLink href={`${PLACES.rulings}/${study.rulingNumber}`}>
                  {t("fromRuling", { number: study.rulingNumber })}
                </LocalLink>
              </>
            ),
          },
          {
            key: "clause",
            name: names("clause"),
            value: (
              <>
                {study.clause} {study.tier && <TierText tier={study.tier as Tier} />}
              </>
            ),
          },
          { key: "sector", name: names("sector"), value: sectors(study.sector as "retail") },
          { key: "month", name: names("month"), value: formatMonth(study.month, locale) },
          { key: "loss", name: names("loss"), value: losses(study.lossBand as "none") },
          {
            key: "evidence",
            name: names("evidence"),
            value: study.evidenceKinds.map((kind) => (kinds.has(kind as never) ? kinds(kind as never) : kind)).join(comma) || "–",
          },
        ]}
      />
    </section>
  );
}

/** Stretches of the texts that could tell who it was, as the machine sees it; people decide. */
function Proposals({ study }: { study: ReportStudy }) {
  const t = useTranslations("alliance.study");
  const found = STUDY_TEXTS.flatMap((key) =>
    Object.entries(study.words[key] ?? {}).flatMap(([language, text]) =>
      propose(text).map((span) => ({
        id: `${key} ${language} ${span.start}`,
        key,
        language,
        type: span.type,
        before: text.slice(Math.max(0, span.start - 12), span.start),
        hit: text.slice(span.start, span.end),
        after: text.slice(span.end, span.end + 12),
      })),
    ),
  );
  if (found.length === 0) return <p className="text-ink-2">{t("proposalsNone")}</p>;
  return (
    <ul>
      {found.map(({ id, key, language, type, before, hit, after }) => (
        <li key={id} className="py-1.5 hair-b">
          <span className="block text-note text-ink-2">
            {t(`texts.${key}`)} · {t(`kinds.${type}`)}
          </span>
          <span lang={language}>
            …{before}
            <mark>{hit}</mark>
            {after}…
          </span>
        </li>
      ))}
    </ul>
  );
}

interface Look {
  readonly by: string | null;
  readonly at: Date | null;
}

/** The two looks: who, when, and the next one. `names`: of people by id. */
export function StudyChecks({
  study,
  names,
  mayLook,
}: {
  study: ReportStudy;
  names: ReadonlyMap<string, string>;
  mayLook: boolean;
}) {
  const t = useTranslations("alliance.study");
  const locale = useLocale();
  const looks: [string, Look][] = [
    ["first", { by: study.firstCheckBy, at: study.firstCheckAt }],
    ["second", { by: study.secondCheckBy, at: study.secondCheckAt }],
  ];
  const incomplete = missingStudyTexts(study.words).length > 0;
  return (
    <section className="grid gap-3">
      <h2>{t("checks")}</h2>
      <p className="text-ink-2">{t("checksNote")}</p>
      <KeyValue
        small
        items={looks.map(([key, { by, at }]) => ({
          key,
          name: t(key as "first"),
          value: by && at ? t("checkedBy", { name: names.get(by) ?? "–", at: formatInstant(at, locale) }) : t("notYet"),
        }))}
      />
      {mayLook && (incomplete ? <p className="text-ink-2">{t("incomplete")}</p> : <LookForm study={study.id} />)}
      <h3 className="pt-2">{t("proposals")}</h3>
      <Proposals study={study} />
    </section>
  );
}
