import { existsSync } from "node:fs";
import path from "node:path";
import { startEmbeddedPostgres } from "@/db/embedded";
import { isFree } from "@/db/embedded-process";
import { Child } from "./child";
import { chooseMode, type Mode } from "./modes";
import { holdDataDir } from "./one-at-a-time";
import { checkSettings, childEnv, type Database, openUp, prepare } from "./prepare";

const HELP = `script/server [--empty]

Starts the portal at http://127.0.0.1:3000 with a database of its own and demo data. Ctrl-C stops everything.
  --empty       without demo data
  PORT, HOST    where it listens (3000, 127.0.0.1)
  DATA_DIR      database, files and keys (.data)
  WEB_PROCESSES web processes that share the port (1)
  DATABASE_URL  another PostgreSQL 18; for real use see docs/operations.md
`;
const WEB_PATIENCE_MS = 5_000;
const WORKER_PATIENCE_MS = 15_000;

const say = (line: string) => void process.stdout.write(`${line}\n`);
let children: Child[] = [];
let database: Database | undefined;
let giveBack: (() => void) | undefined;
let ending: Promise<void> | undefined;

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  if (words.includes("--help")) return say(HELP);
  const unknown = words.find((word) => word !== "--empty");
  if (unknown) throw new Error(`${unknown} is not known.\n\n${HELP}`);

  const began = Date.now();
  const port = readPort(process.env.PORT || "3000");
  const host = process.env.HOST || "127.0.0.1";
  const dataDir = path.resolve(process.env.DATA_DIR || ".data");
  const address = `http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}`;
  const mode = chooseMode(process.env);
  giveBack = holdDataDir(dataDir, address);
  if (!(await isFree(port, host))) {
    throw new Error(`Port ${port} on ${host} is taken by another program. Choose another: PORT=${port + 1} script/server`);
  }

  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(signal));
  database = await openUp(mode, dataDir, say);
  const env = () => childEnv(mode, database as Database, dataDir, address);
  const missing = checkSettings(env());
  if (missing.length > 0) throw new Error(`Settings are missing (docs/operations.md):\n  ${missing.join("\n  ")}`);
  await prepare(mode, database, env(), !words.includes("--empty"), say);

  const web = new Child("web server", ["script/web.mjs"], () => ({ ...env(), HOST: host, PORT: String(port) }), say);
  const worker = new Child("worker", ["--import", "tsx", "jobs/worker.ts"], env, say);
  children = [web, worker];
  for (const child of children) child.start();
  if (database.embedded) watchDatabase(dataDir);

  const health = await untilHealthy(`${address}/api/health`, 120_000);
  if (health !== null) throw new Error(`The portal did not come up: ${health}`);
  say(welcome(mode, env().PUBLIC_URL ?? address, Date.now() - began));
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`PORT=${text} is not a port number.`);
  return port;
}

/** Null once every part is well, else what was still missing at the end of `limitMs`. */
async function untilHealthy(url: string, limitMs: number): Promise<string | null> {
  const until = Date.now() + limitMs;
  let last = "no answer";
  while (Date.now() < until && !ending) {
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      if (answer.ok) return null;
      last =
        answer.status === 503
          ? `not well: ${((await answer.json()) as { unwell: string[] }).unwell.join(", ")}`
          : `status ${answer.status}`;
    } catch {
      last = "no answer from the web server";
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return ending ? null : last;
}

/** A PostgreSQL that died (out of memory, kill -9) is started again; its address may have changed, so web and worker start anew. */
function watchDatabase(dataDir: string): void {
  const timer = setInterval(() => {
    if (ending || !database?.embedded || database.embedded.alive()) return;
    clearInterval(timer);
    say("The database ended and is started again.");
    startEmbeddedPostgres(dataDir).then(
      (embedded) => {
        const moved = embedded.runtimeUrl !== database?.runtimeUrl;
        database = { embedded, ownerUrl: embedded.ownerUrl, runtimeUrl: embedded.runtimeUrl };
        if (moved) for (const child of children) child.restart();
        watchDatabase(dataDir);
      },
      (error: unknown) => {
        say(`The database does not start again: ${error instanceof Error ? error.message : String(error)}`);
        void end("SIGTERM", 1);
      },
    );
  }, 2_000);
}

function welcome(mode: Mode, address: string, ms: number): string {
  const lines = ["", `有回音 is ready after ${(ms / 1000).toFixed(1)} s: ${address}`];
  if (mode.demo) {
    lines.push(
      "",
      `Demo: ${address}/zh-Hans/sign-in lets you in as anybody with one click:`,
      "  a consumer, a company, an officer, a supervisor, the alliance's editor and publisher, the administrator.",
      `Without an account: ${address}/zh-Hans/track opens any demo complaint with the secret K7M2 QX9T 4RBD (numbers stand on the desk).`,
    );
  }
  if (!existsSync(process.env.CHROMIUM_PATH || "/usr/bin/chromium")) {
    lines.push("", "Chromium is not installed, so reports come without their PDF. script/setup installs it.");
  }
  lines.push("", "Ctrl-C stops everything.", "");
  return lines.join("\n");
}

/** Web and worker first, the database last. A second signal does not wait for them. */
function end(signal: string, code = 0): Promise<void> {
  if (ending) {
    for (const child of children) child.kill();
    return ending;
  }
  ending = (async () => {
    if (signal !== "") say("\nStopping …");
    const [web, worker] = children;
    await Promise.all([web?.stop(WEB_PATIENCE_MS), worker?.stop(WORKER_PATIENCE_MS)]);
    await database?.embedded?.stop();
    giveBack?.();
    process.exit(code);
  })().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    giveBack?.();
    process.exit(1);
  });
  return ending;
}

// The terminal was closed: what is said goes nowhere, and the database is still stopped in order.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

main().catch(async (error: unknown) => {
  if (!ending) console.error(error instanceof Error ? error.message : error);
  await end("", 1);
});
