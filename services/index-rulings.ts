import type { Database, Tx } from "@/db/client";
import {
  emptyDocuments,
  putDocuments,
  type RulingSource,
  rulingIds,
  rulingSources,
  type SearchDocument,
  strikeStale,
  takeStale,
} from "@/db/queries/search-index";
import { clauseKey, isClauseId } from "@/domain/clauses";
import en from "@/messages/en.json";
import zhHans from "@/messages/zh-Hans.json";
import { foldText } from "@/platform/fold-text";

const MARK = /\[[A-Z_]+\]/g;
/** Hidden parts are no words; fields are kept apart so that no phrase runs from one into the next. */
const fields = (texts: readonly (string | null)[]) =>
  texts.flatMap((t) => (t ? [foldText(t.replace(MARK, "\n"))] : [])).join("\n");

function clauseNames(id: string): string[] {
  if (!isClauseId(id)) return [id];
  const title = (words: { readonly clauses: object }) =>
    (words.clauses as Record<string, { readonly title: string }>)[clauseKey(id)]?.title ?? "";
  return [id, title(zhHans), title(en)];
}

/** What is searched of a ruling: everything the public reads of it. Of an annulled one only number and company; an archived one is not found (RULES §5). */
function documentOf(r: RulingSource): SearchDocument {
  const annulled = r.status === "annulled";
  const clauses = [...new Set(r.findings.map((f) => f.clause))];
  const words = annulled
    ? []
    : [
        r.decision,
        ...r.findings.flatMap((f) => [f.title, f.facts, f.reasons, f.tierReason]),
        r.companyReply,
        r.consumerWords,
        ...clauses.flatMap(clauseNames),
      ];
  return {
    id: r.id,
    title: annulled ? "" : fields([r.title]),
    body: fields([...words, r.number, ...r.names]),
    companyId: r.companyId,
    sector: r.sector,
    channel: r.channel,
    priorityGroup: r.priorityGroup,
    outcome: r.outcome,
    year: r.year,
    clauses,
    tiers: [...new Set(r.findings.flatMap((f) => f.tier ?? []))],
    sortAt: r.signedAt,
    live: !r.archived,
  };
}

/** Reads published rulings into search, in the transaction that publishes, varies or withdraws them. */
export async function indexRulings(tx: Tx, ids: readonly string[]): Promise<void> {
  const sources = await rulingSources(tx, ids);
  await putDocuments(tx, "ruling", sources.map(documentOf));
  const there = new Set(sources.map((s) => s.id));
  await emptyDocuments(
    tx,
    "ruling",
    ids.filter((id) => !there.has(id)),
  );
  await strikeStale(tx, "ruling", ids);
}

const AT_ONCE = 400;

/** Reads in whatever else changed the public record and told only the database's triggers; answers how many. */
export async function indexStale(db: Database): Promise<number> {
  let all = 0;
  for (;;) {
    const n = await db.transaction(async (tx) => {
      const ids = await takeStale(tx, AT_ONCE);
      await indexRulings(tx, ids);
      return ids.length;
    });
    all += n;
    if (n < AT_ONCE) return all;
  }
}

/** Reads every published ruling in once more, the oldest first; answers how many. */
export async function indexAll(db: Database): Promise<number> {
  let all = 0;
  let last: string | null = null;
  for (;;) {
    const ids: string[] = await rulingIds(db, last, AT_ONCE);
    if (ids.length > 0) await db.transaction((tx) => indexRulings(tx, ids));
    all += ids.length;
    last = ids.at(-1) ?? null;
    if (ids.length < AT_ONCE) return all;
  }
}
