import { type Bits, countBits } from "./posting";

/** What one term is known to be in: anywhere, in titles, three times or more. */
export interface TermBits {
  readonly all: Bits;
  readonly title: Bits | null;
  readonly often: Bits | null;
}

const TITLE_WEIGHT = 2;
const OFTEN_WEIGHT = 0.6;

/**
 * The documents of a set, the most fitting first: a rare term weighs more than a common one, one in the title more than one in the text, one
 * said three times more than one said once. Equals stand newest first (by number, the larger the newer). Answers from `offset`, at most `limit`.
 *
 * Scores are whole numbers (hundredths), so that equals are equal and those that reach the page asked for are found by counting, not by sorting all.
 */
export function byRelevance(kept: Bits, terms: readonly TermBits[], documents: number, offset: number, limit: number): number[] {
  const scores = new Uint32Array(kept.length * 32);
  let most = 0;
  const mark = (set: Bits | null, weight: number) => {
    if (!set) return;
    most += weight;
    for (let w = 0; w < Math.min(kept.length, set.length); w++)
      for (let word = (kept[w] as number) & (set[w] as number); word !== 0; word &= word - 1) {
        const doc = w * 32 + 31 - Math.clz32(word & -word);
        scores[doc] = (scores[doc] as number) + weight;
      }
  };
  for (const { all, title, often } of terms) {
    const weight = Math.log(1 + documents / (1 + countBits(all))) * 100;
    mark(title, Math.round(weight * TITLE_WEIGHT));
    mark(often, Math.round(weight * OFTEN_WEIGHT));
  }
  const reaching = new Uint32Array(most + 1);
  for (let w = 0; w < kept.length; w++)
    for (let word = kept[w] as number; word !== 0; word &= word - 1) {
      const score = scores[w * 32 + 31 - Math.clz32(word & -word)] as number;
      reaching[score] = (reaching[score] as number) + 1;
    }
  // The lowest score the page reaches, and how many of its equals it takes.
  let least = most;
  let above = 0;
  while (least > 0 && above + (reaching[least] as number) < offset + limit) above += reaching[least--] as number;
  let equals = offset + limit - above;
  const out: number[] = [];
  for (let w = kept.length - 1; w >= 0; w--)
    for (let word = kept[w] as number; word !== 0; ) {
      const bit = 31 - Math.clz32(word);
      word &= ~(1 << bit);
      const doc = w * 32 + bit;
      const score = scores[doc] as number;
      if (score > least || (score === least && equals-- > 0)) out.push(doc);
    }
  return out.sort((x, y) => (scores[y] as number) - (scores[x] as number)).slice(offset, offset + limit);
}

/** The documents of a set by number, newest first. */
export function byDate(kept: Bits, offset: number, limit: number): number[] {
  const out: number[] = [];
  let skip = offset;
  for (let w = kept.length - 1; w >= 0 && out.length < limit; w--) {
    let word = kept[w] as number;
    while (word !== 0 && out.length < limit) {
      const bit = 31 - Math.clz32(word);
      word &= ~(1 << bit);
      if (skip > 0) skip--;
      else out.push(w * 32 + bit);
    }
  }
  return out;
}
