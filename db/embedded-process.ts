import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import postgres from "postgres";

/** Tries until the server lets the owner in; a server replaying its log after a crash is waited for while `alive`. */
export async function answers(address: string, limitMs: number, alive: () => boolean): Promise<boolean> {
  const until = Date.now() + limitMs;
  while (Date.now() < until && alive()) {
    const sql = postgres(address, { max: 1, connect_timeout: 5, onnotice: () => undefined });
    try {
      await sql`select 1`;
      return true;
    } catch {
      await pause(100);
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
  return false;
}

/** The server of that cluster which is already there; one that is shutting down is waited for. */
export async function findRunning(directory: string): Promise<{ pid: number; port: number } | null> {
  const line = readPidFile(directory);
  if (!line || !isPostgres(line.pid, directory)) return null;
  if (line.status !== "stopping") return line;
  const until = Date.now() + 60_000;
  while (Date.now() < until && isPostgres(line.pid, directory)) await pause(100);
  return isPostgres(line.pid, directory) ? line : null;
}

function readPidFile(directory: string): { pid: number; port: number; status: string } | null {
  try {
    const lines = readFileSync(path.join(directory, "postmaster.pid"), "utf8").split("\n");
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    return Number.isInteger(pid) && pid > 1 ? { pid, port, status: (lines[7] ?? "").trim() } : null;
  } catch {
    return null;
  }
}

/** PostgreSQL takes any living process of the number in its lock files for a rival; after a reboot, or in a container, it is often somebody else. */
export function dropStaleLocks(directory: string): void {
  const line = readPidFile(directory);
  if (line && isPostgres(line.pid, directory)) return;
  const stale = readdirSync(directory).filter((name) => name === "postmaster.pid" || name.startsWith(".s.PGSQL."));
  for (const name of stale) rmSync(path.join(directory, name), { force: true });
}

/** Whether that process lives and is the server of that cluster: it works inside its directory. */
export function isPostgres(pid: number, directory: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === directory && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    const command = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "";
    return existsSync("/proc/self") ? false : command.includes(directory);
  }
}

/** Fast shutdown, then after 20 s immediate shutdown (recovered from the log at the next start); never SIGKILL. */
export async function stopProcess(pid: number, directory: string): Promise<void> {
  for (const [signal, patienceMs] of [
    ["SIGINT", 20_000],
    ["SIGQUIT", 20_000],
  ] as const) {
    if (!isPostgres(pid, directory)) return;
    process.kill(pid, signal);
    const until = Date.now() + patienceMs;
    while (Date.now() < until) {
      if (!isPostgres(pid, directory)) return;
      await pause(50);
    }
  }
  throw new Error(`PostgreSQL (process ${pid}) does not stop.`);
}

/** Below the range that systems hand out to outgoing connections. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const port = randomInt(20_000, 32_000);
    if (await isFree(port)) return port;
  }
  throw new Error("No free port was found on 127.0.0.1 between 20000 and 32000.");
}

/** Whether nobody listens on that port of that address. */
export function isFree(port: number, host = "127.0.0.1"): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Waits that many milliseconds. */
export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
