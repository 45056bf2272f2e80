import { SYNONYM_WORDS, sameAs } from "./synonyms";
import { isHan, runsOf, wordForms } from "./tokens";

/** One thing looked for: any of `any` must stand in the text, as it is (a phrase runs over words, never over fields). */
export interface Term {
  readonly any: readonly string[];
  /** Stood in quotation marks: no synonyms, no cutting into words. */
  readonly quoted: boolean;
}
export interface Query {
  readonly terms: readonly Term[];
}

/** Longest that is read of what was typed, in letters, and the most terms. */
export const LONGEST_QUERY = 120;
const MOST_TERMS = 12;
const QUOTED = /["“”「『«]([^"“”「」『』«»]+)["“”」』»]/g;

/**
 * Reads what was typed (folded). Quoted parts are phrases; the rest is cut at blanks and signs, and Chinese runs into words by `cut` with words
 * of the field kept whole. Every term must be found.
 */
export function readQuery(folded: string, cut: (run: string) => readonly string[]): Query {
  const text = folded.slice(0, LONGEST_QUERY);
  const terms: Term[] = [];
  const rest = text.replace(QUOTED, (_all, inside: string) => {
    const phrase = plain(inside);
    if (phrase !== "") terms.push({ any: [phrase], quoted: true });
    return " ";
  });
  for (const word of looseWords(rest, cut)) terms.push({ any: [...new Set(sameAs(word).flatMap(wordForms))], quoted: false });
  const seen = new Set<string>();
  const unique = terms.filter((t) => !seen.has(t.any[0] as string) && seen.add(t.any[0] as string));
  return { terms: unique.slice(0, MOST_TERMS) };
}

/** A phrase as texts hold it: one blank between words, none at the ends; signs at its ends are dropped. */
function plain(phrase: string): string {
  return phrase.replace(/\s+/g, " ").replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
}

function looseWords(text: string, cut: (run: string) => readonly string[]): string[] {
  const out: string[] = [];
  let at = 0;
  while (at < text.length) {
    const known = SYNONYM_WORDS.find((w) => text.startsWith(w, at) && wholeWord(text, at, w));
    if (known) {
      out.push(known);
      at += known.length;
      continue;
    }
    const next = nextKnown(text, at + 1);
    for (const run of runsOf(text.slice(at, next)))
      out.push(...(run.han ? cut(run.text).filter((w) => [...w].every((c) => isHan(c.charCodeAt(0)))) : [run.text]));
    at = next;
  }
  return out;
}

/** Latin words are known only as whole words. */
function wholeWord(text: string, at: number, word: string): boolean {
  const edge = (a: string | undefined, b: string | undefined) => !(/[a-z0-9]/.test(a ?? "") && /[a-z0-9]/.test(b ?? ""));
  return edge(text[at - 1], word[0]) && edge(word.at(-1), text[at + word.length]);
}

function nextKnown(text: string, from: number): number {
  for (let at = from; at < text.length; at++)
    if (SYNONYM_WORDS.some((w) => text.startsWith(w, at) && wholeWord(text, at, w))) return at;
  return text.length;
}

/**
 * Whether a folded text holds a string: Chinese anywhere, other words as whole words, their plural aside. This is the law that the index has
 * to agree with.
 */
export function holds(folded: string, wanted: string): boolean {
  return placeOf(folded, wanted, 0) >= 0;
}

/** Where a string next stands in a folded text from `from` on; −1 where it does not. */
export function placeOf(folded: string, wanted: string, from: number): number {
  for (let at = folded.indexOf(wanted, from); at >= 0; at = folded.indexOf(wanted, at + 1))
    if (whole(folded, at, wanted)) return at;
  return -1;
}

const LATIN = /[a-z0-9\u00c0-\u024f]/;
const JOINS = /[.\-']/;
function whole(text: string, at: number, wanted: string): boolean {
  const first = wanted[0] ?? "";
  const last = wanted.at(-1) ?? "";
  if (LATIN.test(first)) {
    const before = text[at - 1] ?? "";
    if (LATIN.test(before) || (JOINS.test(before) && LATIN.test(text[at - 2] ?? ""))) return false;
  }
  if (LATIN.test(last)) {
    const end = at + wanted.length;
    const after = text[end] ?? "";
    if (LATIN.test(after) || (JOINS.test(after) && LATIN.test(text[end + 1] ?? ""))) return false;
  }
  return true;
}
