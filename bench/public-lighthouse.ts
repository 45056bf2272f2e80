import { execFile } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { launch } from "chrome-launcher";
import type { Result } from "lighthouse";
import { closeDatabase, openDatabase } from "@/db/client";
import { publishedRulings } from "@/db/schema";
import { ensureBuild } from "@/script/build";
import { buildBareNext } from "./bare-next";
import { demoDatabase, options } from "./database";
import { freePort, startWeb, webEnv } from "./web";

const say = (line: string) => void process.stdout.write(`${line}\n`);
const BAR: Record<string, number> = { accessibility: 100, performance: 95, "best-practices": 100, seo: 100 };
const SCRIPT_BAR_KB = 40;

/** Compressed bytes of scripts that came over the line. */
function scriptBytes(result: Result): number {
  const details = result.audits["network-requests"]?.details as { items?: { resourceType?: string; transferSize?: number }[] };
  return (details.items ?? []).filter((i) => i.resourceType === "Script").reduce((sum, i) => sum + (i.transferSize ?? 0), 0);
}

const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] as number;

/** `npm run bench -- public lighthouse`: a phone's view of the reading pages, in the demo. Options: --runs 3, --only ruling. */
export async function run(args: string[]): Promise<void> {
  const { runs = "3", only } = options(args);
  const folder = path.resolve(".bench", "lighthouse");
  mkdirSync(folder, { recursive: true });
  const stops: (() => unknown)[] = [];
  try {
    const database = await demoDatabase();
    stops.push(() => database.stop());
    const db = openDatabase(database.url, 1);
    const [ruling] = await db.select({ number: publishedRulings.number }).from(publishedRulings).limit(1);
    await closeDatabase(db);
    await ensureBuild(process.env, say);
    const port = await freePort();
    const base = `http://127.0.0.1:${port}`;
    const web = await startWeb({ ...webEnv(database.url, folder), PUBLIC_URL: base }, port, "/zh-Hans");
    stops.push(() => web.kill("SIGKILL"));
    const bare = buildBareNext(path.join(folder, "bare"), { page: 20_000 });
    const barePort = await freePort();
    const bareWeb = await startWeb(process.env, barePort, bare.path("page"), bare.folder);
    stops.push(() => bareWeb.kill("SIGKILL"));
    const chrome = await launch({
      chromePath: process.env.CHROMIUM_PATH || "/usr/bin/chromium",
      chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic"],
    });
    stops.push(() => chrome.kill());
    const look = async (address: string): Promise<Result> => {
      // In a process of its own: what loads TypeScript here would rename functions that Lighthouse sends to the page.
      const words = ["node_modules/lighthouse/cli/index.js", address, `--port=${chrome.port}`, "--output=json", "--quiet"];
      for (let turn = 1; ; turn++)
        try {
          const { stdout } = await promisify(execFile)(process.execPath, words, { maxBuffer: 200_000_000 });
          return JSON.parse(stdout) as Result;
        } catch (error) {
          // Now and then Chromium loses the beginning of its trace.
          if (turn === 3) throw error;
        }
    };

    const barest = await look(`http://127.0.0.1:${barePort}${bare.path("page")}`);
    const floor = scriptBytes(barest);
    say(
      `the barest page: scripts ${(floor / 1000).toFixed(1)} kB, performance ${Math.round((barest.categories.performance?.score ?? 0) * 100)}, total-blocking-time ${barest.audits["total-blocking-time"]?.displayValue}`,
    );
    const faces = await look(`http://127.0.0.1:${barePort}${bare.faces}`);
    say(
      `the same with a sentence in each of five Chinese faces: performance ${Math.round((faces.categories.performance?.score ?? 0) * 100)}, total-blocking-time ${faces.audits["total-blocking-time"]?.displayValue}`,
    );
    const pages = {
      home: "/zh-Hans",
      // With words in its address it asks search engines on purpose not to keep it.
      search: "/zh-Hans/rulings",
      ruling: `/zh-Hans/rulings/${ruling?.number}`,
      company: "/zh-Hans/companies/bozhou",
      report: "/zh-Hans/reports/2026Q2",
    };
    let passed = true;
    for (const [name, address] of Object.entries(pages)) {
      if (only && only !== name) continue;
      await fetch(base + address);
      const seen: Result[] = [];
      for (let i = 0; i < Number(runs); i++) seen.push(await look(base + address));
      const scores = Object.keys(BAR).map(
        (key) => [key, median(seen.map((r) => Math.round((r.categories[key]?.score ?? 0) * 100)))] as const,
      );
      const scripts = median(seen.map(scriptBytes)) - floor;
      const good = scores.every(([key, score]) => score >= (BAR[key] as number)) && scripts <= SCRIPT_BAR_KB * 1000;
      passed &&= good;
      const last = seen.at(-1) as Result;
      const times = [
        "first-contentful-paint",
        "largest-contentful-paint",
        "total-blocking-time",
        "cumulative-layout-shift",
        "speed-index",
      ];
      say(
        `${name.padEnd(8)} ${scores.map(([key, score]) => `${key} ${score}`).join(", ")}; scripts ${(scripts / 1000).toFixed(1)} kB over the barest (bar ${SCRIPT_BAR_KB}); ${times.map((t) => `${t} ${last.audits[t]?.displayValue}`).join(", ")}${good ? "" : "  FAILED"}`,
      );
      for (const audit of Object.values(last.audits)) {
        const counts = Object.entries(last.categories).some(
          ([key, c]) => key !== "performance" && c.auditRefs.some((a) => a.id === audit.id && a.weight > 0),
        );
        if (counts && audit.score !== null && audit.score < 1) say(`         ${audit.id}: ${audit.title}`);
      }
    }
    say(passed ? "passed" : "FAILED");
    if (!passed) process.exitCode = 1;
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}
