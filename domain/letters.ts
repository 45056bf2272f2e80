/** Letters the desk begins from; their words are messages `letters.template.<kind>`. */
export const LETTER_KINDS = ["progress", "clarify", "meeting", "handover", "plain"] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];
/** Characters of a letter, at most. */
export const LETTER_MAX = 4000;
