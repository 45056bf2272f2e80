import { hostname } from "node:os";
import { type Database, db as processDatabase } from "@/db/client";
import { beat, endBeat, giveBackJobs, workerNames } from "@/db/queries/operations";
import { env } from "@/platform/env";
import { errorFields, log } from "@/platform/log";
import { WORKER_SILENT_SECONDS } from "@/services/check-health";
import { startBoss } from "./boss";
import { Dispatcher } from "./dispatcher";

const TURN_MS = 500;
const BEAT_MS = 5_000;
const PATIENCE_MS = 20_000;

const name = `${hostname()}:${process.pid}`;
let ending = false;
let wake: (() => void) | undefined;

/** The worker: fetches jobs, follows the schedule, and says every five seconds that it lives. Ends on SIGTERM, SIGINT, or when its parent is gone. */
async function main(): Promise<void> {
  const url = env().DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set; script/server starts the worker with it.");
  const db = processDatabase();
  await recover(db);
  const boss = await startBoss(url);
  const dispatcher = new Dispatcher(boss, db);
  log("info", "worker.started", { worker: name });
  let nextBeat = 0;
  while (!ending) {
    try {
      if (Date.now() >= nextBeat) {
        await beat(db, name);
        nextBeat = Date.now() + BEAT_MS;
      }
      await dispatcher.enqueueDue();
      await dispatcher.runWaiting();
    } catch (error) {
      // The database gone for a minute: say so and try again.
      log("warn", "worker.turn", errorFields(error));
      await turn(2_000);
    }
    await turn(TURN_MS);
  }
  await dispatcher.stop(PATIENCE_MS);
  await endBeat(db, name).catch((error: unknown) => log("warn", "worker.end", errorFields(error)));
  await boss.stop({ graceful: false });
  log("info", "worker.stopped", { worker: name });
}

/** After a kill: takes dead workers of this machine off the list, then gives back what they had begun. */
async function recover(db: Database): Promise<void> {
  for (const other of await workerNames(db)) {
    const [host, pid] = other.split(":");
    if (host === hostname() && other !== name && !lives(Number(pid))) await endBeat(db, other);
  }
  const count = await giveBackJobs(db, WORKER_SILENT_SECONDS);
  if (count > 0) log("info", "worker.recovered", { jobs: count });
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function turn(ms: number): Promise<void> {
  if (ending) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}

function end(): void {
  ending = true;
  wake?.();
  setTimeout(() => process.exit(1), PATIENCE_MS + 5_000).unref();
}

for (const signal of ["SIGTERM", "SIGINT", "disconnect"]) process.on(signal, end);

main().then(
  () => process.exit(0),
  (error: unknown) => {
    log("error", "worker.died", errorFields(error));
    process.exit(1);
  },
);
