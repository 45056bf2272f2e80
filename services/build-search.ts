import type { Database } from "@/db/client";
import { chunkGenerations, dictionaryWords } from "@/db/queries/search";
import {
  addDictionary,
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
import { indexAll, indexStale } from "./index-rulings";

/** So many documents are read word by word at each query before their chunk is built again: it costs a query a few milliseconds. */
export const UNINDEXED_MOST = 400;
const SAMPLE = 6_000;
const READ_AT_ONCE = 1_024;
const WRITE_AT_ONCE = 4_000;
const WRITE_BYTES = 4_000_000;

/** The minute's work: what changed is read in; where much waits, chunks are built. Answers what was done. */
export async function keepSearch(db: Database): Promise<{ read: number; built: number }> {
  const read = await indexStale(db);
  const waiting = await unindexed(db, "ruling", CHUNK);
  const n = waiting.reduce((sum, w) => sum + w.n, 0);
  const built =
    n > UNINDEXED_MOST
      ? await buildChunks(
          db,
          waiting.map((w) => w.chunk),
        )
      : 0;
  return { read, built };
}

/** Builds the postings of these chunks anew; readers see each change at once and whole. */
export async function buildChunks(
  db: Database,
  chunks: readonly number[],
  note: (line: string) => void = () => undefined,
): Promise<number> {
  if ((await dictionaryWords(db, "ruling")).size === 0) await growDictionary(db);
  const words = await dictionaryWords(db, "ruling");
  const generation = Math.max(0, ...words.values());
  let built = 0;
  for (const chunk of chunks) {
    const builder = new ChunkBuilder([...words.keys()]);
    const read: { doc: number; changeXid: string }[] = [];
    for (let from = chunk * CHUNK; from < (chunk + 1) * CHUNK; from += READ_AT_ONCE)
      for (const t of await textsBetween(db, "ruling", from, from + READ_AT_ONCE)) {
        builder.add(t.doc - chunk * CHUNK, t.title, t.body);
        read.push({ doc: t.doc, changeXid: t.changeXid });
      }
    const mine = await db.transaction(async (tx) => {
      if (!(await lockIndexer(tx))) return false;
      await removeChunk(tx, "ruling", chunk);
      let tokens: string[] = [];
      let docs: Uint8Array[] = [];
      let bytes = 0;
      const write = async () => {
        if (tokens.length > 0) await insertPostings(tx, "ruling", chunk, tokens, docs);
        [tokens, docs, bytes] = [[], [], 0];
      };
      for (const p of builder.postings()) {
        tokens.push(p.token);
        docs.push(p.docs);
        bytes += p.docs.length;
        if (tokens.length >= WRITE_AT_ONCE || bytes > WRITE_BYTES) await write();
      }
      await write();
      await finishChunk(tx, "ruling", chunk, generation, read);
      return true;
    });
    if (mine) built++;
    note(`chunk ${chunk}: ${read.length} documents`);
  }
  return built;
}

/** Adds what has become frequent to the dictionary, as a new generation. */
async function growDictionary(db: Database): Promise<void> {
  const words = frequentWords(await sampleTexts(db, "ruling", SAMPLE), SYNONYM_WORDS);
  const before = Math.max(0, ...(await dictionaryWords(db, "ruling")).values());
  for (let at = 0; at < words.length; at += 20_000) await addDictionary(db, "ruling", words.slice(at, at + 20_000), before + 1);
}

/** Everything from the public record once more: documents, dictionary, every chunk. Numbers stay. */
export async function rebuildSearch(db: Database, note: (line: string) => void = () => undefined): Promise<void> {
  note(`${await indexAll(db)} documents read`);
  await growDictionary(db);
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
