import { spawn } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { dropDatabase } from "@/db/drop-database";
import type { Mode } from "./modes";
import type { Database } from "./prepare";

const marker = (dataDir: string) => path.join(dataDir, "demo-data-loading");

/**
 * Clears away demo data whose loading was cut off (kill -9): half a demo would pass for a whole one. Only in a database of ours, which was
 * empty before the loading began. Answers whether there was any; the database is then without tables.
 * @throws Error on a database of the operator's own, which is never emptied here.
 */
export async function clearHalfLoaded(mode: Mode, database: Database, dataDir: string): Promise<boolean> {
  if (!existsSync(marker(dataDir))) return false;
  if (!mode.embedded)
    throw new Error(`Loading the demo data was cut off. Empty the database, remove ${marker(dataDir)}, and start again.`);
  const url = new URL(database.ownerUrl);
  const name = url.pathname.slice(1);
  url.pathname = "/postgres";
  const sql = postgres(url.toString(), { max: 1, onnotice: () => undefined });
  try {
    await dropDatabase(sql, name);
    await sql`create database ${sql(name)}`;
  } finally {
    await sql.end({ timeout: 5 });
  }
  rmSync(path.join(dataDir, "storage"), { recursive: true, force: true });
  rmSync(marker(dataDir));
  return true;
}

/** Whether nobody has signed up, registered or complained yet. */
export async function isEmpty(ownerUrl: string): Promise<boolean> {
  const sql = postgres(ownerUrl, { max: 1 });
  try {
    const [row] =
      await sql`select exists (select 1 from users) or exists (select 1 from companies) or exists (select 1 from complaints) as used`;
    return !row?.used;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * Loads the demo in a process of its own.
 * @throws Error when it fails.
 */
export async function loadDemoData(database: Database, env: NodeJS.ProcessEnv, dataDir: string): Promise<void> {
  writeFileSync(marker(dataDir), "");
  const status = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", "script/load-demo.ts"], {
      // The demo's letters are addressed to nobody: they stay in its mailbox.
      env: { ...env, DATABASE_OWNER_URL: database.ownerUrl, SMTP_URL: undefined },
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.once("error", reject);
    child.once("exit", resolve);
  });
  if (status !== 0) throw new Error("The demo data could not be loaded. script/server --empty starts without it.");
  rmSync(marker(dataDir));
}
