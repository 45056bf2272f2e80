import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/**
 * What search reads. The index itself is written by db/queries/search-index. `ruling`: what the public reads; `complaint`: the words of cases, for the
 * desk alone.
 */
export type Corpus = "ruling" | "complaint";

/** Words and numbers as a PostgreSQL array literal: tokens hold letters, digits and . - ' ^ # only. */
const literal = (values: readonly (string | number)[]) =>
  `{${values.map((v) => (typeof v === "number" ? v : `"${v}"`)).join(",")}}`;

export interface ChangedDocument extends Record<string, unknown> {
  /** Transactions from here on may not have been seen: ask from here next time. */
  readonly seen: string;
  readonly doc: number | null;
  readonly company: string | null;
  readonly sector: string | null;
  readonly channel: string | null;
  readonly group: string | null;
  readonly outcome: string | null;
  readonly year: number | null;
  readonly clauses: string[];
  readonly tiers: string[];
  readonly live: boolean;
  readonly indexed: boolean;
}

/** Facets of the documents changed by transactions from `since` on, with where to go on; one row of nulls when nothing did. */
export async function changedDocuments(tx: Tx, corpus: Corpus, since: string): Promise<ChangedDocument[]> {
  return tx.execute<ChangedDocument>(sql`
    with s as (select (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint as seen)
    select s.seen::text as seen, d.doc, coalesce(c.merged_into_id, d.company_id)::text as company, d.sector, d.channel, d.priority_group as "group", d.outcome, d.year,
      d.clauses, d.tiers, d.live, d.indexed
    from s left join search_documents d on d.corpus = ${corpus} and d.change_xid >= ${since}::bigint
    left join companies c on c.id = d.company_id`);
}

/** Folded texts of documents, title and body. */
export async function documentTexts(
  tx: Tx,
  corpus: Corpus,
  docs: readonly number[],
): Promise<{ doc: number; title: string; body: string }[]> {
  if (docs.length === 0) return [];
  return tx.execute<{ doc: number; title: string; body: string }>(
    sql`select doc, title, body from search_documents where corpus = ${corpus} and doc = any(${literal(docs)}::int[])`,
  );
}

/** Of these documents those whose title or body holds a string, letter for letter. */
export async function docsHolding(tx: Tx, corpus: Corpus, docs: readonly number[], wanted: string): Promise<number[]> {
  if (docs.length === 0) return [];
  const rows = await tx.execute<{ doc: number }>(sql`
    select doc from search_documents
    where corpus = ${corpus} and doc = any(${literal(docs)}::int[]) and (position(${wanted} in body) > 0 or position(${wanted} in title) > 0)`);
  return rows.map((r) => r.doc);
}

export async function chunkGenerations(tx: Tx, corpus: Corpus): Promise<Map<number, number>> {
  const rows = await tx.execute<{ chunk: number; generation: number }>(
    sql`select chunk, generation from search_chunks where corpus = ${corpus}`,
  );
  return new Map(rows.map((r) => [r.chunk, r.generation]));
}

/** Words of the dictionary by the generation they came with. */
export async function dictionaryWords(tx: Tx, corpus: Corpus): Promise<Map<string, number>> {
  const rows = await tx.execute<{ token: string; generation: number }>(
    sql`select token, generation from search_dictionary where corpus = ${corpus}`,
  );
  return new Map(rows.map((r) => [r.token, r.generation]));
}

export interface Posting extends Record<string, unknown> {
  readonly chunk: number;
  readonly token: string;
  readonly docs: Uint8Array;
}

/** Stored postings of tokens in every chunk. */
export async function postingsOf(
  tx: Tx,
  corpus: Corpus,
  chunks: readonly number[],
  tokens: readonly string[],
): Promise<Posting[]> {
  if (tokens.length === 0 || chunks.length === 0) return [];
  return tx.execute<Posting>(sql`
    select chunk, token, docs from search_postings
    where corpus = ${corpus} and chunk = any(${literal(chunks)}::int[]) and token = any(${literal(tokens)}::text[])`);
}

export interface FoundRuling extends Record<string, unknown> {
  readonly doc: number;
  readonly number: string;
  readonly title: string;
  readonly decision: string;
  readonly companyReply: string | null;
  readonly consumerWords: string | null;
  readonly status: string;
  readonly outcome: string;
  readonly signedOn: string;
  readonly slug: string;
  readonly name: string;
  readonly nameHant: string;
  readonly nameEn: string;
  readonly findings: { clause: string; outcome: string; tier: string | null; facts: string; reasons: string; title: string }[];
}

/** The published rulings behind documents. */
export async function foundRulings(tx: Tx, docs: readonly number[]): Promise<Map<number, FoundRuling>> {
  if (docs.length === 0) return new Map();
  const rows = await tx.execute<FoundRuling>(sql`
    select d.doc, r.number, r.title, r.decision, r.company_reply as "companyReply", r.consumer_words as "consumerWords", r.status, r.outcome,
      r.signed_on::text as "signedOn", c.slug, c.name, c.name_hant as "nameHant", c.name_en as "nameEn",
      coalesce((select jsonb_agg(jsonb_build_object('clause', f.clause, 'outcome', f.outcome, 'tier', f.tier, 'title', f.title, 'facts', f.facts, 'reasons', f.reasons) order by f.ord)
        from published_findings f where f.published_ruling_id = r.id), '[]') as findings
    from search_documents d
    join published_rulings r on r.id = d.id
    join companies o on o.id = r.company_id join companies c on c.id = coalesce(o.merged_into_id, o.id)
    where d.corpus = 'ruling' and d.doc = any(${literal(docs)}::int[])`);
  return new Map(rows.map((r) => [r.doc, r]));
}

export interface CompanyLabel extends Record<string, unknown> {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly nameHant: string;
  readonly nameEn: string;
}

/** Names of companies by id or by slug, for the facet and the address. */
export async function companyLabels(
  tx: Tx,
  by: { ids: readonly string[] } | { slugs: readonly string[] },
): Promise<CompanyLabel[]> {
  const wanted = "ids" in by ? by.ids : by.slugs;
  if (wanted.length === 0) return [];
  const column = "ids" in by ? sql`id::text` : sql`slug`;
  return tx.execute<CompanyLabel>(
    "ids" in by
      ? sql`select id::text as id, slug, name, name_hant as "nameHant", name_en as "nameEn" from companies where id = any(${literal(wanted)}::uuid[])`
      : sql`select id::text as id, slug, name, name_hant as "nameHant", name_en as "nameEn" from companies where ${column} = any(${literal(wanted)}::text[])`,
  );
}
