import type { Database } from "@/db/client";
import { alreadyLogged, edgeOf, latestCheckpoint, ledgerRows, lockLog, pendingNumbers, writeLeaves } from "@/db/queries/log";
import { appendLeaves, edgeRoot } from "@/domain/log/append";
import { leafEntry, leafOf } from "@/domain/log/leaf";
import { leafHash } from "@/domain/log/merkle";
import { sha256 } from "@/platform/signing";

/** Events of one transaction, and so of one checkpoint at most. */
const BATCH = 4_096;

/**
 * Gives every committed event that has none its leaf in the public log, in order of their numbers, with a checkpoint for each batch (DESIGN §4).
 * Any number of workers may call it: one appends, the others find it at work and leave. Answers how many leaves were added.
 */
export async function sequenceLog(db: Database): Promise<number> {
  let added = 0;
  for (let after: number | null = 0; after !== null; ) {
    const batch: Batch = await appendBatch(db, after);
    added += batch.added;
    after = batch.goOn;
  }
  return added;
}

/** `goOn`: the number above which more may wait, or null. */
interface Batch {
  readonly added: number;
  readonly goOn: number | null;
}

async function appendBatch(db: Database, after: number): Promise<Batch> {
  return db.transaction(async (tx) => {
    if (!(await lockLog(tx))) return { added: 0, goOn: null };
    const waiting = await pendingNumbers(tx, after, BATCH);
    const goOn = waiting.length < BATCH ? null : (waiting.at(-1) ?? null);
    if (waiting.length === 0) return { added: 0, goOn };
    const logged = await alreadyLogged(tx, waiting);
    const events = await ledgerRows(
      tx,
      waiting.filter((seq) => !logged.has(seq)),
    );
    if (events.length === 0) return { added: 0, goOn };
    const size = (await latestCheckpoint(tx))?.size ?? 0;
    const leaves = events.map((event) => {
      const leaf = leafOf(sha256, event);
      return { leaf, node: leafHash(sha256, leafEntry(leaf)) };
    });
    const before = { size, levels: await edgeOf(tx, size) };
    const { edge, nodes } = appendLeaves(
      sha256,
      before,
      leaves.map((entry) => entry.node),
    );
    await writeLeaves(tx, size, leaves, nodes, await edgeRoot(sha256, edge));
    return { added: events.length, goOn };
  });
}
