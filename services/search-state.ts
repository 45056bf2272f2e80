import type { Database } from "@/db/client";
import { type Corpus, changedDocuments, chunkGenerations, dictionaryWords, documentTexts } from "@/db/queries/search";
import { Columns } from "@/domain/search/columns";
import { onceAProcess } from "@/platform/once-a-process";

/** What a process holds of search: facets of all documents, and the texts that no chunk holds yet. */
export interface SearchState {
  readonly columns: Columns;
  /** Folded, title and body apart. */
  readonly texts: Map<number, { title: string; body: string }>;
  seen: string;
  chunks: Map<number, number>;
  dictionary: Map<string, number>;
}

const held = onceAProcess("search", () => new WeakMap<object, Map<Corpus, { state: SearchState; turn: Promise<unknown> }>>());

async function catchUp(db: Database, corpus: Corpus, state: SearchState): Promise<void> {
  const rows = await changedDocuments(db, corpus, state.seen);
  const open: number[] = [];
  let built = false;
  for (const row of rows) {
    if (row.doc === null) continue;
    if (row.live && !row.indexed) open.push(row.doc);
    else {
      state.texts.delete(row.doc);
      built ||= row.indexed;
    }
    state.columns.put({ ...row, doc: row.doc, year: row.year === null ? null : String(row.year) });
  }
  for (const { doc, title, body } of await documentTexts(db, corpus, open)) state.texts.set(doc, { title, body });
  if (built || state.chunks.size === 0) {
    state.chunks = await chunkGenerations(db, corpus);
    const newest = Math.max(0, ...state.chunks.values());
    if (![...state.dictionary.values()].includes(newest)) state.dictionary = await dictionaryWords(db, corpus);
  }
  state.seen = (rows[0] as { seen: string }).seen;
}

/**
 * The state as of now: what changed since the last look is read first, so a ruling is found, and counted, by every process as soon as its
 * transaction has ended. One look at a time.
 */
export async function searchState(db: Database, corpus: Corpus): Promise<SearchState> {
  const ofDb = held.get(db) ?? new Map<Corpus, { state: SearchState; turn: Promise<unknown> }>();
  held.set(db, ofDb);
  const entry = ofDb.get(corpus) ?? {
    state: { columns: new Columns(), texts: new Map(), seen: "0", chunks: new Map(), dictionary: new Map() },
    turn: Promise.resolve(),
  };
  ofDb.set(corpus, entry);
  const turn = entry.turn.catch(() => undefined).then(() => catchUp(db, corpus, entry.state));
  entry.turn = turn;
  await turn;
  return entry.state;
}
