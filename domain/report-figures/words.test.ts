import { describe, expect, it } from "vitest";
import en from "@/messages/en.json";
import hans from "@/messages/zh-Hans.json";
import hant from "@/messages/zh-Hant.json";
import { DECLINE_GROUNDS } from "../findings";
import { computeFigures } from "./compute-figures";
import { CLAUSES, FROZEN, PERIOD } from "./dataset-arbitrary";
import { dataDictionary, type Figure } from "./figure";

const figures: Figure[] = computeFigures({
  quarter: "2026Q2",
  period: PERIOD,
  previousPeriod: null,
  yearBefore: null,
  frozenOn: FROZEN,
  channels: ["app"],
  sectors: ["travel"],
  clauses: CLAUSES,
  complaints: [],
  exposures: [],
  scores: [],
  dialTests: [],
  specialChecks: [],
});

describe.each([
  ["zh-Hans", hans],
  ["zh-Hant", hant],
  ["en", en],
])("words of the figures in %s", (_locale, messages) => {
  const word = (key: string): string => {
    const found = key.split(".").reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], messages);
    if (typeof found !== "string" || found === "") throw new Error(`no words for ${key}`);
    return found;
  };

  it.each(figures.map((figure) => [figure.id, figure] as const))(
    "%s: title, definition, columns, units, key figures, codes",
    (_id, figure) => {
      expect(word(`${figure.definition}.title`)).toMatch(/[？?]$/);
      word(`${figure.definition}.definition`);
      for (const name of Object.keys(figure.headline)) word(`figures.headline.${name}`);
      for (const name of Object.keys(figure.counts)) word(`figures.counts.${name}`);
      const dictionary = dataDictionary(figure, word);
      expect(dictionary.rows.length).toBe(figure.columns.length);
      for (const row of dictionary.rows) expect(row.length).toBe(dictionary.columns.length);
      for (const column of figure.columns)
        if (column.values && column.values !== "channels")
          for (const row of figure.rows as readonly Readonly<Record<string, unknown>>[])
            word(`${column.values}.${row[column.name]}`);
    },
  );

  it("grounds and reasons of a pause, the rule of quantiles, the mark of a hidden cell", () => {
    for (const ground of DECLINE_GROUNDS) word(`figures.values.admissionReason.${ground}`);
    for (const key of ["quantileRule", "suppressed", "values.unknown"]) word(`figures.${key}`);
  });
});
