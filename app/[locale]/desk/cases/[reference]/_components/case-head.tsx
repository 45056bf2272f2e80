import { useLocale, useTranslations } from "next-intl";
import { StateMark } from "@/components/case/marks";
import { formatNumber } from "@/components/format";
import { LocalLink } from "@/components/ui/local-link";
import { Phrases } from "@/components/ui/phrases";
import { nameIn } from "@/domain/company-register";
import { useMatter } from "../../../_components/matter";
import type { DeskCase } from "../_server/desk-case";

/** Whom it is about, what it is about, its number and state. */
export function CaseHead({ file }: { file: DeskCase }) {
  const t = useTranslations("desk.case");
  const sector = useTranslations("sectors");
  const locale = useLocale();
  const matter = useMatter();
  const { company, score, row } = file;
  const title = matter({ ...row, narrative: file.text?.narrative ?? null }, 2);
  return (
    <div className="case-head">
      <div className="min-w-0">
        <p className="text-note text-ink-2">
          {company ? (
            <>
              <LocalLink href={`/desk/companies/${company.slug}`}>{nameIn(company, locale)}</LocalLink>
              <span className="ml-3">{sector(company.sector as "retail")}</span>
              {score && (
                <LocalLink href={`/companies/${company.slug}`} className="ml-3">
                  {score.grade === "NR" || score.grade === "III"
                    ? t("noScore", { grade: score.grade })
                    : t("score", { score: formatNumber(score.score, 1), band: score.band, grade: score.grade })}
                </LocalLink>
              )}
            </>
          ) : (
            t("typedCompany", { name: row.companyNameTyped })
          )}
        </p>
        <h1 className="text-h1">
          <Phrases text={title} />
        </h1>
      </div>
      <p className="text-right max-[899px]:text-left">
        <span className="num text-lead">{row.reference}</span>
        <br />
        <StateMark state={file.snapshot.state} />
        {file.snapshot.deemed && <span className="ml-2 text-note text-ink-2">{t("deemed")}</span>}
      </p>
    </div>
  );
}
