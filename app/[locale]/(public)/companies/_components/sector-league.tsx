import { useLocale, useTranslations } from "next-intl";
import { IntervalRow, League } from "@/components/charts/league";
import { LocalLink } from "@/components/ui/local-link";
import { PLACES } from "@/components/ui/places";
import type { CompanyCard } from "@/db/queries/public-companies";
import { comparableGroups } from "@/domain/score/league";
import { companyName } from "../../_components/published-row";

/** One sector: places for grade I, scores without a place for II, bands for III, and who is not rated. */
export function SectorLeague({ companies }: { companies: CompanyCard[] }) {
  const t = useTranslations("companies");
  const locale = useLocale();
  const href = (c: CompanyCard) => `${PLACES.companies}/${c.slug}`;
  const scored = companies.flatMap((c) => {
    const s = c.shown;
    return s && s.score !== null && s.lower !== null && s.upper !== null
      ? [{ c, companyId: c.id, sortKey: c.pinyin, ranked: s.ranked, score: s.score, lower: s.lower, upper: s.upper }]
      : [];
  });
  const entry = (e: (typeof scored)[number]) => ({
    name: companyName(e.c, locale),
    href: href(e.c),
    score: e.score,
    low: e.lower,
    high: e.upper,
  });
  const groups = comparableGroups(scored.filter((e) => e.ranked)).map((g) => ({
    from: g.from,
    to: g.to,
    // A chain: neighbours meet, its ends may not.
    ...(g.members.length > 1 && !g.allComparable ? { why: t("chain") } : {}),
    entries: g.members.map((m) => entry(m.entry)),
  }));
  const banded = companies.flatMap((c) =>
    c.shown?.grade === "III" && c.shown.band
      ? [{ name: companyName(c, locale), href: href(c), bandOnly: c.shown.band, note: t("decided", { n: c.decided }) }]
      : [],
  );
  const unranked = scored.filter((e) => !e.ranked);
  const unrated = companies.filter((c) => !c.shown || c.shown.grade === "NR");
  return (
    <div className="grid gap-8">
      {(groups.length > 0 || banded.length > 0) && (
        <League groups={banded.length > 0 ? [...groups, { entries: banded }] : groups} />
      )}
      {unranked.length > 0 && (
        <div className="league">
          <section className="league-group">
            <h3>
              {t("unranked")}
              <span className="ml-3.5 font-sans text-note font-normal text-ink-2 narrow:ml-0 narrow:block">
                {t("unrankedWhy")}
              </span>
            </h3>
            <ul>
              {unranked.map((e) => (
                <IntervalRow key={e.companyId} {...entry(e)} />
              ))}
            </ul>
          </section>
        </div>
      )}
      {unrated.length > 0 && (
        <div>
          <h3>
            {t("unrated")}
            <span className="ml-3.5 font-sans text-note font-normal text-ink-2 narrow:ml-0 narrow:block">{t("unratedWhy")}</span>
          </h3>
          <ul className="mt-2">
            {unrated.map((c) => (
              <li key={c.id} className="hair-b flex justify-between gap-4 py-2">
                <span>
                  <b className="num mr-4">NR</b>
                  <LocalLink href={href(c)}>{companyName(c, locale)}</LocalLink>
                </span>
                <span className="text-small text-ink-2">
                  {c.decided === 0 && c.tests === 0 ? t("nothing") : t("decidedTests", { n: c.decided, tests: c.tests })}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
