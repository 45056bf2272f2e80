import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { closeDatabase, type Database, openDatabase } from "./client";
import { dropDatabase } from "./drop-database";
import { migrate } from "./migrate";

export type TestDatabase = {
  /** As web and worker have it. */
  db: Database;
  /** As migrations have it: may set the clock and change append-only tables. */
  owner: Database;
  url: string;
  ownerUrl: string;
  /** Closes both and removes the database. */
  drop(): Promise<void>;
};

/** What a database holds beyond the schema, made once a run and copied for each file that asks for it. */
export type Filling = { name: string; fill(owner: Database): Promise<void> };

/** Shared by all test files of one run, whatever their order; the lock lets the first one make the template. */
const SCHEMA_LOCK = 7_402_119;
const FILLING_LOCK = 7_402_120;

/**
 * A database of its own for a test file: a copy of one migrated template, or of one that is filled too. Needs TEST_DATABASE_URL (runtime role)
 * and TEST_DATABASE_OWNER_URL, which script/test sets.
 * @throws Error naming the missing variable.
 */
export async function createTestDatabase(filling?: Filling): Promise<TestDatabase> {
  const ownerUrl = needed("TEST_DATABASE_OWNER_URL");
  const runtimeUrl = needed("TEST_DATABASE_URL");
  const schema = `answered_template_${schemaHash()}`;
  const name = `answered_test_${randomBytes(6).toString("hex")}`;
  const admin = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await makeOnce(admin, SCHEMA_LOCK, schema, async (half) => {
      await admin.unsafe(`CREATE DATABASE ${half}`);
      await migrate(at(ownerUrl, half), at(runtimeUrl, half));
      await guardDates(at(ownerUrl, half), false);
    });
    const template = filling ? `${schema}_${filling.name}` : schema;
    if (filling) {
      await makeOnce(admin, FILLING_LOCK, template, async (half) => {
        await copy(admin, schema, half);
        const owner = openDatabase(at(ownerUrl, half), 2);
        await filling.fill(owner).finally(() => closeDatabase(owner));
      });
    }
    await copy(admin, template, name);
  } finally {
    await admin.end({ timeout: 5 });
  }
  const owner = openDatabase(at(ownerUrl, name), 2);
  const db = openDatabase(at(runtimeUrl, name), 10);
  const drop = async () => {
    await Promise.all([closeDatabase(db), closeDatabase(owner)]);
    const last = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
    await dropDatabase(last, name).finally(() => last.end({ timeout: 5 }));
  };
  return { db, owner, url: at(runtimeUrl, name), ownerUrl: at(ownerUrl, name), drop };
}

/**
 * Whether the database refuses events dated back (migration 0024). Tests hand the time they need to the services, so theirs begins without; a test
 * that lives by the portal's clock alone switches it on.
 */
export async function guardDates(ownerUrl: string, on: boolean): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  await owner.unsafe(`ALTER TABLE case_events ${on ? "ENABLE" : "DISABLE"} TRIGGER case_events_not_back_dated`);
  await owner.end({ timeout: 5 });
}

/** Makes the database under another name and gives it its own when it is whole, so that a killed run leaves no half one. */
async function makeOnce(admin: postgres.Sql, lock: number, name: string, make: (half: string) => Promise<void>): Promise<void> {
  await admin`select pg_advisory_lock(${lock})`;
  const [made] = await admin`select 1 from pg_database where datname = ${name}`;
  if (!made) {
    const half = `${name}_half`;
    await dropDatabase(admin, half);
    await make(half);
    await admin.unsafe(`ALTER DATABASE ${half} RENAME TO ${name}`);
  }
  await admin`select pg_advisory_unlock(${lock})`;
}

/** PostgreSQL copies a template for one at a time. */
async function copy(admin: postgres.Sql, template: string, name: string): Promise<void> {
  await admin`select pg_advisory_lock(${SCHEMA_LOCK})`;
  await admin.unsafe(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  await admin`select pg_advisory_unlock(${SCHEMA_LOCK})`;
}

/**
 * Sets the portal's clock of a test database to that instant; from there it runs on, and `advance_portal_clock` moves it.
 * Takes the owner's connection: the runtime role may not.
 */
export async function setTestClock(owner: Database, now: Date): Promise<void> {
  await owner.execute(sql`
    insert into portal_clock (id, mode, anchor_real, anchor_portal) values (1, 'test', now(), ${now.toISOString()})
    on conflict (id) do update set mode = 'test', anchor_real = excluded.anchor_real, anchor_portal = excluded.anchor_portal`);
}

/** A template is good as long as what made it is unchanged. */
function schemaHash(): string {
  const hash = createHash("sha256");
  const folder = path.join(process.cwd(), "db", "migrations");
  const files = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  for (const name of files.sort()) hash.update(name).update(readFileSync(path.join(folder, name)));
  for (const name of ["grants.sql", "queues.ts", "testing.ts"]) hash.update(readFileSync(path.join(process.cwd(), "db", name)));
  return hash.digest("hex").slice(0, 16);
}

function needed(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run script/test, or script/test integration -- <path>`);
  return value;
}

function at(url: string, database: string): string {
  const moved = new URL(url);
  moved.pathname = `/${database}`;
  return moved.toString();
}
