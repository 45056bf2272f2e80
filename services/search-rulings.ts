import type { Database } from "@/db/client";
import { companyLabels, docsHolding, documentTexts, type FoundRuling, foundRulings, postingsOf } from "@/db/queries/search";
import { type Counts, FACETS, type Filters } from "@/domain/search/columns";
import { IN_TITLE, OFTEN, tokensFor } from "@/domain/search/grams";
import { addPosting, type Bits, bitsFor, CHUNK, docsOf, join, keepOnly, put } from "@/domain/search/posting";
import { holds, type Query, readQuery, type Term } from "@/domain/search/query";
import { byDate, byRelevance, type TermBits } from "@/domain/search/relevance";
import { marked, type Piece, snippet } from "@/domain/search/snippet";
import { cutWords } from "@/platform/cut-words";
import { foldText } from "@/platform/fold-text";
import { type SearchState, searchState } from "./search-state";

export interface RulingSearch {
  /** As typed, either script. */
  readonly words: string;
  /** Companies by slug. */
  readonly filters: Filters;
  readonly order: "relevance" | "date";
  readonly offset: number;
  readonly limit: number;
}

export interface RulingHit extends FoundRuling {
  readonly titlePieces: readonly Piece[];
  readonly snippet: readonly Piece[] | null;
}

export interface SearchResult {
  readonly total: number;
  readonly hits: readonly RulingHit[];
  /** Exact, each facet under the others; companies by slug, with names. */
  readonly counts: Counts;
  readonly companies: ReadonlyMap<string, { name: string; nameHant: string; nameEn: string }>;
  /** How the hits are ordered: without words there is no relevance. */
  readonly order: "relevance" | "date";
  readonly query: Query;
}

const COMPANIES_SHOWN = 12;
const SNIPPET = 110;
const LATIN_EDGE = /^[a-z0-9\u00c0-\u024f]|[a-z0-9\u00c0-\u024f]$/;

/** Rulings that hold every word, with exact counts of every facet. */
export async function searchRulings(db: Database, asked: RulingSearch): Promise<SearchResult> {
  const query = readQuery(foldText(asked.words), cutWords);
  const state = await searchState(db, "ruling");
  const filters = await withCompanyIds(db, asked.filters);
  const terms = await termBits(db, state, query.terms);
  const hits = state.columns.live.slice();
  for (const term of terms) keepOnly(hits, term.all);
  const { kept, total, counts } = state.columns.count(hits, filters);
  const order = asked.order === "relevance" && terms.length > 0 ? "relevance" : "date";
  const docs =
    order === "relevance"
      ? byRelevance(kept, terms, state.columns.size, asked.offset, asked.limit)
      : byDate(kept, asked.offset, asked.limit);
  const [found, { companies, bySlug }] = await Promise.all([
    foundRulings(db, docs),
    labelled(db, counts.company, filters.company ?? []),
  ]);
  const wanted = query.terms.flatMap((t) => t.any);
  return {
    total,
    hits: docs.flatMap((doc) => {
      const ruling = found.get(doc);
      return ruling ? [withMarks(ruling, wanted)] : [];
    }),
    counts: { ...counts, company: bySlug },
    companies,
    order,
    query,
  };
}

/** The address names companies by slug; an unknown one matches nothing. */
async function withCompanyIds(db: Database, filters: Filters): Promise<Filters> {
  if (!filters.company || filters.company.length === 0) return filters;
  const slugs = filters.company.filter((s) => /^[a-z0-9-]{1,80}$/.test(s));
  const rows = await companyLabels(db, { slugs });
  return { ...filters, company: rows.length > 0 ? rows.map((r) => r.id) : ["none"] };
}

async function labelled(db: Database, counts: ReadonlyMap<string, number>, chosen: readonly string[]) {
  const most = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, COMPANIES_SHOWN);
  const ids = [...new Set([...most.map(([id]) => id), ...chosen.filter((id) => id !== "none")])];
  const rows = await companyLabels(db, { ids });
  const at = new Map(rows.map((r) => [r.id, r]));
  const bySlug = new Map(
    ids.flatMap((id) => {
      const row = at.get(id);
      return row ? [[row.slug, counts.get(id) ?? 0] as const] : [];
    }),
  );
  return { companies: new Map(rows.map((r) => [r.slug, { name: r.name, nameHant: r.nameHant, nameEn: r.nameEn }])), bySlug };
}

/** For each term the documents that hold it. The postings leave few to be read; those, and the newest, are read. */
async function termBits(db: Database, state: SearchState, terms: readonly Term[]): Promise<TermBits[]> {
  const generation = Math.min(Number.POSITIVE_INFINITY, ...state.chunks.values());
  const known = (word: string) => (state.dictionary.get(word) ?? Number.POSITIVE_INFINITY) <= generation;
  const plans = terms.map((term) => term.any.map((wanted) => ({ wanted, ...tokensFor(wanted, known) })));
  const tokens = [...new Set(plans.flat().flatMap((p) => p.tokens))];
  const stored = await fetchBits(db, state, tokens);
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
      for (const doc of await reallyHolding(db, docsOf(bits), wanted)) put(sure, doc);
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

async function fetchBits(db: Database, state: SearchState, tokens: readonly string[]): Promise<Map<string, Bits>> {
  const names = tokens.flatMap((t) => [t, IN_TITLE + t, OFTEN + t]);
  const out = new Map<string, Bits>();
  for (const { chunk, token, docs } of await postingsOf(db, "ruling", [...state.chunks.keys()], names)) {
    const bits = out.get(token) ?? bitsFor(state.columns.size);
    out.set(token, bits);
    addPosting(docs, chunk * CHUNK, bits);
  }
  return out;
}

async function reallyHolding(db: Database, docs: readonly number[], wanted: string): Promise<number[]> {
  if (!LATIN_EDGE.test(wanted)) return docsHolding(db, "ruling", docs, wanted);
  const candidates = await docsHolding(db, "ruling", docs, wanted);
  const texts = await documentTexts(db, "ruling", candidates);
  return texts.filter((t) => holds(t.title, wanted) || holds(t.body, wanted)).map((t) => t.doc);
}

function withMarks(ruling: FoundRuling, wanted: readonly string[]): RulingHit {
  const texts = [
    ruling.decision,
    ...ruling.findings.flatMap((f) => [f.facts, f.reasons]),
    ruling.companyReply ?? "",
    ruling.consumerWords ?? "",
  ].map((text) => ({ text, folded: foldText(text) }));
  const annulled = ruling.status === "annulled";
  return {
    ...ruling,
    titlePieces: marked(ruling.title, foldText(ruling.title), wanted),
    snippet: annulled || wanted.length === 0 ? null : snippet(texts, wanted, SNIPPET),
  };
}

export { FACETS };
