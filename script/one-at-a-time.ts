import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import path from "node:path";

type Holder = { pid: number; address: string };

/**
 * Takes DATA_DIR for this process; two supervisors over one database would stop it under each other.
 * Answers how to give it back. A file left by a killed process is taken over.
 * @throws Error naming the process and the address that already serve this folder.
 */
export function holdDataDir(dataDir: string, address: string): () => void {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const file = path.join(dataDir, "server.json");
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, JSON.stringify({ pid: process.pid, address } satisfies Holder));
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      try {
        linkSync(mine, file);
        return () => rmSync(file, { force: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
      const holder = read(file);
      if (holder && serves(holder.pid)) {
        throw new Error(
          `The portal already runs from ${dataDir} (process ${holder.pid}): ${holder.address}\nStop it first, or use another folder: DATA_DIR=.data2 PORT=3001 script/server`,
        );
      }
      rmSync(file, { force: true });
    }
    throw new Error(`${file} cannot be taken.`);
  } finally {
    unlinkSync(mine);
  }
}

/** Ends the supervisor that still serves that folder, where its starter was killed; answers whether there was one. */
export async function endHolder(dataDir: string, patienceMs = 40_000): Promise<boolean> {
  const holder = read(path.join(dataDir, "server.json"));
  if (!holder || !serves(holder.pid)) return false;
  process.kill(holder.pid, "SIGTERM");
  const until = Date.now() + patienceMs;
  while (serves(holder.pid) && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 100));
  return true;
}

function read(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Holder;
  } catch {
    return null;
  }
}

/** Whether that process lives and is a supervisor: numbers are used again after a reboot. */
function serves(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const command = `/proc/${pid}/cmdline`;
  return existsSync(command) ? readFileSync(command, "utf8").includes("script/server.ts") : !existsSync("/proc/self");
}
