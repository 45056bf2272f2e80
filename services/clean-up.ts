import type { Database } from "@/db/client";
import { deleteExpired } from "@/db/queries/operations";
import type { Instant } from "@/domain/day";

/** Removes sessions a week after they ended, used-up challenges and links, and counters of limits older than two days. Answers how many rows went. */
export async function cleanUp(db: Database, now: Instant): Promise<number> {
  return db.transaction((tx) => deleteExpired(tx, now));
}
