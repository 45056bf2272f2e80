import { describe, expect, it } from "vitest";
import { FIGURE_IDS } from "../report-figures/compute-figures";
import type { Figure } from "../report-figures/figure";
import { lossBand, missingStudyTexts, nextCheck } from "./case-study";
import { changedSentences, changeGroups, reportChanges, toldChanges } from "./changes";
import { REPORT_SECTIONS, sectionOf } from "./sections";
import { checkFreezeDay, compareVersions, nextVersion } from "./versions";
import { missingWords, paragraphs, tidied, withWording, wordingIn } from "./words";

describe("sections", () => {
  it("hold every figure once, and what is left out is named", () => {
    for (const id of FIGURE_IDS)
      expect(REPORT_SECTIONS.filter((s) => (s.figures as readonly string[]).includes(id))).toHaveLength(1);
    expect(sectionOf("F7")).toBe("clauses");
    const numbers: string[] = REPORT_SECTIONS.map((s) => s.number);
    expect(numbers.sort()).toEqual([
      "0",
      "1",
      "10",
      "11",
      "12",
      "13",
      "2",
      "3",
      "4",
      "5",
      "6",
      "7",
      "8",
      "9",
      "A",
      "B",
      "C",
      "D",
    ]);
  });
});

describe("versions", () => {
  it("count up, ten after nine", () => {
    expect(nextVersion("1.0")).toBe("1.1");
    expect(nextVersion("1.9")).toBe("1.10");
    expect(["1.2", "1.10", "1.0"].sort(compareVersions)).toEqual(["1.10", "1.2", "1.0"]);
    expect(() => nextVersion("one")).toThrow("invalid");
  });

  it("are frozen at 24:00 of a day that is over, from the quarter's last day on", () => {
    const now = new Date("2026-07-10T16:00:00Z"); // 24:00 of 07-10 in Shanghai
    expect(() => checkFreezeDay("2026Q2", "2026-06-30", now)).not.toThrow();
    expect(() => checkFreezeDay("2026Q2", "2026-07-10", now)).not.toThrow();
    expect(() => checkFreezeDay("2026Q2", "2026-07-10", new Date(now.getTime() - 1))).toThrow("too_early");
    expect(() => checkFreezeDay("2026Q2", "2026-06-29", now)).toThrow("too_early");
  });
});

describe("words", () => {
  it("are kept tidy and taken away when empty", () => {
    expect(tidied("甲 \r\n\r\n\r\n\r\n乙\n")).toBe("甲\n\n乙");
    expect(paragraphs("甲\n乙\n\n丙")).toEqual(["甲\n乙", "丙"]);
    const words = withWording({}, "lead", "zh-Hans", " 导语 ");
    expect(words).toEqual({ lead: { "zh-Hans": "导语" } });
    expect(withWording(words, "lead", "zh-Hans", " ")).toEqual({ lead: {} });
  });

  it("miss simplified Chinese and English of needed places only", () => {
    const missing = missingWords({ lead: { "zh-Hans": "导语", "zh-Hant": "導語" } });
    expect(missing).toContainEqual({ place: "lead", language: "en" });
    expect(missing).not.toContainEqual({ place: "lead", language: "zh-Hans" });
    expect(missing.some(({ place, language }) => place === "F1" || place === "replies" || language === "zh-Hant")).toBe(false);
  });

  it("are read in the language asked for, made traditional, or told to be the original", () => {
    const make = (text: string) => `繁${text}`;
    expect(wordingIn({ "zh-Hans": "甲", en: "A" }, "en", make)).toEqual({ text: "A", original: null });
    expect(wordingIn({ "zh-Hans": "甲" }, "zh-Hant", make)).toEqual({ text: "繁甲", original: null });
    expect(wordingIn({ "zh-Hans": "甲" }, "en", make)).toEqual({ text: "甲", original: "zh-Hans" });
    expect(wordingIn({ en: "A" }, "zh-Hans", make)).toBeNull();
  });
});

describe("case studies", () => {
  it.each([
    [null, "none"],
    [0, "none"],
    [1, "under_100"],
    [9_999, "under_100"],
    [10_000, "100_500"],
    [49_999, "100_500"],
    [1_000_000, "over_10000"],
  ])("a loss of %s fen lies in %s", (fen, band) => expect(lossBand(fen)).toBe(band));

  it("are looked at by two different people, once each", () => {
    expect(nextCheck({ firstCheckBy: null, secondCheckBy: null }, "a")).toBe("first");
    expect(nextCheck({ firstCheckBy: "a", secondCheckBy: null }, "b")).toBe("second");
    expect(() => nextCheck({ firstCheckBy: "a", secondCheckBy: null }, "a")).toThrow("same_person");
    expect(() => nextCheck({ firstCheckBy: "a", secondCheckBy: "b" }, "c")).toThrow("already_done");
  });

  it("need every text in simplified Chinese and English", () => {
    expect(missingStudyTexts({})).toHaveLength(12);
    expect(missingStudyTexts({ title: { "zh-Hans": "甲", en: " " } })).toContainEqual({ text: "title", language: "en" });
  });
});

const heat = (contacts: number, n: number | null): Figure => ({
  id: "F7",
  quarter: "2026Q2",
  frozenOn: "2026-07-24",
  definition: "figures.F7",
  unit: "per_100k_contacts",
  columns: [
    { name: "scope", type: "code" },
    { name: "clause", type: "code" },
    { name: "sector", type: "code" },
    { name: "n", type: "integer" },
    { name: "contacts", type: "integer" },
  ],
  rows: ["A1.1", "B2.1", "C1.2"].map((clause) => ({ scope: "clause", clause, sector: null, n, contacts })),
  headline: { findings: n },
  counts: { contacts },
});

describe("changes of a correction", () => {
  const changes = reportChanges(
    { figures: [heat(200, 7)], words: { lead: { "zh-Hans": "原来。不变。" } } },
    { figures: [heat(100, 7)], words: { lead: { "zh-Hans": "改了。不变。" } } },
  );

  it("name figure, column and row, and what was and is", () => {
    expect(changes[0]).toEqual({ kind: "headline", group: "F7", place: "F7 counts contacts", before: "200", after: "100" });
    expect(changes).toContainEqual({
      kind: "figure",
      group: "F7",
      place: "F7 contacts clause/B2.1/",
      before: "200",
      after: "100",
    });
    expect(changes.at(-1)).toMatchObject({ kind: "words", place: "lead zh-Hans", before: "原来。不变。" });
    expect(changeGroups(changes)).toEqual(["F7", "lead"]);
  });

  it("tell equal changes of a column once", () => {
    expect(toldChanges(changes).map(({ change, places }) => [change.place, places.length])).toEqual([
      ["F7 counts contacts", 1],
      ["F7 contacts clause/A1.1/", 3],
      ["lead zh-Hans", 1],
    ]);
  });

  it("are none where nothing changed, and see a cell that is hidden now", () => {
    const same = { figures: [heat(200, 7)], words: {} };
    expect(reportChanges(same, same)).toEqual([]);
    const hidden = reportChanges(same, { figures: [heat(200, null)], words: {} });
    expect(hidden).toContainEqual({ kind: "figure", group: "F7", place: "F7 n clause/A1.1/", before: "7", after: "" });
  });

  it("show the sentences that differ", () => {
    expect(changedSentences("甲。乙。丙。", "甲。丁。丙。")).toEqual({ before: "乙。", after: "丁。" });
    expect(changedSentences("甲。", "甲。乙。")).toEqual({ before: "", after: "乙。" });
  });
});
