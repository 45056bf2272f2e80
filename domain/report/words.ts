import { type ComputedFigureId, FIGURE_IDS } from "../report-figures/compute-figures";
import { REPORT_SECTIONS, type SectionKey } from "./sections";

/** Languages a report is written in. Traditional Chinese that is not written is made from simplified. */
export const REPORT_LANGUAGES = ["zh-Hans", "zh-Hant", "en"] as const;
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];

/** Where words stand: the lead on the cover, a section, the title of a figure (what it found, in place of its question). */
export type WordPlace = "lead" | SectionKey | ComputedFigureId;

/** Words of one place by language; paragraphs are parted by an empty line. */
export type Wording = Partial<Record<ReportLanguage, string>>;
export type ReportWords = Partial<Record<WordPlace, Wording>>;

const WRITTEN = REPORT_SECTIONS.filter((section) => section.prose !== "none").map((section) => section.key);
export const WORD_PLACES: readonly WordPlace[] = ["lead", ...WRITTEN, ...FIGURE_IDS];

/** Characters one place may hold. */
export const LONGEST_WORDING = 6000;

export function isWordPlace(value: string): value is WordPlace {
  return (WORD_PLACES as readonly string[]).includes(value);
}

export function isReportLanguage(value: string): value is ReportLanguage {
  return (REPORT_LANGUAGES as readonly string[]).includes(value);
}

/** Places that may not be empty when the report is handed in; figures have their question where no finding is written. */
export function isNeeded(place: WordPlace): boolean {
  return place === "lead" || REPORT_SECTIONS.some((section) => section.key === place && section.prose === "needed");
}

/** What is still to be written: simplified Chinese and English of every needed place. */
export function missingWords(words: ReportWords): { place: WordPlace; language: ReportLanguage }[] {
  return WORD_PLACES.filter(isNeeded).flatMap((place) =>
    (["zh-Hans", "en"] as const).filter((language) => !words[place]?.[language]?.trim()).map((language) => ({ place, language })),
  );
}

/** The words with one place changed; an empty text takes it away. */
export function withWording(words: ReportWords, place: WordPlace, language: ReportLanguage, text: string): ReportWords {
  const { [language]: _before, ...others } = words[place] ?? {};
  const tidy = tidied(text);
  return { ...words, [place]: tidy === "" ? others : { ...others, [language]: tidy } };
}

/** Text as it is kept: no spaces at ends, line breaks of one kind, at most one empty line. */
export function tidied(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Paragraphs of a text. */
export function paragraphs(text: string | undefined): string[] {
  return (text ?? "")
    .split(/\n{2,}/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

/**
 * The words of a place in a language. `original`: the language they are in, where it is not the one asked for.
 * @param traditional makes traditional Chinese of simplified
 */
export function wordingIn(
  wording: Wording | undefined,
  language: ReportLanguage,
  traditional: (text: string) => string,
): { text: string; original: ReportLanguage | null } | null {
  const own = wording?.[language]?.trim();
  if (own) return { text: own, original: null };
  const simplified = wording?.["zh-Hans"]?.trim();
  if (!simplified) return null;
  return language === "zh-Hant" ? { text: traditional(simplified), original: null } : { text: simplified, original: "zh-Hans" };
}
