import type { ChildProcess } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import autocannon from "autocannon";
import postgres from "postgres";
import { ensureBuild } from "@/script/build";
import { buildBareNext } from "./bare-next";
import { benchDatabase, demoDatabase, options } from "./database";
import { seedBench } from "./seed";
import { freePort, startWeb, webEnv } from "./web";

const say = (line: string) => void process.stdout.write(`${line}\n`);
const BAR = { ratio: 0.5, firstPass: 60 };
const CONNECTIONS = 8;
const SIZE = { complaints: 12_000, rulings: 2_400, companies: 500 };
const ADDRESSES = { rulings: 1_600, companies: 400 };

interface Rate {
  readonly perSecond: number;
  readonly failed: number;
}

/** Asks for `seconds`, or for each of the addresses once. */
async function rate(base: string, addresses: readonly string[], seconds?: number): Promise<Rate> {
  let next = 0;
  const turn = () => addresses[next++ % addresses.length] as string;
  const began = performance.now();
  let last = began;
  const options: autocannon.Options = {
    url: base,
    connections: CONNECTIONS,
    timeout: 30,
    ...(seconds === undefined ? { amount: addresses.length } : { duration: seconds }),
    requests: [{ setupRequest: (request) => ({ ...request, path: turn() }) }],
  };
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    // It ends on a whole second, however early the last answer came.
    autocannon(options, (error, done) => (error ? reject(error) : resolve(done))).on("response", () => {
      last = performance.now();
    });
  });
  const took = (last - began) / 1000;
  return { perSecond: result["2xx"] / took, failed: result.non2xx + result.errors + result.timeouts };
}

/**
 * `npm run bench -- public rate`: one web process of each, since each keeps the pages it made for itself; requests a second of public pages against a prerendered bare Next.js page of equal bytes in the same run.
 * Options: --seconds 5.
 */
export async function run(args: string[]): Promise<void> {
  const seconds = Number(options(args).seconds ?? 5);
  const folder = path.resolve(".bench", "rate");
  mkdirSync(folder, { recursive: true });
  const stops: (() => unknown)[] = [];
  try {
    const seeded = await benchDatabase("rate");
    stops.push(() => seeded.stop());
    const raw = postgres(seeded.ownerUrl, { max: 1, onnotice: () => undefined });
    if ((await raw`select 1 from complaints limit 1`).length === 0) await seedBench(seeded.ownerUrl, SIZE, say);
    const rulings = await raw<{ number: string }[]>`
      select number from published_rulings where annulled_on is null order by number desc limit ${ADDRESSES.rulings}`;
    const companies = await raw<{ slug: string }[]>`select slug from companies order by slug limit ${ADDRESSES.companies}`;
    await raw.end();
    const demo = await demoDatabase();
    stops.push(() => demo.stop());

    await ensureBuild(process.env, say);
    const port = await freePort();
    const web = `http://127.0.0.1:${port}`;
    stops.push(kill(await startWeb(webEnv(seeded.url, folder), port, "/zh-Hans", ".", 1)));
    const demoPort = await freePort();
    const demoWeb = `http://127.0.0.1:${demoPort}`;
    stops.push(kill(await startWeb(webEnv(demo.url, folder), demoPort, "/zh-Hans", ".", 1)));

    const pages: Record<string, { base: string; addresses: string[] }> = {
      home: { base: web, addresses: ["/zh-Hans"] },
      ruling: { base: web, addresses: rulings.map((r) => `/zh-Hans/rulings/${r.number}`) },
      company: { base: web, addresses: companies.map((c) => `/zh-Hans/companies/${c.slug}`) },
      statistics: { base: web, addresses: ["/zh-Hans/statistics"] },
      report: { base: demoWeb, addresses: ["/zh-Hans/reports/2026Q2"] },
    };
    const bytes: Record<string, number> = {};
    for (const [name, page] of Object.entries(pages)) {
      const answer = await fetch(page.base + page.addresses.at(-1));
      if (!answer.ok) throw new Error(`${page.base}${page.addresses.at(-1)} answers ${answer.status}`);
      bytes[name] = (await answer.arrayBuffer()).byteLength;
    }
    const bare = buildBareNext(path.join(folder, "bare"), bytes);
    const barePort = await freePort();
    const bareWeb = `http://127.0.0.1:${barePort}`;
    stops.push(kill(await startWeb(process.env, barePort, bare.path("home"), bare.folder, 1)));

    let passed = true;
    for (const [name, page] of Object.entries(pages)) {
      const many = page.addresses.length > 1;
      const first = await rate(page.base, page.addresses, many ? undefined : 1);
      // Each connection had its next request ready when the pass ended: the pages of those few are made now, so that the second pass is one.
      if (many) for (const address of page.addresses) await fetch(page.base + address).then((answer) => answer.arrayBuffer());
      const made = Array.from({ length: 400 }, (_, n) => bare.made(name, n));
      const bareFirst = many ? (await rate(bareWeb, made)).perSecond : 0;
      const bareBytes = (await (await fetch(bareWeb + bare.path(name))).arrayBuffer()).byteLength;
      // A process that has just begun is slower than it will be: both are warmed.
      for (const [base, addresses] of [[bareWeb, [bare.path(name)]] as const, [page.base, page.addresses] as const])
        if (!many) await rate(base, addresses, seconds);
      const floors: number[] = [];
      const rates: number[] = [];
      let failed = first.failed;
      for (let turn = 0; turn < 3; turn++) {
        floors.push((await rate(bareWeb, [bare.path(name)], seconds)).perSecond);
        const again = await rate(page.base, page.addresses, many && turn === 0 ? undefined : seconds);
        rates.push(again.perSecond);
        failed += again.failed;
      }
      const [floor, ours] = [median(floors), many ? (rates[0] as number) : median(rates)];
      const good = ours / floor >= BAR.ratio && failed === 0 && (!many || first.perSecond >= BAR.firstPass);
      passed &&= good;
      say(
        `${name.padEnd(10)} ${page.addresses.length} addresses, ${bytes[name]} bytes (bare ${bareBytes}); ${many ? `first pass ${first.perSecond.toFixed(0)}/s (bar ${BAR.firstPass}; the bare page, made as it is first asked for: ${bareFirst.toFixed(0)}/s), second ` : ""}${ours.toFixed(0)}/s, bare ${floor.toFixed(0)}/s, ratio ${(ours / floor).toFixed(2)} (bar ${BAR.ratio}), failed ${failed}${good ? "" : "  FAILED"}`,
      );
    }
    say(passed ? "passed" : "FAILED");
    if (!passed) process.exitCode = 1;
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

const kill = (child: ChildProcess) => () => void child.kill("SIGKILL");
const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] as number;
