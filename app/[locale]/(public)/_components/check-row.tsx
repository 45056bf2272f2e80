import { useLocale, useTranslations } from "next-intl";
import { RulingRow } from "@/components/case/ruling-row";
import { LocalLink } from "@/components/ui/local-link";
import { PLACES } from "@/components/ui/places";
import type { PublicCheck } from "@/db/queries/public-special-checks";
import { dayOf } from "@/domain/day";
import { formatThreshold } from "@/domain/special-check";
import { useCheckTitle, useWeekSpan } from "../../_components/check/check-words";
import { companyName } from "./published-row";

/** A special check in a list: when it was opened, what opened it, where it stands, whom it concerns. */
export function CheckRow({ check }: { check: PublicCheck }) {
  const t = useTranslations("specialChecks");
  const locale = useLocale();
  const title = useCheckTitle();
  const week = useWeekSpan();
  return (
    <RulingRow
      day={dayOf(check.openedAt)}
      title={title(check)}
      href={`${PLACES.specialChecks}/${check.number}`}
      aside={check.result === null ? t("state.open") : t(`result.${check.result}`)}
    >
      <LocalLink
        href={`${PLACES.companies}/${check.company.slug}`}
        className="mr-3 font-medium text-ink visited:text-ink no-underline hover:underline"
      >
        {companyName(check.company, locale)}
      </LocalLink>{" "}
      <span className="mr-3 whitespace-nowrap">{t("week", week(check.week))}</span>{" "}
      <span className="whitespace-nowrap">{t("threshold", { n: formatThreshold(check.threshold) })}</span>
    </RulingRow>
  );
}
