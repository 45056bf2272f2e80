import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns";

/** What search knows of one ruling (corpus "ruling"): its folded text and its facets under a dense number, in order of signing. */
export const searchDocuments = pgTable(
  "search_documents",
  {
    corpus: text("corpus").notNull(),
    doc: integer("doc").notNull(),
    /** Of the published ruling. */
    id: uuid("id").notNull(),
    title: text("title").notNull(),
    body: text("body").notNull(),
    companyId: uuid("company_id"),
    sector: text("sector"),
    channel: text("channel"),
    priorityGroup: text("priority_group"),
    outcome: text("outcome"),
    year: integer("year"),
    clauses: text("clauses").array().notNull().default(sql`'{}'::text[]`),
    tiers: text("tiers").array().notNull().default(sql`'{}'::text[]`),
    sortAt: instant("sort_at").notNull(),
    /** False: withdrawn from search (archived, gone), the number stays taken. */
    live: boolean("live").notNull().default(true),
    /** True: the postings of its chunk hold this text; false: it is read word by word until they do. */
    indexed: boolean("indexed").notNull().default(false),
    /** Transaction of the last change, set by a trigger: readers ask for what is newer than they have seen. */
    changeXid: bigint("change_xid", { mode: "number" }).notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.corpus, t.doc] }),
    uniqueIndex("search_documents_id").on(t.corpus, t.id),
    index("search_documents_change").on(t.corpus, t.changeXid),
    index("search_documents_unindexed").on(t.corpus, t.doc).where(sql`not ${t.indexed}`),
  ],
);

/** Stretches of 32,768 numbers; `generation`: words of the dictionary up to it stand in the postings. */
export const searchChunks = pgTable(
  "search_chunks",
  {
    corpus: text("corpus").notNull(),
    chunk: integer("chunk").notNull(),
    generation: integer("generation").notNull(),
    documents: integer("documents").notNull(),
  },
  (t) => [primaryKey({ columns: [t.corpus, t.chunk] })],
);

/** Frequent strings of three letters and more that have postings of their own. */
export const searchDictionary = pgTable(
  "search_dictionary",
  {
    corpus: text("corpus").notNull(),
    token: text("token").notNull(),
    generation: integer("generation").notNull(),
  },
  (t) => [primaryKey({ columns: [t.corpus, t.token] })],
);

/** Which documents of a chunk hold a token: see domain/search/posting. */
export const searchPostings = pgTable(
  "search_postings",
  {
    corpus: text("corpus").notNull(),
    chunk: integer("chunk").notNull(),
    token: text("token").notNull(),
    docs: bytea("docs").notNull(),
  },
  (t) => [primaryKey({ columns: [t.corpus, t.chunk, t.token] })],
);

/** What changed in the record and has to be read into search again; written by triggers, emptied by the indexer. */
export const searchStale = pgTable(
  "search_stale",
  {
    corpus: text("corpus").notNull(),
    id: uuid("id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.corpus, t.id] })],
);
