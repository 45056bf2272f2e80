import { existsSync } from "node:fs";
import path from "node:path";
import { closeDatabase, openDatabase } from "@/db/client";
import { type EmbeddedDatabase, startEmbeddedPostgres } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { loadCalendarSeed } from "@/db/seed/calendar";
import { checkSecrets } from "@/platform/secrets";
import { ensureBuild } from "./build";
import { clearHalfLoaded, isEmpty, loadDemoData } from "./demo-data";
import type { Mode } from "./modes";

export type Database = {
  ownerUrl: string;
  runtimeUrl: string;
  /** Null when the database is somebody else's to start and stop. */
  embedded: EmbeddedDatabase | null;
};

type Say = (line: string) => void;

/** The database of the mode, started when it is ours. */
export async function openUp(mode: Mode, dataDir: string, say: Say): Promise<Database> {
  if (!mode.embedded) {
    const runtimeUrl = process.env.DATABASE_URL as string;
    return { runtimeUrl, ownerUrl: process.env.DATABASE_OWNER_URL || runtimeUrl, embedded: null };
  }
  const embedded = await startEmbeddedPostgres(dataDir);
  if (embedded.reused) say("A database left running by an earlier start was taken over.");
  if (path.dirname(embedded.directory) !== path.resolve(dataDir)) {
    say(
      `PostgreSQL does not run as root, and its account cannot enter ${path.resolve(dataDir)}: the database lies in ${embedded.directory}.`,
    );
  }
  return { runtimeUrl: embedded.runtimeUrl, ownerUrl: embedded.ownerUrl, embedded };
}

/** What web and worker get of settings, beside what the operator set. */
export function childEnv(mode: Mode, database: Database, dataDir: string, address: string): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  // The owner's password is for migrations alone.
  delete env.DATABASE_OWNER_URL;
  env.DATABASE_URL = database.runtimeUrl;
  env.PORT = new URL(address).port;
  env.DATA_DIR = path.resolve(dataDir);
  env.PUBLIC_URL = process.env.PUBLIC_URL || address;
  env.NEXTAUTH_URL = process.env.NEXTAUTH_URL || env.PUBLIC_URL;
  env.DEMO = mode.demo ? (mode.embedded ? "1" : "yes-on-this-database") : "0";
  env.EMBEDDED_DATABASE = mode.embedded ? "1" : "0";
  if (mode.embedded || mode.demo) env.KEYS = "generate";
  // Whoever tries the portal reads the terminal; whoever operates it reads a log.
  if (mode.embedded && !process.env.LOG_LEVEL) env.LOG_LEVEL = "warn";
  return env;
}

/**
 * Settings that would let the portal come up half working, in words for the operator; empty when all is well.
 * Makes the keys that may be made.
 */
export function checkSettings(env: NodeJS.ProcessEnv): string[] {
  const before = { ...process.env };
  Object.assign(process.env, { NODE_ENV: env.NODE_ENV, DATA_DIR: env.DATA_DIR, KEYS: env.KEYS ?? "" });
  const missing = checkSecrets();
  process.env = before;
  const sealing = path.join(env.DATA_DIR ?? "", "keys", "evidence-master.txt");
  if (env.KEYS !== "generate" && !env.EVIDENCE_MASTER_KEY && !existsSync(sealing)) {
    missing.push("EVIDENCE_MASTER_KEY is not set: an age identity (AGE-SECRET-KEY-1…), made by age-keygen or script/new-keys");
  }
  if (env.EMBEDDED_DATABASE !== "1" && !process.env.PUBLIC_URL) {
    missing.push(
      "PUBLIC_URL is not set: the address people use, such as https://portal.example (links in letters, secure cookies)",
    );
  }
  return missing;
}

/** Migrates, loads the demo into an empty database when the mode has one (the working calendar always), and builds when the sources changed. */
export async function prepare(
  mode: Mode,
  database: Database,
  env: NodeJS.ProcessEnv,
  demoData: boolean,
  say: Say,
): Promise<void> {
  const dataDir = env.DATA_DIR as string;
  if (await clearHalfLoaded(mode, database, dataDir)) say("Demo data that was only half loaded was cleared away.");
  const { separated } = await migrate(database.ownerUrl, database.runtimeUrl);
  if (!separated) {
    say(
      "Warning: DATABASE_URL and DATABASE_OWNER_URL are one role, so the database does not keep the ledger append-only (docs/operations.md).",
    );
  }
  if (mode.demo && demoData && existsSync("db/seed/load.ts") && (await isEmpty(database.ownerUrl))) {
    say("Loading the demo data …");
    await loadDemoData(database, env, dataDir);
  }
  const owner = openDatabase(database.ownerUrl, 1);
  await loadCalendarSeed(owner);
  await closeDatabase(owner);
  await ensureBuild(env, say);
}
