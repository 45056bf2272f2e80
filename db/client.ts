import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/platform/env";
import * as schema from "./schema";

export type Database = PostgresJsDatabase<typeof schema>;
/** A transaction, or the database itself: what every query takes. */
export type Tx = Database | Parameters<Parameters<Database["transaction"]>[0]>[0];

const held = globalThis as { answeredDb?: Database; answeredReadDb?: Database };

/** Opens a connection pool. `max` connections; statements end after 30 s. */
export function openDatabase(url: string, max = 10): Database {
  return drizzle(
    postgres(url, { max, onnotice: () => {}, connection: { application_name: "answered", statement_timeout: 30_000 } }),
    { schema },
  );
}

/** Closes its connections; for scripts and tests, which end. */
export async function closeDatabase(database: Database): Promise<void> {
  await (database as unknown as { $client: postgres.Sql }).$client.end({ timeout: 5 });
}

/** The database of this process (runtime role), opened on first use. Throws when DATABASE_URL is not set. */
export function db(): Database {
  if (!held.answeredDb) {
    const url = env().DATABASE_URL;
    if (!url) throw new Error("DATABASE_URL is not set; script/server starts the embedded database and sets it");
    held.answeredDb = openDatabase(url);
  }
  return held.answeredDb;
}

/** For public reads: the replica when DATABASE_REPLICA_URL is set, else the database itself. */
export function readDb(): Database {
  const url = env().DATABASE_REPLICA_URL;
  if (!url) return db();
  held.answeredReadDb ??= openDatabase(url);
  return held.answeredReadDb;
}

/** Takes the place of the process's database in tests. */
export function useDatabase(database: Database): void {
  held.answeredDb = database;
  held.answeredReadDb = database;
}
