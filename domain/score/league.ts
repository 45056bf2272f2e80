import { roundScore } from "./evidence-grade";
import { byId } from "./rule";

export interface LeagueEntry {
  readonly companyId: string;
  /** Pinyin without tones; what alphabetical means here. */
  readonly sortKey: string;
  readonly lower: number;
  readonly upper: number;
}

export interface LeagueMember<T extends LeagueEntry> {
  readonly entry: T;
  /** Those whose interval meets this one's, in alphabetical order. */
  readonly comparableWith: readonly string[];
}

/** Places `from` to `to` of the ranking. `allComparable`: every two of them overlap, not only through a third. */
export interface LeagueGroup<T extends LeagueEntry> {
  readonly from: number;
  readonly to: number;
  readonly allComparable: boolean;
  readonly members: readonly LeagueMember<T>[];
}

/**
 * Brackets of companies that cannot be told apart, best first; inside a bracket alphabetical (Rules §6). Intervals are compared as
 * published, to 0.1; touching is overlapping. Two that overlap always share a bracket, so a chain of overlaps makes one.
 * @param entries companies of grade I; the others are not ranked
 */
export function comparableGroups<T extends LeagueEntry>(entries: readonly T[]): LeagueGroup<T>[] {
  const fromTop = [...entries].sort((a, b) => roundScore(b.upper) - roundScore(a.upper) || alphabetical(a, b));
  const chains: T[][] = [];
  let reach = Number.NEGATIVE_INFINITY;
  for (const entry of fromTop) {
    const chain = chains.at(-1);
    if (chain && roundScore(entry.upper) >= reach) chain.push(entry);
    else {
      chains.push([entry]);
      reach = Number.POSITIVE_INFINITY;
    }
    reach = Math.min(reach, roundScore(entry.lower));
  }
  let place = 1;
  return chains.map((chain) => {
    const sorted = [...chain].sort(alphabetical);
    const members = sorted.map((entry) => ({
      entry,
      comparableWith: sorted.filter((other) => other !== entry && overlap(entry, other)).map((other) => other.companyId),
    }));
    const from = place;
    place += sorted.length;
    const allComparable = members.every((member) => member.comparableWith.length === sorted.length - 1);
    return { from, to: place - 1, allComparable, members };
  });
}

/** Whether two scores cannot be told apart: their published intervals meet. */
export function overlap(a: Pick<LeagueEntry, "lower" | "upper">, b: Pick<LeagueEntry, "lower" | "upper">): boolean {
  return roundScore(a.lower) <= roundScore(b.upper) && roundScore(b.lower) <= roundScore(a.upper);
}

/** By sort key in code units, which no locale changes; then by id. */
export function alphabetical(
  a: Pick<LeagueEntry, "sortKey" | "companyId">,
  b: Pick<LeagueEntry, "sortKey" | "companyId">,
): number {
  return byId(a.sortKey, b.sortKey) || byId(a.companyId, b.companyId);
}
