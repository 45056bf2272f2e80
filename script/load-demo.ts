import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type Database, openDatabase } from "@/db/client";

/** Fills an empty database with the demo, as its owner (the demo sets the clock). Started by script/server in a process of its own. */
async function main(): Promise<void> {
  const url = process.env.DATABASE_OWNER_URL;
  if (!url) throw new Error("DATABASE_OWNER_URL is not set; script/server loads the demo data.");
  const file = path.resolve("db/seed/load.ts");
  if (!existsSync(file)) return;
  const { loadDemo } = (await import(pathToFileURL(file).href)) as { loadDemo(db: Database): Promise<unknown> };
  await loadDemo(openDatabase(url, 4));
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
