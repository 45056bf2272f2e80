import { type ChildProcess, spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { createWriteStream, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { eq } from "drizzle-orm";
import { closeDatabase, openDatabase } from "@/db/client";
import { embeddedUrls } from "@/db/embedded";
import { drafts, evidenceFiles } from "@/db/schema";
import { uploadToken } from "@/services/upload-token";

const FOLDER = path.resolve(".bench/evidence");
const PORT = Number(process.env.BENCH_PORT ?? 3369);
const ORIGIN = `http://127.0.0.1:${PORT}`;
const MIB = 1024 * 1024;
const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * Uploads through the portal as it is served (Next, tus, sealing, folder storage, PostgreSQL): 1 GB against a bare Node handler that writes the same bytes
 * to the same disk in the same run (bar 0.33), four at once (server at most 350 MB over idle), ten times `kill -9` in 200 MB (SHA-256 equal).
 * `--mb=256` for a shorter look, `--only=kill` for the last part alone. The worktree must be built.
 */
export async function run(args: string[]): Promise<void> {
  const size = Number(args.find((a) => a.startsWith("--mb="))?.slice(5) ?? 1024) * MIB;
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const portal = await startPortal();
  try {
    if (!args.includes("--only=kill")) await rates(portal, size);
    const kills = await killed(portal, 200 * MIB, 10);
    say(`kill -9        ${kills.times} times in 200 MiB, SHA-256 ${kills.equal ? "equal" : "DIFFERENT"}`);
    if (!kills.equal) throw new Error("an upload came out altered");
  } finally {
    await portal.stop();
    rmSync(FOLDER, { recursive: true, force: true });
  }
}

async function rates(portal: Portal, size: number): Promise<void> {
  const bare = await bareRate(size);
  say(`bare handler   ${(size / MIB).toFixed(0)} MiB   ${bare.toFixed(0)} MiB/s`);
  const first = await timed(size, () => upload(portal.token, size));
  say(
    `tus, sealed    ${(size / MIB).toFixed(0)} MiB   ${first.toFixed(0)} MiB/s   ratio ${(first / bare).toFixed(2)} (bar 0.33)`,
  );
  const bareAgain = await bareRate(size);
  const second = await timed(size, () => upload(portal.token, size));
  say(
    `once more      bare ${bareAgain.toFixed(0)}, sealed ${second.toFixed(0)} MiB/s   ratio ${(second / bareAgain).toFixed(2)}`,
  );

  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const idle = memoryOf(portal.web());
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, memoryOf(portal.web()));
  }, 100);
  await Promise.all([1, 2, 3, 4].map(() => upload(portal.token, Math.min(size, 512 * MIB))));
  clearInterval(watch);
  say(`four at once   idle ${idle} MB, most ${most} MB, over idle ${most - idle} MB (bar 350)`);
}

interface Portal {
  token: string;
  /** Process of the web server now. */
  web(): number;
  stored(sha256: string): Promise<boolean>;
  stop(): Promise<void>;
}

async function startPortal(): Promise<Portal> {
  const dataDir = path.join(FOLDER, "data");
  Object.assign(process.env, { DATA_DIR: dataDir, KEYS: "generate" });
  const child = spawn("script/server", ["--empty"], {
    env: { ...process.env, PORT: String(PORT), DATA_DIR: dataDir, DATABASE_URL: "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (text) => String(text).includes("is ready") && resolve());
    child.once("exit", () => reject(new Error("the portal did not start")));
  });
  const database = openDatabase(embeddedUrls(dataDir).DATABASE_URL ?? "", 2);
  const now = new Date();
  const [draft] = await database
    .insert(drafts)
    .values({
      tokenHash: randomBytes(16).toString("hex"),
      locale: "zh-Hans",
      step: "evidence",
      data: {},
      expiresAt: new Date(now.getTime() + 30 * 86_400_000 * 12),
    })
    .returning({ id: drafts.id });
  const id = draft?.id ?? "";
  const far = new Date(now.getTime() + 86_400_000);
  return {
    token: uploadToken({ owner: "draft", id, side: "complainant", userId: null }, far),
    web: () => webOf(child),
    stored: async (sha256) =>
      (await database.select().from(evidenceFiles).where(eq(evidenceFiles.sha256, sha256))).some((row) => row.bytes > 0),
    stop: async () => {
      await closeDatabase(database);
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGINT");
      await ended;
    },
  };
}

/** The descendant that serves pages: `script/web.mjs` in its command line, the largest of them. */
function webOf(child: ChildProcess): number {
  const family = new Set([child.pid ?? 0]);
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc").filter((n) => /^\d+$/.test(n)))
    try {
      parents.set(
        Number(name),
        Number(
          readFileSync(`/proc/${name}/stat`, "utf8")
            .replace(/^.*\) /, "")
            .split(" ")[1],
        ),
      );
    } catch {
      // Ended meanwhile.
    }
  for (let round = 0; round < 6; round++) for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid);
  const web = [...family].filter((pid) => {
    try {
      return /script\/web\.mjs/.test(readFileSync(`/proc/${pid}/cmdline`, "utf8"));
    } catch {
      return false;
    }
  });
  return web.sort((a, b) => memoryOf(b) - memoryOf(a))[0] ?? 0;
}

function memoryOf(pid: number): number {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

const block = randomBytes(4 * MIB);
/** Bytes that look like a text export, so that the content is taken, different from every other upload. */
function* content(size: number, seed: string): Generator<Buffer> {
  const head = Buffer.from(`[10:00] 我：转人工 ${seed}\n`);
  yield head;
  const letters = Buffer.from(block.toString("base64").replace(/(.{80})/g, "$1\n"));
  for (let left = size - head.length; left > 0; ) {
    const piece = letters.subarray(0, Math.min(left, 1 * MIB));
    yield piece;
    left -= piece.length;
  }
}

async function bareRate(size: number): Promise<number> {
  const file = path.join(FOLDER, "bare");
  const server = http.createServer((request, response) => {
    pipeline(request, createWriteStream(file)).then(() => response.end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const rate = await timed(size, async () => {
    await send(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, "PUT", {}, content(size, "bare"), size);
  });
  server.closeAllConnections();
  server.close();
  rmSync(file, { force: true });
  return rate;
}

async function timed(size: number, work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return size / MIB / ((performance.now() - began) / 1000);
}

function send(
  url: string,
  method: string,
  headers: Record<string, string>,
  body: Iterable<Buffer> | null,
  length: number,
): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method, headers: { ...headers, "content-length": String(length) } }, (answer) => {
      answer.resume();
      answer.once("end", () => resolve(answer));
      answer.once("error", reject);
    });
    request.once("error", reject);
    if (body) pipeline(Readable.from(body, { objectMode: false, highWaterMark: MIB }), request).catch(reject);
    else request.end();
  });
}

const TUS = { "tus-resumable": "1.0.0" };

async function create(token: string, size: number): Promise<string> {
  const answer = await send(
    `${ORIGIN}/api/uploads`,
    "POST",
    {
      ...TUS,
      authorization: `Bearer ${token}`,
      "upload-length": String(size),
      "upload-metadata": `filename ${Buffer.from("chat.txt").toString("base64")}`,
    },
    null,
    0,
  );
  const place = answer.headers.location;
  if (answer.statusCode !== 201 || !place) throw new Error(`an upload was not begun: ${answer.statusCode}`);
  return new URL(place, ORIGIN).href;
}

/** One upload in one request; answers its SHA-256 as the server computed it. */
async function upload(token: string, size: number): Promise<string> {
  const seed = randomBytes(8).toString("hex");
  const url = await create(token, size);
  const answer = await send(
    url,
    "PATCH",
    { ...TUS, authorization: `Bearer ${token}`, "upload-offset": "0", "content-type": "application/offset+octet-stream" },
    content(size, seed),
    size,
  );
  if (answer.statusCode !== 204) throw new Error(`an upload was not taken: ${answer.statusCode}`);
  return String(answer.headers["evidence-sha256"]);
}

/** Kills the web server `times` times while a file is on its way, and goes on each time where the server says. */
async function killed(portal: Portal, size: number, times: number): Promise<{ times: number; equal: boolean }> {
  const seed = randomBytes(8).toString("hex");
  const whole = Buffer.concat([...content(size, seed)]);
  const sha256 = createHash("sha256").update(whole).digest("hex");
  const url = await create(portal.token, size);
  const auth = { ...TUS, authorization: `Bearer ${portal.token}` };
  let kills = 0;
  for (let turn = 0; turn < 200; turn++) {
    const offset = await offsetOf(url, auth);
    if (offset === size) break;
    const stopAt = Math.min(size, ((kills + 1) * size) / (times + 1));
    const rest = whole.subarray(offset);
    let sent = 0;
    const pieces = function* () {
      for (let at = 0; at < rest.length; at += 256 * 1024) {
        if (kills < times && offset + sent > stopAt) {
          process.kill(portal.web(), "SIGKILL");
          kills += 1;
          sent = -size * 2;
        }
        const piece = rest.subarray(at, at + 256 * 1024);
        sent += piece.length;
        yield piece;
      }
    };
    await send(
      url,
      "PATCH",
      { ...auth, "upload-offset": String(offset), "content-type": "application/offset+octet-stream" },
      pieces(),
      rest.length,
    ).catch(() => null);
  }
  return { times: kills, equal: await portal.stored(sha256) };
}

async function offsetOf(url: string, headers: Record<string, string>): Promise<number> {
  for (let turn = 0; turn < 300; turn++) {
    const answer = await send(url, "HEAD", headers, null, 0).catch(() => null);
    const offset = answer?.headers["upload-offset"];
    if (answer?.statusCode === 200 && offset !== undefined) return Number(offset);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("the server did not come back");
}
