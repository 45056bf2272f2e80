import { useLocale, useTranslations } from "next-intl";
import { League, type LeagueGroup } from "@/components/charts/league";
import { LocalLink } from "@/components/ui/local-link";
import { PLACES } from "@/components/ui/places";
import type { CompanyCard } from "@/db/queries/public-companies";
import type { LeagueLine } from "@/domain/score/league-lines";
import { companyName } from "../../_components/published-row";

type Line = LeagueLine<CompanyCard>;
const partOf = <P extends Line["part"]>(lines: readonly Line[], part: P) =>
  lines.filter((line): line is Extract<Line, { part: P }> => line.part === part);

/** A sector, or a stretch of it: places for grade I, bands for III, scores without a place for II, and who is not rated. */
export function SectorLeague({ lines }: { lines: readonly Line[] }) {
  const t = useTranslations("companies");
  const league = useTranslations("ui.league");
  const locale = useLocale();
  const named = (c: CompanyCard) => ({ name: companyName(c, locale), href: `${PLACES.companies}/${c.slug}` });
  const groups = new Map<number, LeagueGroup>();
  for (const { company, from, to, of, allComparable, score, lower, upper } of partOf(lines, "ranked")) {
    // A chain: neighbours meet, its ends may not.
    const why = of === 1 ? null : allComparable ? league("comparable") : t("chain");
    const group = groups.get(from) ?? { from, to, why, entries: [] };
    group.entries.push({ ...named(company), score, low: lower, high: upper });
    groups.set(from, group);
  }
  const banded = partOf(lines, "banded").map(({ company, band }) => {
    return { ...named(company), bandOnly: band, note: t("decided", { n: company.decided }) };
  });
  const unranked = partOf(lines, "unranked").map(({ company, score, lower, upper }) => {
    return { ...named(company), score, low: lower, high: upper };
  });
  const unrated = partOf(lines, "unrated");
  const drawn = [
    ...groups.values(),
    ...(banded.length > 0 ? [{ entries: banded }] : []),
    ...(unranked.length > 0 ? [{ title: t("unranked"), why: t("unrankedWhy"), entries: unranked }] : []),
  ];
  return (
    <div className="grid gap-8">
      {drawn.length > 0 && <League groups={drawn} />}
      {unrated.length > 0 && (
        <div>
          <h3>
            {t("unrated")}
            <span className="ml-3.5 font-sans text-note font-normal text-ink-2 narrow:ml-0 narrow:block">{t("unratedWhy")}</span>
          </h3>
          <ul className="mt-2">
            {unrated.map(({ company }) => (
              <li key={company.id} className="hair-b flex justify-between gap-4 py-2">
                <span>
                  <b className="num mr-4">NR</b>
                  <LocalLink href={named(company).href}>{named(company).name}</LocalLink>
                </span>
                <span className="text-small text-ink-2">
                  {company.decided === 0 && company.tests === 0
                    ? t("nothing")
                    : t("decidedTests", { n: company.decided, tests: company.tests })}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
