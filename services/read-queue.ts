import type { Database } from "@/db/client";
import { queueRows } from "@/db/queries/desk";
import { askQueue, type FacetCount, type QueueAnswer, type QueueCursor, type QueueQuery } from "@/domain/desk/ask";
import type { DeskColumns } from "@/domain/desk/columns";
import type { QueueFacet, QueueFilter } from "@/domain/desk-queue";
import { deskColumns } from "./desk-state";
import { searchCases } from "./search-cases";

/** Values of a facet shown at most, the commonest first; facets of few values show them all. */
export const FACET_MOST = 8;
const LONG: readonly QueueFacet[] = ["clause", "officer", "company"];

/** The commonest values of the long facets, and always the chosen one, found or not. */
function shortened(counts: readonly FacetCount[], filter: QueueFilter): FacetCount[] {
  const out = counts.filter((c) => !LONG.includes(c.facet));
  for (const facet of LONG) {
    const own = counts.filter((c) => c.facet === facet).sort((a, b) => b.n - a.n || ((a.value ?? "") < (b.value ?? "") ? -1 : 1));
    out.push(...own.filter((c, i) => i < FACET_MOST || (c.value ?? "none") === filter[facet]));
  }
  return out;
}

interface Kept {
  readonly version: number;
  readonly answers: Map<string, QueueAnswer>;
}
const kept = new WeakMap<DeskColumns, Kept>();
/** Different questions remembered at once. */
const KEPT_MOST = 500;

/** `askQueue` without words; an answer is kept until any case changes, since officers come back to the same few views all day. */
function askKept(columns: DeskColumns, query: QueueQuery, cursor: QueueCursor | null, limit: number): QueueAnswer {
  let mine = kept.get(columns);
  if (mine?.version !== columns.version || mine.answers.size >= KEPT_MOST) {
    mine = { version: columns.version, answers: new Map() };
    kept.set(columns, mine);
  }
  const { view, userId, filter, today, soon } = query;
  const key = JSON.stringify([view, view === "mine" ? userId : null, filter, today, soon, cursor, limit]);
  const had = mine.answers.get(key);
  if (had) return had;
  const answer = askQueue(columns, query, null, cursor, limit);
  mine.answers.set(key, answer);
  return answer;
}

/**
 * A page of the queue: which cases and how many beside each facet comes from the desk's memory, exact as of now; the database reads the rows of
 * the page alone (decision 0032). `limit` cases at most.
 */
export async function readQueuePage(db: Database, query: QueueQuery, cursor: QueueCursor | null, limit: number) {
  const hits = await searchCases(db, query.filter.q);
  const columns = await deskColumns(db);
  const answer = hits ? askQueue(columns, query, hits.bits, cursor, limit) : askKept(columns, query, cursor, limit);
  const byNumber = new Map((await queueRows(db, answer.page)).map((row) => [row.number, row]));
  const rows = answer.page.flatMap((number) => {
    const row = byNumber.get(number);
    return row ? [{ ...row, clauses: columns.clausesOf(number), evidence: columns.evidenceOf(number) }] : [];
  });
  return {
    columns,
    rows,
    total: answer.total,
    counts: shortened(answer.counts, query.filter),
    next: answer.next,
  };
}
export type QueuePage = Awaited<ReturnType<typeof readQueuePage>>;
