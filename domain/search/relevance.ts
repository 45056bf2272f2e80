import { type Bits, countBits, has } from "./posting";

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
 */
export function byRelevance(kept: Bits, terms: readonly TermBits[], documents: number, offset: number, limit: number): number[] {
  const weights = terms.map((t) => Math.log(1 + documents / (1 + countBits(t.all))));
  const groups = new Map<number, number[]>();
  for (let w = kept.length - 1; w >= 0; w--) {
    let word = kept[w] as number;
    while (word !== 0) {
      const bit = 31 - Math.clz32(word);
      word &= ~(1 << bit);
      const doc = w * 32 + bit;
      let key = 0;
      for (let t = 0; t < terms.length; t++) {
        const { title, often } = terms[t] as TermBits;
        if (title && has(title, doc)) key |= 1 << (2 * t);
        if (often && has(often, doc)) key |= 2 << (2 * t);
      }
      const group = groups.get(key);
      if (group) group.push(doc);
      else groups.set(key, [doc]);
    }
  }
  const scored = [...groups].map(([key, docs]) => {
    let score = 0;
    for (let t = 0; t < terms.length; t++) {
      const weight = weights[t] as number;
      if (key & (1 << (2 * t))) score += weight * TITLE_WEIGHT;
      if (key & (2 << (2 * t))) score += weight * OFTEN_WEIGHT;
    }
    return { score, docs };
  });
  // Equal scores of different keys are one group, newest first.
  scored.sort((a, b) => b.score - a.score);
  const out: number[] = [];
  let skip = offset;
  for (let i = 0; i < scored.length && out.length < limit; ) {
    let docs = (scored[i] as (typeof scored)[number]).docs;
    let j = i + 1;
    while (j < scored.length && (scored[j] as (typeof scored)[number]).score === (scored[i] as (typeof scored)[number]).score)
      docs = docs.concat((scored[j++] as (typeof scored)[number]).docs);
    if (j > i + 1) docs = docs.toSorted((a, b) => b - a);
    if (skip >= docs.length) skip -= docs.length;
    else {
      out.push(...docs.slice(skip, skip + limit - out.length));
      skip = 0;
    }
    i = j;
  }
  return out;
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
