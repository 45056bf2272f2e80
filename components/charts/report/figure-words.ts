import { useLocale, useTranslations } from "next-intl";
import { clauseKey, isClauseId } from "@/domain/clauses";
import type { Day } from "@/domain/day";
import type { Column } from "@/domain/report-figures/figure";
import { formatDay } from "../../format";

/** Words of codes and the sentences of charts, in the reader's language. Pure helpers take it, so that tests need no messages. */
export interface FigureWords {
  /** A code of a column: "retail" of sector is 零售电商. Null and what nobody said have words too. */
  code(column: Pick<Column, "name" | "values">, code: string | null): string;
  /** `reports.chart.<key>` */
  say(key: string, values?: Record<string, string | number>): string;
  day(day: Day): string;
}

/** @param companies names by id */
export function useFigureWords(companies: ReadonlyMap<string, string>): FigureWords {
  const locale = useLocale();
  const all = useTranslations();
  const chart = useTranslations("reports.chart");
  const word = (key: string) => (all.has(key as never) ? all(key as never) : null);
  return {
    code({ name, values }, code) {
      if (code === null) return name === "sector" ? chart("allSectors") : "";
      if (name === "companyId") return companies.get(code) ?? code.slice(0, 8);
      if (name === "clause") return isClauseId(code) ? `${code} ${all(`clauses.${clauseKey(code)}.title` as never)}` : code;
      if (name === "sector") return word(`sectors.${code}`) ?? chart("noCompany");
      if (values === "channels") return word(`channels.${code}`) ?? all("figures.values.unknown");
      return (values && word(`${values}.${code}`)) ?? code;
    },
    say: (key, values) => chart(key as never, values as never),
    day: (day) => formatDay(day, locale, "short"),
  };
}
