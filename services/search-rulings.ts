import type { Database } from "@/db/client";
import { companyLabels, type FoundRuling, foundRulings } from "@/db/queries/search";
import { type Counts, FACETS, type Filters } from "@/domain/search/columns";
import { keepOnly } from "@/domain/search/posting";
import { type Query, readQuery } from "@/domain/search/query";
import { byDate, byRelevance } from "@/domain/search/relevance";
import { marked, type Piece, snippet } from "@/domain/search/snippet";
import { cutWords } from "@/platform/cut-words";
import { foldText } from "@/platform/fold-text";
import { searchState } from "./search-state";
import { termBits } from "./search-terms";

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

/** Rulings that hold every word, with exact counts of every facet. */
export async function searchRulings(db: Database, asked: RulingSearch): Promise<SearchResult> {
  const query = readQuery(foldText(asked.words), cutWords);
  const state = await searchState(db, "ruling");
  const filters = await withCompanyIds(db, asked.filters);
  const terms = await termBits(db, "ruling", state, query.terms);
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

/** The `n` largest counts, the larger first; there may be thousands. */
function mostOf(counts: ReadonlyMap<string, number>, n: number): [string, number][] {
  const least = Float64Array.from(counts.values()).sort().at(-n) ?? 0;
  return [...counts]
    .filter(([, count]) => count >= least)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, n);
}

async function labelled(db: Database, counts: ReadonlyMap<string, number>, chosen: readonly string[]) {
  const most = mostOf(counts, COMPANIES_SHOWN);
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

/** A ruling found, with what was asked for marked in its title and in a piece of its text. */
export function withMarks(ruling: FoundRuling, wanted: readonly string[]): RulingHit {
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
