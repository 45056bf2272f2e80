import type { Database } from "@/db/client";
import { numbersLike } from "@/db/queries/desk";
import { type Bits, bitsFor, keepOnly, put } from "@/domain/search/posting";
import { readQuery } from "@/domain/search/query";
import { cutWords } from "@/platform/cut-words";
import { foldText } from "@/platform/fold-text";
import { indexStaleCases } from "./index-cases";
import { searchState } from "./search-state";
import { termBits } from "./search-terms";

export interface CaseHits {
  /** By the cases' queue numbers. */
  readonly bits: Bits;
}

const PART_OF_REFERENCE = /^[\d-]{3,}$/;
const wordsOf = (typed: string) => typed.trim().slice(0, 100);

/** What was looked for, folded, to be marked where it is shown; nothing for a part of a reference. */
export function wantedWords(typed: string): readonly string[] {
  const words = wordsOf(typed);
  if (words === "" || PART_OF_REFERENCE.test(words)) return [];
  return readQuery(foldText(words), cutWords).terms.flatMap((term) => term.any);
}

/**
 * Cases that hold every word, by the same engine as the public search of rulings (decision 0043) over a corpus of the desk's own: what the complainant
 * wrote and handed in as far as it was read, the company's names, the reference. Only officers and supervisors come here. Null: nothing was asked.
 */
export async function searchCases(db: Database, typed: string | undefined): Promise<CaseHits | null> {
  const words = wordsOf(typed ?? "");
  if (words === "") return null;
  // Part of a reference, as it stands on paper or in a letter's subject.
  if (PART_OF_REFERENCE.test(words)) {
    const numbers = await numbersLike(db, words);
    const bits = bitsFor(Math.max(0, ...numbers) + 1);
    for (const n of numbers) put(bits, n);
    return { bits };
  }
  await indexStaleCases(db);
  const query = readQuery(foldText(words), cutWords);
  const state = await searchState(db, "complaint");
  const bits = state.columns.live.slice();
  for (const term of await termBits(db, "complaint", state, query.terms)) keepOnly(bits, term.all);
  return { bits };
}
