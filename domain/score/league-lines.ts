import type { ShownScore } from "./evidence-grade";
import { comparableGroups } from "./league";
import type { Band } from "./types";

/** What of a company a league needs. `sortKey`: pinyin without tones. */
export interface LeagueCompany {
  readonly id: string;
  readonly pinyin: string;
  readonly shown: ShownScore | null;
}

/** A line of a sector's league, in the order in which it is read; `of`: how many stand in its bracket. */
export type LeagueLine<T extends LeagueCompany> = { readonly company: T } & (
  | { part: "ranked"; from: number; to: number; of: number; allComparable: boolean; score: number; lower: number; upper: number }
  | { part: "banded"; band: Band }
  | { part: "unranked"; score: number; lower: number; upper: number }
  | { part: "unrated" }
);

/**
 * A sector as lines: places for grade I with comparable ones in one bracket, bands for III, scores without a place for II, then who is not
 * rated (RULES §6). Places are those of the whole sector, so that a stretch of lines says the same as the whole.
 */
export function leagueLines<T extends LeagueCompany>(companies: readonly T[]): LeagueLine<T>[] {
  const scored = companies.flatMap((company) => {
    const s = company.shown;
    return s && s.score !== null && s.lower !== null && s.upper !== null
      ? [
          {
            company,
            ranked: s.ranked,
            companyId: company.id,
            sortKey: company.pinyin,
            score: s.score,
            lower: s.lower,
            upper: s.upper,
          },
        ]
      : [];
  });
  const ranked = comparableGroups(scored.filter((one) => one.ranked)).flatMap(({ from, to, allComparable, members }) =>
    members.map(({ entry: { company, score, lower, upper } }) => {
      return { part: "ranked" as const, company, from, to, of: members.length, allComparable, score, lower, upper };
    }),
  );
  const banded = companies.flatMap((company) =>
    company.shown?.grade === "III" && company.shown.band ? [{ part: "banded" as const, company, band: company.shown.band }] : [],
  );
  const unranked = scored
    .filter((one) => !one.ranked)
    .map(({ company, score, lower, upper }) => ({ part: "unranked" as const, company, score, lower, upper }));
  const unrated = companies
    .filter((company) => !company.shown || company.shown.grade === "NR")
    .map((company) => ({ part: "unrated" as const, company }));
  return [...ranked, ...banded, ...unranked, ...unrated];
}
