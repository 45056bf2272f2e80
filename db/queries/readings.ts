import { and, asc, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { evidenceFiles, evidenceReadings } from "@/db/schema";
import { READ_KINDS, type ReadingContent, WAITS_FOR_FFMPEG } from "@/domain/reading/content";
import type { ConfirmedReading, ReadFile } from "@/domain/reading/proposals";
import type { Transcript } from "@/domain/reading/transcript";

export type ReadingRow = typeof evidenceReadings.$inferSelect;

/** A file waits to be read (or is kept unread, for its transcript); there already: nothing changes. */
export async function insertReading(tx: Tx, evidenceId: string, state: "waiting" | "unread" = "waiting"): Promise<void> {
  await tx.insert(evidenceReadings).values({ evidenceId, state }).onConflictDoNothing();
}

/** A file and its reading as the domain knows them. */
export function readFile(file: { id: string; kind: string | null }, row: ReadingRow | undefined): ReadFile {
  return {
    id: file.id,
    kind: file.kind,
    content: row?.state === "done" ? (row.content as ReadingContent) : null,
    confirmed: (row?.confirmed ?? null) as ConfirmedReading | null,
    transcript: (row?.transcript ?? null) as Transcript | null,
  };
}

/** Files that wait for a program the machine lacks, oldest first. */
export async function readingsWaitingFor(tx: Tx, why: typeof WAITS_FOR_FFMPEG, limit: number): Promise<string[]> {
  const rows = await tx
    .select({ id: evidenceReadings.evidenceId })
    .from(evidenceReadings)
    .where(and(eq(evidenceReadings.state, "waiting"), eq(evidenceReadings.failedWhy, why)))
    .orderBy(asc(evidenceReadings.updatedAt))
    .limit(limit);
  return rows.map((row) => row.id);
}

/** How many readings there are in each state, and how many wait for ffmpeg. */
export async function readingCounts(tx: Tx): Promise<Record<string, number>> {
  const rows = await tx
    .select({
      state: sql<string>`case when ${evidenceReadings.failedWhy} = ${WAITS_FOR_FFMPEG} and ${evidenceReadings.state} = 'waiting' then ${WAITS_FOR_FFMPEG} else ${evidenceReadings.state} end`,
      n: sql<number>`count(*)::int`,
    })
    .from(evidenceReadings)
    .groupBy(sql`1`);
  return Object.fromEntries(rows.map((row) => [row.state, row.n]));
}

/** Received files of a kind that is read which nobody ever asked to be read, oldest first: of before there was reading. */
export async function neverRead(
  tx: Tx,
  mostBytes: number,
  limit: number,
): Promise<{ id: string; kind: string | null; bytes: number }[]> {
  return tx
    .select({ id: evidenceFiles.id, kind: evidenceFiles.kind, bytes: evidenceFiles.bytes })
    .from(evidenceFiles)
    .leftJoin(evidenceReadings, eq(evidenceReadings.evidenceId, evidenceFiles.id))
    .where(
      and(
        isNull(evidenceReadings.evidenceId),
        isNull(evidenceFiles.removedAt),
        eq(evidenceFiles.status, "received"),
        inArray(evidenceFiles.kind, [...READ_KINDS]),
        lte(evidenceFiles.bytes, mostBytes),
      ),
    )
    .orderBy(asc(evidenceFiles.createdAt))
    .limit(limit);
}

/** Gives a failed reading its tries back; false where there is none that failed. */
export async function renewReading(tx: Tx, evidenceId: string): Promise<boolean> {
  const rows = await tx
    .update(evidenceReadings)
    .set({ state: "waiting", attempts: 0, failedWhy: null, updatedAt: sql`portal_now()` })
    .where(and(eq(evidenceReadings.evidenceId, evidenceId), eq(evidenceReadings.state, "failed")))
    .returning({ id: evidenceReadings.evidenceId });
  return rows.length > 0;
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
  values: {
    state?: string;
    attempts?: number;
    failedWhy?: string | null;
    content?: ReadingContent;
    confirmed?: ConfirmedReading;
    transcript?: Transcript | null;
  },
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
