import { useLocale, useTranslations } from "next-intl";
import { RulingRow } from "@/components/case/ruling-row";
import { LocalLink } from "@/components/ui/local-link";
import { PLACES } from "@/components/ui/places";
import type { RulingListItem } from "@/db/queries/public-record";
import type { Outcome } from "@/domain/findings";
import { useHidden } from "../../_components/use-hidden";

/** A company's name in the reader's language. */
export function companyName(company: { name: string; nameHant: string; nameEn: string }, locale: string): string {
  return locale === "en" ? company.nameEn : locale === "zh-Hant" ? company.nameHant : company.name;
}

/** A published ruling in a list: company, the first clauses, and whether it is final yet. */
export function PublishedRow({ item, withCompany = true }: { item: RulingListItem; withCompany?: boolean }) {
  const locale = useLocale();
  const t = useTranslations("rulings");
  const clause = useTranslations("clauses");
  const say = useHidden();
  return (
    <RulingRow
      day={item.signedOn}
      title={item.status === "annulled" ? t("withdrawn", { number: item.number }) : say(item.title)}
      href={`${PLACES.rulings}/${item.number}`}
      {...(item.status === "annulled" ? { aside: t("annulled") } : { outcome: item.outcome as Outcome })}
      {...(locale === "en" ? { lang: "zh-Hans" } : {})}
    >
      {withCompany && (
        <>
          <LocalLink
            href={`${PLACES.companies}/${item.company.slug}`}
            className="font-medium text-ink visited:text-ink no-underline hover:underline"
          >
            {companyName(item.company, locale)}
          </LocalLink>{" "}
        </>
      )}
      {item.findings.slice(0, 3).map((f) => (
        <span key={f.clause} className="mr-3 whitespace-nowrap">
          {f.clause} {clause(`${f.clause.replace(".", "_")}.title`)}
        </span>
      ))}
      {item.status === "not_final" && <span className="whitespace-nowrap">{t("notFinal")}</span>}
      {item.status === "under_review" && <span className="whitespace-nowrap">{t("underReview")}</span>}
    </RulingRow>
  );
}
