import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { stopLeftBehind } from "../../db/embedded";

// script/server itself: what it starts ends with it, and a kill loses nothing. A folder and a port of its own, no browser.
const dataDir = path.resolve(".test/supervisor");
let port: number;
let server: ChildProcess;
let said = "";

test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  await stopLeftBehind(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
  port = await freePort();
});
test.afterAll(async () => {
  server.kill("SIGKILL");
  await stopLeftBehind(dataDir);
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port: free } = probe.address() as { port: number };
      probe.close(() => resolve(free));
    });
  });
}

function start(settings: Record<string, string> = {}): ChildProcess {
  said = "";
  const env = {
    ...process.env,
    DATABASE_URL: "",
    DATABASE_OWNER_URL: "",
    PUBLIC_URL: "",
    DEMO: "0",
    DATA_DIR: dataDir,
    PORT: String(port),
    ...settings,
  };
  const child = spawn("script/server", ["--empty"], { env, stdio: ["ignore", "pipe", "pipe"] });
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => (said += piece));
  return child;
}

const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once("exit", resolve));
const isUp = () =>
  fetch(`http://127.0.0.1:${port}/api/health`).then(
    (answer) => answer.ok,
    () => false,
  );
const untilUp = () => expect.poll(isUp, { timeout: 60_000, message: said }).toBe(true);

/** Every process below that one, by reading /proc. */
function below(pid: number): number[] {
  const children = readdirSync("/proc").filter((name) => {
    try {
      return /^\d+$/.test(name) && readFileSync(`/proc/${name}/stat`, "utf8").split(") ")[1]?.split(" ")[1] === String(pid);
    } catch {
      return false;
    }
  });
  return children.flatMap((child) => [Number(child), ...below(Number(child))]);
}
const lives = (pid: number) => {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
};
const pidOf = (child: ChildProcess) => child.pid as number;

test("starts, and a second start over the same folder or port is told kindly", async () => {
  server = start();
  await untilUp();
  const mine = said;
  const again = start();
  expect(await ended(again)).toBe(1);
  expect(said).toContain("already runs");
  const elsewhere = start({ DATA_DIR: `${dataDir}-second` });
  expect(await ended(elsewhere)).toBe(1);
  expect(said).toContain(`Port ${port}`);
  rmSync(`${dataDir}-second`, { recursive: true, force: true });
  said = mine;
});

test("starts a killed web server, worker and database again", async () => {
  for (const part of ["script/web.mjs", "jobs/worker.ts", "bin/postgres"]) {
    const victim = below(pidOf(server)).find((pid) =>
      readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").includes(part),
    );
    expect(victim, part).toBeDefined();
    process.kill(victim as number, "SIGKILL");
    await expect.poll(() => lives(victim as number)).toBe(false);
    await expect
      .poll(() => said, { timeout: 30_000 })
      .toMatch(part === "bin/postgres" ? /database ended/ : part === "script/web.mjs" ? /web server ended/ : /worker ended/);
    await untilUp();
  }
});

test("loses nothing to kill -9 and starts again", async () => {
  const family = below(pidOf(server));
  server.kill("SIGKILL");
  const postmaster = family.filter((pid) => lives(pid) && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres"));
  for (const pid of family.filter((one) => !postmaster.includes(one)))
    await expect.poll(() => lives(pid), { timeout: 15_000 }).toBe(false);
  server = start();
  await untilUp();
  expect(said).toContain("taken over");
});

test("ends everything it started on Ctrl-C, the database too", async () => {
  const { directory } = JSON.parse(readFileSync(path.join(dataDir, "postgres.json"), "utf8")) as { directory: string };
  const postmaster = Number(readFileSync(path.join(directory, "postmaster.pid"), "utf8").split("\n")[0]);
  const family = [postmaster, ...below(pidOf(server))];
  expect(family.length).toBeGreaterThanOrEqual(3);
  expect(family.every(lives)).toBe(true);
  const end = ended(server);
  server.kill("SIGINT");
  expect(await end).toBe(0);
  expect(family.filter(lives)).toEqual([]);
  expect(await isUp()).toBe(false);
});
