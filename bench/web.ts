import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";

/** A port of 127.0.0.1 that is free just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

/** What the web process gets of settings over a measurement's database. */
export function webEnv(databaseUrl: string, folder: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    DATA_DIR: folder,
    EMBEDDED_DATABASE: "1",
    PUBLIC_URL: "http://127.0.0.1",
    DEMO: "0",
    KEYS: "generate",
    LOG_LEVEL: "warn",
  };
}

/** Web processes measured: one for each core, as on a machine that serves the public. */
export const WEB_PROCESSES = os.cpus().length;

/**
 * The web server in that folder, as script/server starts it, with `processes` of them; resolves when `probe` answers.
 * @throws Error when it does not within 60 s.
 */
export async function startWeb(
  env: NodeJS.ProcessEnv,
  port: number,
  probe: string,
  folder = ".",
  processes = WEB_PROCESSES,
): Promise<ChildProcess> {
  const child = spawn(process.execPath, [path.resolve("script/web.mjs")], {
    cwd: folder,
    env: { ...env, NODE_ENV: "production", HOST: "127.0.0.1", PORT: String(port), WEB_PROCESSES: String(processes) },
    stdio: ["ignore", "ignore", "inherit"],
  });
  let well = 0;
  for (let i = 0; i < 240; i++) {
    const ok = await fetch(`http://127.0.0.1:${port}${probe}`, { headers: { connection: "close" } }).then(
      (r) => r.ok,
      () => false,
    );
    // One answer of each at least.
    well += ok ? 1 : 0;
    if (well >= processes * 2) return child;
    await new Promise((resolve) => setTimeout(resolve, ok ? 50 : 250));
  }
  child.kill("SIGKILL");
  throw new Error("the web process does not answer");
}
