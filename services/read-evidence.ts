import { db, type Tx } from "@/db/client";
import { insertReading, readingOf, updateReading } from "@/db/queries/readings";
import { findEvidence } from "@/db/queries/uploads";
import { enqueue } from "@/db/queues";
import { MOST_TRIES, READ_KINDS, type ReadingContent } from "@/domain/reading/content";
import { evidenceStore } from "@/platform/evidence-store";
import { ReadingFailed, readApart } from "@/platform/reading/apart";
import { openSealedObject } from "@/platform/storage/sealed-objects";

/** Larger files are kept and shown, not read (bytes): the reader holds a file in memory. */
const MOST_BYTES = 200 * 1024 * 1024;
/** How long one file may take, in seconds. */
const SECONDS: Readonly<Record<string, number>> = { image: 90, audio: 240 };

export type Reader = (kind: string, bytes: Buffer) => Promise<ReadingContent>;
const apart: Reader = (kind, bytes) => readApart<ReadingContent>("jobs/reader.ts", { kind, bytes }, SECONDS[kind] ?? 90);

/** Puts a received file into the queue of what is read, in the caller's transaction; other kinds are left as they are. */
export async function askForReading(tx: Tx, file: { id: string; kind: string | null; bytes: number }): Promise<void> {
  if (!READ_KINDS.includes(file.kind ?? "") || file.bytes > MOST_BYTES) return;
  await insertReading(tx, file.id);
  await enqueue(tx, "read-evidence", { evidenceId: file.id });
}

/**
 * Reads one file and keeps what it says. May run again for the same file: what is done stays, and after three tries that ended in nothing (a
 * decoder that dies or hangs) the file counts as unreadable. Throws the fault while there are tries left, so that the queue tries again.
 */
export async function readEvidence(evidenceId: string, read: Reader = apart): Promise<void> {
  const file = await begin(evidenceId);
  if (!file) return;
  try {
    const { storage, master } = await evidenceStore();
    const source = await openSealedObject(storage, file.storageKey, master);
    const content = await read(file.kind, await source.read(0, source.bytes - 1));
    await updateReading(db(), evidenceId, { state: "done", content, failedWhy: null });
  } catch (error) {
    const why = error instanceof ReadingFailed ? error.why : "unreadable";
    const last = file.attempt >= MOST_TRIES;
    await updateReading(db(), evidenceId, { state: last ? "failed" : "waiting", failedWhy: why });
    if (!last) throw error instanceof ReadingFailed ? error : new ReadingFailed("unreadable");
  }
}

/** Counts the try before it begins: a file that takes the worker down is not tried for ever. */
async function begin(evidenceId: string): Promise<{ kind: string; storageKey: string; attempt: number } | null> {
  return db().transaction(async (tx) => {
    const reading = await readingOf(tx, evidenceId, true);
    const file = await findEvidence(tx, { id: evidenceId });
    if (!reading || !file?.storageKey || file.removedAt || reading.state === "done" || reading.state === "failed") return null;
    const attempt = reading.attempts + 1;
    if (attempt > MOST_TRIES) {
      await updateReading(tx, evidenceId, { state: "failed", failedWhy: reading.failedWhy ?? "crashed" });
      return null;
    }
    await updateReading(tx, evidenceId, { state: "reading", attempts: attempt });
    return { kind: file.kind ?? "", storageKey: file.storageKey, attempt };
  });
}
