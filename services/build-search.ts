import type { Database } from "@/db/client";
import { type Corpus, chunkGenerations, dictionaryWords } from "@/db/queries/search";
import {
  addDictionary,
  chunksWithGone,
  finishChunk,
  insertPostings,
  lockIndexer,
  removeChunk,
  sampleTexts,
  textsBetween,
  unindexed,
} from "@/db/queries/search-index";
import { ChunkBuilder } from "@/domain/search/chunk-builder";
import { frequentWords } from "@/domain/search/grams";
import { CHUNK } from "@/domain/search/posting";
import { SYNONYM_WORDS } from "@/domain/search/synonyms";
import { indexStaleCases } from "./index-cases";
import { indexAll, indexStale } from "./index-rulings";

/** So many documents are read word by word at each query before their chunk is built again: it costs a query a few milliseconds. */
export const UNINDEXED_MOST = 400;
const SAMPLE = 6_000;
const READ_AT_ONCE = 1_024;
const WRITE_AT_ONCE = 4_000;
const WRITE_BYTES = 4_000_000;

/** The minute's work: what changed is read in; where much waits, or a text is gone, chunks are built. Answers what was done. */
export async function keepSearch(db: Database): Promise<{ read: number; built: number }> {
  const read = (await indexStale(db)) + (await indexStaleCases(db));
  let built = 0;
  for (const corpus of ["ruling", "complaint"] as const) {
    const waiting = await unindexed(db, corpus, CHUNK);
    const n = waiting.reduce((sum, w) => sum + w.n, 0);
    // The words of an erased complaint do not stay in postings until something else is written.
    const chunks = new Set(corpus === "complaint" ? await chunksWithGone(db, corpus, CHUNK) : []);
    if (n > UNINDEXED_MOST) for (const w of waiting) chunks.add(w.chunk);
    if (chunks.size > 0) built += await buildChunks(db, [...chunks], undefined, corpus);
  }
  return { read, built };
}

/** Builds the postings of these chunks anew; readers see each change at once and whole. */
export async function buildChunks(
  db: Database,
  chunks: readonly number[],
  note: (line: string) => void = () => undefined,
  corpus: Corpus = "ruling",
): Promise<number> {
  if ((await dictionaryWords(db, corpus)).size === 0) await growDictionary(db, corpus);
  const words = await dictionaryWords(db, corpus);
  const generation = Math.max(0, ...words.values());
  let built = 0;
  for (const chunk of chunks) {
    const builder = new ChunkBuilder([...words.keys()]);
    const read: { doc: number; changeXid: string }[] = [];
    for (let from = chunk * CHUNK; from < (chunk + 1) * CHUNK; from += READ_AT_ONCE)
      for (const t of await textsBetween(db, corpus, from, from + READ_AT_ONCE)) {
        builder.add(t.doc - chunk * CHUNK, t.title, t.body);
        read.push({ doc: t.doc, changeXid: t.changeXid });
      }
    const mine = await db.transaction(async (tx) => {
      if (!(await lockIndexer(tx))) return false;
      await removeChunk(tx, corpus, chunk);
      let tokens: string[] = [];
      let docs: Uint8Array[] = [];
      let bytes = 0;
      const write = async () => {
        if (tokens.length > 0) await insertPostings(tx, corpus, chunk, tokens, docs);
        [tokens, docs, bytes] = [[], [], 0];
      };
      for (const p of builder.postings()) {
        tokens.push(p.token);
        docs.push(p.docs);
        bytes += p.docs.length;
        if (tokens.length >= WRITE_AT_ONCE || bytes > WRITE_BYTES) await write();
      }
      await write();
      await finishChunk(tx, corpus, chunk, generation, read);
      return true;
    });
    if (mine) built++;
    note(`chunk ${chunk}: ${read.length} documents`);
  }
  return built;
}

/** Adds what has become frequent to the dictionary, as a new generation. */
async function growDictionary(db: Database, corpus: Corpus): Promise<void> {
  const words = frequentWords(await sampleTexts(db, corpus, SAMPLE), SYNONYM_WORDS);
  const before = Math.max(0, ...(await dictionaryWords(db, corpus)).values());
  for (let at = 0; at < words.length; at += 20_000) await addDictionary(db, corpus, words.slice(at, at + 20_000), before + 1);
}

/** Everything from the public record once more: documents, dictionary, every chunk. Numbers stay. */
export async function rebuildSearch(db: Database, note: (line: string) => void = () => undefined): Promise<void> {
  note(`${await indexAll(db)} documents read`);
  await growDictionary(db, "ruling");
  note("dictionary made");
  const chunks = new Set([
    ...(await chunkGenerations(db, "ruling")).keys(),
    ...(await unindexed(db, "ruling", CHUNK)).map((u) => u.chunk),
  ]);
  await buildChunks(
    db,
    [...chunks].sort((a, b) => a - b),
    note,
  );
}
