import { FAMILY, FAMILY_TOTAL, GIVEN, GIVEN_TOTAL, TOTAL, WORDS } from "./lexicon";

/** Costs are negative natural logarithms of how likely something is: less is likelier, and they add up along a sentence. */
type Bands = (typeof WORDS)[number][1];
const FIRST = 0x4e00;
const COUNT = 0xa000 - FIRST;
/** A character no word list has, as a word of its own; a surname nobody in the dictionary bears; a character no given name there holds. */
const STRANGE = { word: 16, family: 13, given: 12 };

interface Costs {
  readonly letters: Float32Array;
  readonly family: Float32Array;
  readonly given: Float32Array;
  /** Of two characters, by `pair`. */
  readonly pairs: Map<number, number>;
  /** With which two characters longer words begin. */
  readonly begin: Set<number>;
  readonly longer: Map<string, number>;
}
let costs: Costs | undefined;

/** The tables, unpacked on first use and kept. */
function tables(): Costs {
  costs ??= unpack();
  return costs;
}

function unpack(): Costs {
  const bandsOf = (length: number) => WORDS.find(([size]) => size === length)?.[1] ?? [];
  const each = (bands: Bands, length: number, total: number, take: (words: string, at: number, cost: number) => void) => {
    for (const [power, words] of bands)
      for (let at = 0; at < words.length; at += length) take(words, at, Math.log(total) - power * Math.LN2);
  };
  const ofLetters = (bands: Bands, total: number, strange: number) => {
    const out = new Float32Array(COUNT).fill(strange);
    each(bands, 1, total, (words, at, cost) => {
      out[words.charCodeAt(at) - FIRST] = cost;
    });
    return out;
  };
  const pairs = new Map<number, number>();
  each(bandsOf(2), 2, TOTAL, (words, at, cost) => pairs.set(pair(words, at), cost));
  const begin = new Set<number>();
  const longer = new Map<string, number>();
  for (const length of [3, 4])
    each(bandsOf(length), length, TOTAL, (words, at, cost) => {
      begin.add(pair(words, at));
      longer.set(words.slice(at, at + length), cost);
    });
  return {
    letters: ofLetters(bandsOf(1), TOTAL, STRANGE.word),
    family: ofLetters(FAMILY, FAMILY_TOTAL, STRANGE.family),
    given: ofLetters(GIVEN, GIVEN_TOTAL, STRANGE.given),
    pairs,
    begin,
    longer,
  };
}

const pair = (text: string, at: number) => (text.charCodeAt(at) - FIRST) * COUNT + text.charCodeAt(at + 1) - FIRST;

export const LONGEST_WORD = 4;

/** Cost of the word of `length` characters at `at`; Infinity when there is none. All characters must be Chinese. */
export function wordCost(text: string, at: number, length: number): number {
  const { letters, pairs, begin, longer } = tables();
  if (length === 1) return letters[text.charCodeAt(at) - FIRST] ?? STRANGE.word;
  const key = pair(text, at);
  if (length === 2) return pairs.get(key) ?? Number.POSITIVE_INFINITY;
  return begin.has(key) ? (longer.get(text.slice(at, at + length)) ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
}

/** Cost of the surname at `at`. Any character may be one. */
export const familyCost = (text: string, at: number): number => tables().family[text.charCodeAt(at) - FIRST] ?? STRANGE.family;
/** Cost of the character at `at` in a given name. */
export const givenCost = (text: string, at: number): number => tables().given[text.charCodeAt(at) - FIRST] ?? STRANGE.given;
