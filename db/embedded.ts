import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { type Account, chooseAccount, chooseClusterDir, emptyDirectory, findPrograms, type Programs } from "./embedded-place";
import { answers, dropStaleLocks, findRunning, freePort, isFree, isPostgres, pause, stopProcess } from "./embedded-process";

export type EmbeddedDatabase = {
  /** Migrates; owns every table. */
  ownerUrl: string;
  /** What web and worker use: no ownership, no change to append-only tables. */
  runtimeUrl: string;
  /** Where the cluster lies. */
  directory: string;
  /** A PostgreSQL that a killed parent had left running was taken over. */
  reused: boolean;
  /** Whether the server still lives. */
  alive(): boolean;
  /** Orderly shutdown; resolves when the process is gone. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  /** False for tests: no fsync. A power cut may then destroy the cluster. */
  durable?: boolean;
};

/** Kept in DATA_DIR/postgres.json, readable by its owner alone. */
type Keeping = { directory: string; port: number; ownerPassword: string; runtimePassword: string; ready: boolean };

const DATABASE = "answered";
const OWNER = "answered_owner";
export const RUNTIME_ROLE = "answered_app";
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

/**
 * Starts, or takes over, the PostgreSQL of this DATA_DIR on a port of its own at 127.0.0.1.
 * Crash recovery is PostgreSQL's own; an initdb that was cut off is begun anew.
 * @throws Error with the end of the server's log when it does not start.
 */
export async function startEmbeddedPostgres(dataDir: string, options: EmbeddedOptions = {}): Promise<EmbeddedDatabase> {
  const root = path.resolve(dataDir);
  if (!existsSync(root)) mkdirSync(root, { recursive: true, mode: 0o711 });
  const file = path.join(root, "postgres.json");
  const kept = readKeeping(file);
  const account = chooseAccount(kept?.directory ?? path.join(root, "postgres"));
  const keeping = kept ?? (await newKeeping(root, account));
  const cluster: Cluster = { account, programs: findPrograms(account), log: path.join(root, "postgres.log"), file, keeping };

  const running = await findRunning(keeping.directory);
  if (running && (await answers(url(keeping, OWNER, running.port), 30_000, () => isPostgres(running.pid, keeping.directory)))) {
    save(cluster, { port: running.port });
    return handle(cluster, running.pid, true);
  }
  if (running) await stopProcess(running.pid, keeping.directory);

  save(cluster, {});
  if (!existsSync(path.join(keeping.directory, "PG_VERSION"))) createCluster(cluster, options);
  else if (!keeping.ready) setUpRoles(cluster, keeping.directory);
  save(cluster, { ready: true });
  return handle(cluster, await launch(cluster, options), false);
}

/** Stops a PostgreSQL that a killed process left running over this DATA_DIR; answers whether there was one. */
export async function stopLeftBehind(dataDir: string): Promise<boolean> {
  const kept = readKeeping(path.join(path.resolve(dataDir), "postgres.json"));
  const running = kept ? await findRunning(kept.directory) : null;
  if (!kept || !running) return false;
  await stopProcess(running.pid, kept.directory);
  return true;
}

/** The settings that lead to the cluster of this DATA_DIR as it was last started; empty before its first start. For tests and tools. */
export function embeddedUrls(dataDir: string): { DATABASE_URL?: string; DATABASE_OWNER_URL?: string } {
  const kept = readKeeping(path.join(path.resolve(dataDir), "postgres.json"));
  if (!kept) return {};
  return { DATABASE_URL: url(kept, RUNTIME_ROLE, kept.port), DATABASE_OWNER_URL: url(kept, OWNER, kept.port) };
}

type Cluster = { account: Account; programs: Programs; log: string; file: string; keeping: Keeping };

function handle(cluster: Cluster, pid: number, reused: boolean): EmbeddedDatabase {
  const { keeping } = cluster;
  return {
    ownerUrl: url(keeping, OWNER, keeping.port),
    runtimeUrl: url(keeping, RUNTIME_ROLE, keeping.port),
    directory: keeping.directory,
    reused,
    alive: () => isPostgres(pid, keeping.directory),
    stop: () => stopProcess(pid, keeping.directory),
  };
}

function readKeeping(file: string): Keeping | null {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Keeping;
  } catch (cause) {
    const mine = process.getuid === undefined || statSync(file).uid === process.getuid();
    if (!mine)
      throw new Error(
        `${path.dirname(file)} belongs to another user. Start as that user, or set DATA_DIR to a folder of your own.`,
        { cause },
      );
    return null;
  }
}

async function newKeeping(root: string, account: Account): Promise<Keeping> {
  const secret = () => randomBytes(24).toString("base64url");
  const { dir } = chooseClusterDir(root, account);
  return { directory: dir, port: await freePort(), ownerPassword: secret(), runtimePassword: secret(), ready: false };
}

function save(cluster: Cluster, change: Partial<Keeping>): void {
  Object.assign(cluster.keeping, change);
  const half = `${cluster.file}.new`;
  writeFileSync(half, `${JSON.stringify(cluster.keeping, null, 2)}\n`, { mode: 0o600 });
  chmodSync(half, 0o600);
  renameSync(half, cluster.file);
}

function url(keeping: Keeping, user: string, port: number): string {
  const password = user === OWNER ? keeping.ownerPassword : keeping.runtimePassword;
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${DATABASE}`;
}

/** initdb beside the final place and one rename at the end: a cluster is whole or absent. */
function createCluster(cluster: Cluster, options: EmbeddedOptions): void {
  const half = `${cluster.keeping.directory}.new`;
  emptyDirectory(half, cluster.account);
  // C.UTF-8 of PostgreSQL's own: with the C locale pg_trgm sees no Chinese letters, with libc's the sort order depends on the machine.
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--lc-ctype=C.UTF-8"];
  const speed = options.durable === false ? ["--no-sync"] : [];
  // `reject`: the superuser has no password and no way in; roles are made in single-user mode.
  run(cluster, cluster.programs.initdb, ["-D", half, "--username=postgres", "--auth=reject", ...locale, ...speed]);
  const rules = "local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n";
  writeFileSync(path.join(half, "pg_hba.conf"), rules);
  setUpRoles(cluster, half);
  rmSync(cluster.keeping.directory, { recursive: true, force: true });
  renameSync(half, cluster.keeping.directory);
}

/** Also the way back when postgres.json was lost: the passwords are set anew. */
function setUpRoles(cluster: Cluster, directory: string): void {
  const role = (name: string, password: string, rights: string) =>
    `DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${name}') THEN CREATE ROLE ${name}; END IF; ` +
    `ALTER ROLE ${name} LOGIN ${rights} PASSWORD '${password}'; END $$`;
  const statements = [
    role(OWNER, cluster.keeping.ownerPassword, "CREATEDB CREATEROLE"),
    role(RUNTIME_ROLE, cluster.keeping.runtimePassword, "NOCREATEDB NOCREATEROLE"),
    `GRANT ${RUNTIME_ROLE} TO ${OWNER} WITH ADMIN OPTION, INHERIT FALSE, SET FALSE`,
    `CREATE DATABASE ${DATABASE} OWNER ${OWNER}`,
  ];
  const flags = ["-c", "log_min_error_statement=panic", "-c", "log_error_verbosity=terse"];
  run(cluster, cluster.programs.postgres, ["--single", "-D", directory, ...flags, "postgres"], `${statements.join("\n")}\n`);
}

function run(cluster: Cluster, program: string, args: string[], input = ""): void {
  const done = spawnSync(program, args, {
    ...cluster.account,
    cwd: "/",
    env: environment(),
    input,
    encoding: "utf8",
    timeout: 300_000,
  });
  if (done.status !== 0)
    throw new Error(`${path.basename(program)} failed: ${(done.stderr || done.error?.message || "").slice(-2000)}`);
}

/** Of the caller's environment only the search path: PGDATA, PGPORT or a foreign LANG must not reach the server. */
function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC", NODE_ENV: process.env.NODE_ENV };
}

async function launch(cluster: Cluster, options: EmbeddedOptions, attempt = 1): Promise<number> {
  const { keeping, log } = cluster;
  if (!(await isFree(keeping.port))) save(cluster, { port: await freePort() });
  dropStaleLocks(keeping.directory);
  const settings: Record<string, string> = {
    port: String(keeping.port),
    listen_addresses: "127.0.0.1",
    // The path of a socket may have 107 bytes.
    unix_socket_directories: Buffer.byteLength(keeping.directory) < 80 ? keeping.directory : "",
    unix_socket_permissions: "0700",
    timezone: "UTC",
    log_timezone: "UTC",
    // No statement and no value of a row in the log: they would be personal data.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_checkpoints: "off",
    jit: "off",
    ...(options.durable === false ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off" } : {}),
  };
  if (existsSync(log) && statSync(log).size > LOG_LIMIT_BYTES) renameSync(log, `${log}.1`);
  const from = existsSync(log) ? statSync(log).size : 0;
  const out = openSync(log, "a", 0o600);
  // Detached: Ctrl-C in the terminal must reach the supervisor, which stops the database last.
  const args = ["-D", keeping.directory, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
  const child = spawn(cluster.programs.postgres, args, {
    ...cluster.account,
    cwd: "/",
    env: environment(),
    detached: true,
    stdio: ["ignore", out, out],
  });
  closeSync(out);
  child.unref();
  let ended = false;
  child.once("exit", () => {
    ended = true;
  });
  child.once("error", () => {
    ended = true;
  });
  if (child.pid && (await answers(url(keeping, OWNER, keeping.port), 300_000, () => !ended))) return child.pid;

  const said = readFileSync(log, "utf8").slice(from);
  // The port was taken between looking and binding, or orphans of a killed server still hold its memory for a moment.
  const passing = /Address already in use|pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(said);
  if (passing && attempt < 20) {
    if (/Address already in use/.test(said)) save(cluster, { port: await freePort() });
    await pause(500);
    return launch(cluster, options, attempt + 1);
  }
  throw new Error(`PostgreSQL did not start (${log}):\n${said.slice(-2000)}`);
}
