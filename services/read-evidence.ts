import { db, type Tx } from "@/db/client";
import { insertReading, neverRead, readingOf, readingsWaitingFor, renewReading, updateReading } from "@/db/queries/readings";
import { findEvidence } from "@/db/queries/uploads";
import { enqueue } from "@/db/queues";
import type { Actor } from "@/domain/actors";
import { DomainError } from "@/domain/errors";
import { MOST_TRIES, READ_KINDS, type ReadingContent, type SoundContent, WAITS_FOR_FFMPEG } from "@/domain/reading/content";
import { evidenceStore } from "@/platform/evidence-store";
import { ffmpegPath, NoFfmpeg } from "@/platform/ffmpeg/ffmpeg";
import type { PlainSource } from "@/platform/file-kinds/kinds";
import { ReadingFailed, readApart } from "@/platform/reading/apart";
import { openSealedObject } from "@/platform/storage/sealed-objects";
import { type Listen, readByFfmpeg, readFilm } from "./read-film";

/** Larger files are kept and shown, not read (bytes): the reader holds a file in memory. */
const MOST_BYTES = 200 * 1024 * 1024;
/** How long one file may take, in seconds. */
const SECONDS: Readonly<Record<string, number>> = { image: 90, audio: 240, pdf: 180, text: 60 };

/** How a file is read; tests hand in their own. */
export type Reader = (file: FileToRead) => Promise<ReadingContent>;
export interface FileToRead {
  readonly kind: string;
  readonly facts: { readonly format?: string };
  readonly source: PlainSource;
}

const ENTRY = "jobs/reader.ts";
const listen: Listen = (bytes) => readApart<SoundContent>(ENTRY, { kind: "samples", bytes }, 240);

/** In a process of its own; films, and recordings in a format the portal does not know itself, through ffmpeg. */
const apart: Reader = async ({ kind, facts, source }) => {
  const format = facts.format ?? "";
  if (kind === "video") return readFilm(source, format, listen);
  const bytes = await source.read(0, source.bytes - 1);
  try {
    return await readApart<ReadingContent>(ENTRY, { kind, facts, bytes }, SECONDS[kind] ?? 90);
  } catch (error) {
    const odd = kind === "audio" && error instanceof ReadingFailed && error.why === "unreadable";
    if (!odd || !(await ffmpegPath())) throw error;
    return readByFfmpeg(source, format, listen);
  }
};

/** Puts a received file into the queue of what is read, in the caller's transaction; other kinds are left as they are. */
export async function askForReading(tx: Tx, file: { id: string; kind: string | null; bytes: number }): Promise<void> {
  if (!READ_KINDS.includes(file.kind ?? "") || (file.kind !== "video" && file.bytes > MOST_BYTES)) return;
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
    const content = await read({ kind: file.kind, facts: file.facts, source });
    await updateReading(db(), evidenceId, { state: "done", content, failedWhy: null });
  } catch (error) {
    if (error instanceof NoFfmpeg) {
      await updateReading(db(), evidenceId, { state: "waiting", attempts: file.attempt - 1, failedWhy: WAITS_FOR_FFMPEG });
      return;
    }
    const why = error instanceof ReadingFailed ? error.why : "unreadable";
    const last = file.attempt >= MOST_TRIES;
    await updateReading(db(), evidenceId, { state: last ? "failed" : "waiting", failedWhy: why });
    if (!last) throw error instanceof ReadingFailed ? error : new ReadingFailed("unreadable");
  }
}

interface Begun {
  readonly kind: string;
  readonly facts: FileToRead["facts"];
  readonly storageKey: string;
  readonly attempt: number;
}

/** Counts the try before it begins: a file that takes the worker down is not tried for ever. */
async function begin(evidenceId: string): Promise<Begun | null> {
  return db().transaction(async (tx) => {
    const reading = await readingOf(tx, evidenceId, true);
    const file = await findEvidence(tx, { id: evidenceId });
    if (!reading || !file?.storageKey || file.removedAt || ["done", "failed", "unread"].includes(reading.state)) return null;
    const attempt = reading.attempts + 1;
    if (attempt > MOST_TRIES) {
      await updateReading(tx, evidenceId, { state: "failed", failedWhy: reading.failedWhy ?? "crashed" });
      return null;
    }
    await updateReading(tx, evidenceId, { state: "reading", attempts: attempt });
    return { kind: file.kind ?? "", facts: (file.facts ?? {}) as FileToRead["facts"], storageKey: file.storageKey, attempt };
  });
}

/** Files that wait for ffmpeg are taken up once it is there, a few at a time. Answers how many. */
export async function resumeReadings(there: () => Promise<string | null> = ffmpegPath): Promise<number> {
  if (!(await there())) return 0;
  return db().transaction(async (tx) => {
    const ids = await readingsWaitingFor(tx, WAITS_FOR_FFMPEG, 50);
    for (const evidenceId of ids) {
      await updateReading(tx, evidenceId, { failedWhy: null });
      await enqueue(tx, "read-evidence", { evidenceId });
    }
    return ids.length;
  });
}

/** An administrator lets a file that failed be tried again. Throws `forbidden`, and `conflict` where it did not fail (any more). */
export async function retryReading(actor: Actor, evidenceId: string): Promise<void> {
  if (actor.role !== "admin") throw new DomainError("forbidden");
  await db().transaction(async (tx) => {
    if (!(await renewReading(tx, evidenceId))) throw new DomainError("conflict");
    await enqueue(tx, "read-evidence", { evidenceId });
  });
}

/** An administrator lets files be read that came before there was reading of their kind, 200 at a time. Answers how many. */
export async function readOlderFiles(actor: Actor): Promise<number> {
  if (actor.role !== "admin") throw new DomainError("forbidden");
  return db().transaction(async (tx) => {
    const files = await neverRead(tx, MOST_BYTES, 200);
    for (const file of files) await askForReading(tx, file);
    return files.length;
  });
}

/** How many files were never asked to be read, up to 1,000. */
export async function countOlderFiles(): Promise<number> {
  return (await neverRead(db(), MOST_BYTES, 1_000)).length;
}
