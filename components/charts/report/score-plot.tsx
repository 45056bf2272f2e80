import { useTranslations } from "next-intl";
import type { Figure } from "@/domain/report-figures/figure";
import { comparableGroups } from "@/domain/score/league";
import type { Band } from "@/domain/score/types";
import { League, type LeagueEntry, type LeagueGroup } from "../league";
import { type FigureTableRow, numberAt, rowsOf, textAt } from "./rows";

/** A company as the plot names it: its name in the reader's language, its page, its place in the alphabet. */
export interface PlottedCompany {
  readonly name: string;
  readonly href: string;
  readonly sortKey: string;
  readonly lang?: string;
}

interface Scored {
  readonly companyId: string;
  readonly sortKey: string;
  readonly lower: number;
  readonly upper: number;
  readonly row: FigureTableRow;
}

/** F11: intervals of the scores. Ranked companies in brackets of those that cannot be told apart; the others in alphabetical order (Rules §6). */
export function ScorePlot({ figure, companies }: { figure: Figure; companies: ReadonlyMap<string, PlottedCompany> }) {
  const t = useTranslations("reports.scores");
  const ui = useTranslations("ui.league");
  const named = (row: FigureTableRow) => companies.get(textAt(row, "companyId"));
  const sorted = [...rowsOf(figure)].sort((a, b) => ((named(a)?.sortKey ?? "") < (named(b)?.sortKey ?? "") ? -1 : 1));
  const of = (grade: string) => sorted.filter((row) => textAt(row, "grade") === grade);
  const base = (row: FigureTableRow) => {
    const company = named(row);
    return {
      name: company?.name ?? textAt(row, "companyId").slice(0, 8),
      href: company?.href ?? `#${textAt(row, "companyId")}`,
      ...(company?.lang ? { lang: company.lang } : {}),
    };
  };
  const scored = (row: FigureTableRow): LeagueEntry => {
    const [score, low, high] = ["score", "lower90", "upper90"].map((name) => numberAt(row, name) ?? 0) as [
      number,
      number,
      number,
    ];
    return { ...base(row), score, low, high };
  };
  const ranked: LeagueGroup[] = comparableGroups(
    of("I").map(
      (row): Scored => ({
        companyId: textAt(row, "companyId"),
        sortKey: named(row)?.sortKey ?? "",
        lower: numberAt(row, "lower90") ?? 0,
        upper: numberAt(row, "upper90") ?? 0,
        row,
      }),
    ),
  ).map(({ from, to, members }) => ({
    from,
    to,
    title: `${from === to ? ui("place", { from }) : ui("places", { from, to })}`,
    why: members.length > 1 ? t("chainWhy") : t("rankedTitle"),
    entries: members.map(({ entry }) => scored(entry.row)),
  }));
  const second = of("II").map(scored);
  const third = of("III").map(
    (row): LeagueEntry => ({
      ...base(row),
      bandOnly: textAt(row, "band") as Band,
      note: t("decided", { n: numberAt(row, "decided") ?? 0 }),
    }),
  );
  const groups: LeagueGroup[] = [
    ...ranked,
    ...(second.length > 0 ? [{ title: t("scoredTitle"), why: t("scoredWhy"), entries: second }] : []),
    ...(third.length > 0 ? [{ title: t("bandTitle"), why: t("bandWhy"), entries: third }] : []),
  ];
  return groups.length > 0 ? <League groups={groups} /> : null;
}
