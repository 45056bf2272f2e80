import { readFile } from "node:fs/promises";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import PgBoss from "pg-boss";
import postgres from "postgres";
import { type JobName, QUEUES } from "./queues";

const FOLDER = path.join(process.cwd(), "db", "migrations");
const GRANTS = path.join(process.cwd(), "db", "grants.sql");
/** Any constant: two starts at once migrate one after the other. */
const LOCK = 7_402_118;

export type Migrated = {
  /** False when web and worker use the owner's role: then the database itself does not keep the ledger append-only. */
  separated: boolean;
};

/**
 * Brings the database to the present schema, makes the job queues and the runtime role (when the owner may), and grants it what db/grants.sql says.
 * `ownerUrl` migrates, `runtimeUrl` names the role that web and worker use. Safe to run at every start and by several machines at once.
 * @throws Error when the server is older than PostgreSQL 18, or the runtime role is missing and the owner may not create it.
 */
export async function migrate(ownerUrl: string, runtimeUrl: string): Promise<Migrated> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined, connection: { application_name: "answered migrate" } });
  try {
    const [server] = await sql`select current_setting('server_version_num')::int as version, current_user::text as owner`;
    if (!server || server.version < 180_000) throw new Error("PostgreSQL 18 or later is needed (uuidv7).");
    await sql`select pg_advisory_lock(${LOCK})`;
    await applyMigrations(drizzle(sql), { migrationsFolder: FOLDER });
    await installQueues(ownerUrl);
    const runtime = decodeURIComponent(new URL(runtimeUrl).username);
    const separated = runtime !== "" && runtime !== server.owner;
    if (separated) {
      await ensureRole(sql, runtime, decodeURIComponent(new URL(runtimeUrl).password));
      const grants = (await readFile(GRANTS, "utf8")).replaceAll('"answered_app"', quoteName(runtime));
      await sql.begin((tx) => tx.unsafe(grants));
    }
    return { separated };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function ensureRole(sql: postgres.Sql, name: string, password: string): Promise<void> {
  const [known] = await sql`select 1 from pg_roles where rolname = ${name}`;
  if (known) return;
  try {
    await sql.unsafe(`CREATE ROLE ${quoteName(name)} LOGIN PASSWORD ${quoteText(password)}`);
  } catch (cause) {
    throw new Error(
      `The role ${name} does not exist and the owner may not create it. Run as an administrator: CREATE ROLE ${quoteName(name)} LOGIN PASSWORD '…'`,
      { cause },
    );
  }
}

/** Queues are tables of pg-boss (a partition each), so the owner makes them; the runtime role only fills and empties them. */
async function installQueues(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 1, supervise: false, schedule: false });
  boss.on("error", () => undefined);
  await boss.start();
  try {
    const present = new Set((await boss.getQueues()).map((queue) => queue.name));
    for (const name of Object.keys(QUEUES) as JobName[]) {
      const { atOnce: _, ...rule } = QUEUES[name];
      if (present.has(name)) await boss.updateQueue(name, { name, ...rule });
      else await boss.createQueue(name, { name, ...rule });
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

const quoteName = (name: string) => `"${name.replaceAll('"', '""')}"`;
const quoteText = (text: string) => `'${text.replaceAll("'", "''")}'`;
