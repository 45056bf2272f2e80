import type { Database, Tx } from "@/db/client";
import { type CaseSource, caseSources, putSketches, takeStaleCases } from "@/db/queries/case-words";
import { emptyDocuments, putDocuments, type SearchDocument, strikeStale } from "@/db/queries/search-index";
import { cannedReplies, sketchOf } from "@/domain/similar/sketch";
import { foldText } from "@/platform/fold-text";

type Turn = { readonly side: string; readonly text: string };

/** What was said in each file, as confirmed where somebody did. */
function chatsOf(source: CaseSource): Turn[][] {
  return source.readings.flatMap(({ content, confirmed, transcript }) => {
    const read = (content as { turns?: Turn[] } | null)?.turns ?? [];
    const turns = confirmed?.turns ?? transcript?.lines ?? read;
    return turns.length > 0 ? [[...turns]] : [];
  });
}

function pagesOf(source: CaseSource): string[] {
  return source.readings.flatMap(({ content }) => (content as { pages?: string[] } | null)?.pages ?? []);
}

/** What the desk searches of a complaint: all the complainant wrote and handed in, the company's names, the number. Fields are kept apart by lines. */
function documentOf(source: CaseSource, chats: readonly Turn[][]): SearchDocument {
  const said = chats.flatMap((turns) => turns.map((turn) => turn.text));
  const parts = [
    source.narrative,
    source.wants,
    source.promised,
    source.typed,
    ...source.names,
    source.reference,
    ...said,
    ...pagesOf(source),
  ];
  return {
    id: source.id,
    doc: source.number,
    title: "",
    body: foldText(parts.filter(Boolean).join("\n")),
    companyId: null,
    sector: null,
    channel: null,
    priorityGroup: null,
    outcome: null,
    year: null,
    clauses: [],
    tiers: [],
    sortAt: source.filedAt,
    live: true,
  };
}

/** Reads these complaints into the desk's search and makes their sketches; what was erased leaves both. */
export async function indexCases(tx: Tx, ids: readonly string[]): Promise<void> {
  const sources = await caseSources(tx, ids);
  const read = sources.map((source) => ({ source, chats: chatsOf(source) }));
  await putDocuments(
    tx,
    "complaint",
    read.map(({ source, chats }) => documentOf(source, chats)),
  );
  await putSketches(
    tx,
    read.map(({ source, chats }) => ({
      complaintId: source.id,
      companyId: source.companyId,
      bands: sketchOf(foldText(source.narrative)),
      replies: cannedReplies(
        chats.map((turns) => turns.map((turn) => ({ ...turn, text: foldText(turn.text) }))),
        foldText(source.narrative),
      ),
    })),
  );
  const there = new Set(sources.map((source) => source.id));
  await emptyDocuments(
    tx,
    "complaint",
    ids.filter((id) => !there.has(id)),
  );
  await strikeStale(tx, "complaint", ids);
}

const AT_ONCE = 300;

/** Reads in every complaint whose words changed; answers how many. Whoever searches does so first, so that nothing committed is missed. */
export async function indexStaleCases(db: Database): Promise<number> {
  let all = 0;
  for (;;) {
    const n = await db.transaction(async (tx) => {
      const ids = await takeStaleCases(tx, AT_ONCE);
      if (ids.length > 0) await indexCases(tx, ids);
      return ids.length;
    });
    all += n;
    if (n < AT_ONCE) return all;
  }
}
