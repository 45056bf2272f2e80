import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { evidenceFiles, evidenceReadings } from "@/db/schema";
import type { ReadingContent } from "@/domain/reading/content";

export type ReadingRow = typeof evidenceReadings.$inferSelect;

/** A file waits to be read; there already: nothing changes. */
export async function insertReading(tx: Tx, evidenceId: string): Promise<void> {
  await tx.insert(evidenceReadings).values({ evidenceId, state: "waiting" }).onConflictDoNothing();
}

/** The reading of a file that is still there. `lock`: until the transaction ends. */
export async function readingOf(tx: Tx, evidenceId: string, lock = false): Promise<ReadingRow | null> {
  const query = tx.select().from(evidenceReadings).where(eq(evidenceReadings.evidenceId, evidenceId));
  const [row] = await (lock ? query.for("update") : query);
  return row ?? null;
}

export async function updateReading(
  tx: Tx,
  evidenceId: string,
  values: { state: string; attempts?: number; failedWhy?: string | null; content?: ReadingContent },
): Promise<void> {
  await tx
    .update(evidenceReadings)
    .set({ ...values, updatedAt: sql`portal_now()` })
    .where(eq(evidenceReadings.evidenceId, evidenceId));
}

/** The readings of these files, by file. */
export async function readingsOf(tx: Tx, evidenceIds: readonly string[]): Promise<Map<string, ReadingRow>> {
  if (evidenceIds.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(evidenceReadings)
    .where(inArray(evidenceReadings.evidenceId, [...evidenceIds]));
  return new Map(rows.map((row) => [row.evidenceId, row]));
}

/** Files that could not be read, oldest first: ids and codes only, for administrators (RULES §5). */
export async function failedReadings(
  tx: Tx,
  limit = 100,
): Promise<{ evidenceId: string; why: string; tries: number; at: Date }[]> {
  return tx
    .select({
      evidenceId: evidenceReadings.evidenceId,
      why: sql<string>`coalesce(${evidenceReadings.failedWhy}, 'unreadable')`,
      tries: evidenceReadings.attempts,
      at: evidenceReadings.updatedAt,
    })
    .from(evidenceReadings)
    .innerJoin(evidenceFiles, eq(evidenceFiles.id, evidenceReadings.evidenceId))
    .where(and(eq(evidenceReadings.state, "failed"), isNull(evidenceFiles.removedAt)))
    .orderBy(asc(evidenceReadings.updatedAt))
    .limit(limit);
}
