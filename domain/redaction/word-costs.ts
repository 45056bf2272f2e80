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
  readonly words: WordTable;
}

/**
 * Costs of words of two to four characters, each known by two numbers: its first two characters and the rest. Numbers in typed arrays, as the
 * first text of a process waits until all of them are in: Maps of as many take nearly three times as long.
 */
class WordTable {
  private readonly first = new Int32Array(SLOTS).fill(-1);
  private readonly rest = new Int32Array(SLOTS);
  private readonly power = new Uint8Array(SLOTS);

  set(first: number, rest: number, power: number): void {
    const slot = this.slotOf(first, rest);
    this.first[slot] = first;
    this.rest[slot] = rest;
    this.power[slot] = power;
  }

  /** Infinity when there is no such word. */
  cost(first: number, rest: number): number {
    const slot = this.slotOf(first, rest);
    return this.first[slot] === -1 ? Number.POSITIVE_INFINITY : (BY_POWER[this.power[slot] ?? 0] ?? 0);
  }

  /** Where the word stands, or the free place where it would. */
  private slotOf(first: number, rest: number): number {
    let slot = ((Math.imul(first, 0x9e3779b1) ^ Math.imul(rest, 0x85ebca6b)) >>> 7) & (SLOTS - 1);
    while (this.first[slot] !== -1 && (this.first[slot] !== first || this.rest[slot] !== rest)) slot = (slot + 1) & (SLOTS - 1);
    return slot;
  }
}

/** A power of two, more than twice as many as there are words. */
const SLOTS = 1 << 18;
const costOf = (power: number, total: number) => Math.log(total) - power * Math.LN2;
const BY_POWER = Float64Array.from({ length: 32 }, (_, power) => costOf(power, TOTAL));
let costs: Costs | undefined;

/** The tables, unpacked on first use and kept. */
function tables(): Costs {
  costs ??= unpack();
  return costs;
}

function unpack(): Costs {
  const ofLetters = (bands: Bands, total: number, strange: number) => {
    const out = new Float32Array(COUNT).fill(strange);
    for (const [power, letters] of bands)
      for (let at = 0; at < letters.length; at++) out[letters.charCodeAt(at) - FIRST] = costOf(power, total);
    return out;
  };
  const words = new WordTable();
  for (const [length, bands] of WORDS)
    for (const [power, list] of length === 1 ? [] : bands)
      for (let at = 0; at < list.length; at += length) words.set(pair(list, at), restOf(list, at, length), power);
  return {
    letters: ofLetters(WORDS.find(([length]) => length === 1)?.[1] ?? [], TOTAL, STRANGE.word),
    family: ofLetters(FAMILY, FAMILY_TOTAL, STRANGE.family),
    given: ofLetters(GIVEN, GIVEN_TOTAL, STRANGE.given),
    words,
  };
}

const pair = (text: string, at: number) => (text.charCodeAt(at) - FIRST) * COUNT + text.charCodeAt(at + 1) - FIRST;
/** What follows the first two characters; less than 0 for one, so that it is never taken for two. */
const restOf = (text: string, at: number, length: number) =>
  length === 2 ? 0 : length === 3 ? FIRST - 1 - text.charCodeAt(at + 2) : 1 + pair(text, at + 2);

export const LONGEST_WORD = 4;

/** Cost of the word of `length` characters at `at`; Infinity when there is none. All characters must be Chinese. */
export function wordCost(text: string, at: number, length: number): number {
  const { letters, words } = tables();
  if (length === 1) return letters[text.charCodeAt(at) - FIRST] ?? STRANGE.word;
  return words.cost(pair(text, at), restOf(text, at, length));
}

/** Cost of the surname at `at`. Any character may be one. */
export const familyCost = (text: string, at: number): number => tables().family[text.charCodeAt(at) - FIRST] ?? STRANGE.family;
/** Cost of the character at `at` in a given name. */
export const givenCost = (text: string, at: number): number => tables().given[text.charCodeAt(at) - FIRST] ?? STRANGE.given;
