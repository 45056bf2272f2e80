import { useTranslations } from "next-intl";
import { formatNumber } from "@/components/format";
import { LocalLink } from "@/components/ui/local-link";
import { CHANNELS } from "@/domain/case-events";
import { CLAUSE_IDS } from "@/domain/clauses";
import { OUTCOMES, TIERS } from "@/domain/findings";
import { type Asked, searchHref, toggled } from "@/domain/search/address";
import { FACETS, type Facet } from "@/domain/search/columns";
import type { SearchResult } from "@/services/search-rulings";
import { useFacetNames } from "./use-facet-names";

/** Values that have an order of their own; the others stand by number. */
const ORDERS: Partial<Record<Facet, readonly string[]>> = { outcome: OUTCOMES, tier: [...TIERS].reverse(), channel: CHANNELS };
const SHOWN: Partial<Record<Facet, number>> = { company: 8, clause: 10 };

/** What narrows the result: each value with the number one gets by choosing it. */
export function RulingFacets({ asked, result }: { asked: Asked; result: SearchResult }) {
  const t = useTranslations("search");
  const nameOf = useFacetNames(result.companies);
  const groups = FACETS.flatMap((facet) => {
    const order = ORDERS[facet];
    const chosen = asked.filters[facet] ?? [];
    const values = [...result.counts[facet]]
      .filter(([value]) => facet !== "clause" || (CLAUSE_IDS as readonly string[]).includes(value))
      .sort(([a, n], [b, m]) =>
        order ? order.indexOf(a) - order.indexOf(b) : facet === "year" ? (a < b ? 1 : -1) : m - n || (a < b ? -1 : 1),
      );
    const top = values.filter(([value], i) => i < (SHOWN[facet] ?? 12) || chosen.includes(value));
    for (const value of chosen) if (!top.some(([v]) => v === value)) top.push([value, 0]);
    if (top.length === 0 || (top.length === 1 && chosen.length === 0)) return [];
    return [{ facet, values: top, chosen }];
  });
  if (groups.length === 0) return null;
  const lists = groups.map(({ facet, values, chosen }) => (
    <div key={facet}>
      <h3 className="mt-4 mb-1 font-sans text-small font-medium text-ink-2">{t(`facet.${facet}`)}</h3>
      <ul>
        {values.map(([value, n]) => (
          <li key={value}>
            <LocalLink
              href={searchHref(asked, { filters: toggled(asked.filters, facet, value) })}
              aria-current={chosen.includes(value) ? "true" : undefined}
              rel="nofollow"
              className="flex items-baseline justify-between gap-3 py-1 text-small text-ink visited:text-ink no-underline hover:underline aria-[current]:font-bold"
            >
              <span className="min-w-0">
                {chosen.includes(value) && <span className="box mr-2" data-done="" aria-hidden="true" />}
                {nameOf(facet, value)}
              </span>
              <span className="text-ink-2">{formatNumber(n)}</span>
            </LocalLink>
          </li>
        ))}
      </ul>
    </div>
  ));
  return (
    <>
      <nav aria-label={t("narrow")} className="no-print hidden wide:block">
        {lists}
      </nav>
      <details className="no-print wide:hidden">
        <summary className="py-3 text-act">{t("narrow")}</summary>
        <nav aria-label={t("narrow")} className="pb-4">
          {lists}
        </nav>
      </details>
    </>
  );
}
