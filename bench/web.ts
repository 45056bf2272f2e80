import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";

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
    LOG_LEVEL: "warn",
  };
}

/**
 * `next start` in that folder, as script/server starts it; resolves when `probe` answers.
 * @throws Error when it does not within 30 s.
 */
export async function startWeb(env: NodeJS.ProcessEnv, port: number, probe: string, folder = "."): Promise<ChildProcess> {
  const next = `${process.cwd()}/node_modules/next/dist/bin/next`;
  const child = spawn(process.execPath, [next, "start", "-p", String(port), "-H", "127.0.0.1"], {
    cwd: folder,
    env: { ...env, NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  for (let i = 0; i < 120; i++) {
    const ok = await fetch(`http://127.0.0.1:${port}${probe}`).then(
      (r) => r.ok,
      () => false,
    );
    if (ok) return child;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  child.kill("SIGKILL");
  throw new Error("the web process does not answer");
}
