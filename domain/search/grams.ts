import { isHan, runsOf } from "./tokens";

/** Lengths of dictionary words, and in which share of texts one must stand to get postings of its own: shorter ones earn it sooner. */
export const SHORTEST_WORD = 3;
export const LONGEST_WORD = 16;
export function leastShare(length: number): number {
  return length <= 4 ? 0.005 : length <= 8 ? 0.02 : 0.05;
}

/** Marks before a token: stands in the title; stands three times or more. */
export const IN_TITLE = "^";
export const OFTEN = "#";
export const OFTEN_TIMES = 3;

/**
 * The tokens whose postings must all hold a string, and whether that is enough (`exact`): a whole word of the dictionary, two letters, one word in
 * Latin letters. Where it is not, the texts that remain are to be read.
 */
export function tokensFor(wanted: string, inDictionary: (word: string) => boolean): { tokens: string[]; exact: boolean } {
  const runs = runsOf(wanted);
  const only = runs.length === 1 && runs[0]?.text === wanted ? runs[0] : undefined;
  const tokens = runs.flatMap((run) => (run.han ? cover(run.text, inDictionary) : [run.text]));
  return { tokens: [...new Set(tokens)], exact: only !== undefined && tokens.length === 1 };
}

/** The longest known pieces of a run that overlap by a letter; two letters are always known. */
function cover(run: string, inDictionary: (word: string) => boolean): string[] {
  if (run.length <= 2) return [run];
  const out: string[] = [];
  let at = 0;
  while (at < run.length - 1) {
    let length = 2;
    for (let l = Math.min(LONGEST_WORD, run.length - at); l >= SHORTEST_WORD; l--)
      if (inDictionary(run.slice(at, at + l))) {
        length = l;
        break;
      }
    out.push(run.slice(at, at + length));
    if (at + length >= run.length) break;
    at += length - 1;
  }
  return out;
}

/**
 * The strings of three letters and more that stand in many of these (sampled) texts. A longer one is looked at only when both its parts are
 * frequent, so the beginning of every word is a word.
 */
export function frequentWords(texts: readonly string[], always: readonly string[]): string[] {
  const found = new Set<string>();
  let before: Set<string> | null = null;
  for (let n = SHORTEST_WORD; n <= LONGEST_WORD; n++) {
    const seen = new Map<string, { times: number; last: number }>();
    for (let doc = 0; doc < texts.length; doc++)
      for (const run of runsOf(texts[doc] as string)) {
        if (!run.han) continue;
        for (let at = 0; at + n <= run.text.length; at++) {
          const gram = run.text.slice(at, at + n);
          if (before && !(before.has(gram.slice(0, -1)) && before.has(gram.slice(1)))) continue;
          const entry = seen.get(gram);
          if (!entry) seen.set(gram, { times: 1, last: doc });
          else if (entry.last !== doc) {
            entry.times++;
            entry.last = doc;
          }
        }
      }
    const least = Math.max(3, leastShare(n) * texts.length);
    const level = new Set([...seen].filter(([, e]) => e.times >= least).map(([gram]) => gram));
    if (level.size === 0) break;
    for (const gram of level) found.add(gram);
    before = level;
  }
  for (const word of always) if ([...word].every((c) => isHan(c.charCodeAt(0)))) found.add(word);
  return [...found].filter((word) => word.length >= SHORTEST_WORD && word.length <= LONGEST_WORD).sort();
}
