import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Corpus } from "./search";

/** The writing side of search: documents, chunks, dictionary. */

export interface RulingSource extends Record<string, unknown> {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly decision: string;
  readonly companyReply: string | null;
  readonly consumerWords: string | null;
  readonly status: string;
  readonly outcome: string;
  readonly archived: boolean;
  readonly sector: string;
  readonly channel: string | null;
  readonly priorityGroup: string | null;
  readonly year: number;
  readonly signedAt: string;
  readonly companyId: string;
  readonly names: string[];
  readonly findings: {
    clause: string;
    tier: string | null;
    title: string;
    facts: string;
    reasons: string;
    tierReason: string | null;
  }[];
}

const uuids = (ids: readonly string[]) => `{${ids.join(",")}}`;

/** What search reads of published rulings, in order of signing. */
export async function rulingSources(tx: Tx, ids: readonly string[]): Promise<RulingSource[]> {
  if (ids.length === 0) return [];
  return tx.execute<RulingSource>(sql`
    select r.id::text as id, r.number, r.title, r.decision, r.company_reply as "companyReply", r.consumer_words as "consumerWords", r.status, r.outcome,
      r.archived_on is not null as archived, r.sector, r.channel, r.priority_group as "priorityGroup", extract(year from r.signed_on)::int as year,
      r.signed_at::text as "signedAt", r.company_id::text as "companyId", array[c.name, c.name_hant, c.name_en] as names,
      coalesce((select jsonb_agg(jsonb_build_object('clause', f.clause, 'tier', f.tier, 'title', f.title, 'facts', f.facts, 'reasons', f.reasons, 'tierReason', f.tier_reason)
        order by f.ord) from published_findings f where f.published_ruling_id = r.id), '[]') as findings
    from published_rulings r join companies c on c.id = r.company_id
    where r.id = any(${uuids(ids)}::uuid[]) order by r.signed_at, r.number`);
}

export interface SearchDocument {
  readonly id: string;
  /** Where the corpus has numbers of its own; else the next free one. */
  readonly doc?: number;
  readonly title: string;
  readonly body: string;
  readonly companyId: string | null;
  readonly sector: string | null;
  readonly channel: string | null;
  readonly priorityGroup: string | null;
  readonly outcome: string | null;
  readonly year: number | null;
  readonly clauses: readonly string[];
  readonly tiers: readonly string[];
  readonly sortAt: string;
  readonly live: boolean;
}

/** Writes documents; one that is there keeps its number, and is read word by word until its chunk is built again where its words changed. */
export async function putDocuments(tx: Tx, corpus: Corpus, documents: readonly SearchDocument[]): Promise<void> {
  if (documents.length === 0) return;
  await tx.execute(sql`
    insert into search_documents as d (corpus, doc, id, title, body, company_id, sector, channel, priority_group, outcome, year, clauses, tiers, sort_at, live)
    select ${corpus}, coalesce(x.doc, nextval('search_numbers')::int), x.id, x.title, x.body, x."companyId", x.sector, x.channel, x."priorityGroup", x.outcome, x.year,
      array(select jsonb_array_elements_text(x.clauses)), array(select jsonb_array_elements_text(x.tiers)), x."sortAt", x.live
    from jsonb_array_elements(${JSON.stringify(documents)}::jsonb) with ordinality as e(j, ord),
      jsonb_to_record(e.j) as x(id uuid, doc int, title text, body text, "companyId" uuid, sector text, channel text, "priorityGroup" text, outcome text, year int,
        clauses jsonb, tiers jsonb, "sortAt" timestamptz, live boolean)
    where not exists (select 1 from search_documents known where known.corpus = ${corpus} and known.id = x.id)
    order by e.ord
    on conflict do nothing`);
  await tx.execute(sql`
    update search_documents d set title = x.title, body = x.body, company_id = x."companyId", sector = x.sector, channel = x.channel, priority_group = x."priorityGroup",
      outcome = x.outcome, year = x.year, clauses = array(select jsonb_array_elements_text(x.clauses)), tiers = array(select jsonb_array_elements_text(x.tiers)),
      sort_at = x."sortAt", live = x.live, indexed = d.indexed and d.title = x.title and d.body = x.body
    from jsonb_to_recordset(${JSON.stringify(documents)}::jsonb) as x(id uuid, title text, body text, "companyId" uuid, sector text, channel text,
      "priorityGroup" text, outcome text, year int, clauses jsonb, tiers jsonb, "sortAt" timestamptz, live boolean)
    where d.corpus = ${corpus} and d.id = x.id
      and (d.title, d.body, d.company_id, d.sector, d.channel, d.priority_group, d.outcome, d.year, d.live, d.clauses, d.tiers) is distinct from
        (x.title, x.body, x."companyId", x.sector, x.channel, x."priorityGroup", x.outcome, x.year, x.live,
          array(select jsonb_array_elements_text(x.clauses)), array(select jsonb_array_elements_text(x.tiers)))`);
}

/** Takes the words of what is gone out of search; its number stays taken, its postings go when the chunk is built again. */
export async function emptyDocuments(tx: Tx, corpus: Corpus, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(sql`
    update search_documents set title = '', body = '', clauses = '{}', tiers = '{}', live = false, indexed = false
    where corpus = ${corpus} and id = any(${uuids(ids)}::uuid[])`);
}

/** Takes up to `limit` rulings that changed, in order of signing, and strikes them off the list; another indexer's are passed over. */
export async function takeStale(tx: Tx, limit: number): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    with taken as (
      select s.id from search_stale s left join published_rulings r on r.id = s.id
      where s.corpus = 'ruling' order by r.signed_at nulls first, r.number limit ${limit} for update of s skip locked)
    delete from search_stale s using taken where s.corpus = 'ruling' and s.id = taken.id returning s.id::text as id`);
  return rows.map((r) => r.id);
}

export async function strikeStale(tx: Tx, corpus: Corpus, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await tx.execute(sql`delete from search_stale where corpus = ${corpus} and id = any(${uuids(ids)}::uuid[])`);
}

/** Ids of published rulings by their numbers. */
export async function publicationIds(tx: Tx, numbers: readonly string[]): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(
    sql`select id::text as id from published_rulings where number in (select jsonb_array_elements_text(${JSON.stringify(numbers)}::jsonb))`,
  );
  return rows.map((r) => r.id);
}

/** Ids of every published ruling in order of signing, `limit` at a time; `after` is the last of the ones before. */
export async function rulingIds(tx: Tx, after: string | null, limit: number): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select id::text as id from published_rulings
    ${after ? sql`where (signed_at, id) > (select signed_at, id from published_rulings where id = ${after})` : sql``}
    order by signed_at nulls first, id limit ${limit}`);
  return rows.map((r) => r.id);
}

/** How many documents are read word by word, and the numbers of the chunks they lie in. */
export async function unindexed(tx: Tx, corpus: Corpus, chunkSize: number): Promise<{ chunk: number; n: number }[]> {
  return tx.execute<{ chunk: number; n: number }>(sql`
    select doc / ${chunkSize}::int as chunk, count(*)::int as n from search_documents where corpus = ${corpus} and not indexed group by 1 order by 1`);
}

export interface StoredText extends Record<string, unknown> {
  readonly doc: number;
  readonly title: string;
  readonly body: string;
  readonly changeXid: string;
}

/** Chunks whose postings still hold the words of what is gone. */
export async function chunksWithGone(tx: Tx, corpus: Corpus, chunkSize: number): Promise<number[]> {
  const rows = await tx.execute<{ chunk: number }>(sql`
    select distinct d.doc / ${chunkSize}::int as chunk from search_documents d join search_chunks c on c.corpus = d.corpus and c.chunk = d.doc / ${chunkSize}::int
    where d.corpus = ${corpus} and not d.indexed and not d.live and d.body = ''`);
  return rows.map((r) => r.chunk);
}

/** The texts of a stretch of numbers, those that are gone as empty ones. */
export async function textsBetween(tx: Tx, corpus: Corpus, from: number, to: number): Promise<StoredText[]> {
  return tx.execute<StoredText>(sql`
    select doc, title, body, change_xid::text as "changeXid" from search_documents
    where corpus = ${corpus} and doc >= ${from} and doc < ${to} order by doc`);
}

/** Every n-th text, for the dictionary. */
export async function sampleTexts(tx: Tx, corpus: Corpus, most: number): Promise<string[]> {
  const rows = await tx.execute<{ text: string }>(sql`
    select title || E'\n' || body as text from search_documents
    where corpus = ${corpus} and live and doc % greatest(1, ceil((select max(doc) + 1 from search_documents where corpus = ${corpus})::numeric / ${most})::int) = 0`);
  return rows.map((r) => r.text);
}

export async function addDictionary(tx: Tx, corpus: Corpus, words: readonly string[], generation: number): Promise<void> {
  await tx.execute(sql`
    insert into search_dictionary (corpus, token, generation)
    select ${corpus}, w, ${generation}::int from jsonb_array_elements_text(${JSON.stringify(words)}::jsonb) w on conflict do nothing`);
}

export async function removeChunk(tx: Tx, corpus: Corpus, chunk: number): Promise<void> {
  await tx.execute(sql`delete from search_postings where corpus = ${corpus} and chunk = ${chunk}`);
}

export async function insertPostings(
  tx: Tx,
  corpus: Corpus,
  chunk: number,
  tokens: readonly string[],
  docs: readonly Uint8Array[],
): Promise<void> {
  const bytes = docs.map((d) => `"\\\\x${Buffer.from(d.buffer, d.byteOffset, d.byteLength).toString("hex")}"`).join(",");
  await tx.execute(sql`
    insert into search_postings (corpus, chunk, token, docs)
    select ${corpus}, ${chunk}::int, t, d from unnest(${`{${tokens.map((t) => `"${t}"`).join(",")}}`}::text[], ${`{${bytes}}`}::bytea[]) x(t, d)`);
}

/** The chunk stands: its documents are found by their postings, but not those that changed since they were read. */
export async function finishChunk(
  tx: Tx,
  corpus: Corpus,
  chunk: number,
  generation: number,
  read: readonly { doc: number; changeXid: string }[],
): Promise<void> {
  await tx.execute(sql`
    update search_documents d set indexed = true
    from unnest(${`{${read.map((r) => r.doc).join(",")}}`}::int[], ${`{${read.map((r) => r.changeXid).join(",")}}`}::bigint[]) as x(doc, xid)
    where d.corpus = ${corpus} and d.doc = x.doc and d.change_xid = x.xid and not d.indexed`);
  await tx.execute(sql`
    insert into search_chunks (corpus, chunk, generation, documents) values (${corpus}, ${chunk}, ${generation}, ${read.length})
    on conflict (corpus, chunk) do update set generation = excluded.generation, documents = excluded.documents`);
}

/** One indexer at a time, held to the end of the transaction; false when another is at work. */
export async function lockIndexer(tx: Tx): Promise<boolean> {
  const [row] = await tx.execute<{ got: boolean }>(sql`select pg_try_advisory_xact_lock(7402131) as got`);
  return row?.got ?? false;
}
