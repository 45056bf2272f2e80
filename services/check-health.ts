import type { Database } from "@/db/client";
import { secondsSinceBeat, waitingJobs } from "@/db/queries/operations";
import { errorFields, log } from "@/platform/log";
import type { ObjectStorage } from "@/platform/storage/object-storage";

export type Health = {
  ok: boolean;
  /** Names of the parts that are not well. */
  unwell: ("database" | "worker" | "storage")[];
  database: { ok: boolean };
  /** `secondsAgo`: since any worker last wrote that it lives; null when unknown. */
  worker: { ok: boolean; secondsAgo: number | null };
  storage: { ok: boolean };
  /** Jobs that could run now and have not begun; null when unknown. */
  queue: { depth: number | null };
};

/** A worker writes every 5 s; one that has been silent for longer than this (seconds) counts as gone. */
export const WORKER_SILENT_SECONDS = 30;
const PATIENCE_MS = 3_000;

/** Looks at each part, at most three seconds each; never throws. The answer holds no addresses, names or messages: it is public. */
export async function checkHealth(db: Database, storage: () => Promise<ObjectStorage>): Promise<Health> {
  const [silence, waiting, stored] = await Promise.all([
    within(secondsSinceBeat(db), "database"),
    within(waitingJobs(db), "database"),
    within(
      storage().then((place) => place.check()),
      "storage",
    ),
  ]);
  const database = { ok: silence.ok && waiting.ok };
  const secondsAgo = silence.ok && silence.value !== null ? Math.round(silence.value) : null;
  const worker = { ok: secondsAgo !== null && secondsAgo <= WORKER_SILENT_SECONDS, secondsAgo };
  const depth = waiting.ok ? [...waiting.value.values()].reduce((sum, n) => sum + n, 0) : null;
  const parts = { database, worker, storage: { ok: stored.ok } };
  // Without the database nobody can tell how the worker is: only the cause is named.
  const unwell = (["database", "worker", "storage"] as const).filter(
    (part) => !parts[part].ok && (part !== "worker" || database.ok),
  );
  return { ok: unwell.length === 0, unwell, ...parts, queue: { depth } };
}

async function within<T>(work: Promise<T>, part: string): Promise<{ ok: true; value: T } | { ok: false }> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer in time")), PATIENCE_MS);
  });
  try {
    return { ok: true, value: await Promise.race([work, late]) };
  } catch (error) {
    log("warn", "health.unwell", { part, ...errorFields(error) });
    return { ok: false };
  } finally {
    clearTimeout(timer);
  }
}
