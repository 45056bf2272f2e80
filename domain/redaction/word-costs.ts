import { FAMILY, FAMILY_TOTAL, GIVEN, GIVEN_TOTAL, TOTAL, WORDS } from "./lexicon";

/** Costs are negative natural logarithms of how likely something is: less is likelier, and they add up along a sentence. */
const LONGEST = 4;

interface Costs {
  readonly words: ReadonlyMap<string, number>;
  readonly given: ReadonlyMap<string, number>;
  readonly family: ReadonlyMap<string, number>;
}
let costs: Costs | undefined;

/** The tables, unpacked on first use (some 20 ms) and kept. */
function tables(): Costs {
  costs ??= {
    words: unpack(WORDS, TOTAL),
    given: unpack([[1, GIVEN]], GIVEN_TOTAL),
    family: unpack([[1, FAMILY]], FAMILY_TOTAL),
  };
  return costs;
}

function unpack(lists: typeof WORDS, total: number): Map<string, number> {
  const out = new Map<string, number>();
  for (const [length, bands] of lists)
    for (const [power, words] of bands) {
      const cost = Math.log(total) - power * Math.LN2;
      for (let at = 0; at < words.length; at += length) out.set(words.slice(at, at + length), cost);
    }
  return out;
}

/** A character no word list has. */
const STRANGE = 16;

/** Cost of a word of one to four characters; of several, undefined when there is no such word. */
export const wordCost = (word: string): number | undefined =>
  tables().words.get(word) ?? (word.length === 1 ? STRANGE : undefined);
/** Cost of a surname. Any character may be one, the least likely where nobody in the dictionary bears it. */
export const familyCost = (letter: string): number => tables().family.get(letter) ?? 13;
/** Cost of a character of a given name, likewise. */
export const givenCost = (letter: string): number => tables().given.get(letter) ?? 12;
export const LONGEST_WORD = LONGEST;
