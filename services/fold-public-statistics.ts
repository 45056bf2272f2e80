import type { Database } from "@/db/client";
import {
  addToCells,
  beginAnew,
  countedCases,
  keptFacts,
  lockStatistics,
  putFacts,
  takeDirty,
} from "@/db/queries/public-statistics";
import { differences, factsOf } from "@/domain/statistics/facts";

const AT_ONCE = 500;

/**
 * Brings the public statistics in step with the events: each changed case's old facts are taken away and its new ones added, some hundred cases
 * a transaction. A case that changes meanwhile is noted again by its own transaction. Answers how many cases were folded in.
 */
export async function foldPublicStatistics(db: Database): Promise<number> {
  let folded = 0;
  for (;;) {
    const done = await db.transaction(async (tx) => {
      await lockStatistics(tx);
      const ids = await takeDirty(tx, AT_ONCE);
      const [cases, before] = [await countedCases(tx, ids), await keptFacts(tx, ids)];
      const after = new Map(ids.map((id) => [id, cases.has(id) ? factsOf(cases.get(id) as never) : []]));
      await putFacts(tx, after);
      await addToCells(tx, differences(ids.map((id) => ({ before: before.get(id) ?? [], after: after.get(id) ?? [] }))));
      return ids.length;
    });
    folded += done;
    if (done === 0) return folded;
  }
}

/** Counts everything anew from the cases; gives the same rows as keeping step does. */
export async function rebuildPublicStatistics(db: Database): Promise<number> {
  await db.transaction(async (tx) => {
    await lockStatistics(tx);
    await beginAnew(tx);
  });
  return foldPublicStatistics(db);
}
