import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { dropDatabase } from "@/db/drop-database";
import { startEmbeddedPostgres, stopLeftBehind } from "@/db/embedded";
import { isFree } from "@/db/embedded-process";
import { ensureBuild } from "./build";
import { type Count, countJourneys, countVitest } from "./counts";
import { endHolder } from "./one-at-a-time";

const FOLDER = ".test";
const tool = (place: string) => [process.execPath, path.join("node_modules", place)];
const script = (place: string) => [process.execPath, "--import", "tsx", place];

const say = (line: string) => void process.stdout.write(`${line}\n`);
let running: ReturnType<typeof spawn> | undefined;

/** Runs a command and answers its exit code; `loud` shows what it says as it says it, else only what a failing one said. */
function run(command: string[], env: Record<string, string> = {}, loud = false): Promise<number> {
  return new Promise((resolve) => {
    const [program, ...args] = command as [string, ...string[]];
    const child = spawn(program, args, {
      env: { ...process.env, ...env },
      stdio: ["ignore", loud ? "inherit" : "pipe", loud ? "inherit" : "pipe"],
    });
    running = child;
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (piece: Buffer) => said.push(piece));
    child.once("error", (error) => {
      say(error.message);
      resolve(1);
    });
    child.once("close", (code) => {
      if (code !== 0 && !loud) say(Buffer.concat(said).toString());
      resolve(code ?? 1);
    });
  });
}

/** A stage that is one check: it passed or it failed. */
const check =
  (...commands: string[][]) =>
  async (): Promise<Count> => {
    for (const command of commands) if ((await run(command)) !== 0) return { passed: 0, failed: 1 };
    return { passed: 1, failed: 0 };
  };

function vitest(project: string, env: Record<string, string>, words: string[]): Promise<Count> {
  const report = path.join(FOLDER, `${project}.json`);
  rmSync(report, { force: true });
  const command = [
    ...tool("vitest/vitest.mjs"),
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...words,
  ];
  return run(command, env, true).then((code) => countVitest(report, code));
}

/** Integration tests have a PostgreSQL of their own; what an earlier, killed run left in it is cleared away. */
async function integration(words: string[]): Promise<Count> {
  const database = await startEmbeddedPostgres(path.join(FOLDER, "integration"), { durable: false });
  try {
    const sql = postgres(database.ownerUrl, { max: 1, onnotice: () => undefined });
    for (const { datname } of await sql`select datname from pg_database where datname like 'answered\\_t%'`)
      await dropDatabase(sql, datname);
    await sql.end();
    const env = {
      TEST_DATABASE_URL: database.runtimeUrl,
      TEST_DATABASE_OWNER_URL: database.ownerUrl,
      DATA_DIR: path.resolve(FOLDER, "integration", "files"),
    };
    return await vitest("integration", env, words);
  } finally {
    await database.stop();
  }
}

async function build(): Promise<Count> {
  try {
    await ensureBuild(process.env, say);
    return { passed: 1, failed: 0 };
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return { passed: 0, failed: 1 };
  }
}

/** The built portal in a real browser, on a free port, with demo data loaded afresh. */
async function journeys(words: string[]): Promise<Count> {
  const folder = path.join(FOLDER, "e2e");
  await clearAway(folder);
  rmSync(folder, { recursive: true, force: true });
  const report = path.join(FOLDER, "journeys.json");
  rmSync(report, { force: true });
  let port = 3190;
  while (!(await isFree(port))) port++;
  const env = { E2E_PORT: String(port), E2E_FRESH: "1" };
  const code = await run([...tool("@playwright/test/cli.js"), "test", ...words], env, true);
  await clearAway(folder);
  return countJourneys(report, code);
}

const STAGES: Record<string, (words: string[]) => Promise<Count>> = {
  lock: check([process.execPath, "script/complete-lock.mjs", "--check"]),
  format: check([...tool("@biomejs/biome/bin/biome"), "ci", "--colors=off", "--error-on-warnings", "--max-diagnostics=50"]),
  arrows: check(script("script/check-arrows.ts")),
  words: check(script("script/check-words.ts")),
  types: check(
    [...tool("next/dist/bin/next"), "typegen"],
    [...tool("typescript/bin/tsc"), "--noEmit", "-p", "tsconfig.check.json"],
  ),
  unit: (words) => vitest("unit", { DATA_DIR: path.resolve(FOLDER, "unit") }, words),
  integration,
  build,
  journeys,
};

async function main(): Promise<void> {
  const split = process.argv.indexOf("--");
  const names = process.argv.slice(2, split < 0 ? undefined : split);
  const words = split < 0 ? [] : process.argv.slice(split + 1);
  const unknown = names.find((name) => !(name in STAGES));
  if (unknown) {
    say(`${unknown} is no stage; there are: ${Object.keys(STAGES).join(" ")}`);
    say("0 passed, 1 failed");
    process.exit(1);
  }
  const chosen = Object.keys(STAGES).filter((name) => names.length === 0 || names.includes(name));
  mkdirSync(FOLDER, { recursive: true, mode: 0o711 });
  if (chosen.includes("journeys") || chosen.includes("integration")) await run(["script/setup"], {}, true);

  const total: Count = { passed: 0, failed: 0 };
  const table: string[] = [];
  for (const name of chosen) {
    const began = Date.now();
    say(`\n── ${name}`);
    const count = await (STAGES[name] as (words: string[]) => Promise<Count>)(words).catch((error: unknown) => {
      say(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return { passed: 0, failed: 1 };
    });
    total.passed += count.passed;
    total.failed += count.failed;
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    table.push(
      `${count.failed === 0 ? "passed" : "FAILED"}  ${name.padEnd(12)} ${seconds.padStart(7)} s  ${count.passed} passed, ${count.failed} failed`,
    );
    say(table.at(-1) as string);
  }
  say(`\n${table.join("\n")}\n`);
  say(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

/** Whatever a run that was broken off left at work over that folder: the supervisor first, or it would start its database again. */
async function clearAway(folder: string): Promise<void> {
  await endHolder(folder);
  await stopLeftBehind(folder);
}

// Broken off by hand: what was started is stopped too.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => {
    running?.kill("SIGINT");
    const folders = ["integration", "e2e", "supervisor"].map((name) => path.join(FOLDER, name));
    void Promise.allSettled(folders.map(clearAway)).then(() => process.exit(130));
  });
}

void main();
