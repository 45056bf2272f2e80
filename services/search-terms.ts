import type { Database } from "@/db/client";
import { type Corpus, docsHolding, documentTexts, postingsOf } from "@/db/queries/search";
import { IN_TITLE, OFTEN, tokensFor } from "@/domain/search/grams";
import { addPosting, type Bits, bitsFor, CHUNK, docsOf, join, keepOnly, put } from "@/domain/search/posting";
import { holds, type Term } from "@/domain/search/query";
import type { TermBits } from "@/domain/search/relevance";
import type { SearchState } from "./search-state";

const LATIN_EDGE = /^[a-z0-9\u00c0-\u024f]|[a-z0-9\u00c0-\u024f]$/;

/** For each term the documents that hold it. The postings leave few to be read; those, and the newest, are read. */
export async function termBits(db: Database, corpus: Corpus, state: SearchState, terms: readonly Term[]): Promise<TermBits[]> {
  const generation = Math.min(Number.POSITIVE_INFINITY, ...state.chunks.values());
  const known = (word: string) => (state.dictionary.get(word) ?? Number.POSITIVE_INFINITY) <= generation;
  const plans = terms.map((term) => term.any.map((wanted) => ({ wanted, ...tokensFor(wanted, known) })));
  const tokens = [...new Set(plans.flat().flatMap((p) => p.tokens))];
  const stored = await fetchBits(db, corpus, state, tokens);
  const all = (names: readonly string[], mark: string): Bits | null => {
    const bits = names.map((name) => stored.get(mark + name));
    if (names.length === 0 || bits.some((b) => b === undefined)) return null;
    const out = (bits[0] as Bits).slice();
    for (const other of bits.slice(1)) keepOnly(out, other as Bits);
    return out;
  };
  const within = (bits: Bits) => {
    keepOnly(bits, state.columns.indexed);
    keepOnly(bits, state.columns.live);
    return bits;
  };
  const work = plans.map((plan) => {
    const sure = bitsFor(state.columns.size);
    const maybe: { wanted: string; bits: Bits }[] = [];
    for (const { wanted, tokens: names, exact } of plan) {
      const bits = all(names, "");
      if (!bits) continue;
      if (exact) join(sure, within(bits));
      else maybe.push({ wanted, bits: within(bits) });
    }
    return { sure, maybe };
  });
  // Only what every other term leaves is worth reading.
  const possible = state.columns.live.slice();
  for (const { sure, maybe } of work) {
    const any = sure.slice();
    for (const m of maybe) join(any, m.bits);
    keepOnly(possible, any);
  }
  const out: TermBits[] = [];
  for (const [i, { sure, maybe }] of work.entries()) {
    for (const { wanted, bits } of maybe) {
      keepOnly(bits, possible);
      for (let w = 0; w < bits.length; w++) bits[w] = (bits[w] as number) & ~(sure[w] as number);
      for (const doc of await reallyHolding(db, corpus, docsOf(bits), wanted)) put(sure, doc);
    }
    const marks = (mark: string) => {
      const bits = bitsFor(state.columns.size);
      for (const { tokens: names } of plans[i] as (typeof plans)[number]) {
        const one = all(names, mark);
        if (one) join(bits, within(one));
      }
      return bits;
    };
    const title = marks(IN_TITLE);
    for (const [doc, text] of state.texts)
      for (const wanted of (terms[i] as Term).any) {
        const inTitle = holds(text.title, wanted);
        if (inTitle) put(title, doc);
        if (inTitle || holds(text.body, wanted)) put(sure, doc);
      }
    out.push({ all: sure, title, often: marks(OFTEN) });
  }
  return out;
}

async function fetchBits(
  db: Database,
  corpus: Corpus,
  state: SearchState,
  tokens: readonly string[],
): Promise<Map<string, Bits>> {
  const names = tokens.flatMap((t) => [t, IN_TITLE + t, OFTEN + t]);
  const out = new Map<string, Bits>();
  for (const { chunk, token, docs } of await postingsOf(db, corpus, [...state.chunks.keys()], names)) {
    const bits = out.get(token) ?? bitsFor(state.columns.size);
    out.set(token, bits);
    addPosting(docs, chunk * CHUNK, bits);
  }
  return out;
}

async function reallyHolding(db: Database, corpus: Corpus, docs: readonly number[], wanted: string): Promise<number[]> {
  if (!LATIN_EDGE.test(wanted)) return docsHolding(db, corpus, docs, wanted);
  const candidates = await docsHolding(db, corpus, docs, wanted);
  const texts = await documentTexts(db, corpus, candidates);
  return texts.filter((t) => holds(t.title, wanted) || holds(t.body, wanted)).map((t) => t.doc);
}
