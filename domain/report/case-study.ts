import { DomainError } from "../errors";
import type { Wording } from "./words";

/** What a case study says in words, each in the languages of the report. */
export const STUDY_TEXTS = ["title", "facts", "companyPosition", "reasons", "rectification", "lesson"] as const;
export type StudyText = (typeof STUDY_TEXTS)[number];
export type StudyWords = Partial<Record<StudyText, Wording>>;

export const LONGEST_STUDY_TEXT = 1500;

/** Bands of a loss (Rules §5: amounts to a band), from CNY fen; `none` where nothing was lost or nothing said. */
export const LOSS_BANDS = [
  { band: "none", from: 0 },
  { band: "under_100", from: 1 },
  { band: "100_500", from: 10_000 },
  { band: "500_2000", from: 50_000 },
  { band: "2000_10000", from: 200_000 },
  { band: "over_10000", from: 1_000_000 },
] as const;
export type LossBand = (typeof LOSS_BANDS)[number]["band"];

/** The band an amount in CNY fen lies in; the lower end belongs to it. */
export function lossBand(fen: number | null): LossBand {
  return LOSS_BANDS.findLast(({ from }) => (fen ?? 0) >= from)?.band ?? "none";
}

/** Two different people look whether anyone could be recognised; a change of words asks both again. */
export interface StudyChecks {
  readonly firstCheckBy: string | null;
  readonly secondCheckBy: string | null;
}

export function isChecked(checks: StudyChecks): boolean {
  return checks.firstCheckBy !== null && checks.secondCheckBy !== null;
}

/** Which of the two checks this person makes now. Throws `same_person`, `already_done`. */
export function nextCheck(checks: StudyChecks, userId: string): "first" | "second" {
  if (isChecked(checks)) throw new DomainError("already_done");
  if (checks.firstCheckBy === userId) throw new DomainError("same_person");
  return checks.firstCheckBy === null ? "first" : "second";
}

/** Texts of a study that must be there in simplified Chinese and English before it can be checked. */
export function missingStudyTexts(words: StudyWords): { text: StudyText; language: "zh-Hans" | "en" }[] {
  return STUDY_TEXTS.flatMap((text) =>
    (["zh-Hans", "en"] as const).filter((language) => !words[text]?.[language]?.trim()).map((language) => ({ text, language })),
  );
}
