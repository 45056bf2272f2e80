import type { Database } from "@/db/client";
import { pruneDeskChanges } from "@/db/queries/desk";
import { forgetPresence } from "@/db/queries/desk-views";
import { deleteExpired } from "@/db/queries/operations";
import type { Instant } from "@/domain/day";

/** Removes sessions a week after they ended, used-up challenges and links, and counters of limits older than two days, and what every desk has read of changes. Answers how many rows went. */
export async function cleanUp(db: Database, now: Instant): Promise<number> {
  return db.transaction(async (tx) => {
    await forgetPresence(tx);
    return (await deleteExpired(tx, now)) + (await pruneDeskChanges(tx));
  });
}
