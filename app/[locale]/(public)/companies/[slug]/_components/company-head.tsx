import { useLocale, useTranslations } from "next-intl";
import { GradePips } from "@/components/case/marks";
import { ScoreHead, ScoreScale } from "@/components/charts/score-scale";
import { DateText, NumberText } from "@/components/ui/date-text";
import { LocalLink } from "@/components/ui/local-link";
import { Phrases } from "@/components/ui/phrases";
import { PLACES } from "@/components/ui/places";
import type { CompanyRow } from "@/db/queries/companies";
import { shownScore } from "@/domain/score/evidence-grade";
import type { CompanyScore } from "@/domain/score/types";
import { companyName } from "../../../_components/published-row";

/** Name and sector in the margin; on the right the score, its interval on the scale, and how much evidence there is. */
export function CompanyHead({ company, score }: { company: CompanyRow; score: CompanyScore | null }) {
  const t = useTranslations("company");
  const sector = useTranslations("sectors");
  const locale = useLocale();
  const shown = score ? shownScore(score) : null;
  const contacts = score ? Math.round(score.E * 100_000) : 0;
  return (
    <div className="grid gap-6 pt-[26px] wide:grid-cols-[264px_minmax(0,1fr)] wide:gap-8 wide:pt-[34px]">
      <div className="grid content-start gap-2">
        <p className="text-small text-ink-2">
          {sector(company.sector)}{" "}
          <LocalLink href={`${PLACES.companies}#${company.sector}`} className="ml-3">
            {t("peers")}
          </LocalLink>
        </p>
        <h1 className="text-h1">
          <Phrases text={companyName(company, locale)} />
        </h1>
        <p>
          <LocalLink href={`${PLACES.companies}/${company.slug}/human`}>{t("dial.guide")}</LocalLink>
        </p>
        {score && (
          <p className="text-small text-ink-2">
            {t.rich("basis", {
              day: () => <DateText day={score.asOf} form="date" />,
              findings: score.lines.length,
              contacts: () => <NumberText value={contacts} />,
            })}
            {t(score.exposure.source === "proxy" ? "proxy" : score.exposure.audited ? "audited" : "declared")}
          </p>
        )}
      </div>
      <div className="grid content-start gap-5">
        {shown && shown.score !== null && shown.lower !== null && shown.upper !== null ? (
          <>
            <ScoreHead score={shown.score} low={shown.lower} high={shown.upper} />
            <ScoreScale score={shown.score} low={shown.lower} high={shown.upper} mean={70} />
          </>
        ) : shown?.band ? (
          <>
            <p className="num text-h1">{t("bandOnly", { band: shown.band })}</p>
            <ScoreScale bandOnly={shown.band} mean={70} />
          </>
        ) : (
          <>
            <p className="num text-h1">{t("notRated")}</p>
            <ScoreScale mean={70} />
          </>
        )}
        <p>
          <GradePips grade={shown?.grade ?? "NR"} label={null} />
          {t(`grade.${shown?.grade ?? "NR"}`, {
            decided: score?.decided ?? 0,
            tests: score?.tests ?? 0,
            b: (score?.B ?? 0).toFixed(2),
          })}
          {score?.cap.applied && ` ${t("cap")}`}
        </p>
      </div>
    </div>
  );
}
