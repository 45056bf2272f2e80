import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/ui/local-link";
import { type Asked, searchHref, without } from "@/domain/search/address";
import { FACETS } from "@/domain/search/columns";
import { useFacetNames } from "./use-facet-names";

type Names = ReadonlyMap<string, { name: string; nameHant: string; nameEn: string }>;

/** What the result is narrowed by, each to be taken off again. */
export function ChosenFilters({ asked, companies }: { asked: Asked; companies: Names }) {
  const t = useTranslations("search");
  const nameOf = useFacetNames(companies);
  const chosen = FACETS.flatMap((facet) => (asked.filters[facet] ?? []).map((value) => ({ facet, value })));
  if (chosen.length === 0) return null;
  return (
    <ul aria-label={t("chosen")} className="no-print mt-5 flex flex-wrap items-center gap-x-3 gap-y-2 text-small">
      {chosen.map(({ facet, value }) => (
        <li key={`${facet} ${value}`}>
          <LocalLink
            href={searchHref(asked, { filters: without(asked.filters, facet, value) })}
            rel="nofollow"
            aria-label={t("drop", { name: nameOf(facet, value) })}
            className="inline-flex tap items-center gap-2 border border-ink px-3 text-ink visited:text-ink no-underline hover:bg-paper-2"
          >
            <span className="text-ink-2">{t(`facet.${facet}`)}</span>
            <span>{nameOf(facet, value)}</span>
            <span aria-hidden="true">×</span>
          </LocalLink>
        </li>
      ))}
      {chosen.length > 1 && (
        <li>
          <LocalLink href={searchHref(asked, { filters: {} })} rel="nofollow" className="inline-flex tap items-center">
            {t("clear")}
          </LocalLink>
        </li>
      )}
    </ul>
  );
}
