import { closeDatabase, openDatabase } from "@/db/client";
import { startEmbeddedPostgres } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { complaints } from "@/db/schema";
import { loadDemo } from "@/db/seed/load";

export interface BenchDatabase {
  /** As web and worker have it. */
  readonly url: string;
  readonly ownerUrl: string;
  stop(): Promise<void>;
}

/**
 * The scratch database of measurements: the one of BENCH_DATABASE_URL (and BENCH_DATABASE_OWNER_URL where it has an owner of its own), else an
 * embedded PostgreSQL under `.bench/<name>` that lives as long as the measurement. Migrated.
 */
export async function benchDatabase(name = "main"): Promise<BenchDatabase> {
  const given = process.env.BENCH_DATABASE_URL;
  if (given) {
    const ownerUrl = process.env.BENCH_DATABASE_OWNER_URL ?? given;
    await migrate(ownerUrl, given);
    return { url: given, ownerUrl, stop: async () => undefined };
  }
  const server = await startEmbeddedPostgres(`.bench/${name}`);
  await migrate(server.ownerUrl, server.runtimeUrl);
  return { url: server.runtimeUrl, ownerUrl: server.ownerUrl, stop: () => (server.reused ? Promise.resolve() : server.stop()) };
}

/** For a connection of the owner that writes a history into the ledger, which refuses what is dated back (migration 0024). */
export const LOADING = { "answered.loading": "yes" };

/** A scratch database with the demo in it, under `.bench/demo`; loaded the first time. */
export async function demoDatabase(): Promise<BenchDatabase> {
  const server = await startEmbeddedPostgres(".bench/demo");
  await migrate(server.ownerUrl, server.runtimeUrl);
  const owner = openDatabase(server.ownerUrl, 2);
  try {
    const [held] = await owner.select({ id: complaints.id }).from(complaints).limit(1);
    if (!held) await loadDemo(owner);
  } finally {
    await closeDatabase(owner);
  }
  return { url: server.runtimeUrl, ownerUrl: server.ownerUrl, stop: () => (server.reused ? Promise.resolve() : server.stop()) };
}

/** "--complaints 1000000 --dry" → {complaints: "1000000", dry: ""}. Throws for a word that belongs to no option. */
export function options(args: readonly string[]): Record<string, string> {
  const out: Record<string, string> = {};
  let last: string | undefined;
  for (const arg of args) {
    if (arg.startsWith("--")) {
      last = arg.slice(2);
      out[last] = "";
    } else if (last !== undefined && out[last] === "") out[last] = arg;
    else throw new Error(`what is ${arg}?`);
  }
  return out;
}
