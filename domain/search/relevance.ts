import { type Bits, bitsFor, countBits, join, split } from "./posting";

/** What one term is known to be in: anywhere, in titles, three times or more. */
export interface TermBits {
  readonly all: Bits;
  readonly title: Bits | null;
  readonly often: Bits | null;
}

const TITLE_WEIGHT = 2;
const OFTEN_WEIGHT = 0.6;

interface Group {
  readonly bits: Bits;
  /** Marks looked at so far, and what the group reaches when it has all the others. */
  readonly marks: number;
  readonly most: number;
}

/**
 * The documents of a set, the most fitting first: a rare term weighs more than a common one, one in the title more than one in the text, one
 * said three times more than one said once. Equals stand newest first (by number, the larger the newer). Answers from `offset`, at most `limit`.
 *
 * The set is split mark by mark, the most promising part first, so what cannot come up to the page asked for is never looked at.
 */
export function byRelevance(kept: Bits, terms: readonly TermBits[], documents: number, offset: number, limit: number): number[] {
  // Whole numbers, so that equals are equal.
  const marks = terms
    .flatMap(({ all, title, often }) => {
      const weight = Math.log(1 + documents / (1 + countBits(all))) * 1_000;
      return [
        { set: title, weight: Math.round(weight * TITLE_WEIGHT) },
        { set: often, weight: Math.round(weight * OFTEN_WEIGHT) },
      ];
    })
    .flatMap(({ set, weight }) => (set ? [{ set, weight }] : []))
    .sort((a, b) => b.weight - a.weight);
  const open: Group[] = [{ bits: kept, marks: 0, most: marks.reduce((sum, m) => sum + m.weight, 0) }];
  const out: number[] = [];
  let skip = offset;
  while (open.length > 0 && out.length < limit) {
    const best = Math.max(...open.map((g) => g.most));
    const next = open.findIndex((g) => g.most === best && g.marks < marks.length);
    if (next >= 0) {
      const [group] = open.splice(next, 1) as [Group];
      const { set, weight } = marks[group.marks] as (typeof marks)[number];
      const { both, alone } = split(group.bits, set);
      if (both) open.push({ bits: both, marks: group.marks + 1, most: group.most });
      if (alone) open.push({ bits: alone, marks: group.marks + 1, most: group.most - weight });
      continue;
    }
    // All that reach the best are known now, and newest first among themselves.
    const equal = bitsFor(kept.length * 32);
    for (const group of open.filter((g) => g.most === best)) join(equal, group.bits);
    const there = countBits(equal);
    out.push(...byDate(equal, skip, limit - out.length));
    skip = Math.max(0, skip - there);
    open.splice(0, open.length, ...open.filter((g) => g.most !== best));
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
