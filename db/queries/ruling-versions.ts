import { desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { rulingVersions } from "@/db/schema";

export type RulingVersionRow = typeof rulingVersions.$inferSelect;

/** Keeps what a ruling said before a review varied it. */
export async function insertRulingVersion(tx: Tx, value: typeof rulingVersions.$inferInsert): Promise<void> {
  await tx.insert(rulingVersions).values(value);
}

/** Earlier versions of a published ruling, the latest first. */
export async function versionsOf(tx: Tx, number: string): Promise<RulingVersionRow[]> {
  return tx.select().from(rulingVersions).where(eq(rulingVersions.number, number)).orderBy(desc(rulingVersions.version));
}
