import { mkdirSync } from "node:fs";
import path from "node:path";
import { encode } from "next-auth/jwt";
import postgres from "postgres";
import { closeDatabase, openDatabase } from "@/db/client";
import { insertSession } from "@/db/queries/sessions";
import { loadCalendarSeed } from "@/db/seed/calendar";
import { SEED_CALENDAR } from "@/domain/calendar-seed";
import type { QueueFilter } from "@/domain/desk-queue";
import { addWorkingDays } from "@/domain/working-days";
import { ensureBuild } from "@/script/build";
import { deskColumns } from "@/services/desk-state";
import { readQueuePage } from "@/services/read-queue";
import { buildBareNext } from "./bare-next";
import { benchDatabase, options } from "./database";
import { COMPANIES, OFFICERS, seedDesk, TODAY } from "./desk-seed";
import { freePort, startWeb, WEB_PROCESSES, webEnv } from "./web";

const say = (line: string) => void process.stdout.write(`${line}\n`);
const CONNECTIONS = 4;
const BAR = { p95: 150, touched: 5 };
const PAGE = 50;

interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly perSecond: number;
}

/** `count` turns by four at once; milliseconds each took. */
async function timed(count: number, turn: (i: number) => Promise<unknown>): Promise<Times> {
  const took: number[] = [];
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (next < count) {
        const i = next++;
        const from = performance.now();
        await turn(i);
        took.push(performance.now() - from);
      }
    }),
  );
  const all = performance.now() - began;
  took.sort((a, b) => a - b);
  const part = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] as number;
  return { p50: part(0.5), p95: part(0.95), perSecond: (took.length / all) * 1000 };
}
const told = ({ p50, p95, perSecond }: Times) => `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, ${perSecond.toFixed(0)}/s`;

/** The floor: the page's rows by one bare statement along the index of what is owed, uncounted. */
const BARE = `select c.*, left(t.narrative, 700) from complaints c left join complaint_texts t on t.complaint_id = c.id
  where desk_due is not null order by paused, desk_due, c.id limit ${PAGE + 1}`;
const ofOfficer = (n: number) => `d3000000-0000-8000-a000-${n.toString(16).padStart(12, "0")}`;
const ofCompany = (n: number) => `d2000000-0000-8000-a000-${n.toString(16).padStart(12, "0")}`;

/** What officers ask: mostly their view as it stands, then one facet, then two or three. */
const FILTERS: readonly QueueFilter[] = [
  {},
  { deadline: "overdue" },
  { deadline: "today" },
  { state: "submitted", channel: "phone" },
  { clause: "B2.1" },
  { clause: "B3.1", group: "senior" },
  { sector: "retail", deadline: "later" },
  { company: ofCompany(3) },
  { company: ofCompany(40), state: "accepted" },
  { officer: ofOfficer(7), wait: "us" },
  { evidence: "audio", channel: "app", sector: "travel" },
  { group: "disabled", evidence: "none" },
];

/** Rows every node of a plan gave, each time it ran. */
function touched(node: Record<string, unknown>): number {
  const own = String(node["Node Type"]).includes("Scan") ? Number(node["Actual Rows"]) * Number(node["Actual Loops"]) : 0;
  const removed = Number(node["Rows Removed by Filter"] ?? 0) * Number(node["Actual Loops"]);
  return (
    own + removed + ((node.Plans as Record<string, unknown>[] | undefined) ?? []).reduce((sum, one) => sum + touched(one), 0)
  );
}

async function rowsTouched(sql: postgres.Sql, numbers: readonly number[]): Promise<{ rows: number; plan: string }> {
  const statement = `select c.id, c.reference, c.state, left(t.narrative, 700), case when c.paused then (select ev.at from case_events ev
    where ev.complaint_id = c.id and ev.ord = c.event_count) end from complaints c left join complaint_texts t on t.complaint_id = c.id
    where c.queue_number = any('{${numbers.join(",")}}'::int[])`;
  const [json] = await sql.unsafe(`explain (analyze, format json) ${statement}`);
  const lines = await sql.unsafe(`explain (analyze, costs off, timing off, summary off, buffers off) ${statement}`);
  const plan = (json as unknown as { "QUERY PLAN": { Plan: Record<string, unknown> }[] })["QUERY PLAN"][0]?.Plan ?? {};
  return { rows: touched(plan), plan: lines.map((l) => (l["QUERY PLAN"] as string).replace(/\{[\d,]{40,}\}/, "{…}")).join("\n") };
}

async function overWeb(url: string, ownerUrl: string, turns: number, cases: readonly string[]): Promise<boolean> {
  const folder = path.resolve(".bench", "desk-web");
  mkdirSync(folder, { recursive: true });
  await ensureBuild(process.env, say);
  const secret = Buffer.alloc(32, 7).toString("base64");
  const port = await freePort();
  const owner = openDatabase(ownerUrl, 1);
  const sid = await insertSession(owner, ofOfficer(7), 12, null);
  await closeDatabase(owner);
  const web = await startWeb({ ...webEnv(url, folder), AUTH_SECRET: secret }, port, "/zh-Hans");
  try {
    const token = await encode({ token: { sub: ofOfficer(7), sid }, secret });
    const get = async (place: string) => {
      const answer = await fetch(`http://127.0.0.1:${port}/zh-Hans${place}`, {
        headers: { cookie: `next-auth.session-token=${token}` },
        redirect: "manual",
      });
      const text = await answer.text();
      if (answer.status !== 200) throw new Error(`${place} answers ${answer.status}`);
      return text.length;
    };
    const addresses = FILTERS.map((f) => `/desk?${new URLSearchParams(f as Record<string, string>)}`);
    const pages: [string, (i: number) => Promise<number>][] = [
      ["queue with facets", (i) => get(addresses[i % addresses.length] as string)],
      ["case page", (i) => get(`/desk/cases/${cases[i % cases.length]}`)],
    ];
    let good = true;
    const bytes: Record<string, number> = {};
    for (const [name, turn] of pages) {
      bytes[name.replace(/ .*/, "")] = await turn(0);
      await timed(40, turn);
      const times = await timed(turns, turn);
      good &&= times.p95 <= BAR.p95;
      say(
        `${name}, over HTTP from ${WEB_PROCESSES} web processes, 4 connections, ${turns} times: ${told(times)} (bar p95 ${BAR.p95} ms)`,
      );
    }
    web.kill("SIGKILL");
    const bare = buildBareNext(path.join(folder, "bare"), bytes);
    const barePort = await freePort();
    const bareWeb = await startWeb(process.env, barePort, bare.path("case"), bare.folder);
    try {
      for (const name of Object.keys(bytes)) {
        const turn = async () => (await fetch(`http://127.0.0.1:${barePort}${bare.asked(name)}`)).text();
        await timed(40, turn);
        say(
          `the barest Next.js page as long as the ${name}, made for each request, the same way: ${told(await timed(turns, turn))}`,
        );
      }
    } finally {
      bareWeb.kill("SIGKILL");
    }
    return good;
  } finally {
    web.kill("SIGKILL");
  }
}

/** `npm run bench -- desk [--open 200000] [--turns 400] [--no-web]`: the queue with its facets, and a case page, at 4 connections. */
export async function run(args: string[]): Promise<void> {
  const given = options(args);
  const [open, turns] = [Number(given.open ?? 200_000), Number(given.turns ?? 400)];
  const database = await benchDatabase("desk");
  const sql = postgres(database.ownerUrl, { max: CONNECTIONS, onnotice: () => undefined });
  const seeding = postgres(database.ownerUrl, { max: 1, onnotice: () => undefined });
  const db = openDatabase(database.url, CONNECTIONS);
  let good = true;
  try {
    const [held] = await sql<{ n: number }[]>`select count(*)::int as n from complaints`;
    if (held?.n === 0) {
      await db.transaction((tx) => loadCalendarSeed(tx));
      const began = performance.now();
      await seedDesk(seeding, open);
      say(
        `${open} open cases, ${COMPANIES} companies, ${OFFICERS} officers; seeded in ${((performance.now() - began) / 1000).toFixed(0)} s`,
      );
    } else say(`${held?.n} open cases, seeded before`);
    const cold = performance.now();
    await deskColumns(db);
    say(`reading the facets of all cases into memory, once a process: ${((performance.now() - cold) / 1000).toFixed(2)} s`);
    const days = { today: TODAY, soon: addWorkingDays(TODAY, 2, SEED_CALENDAR).due };
    const ask = (i: number) =>
      readQueuePage(
        db,
        { ...days, view: "team", userId: ofOfficer(7), filter: FILTERS[i % FILTERS.length] as QueueFilter },
        null,
        PAGE,
      );
    for (const filter of [{}, { evidence: "audio", channel: "app", sector: "travel" }] as const) {
      const { rows } = await readQueuePage(db, { ...days, view: "team", userId: ofOfficer(7), filter }, null, PAGE);
      const { rows: n, plan } = await rowsTouched(
        sql,
        rows.map((r) => r.number),
      );
      good &&= n / rows.length <= BAR.touched;
      say(
        `rows touched for ${rows.length} shown (${JSON.stringify(filter)}): ${n}, ${(n / rows.length).toFixed(2)} × (bar ${BAR.touched})\n${plan}`,
      );
    }
    await timed(40, ask);
    const floor = await timed(turns, () => sql.unsafe(BARE));
    const ours = await timed(turns, ask);
    say(`floor, the same page by one bare statement without any count: ${told(floor)}`);
    say(
      `queue with ten facets counted, read functions, 12 different filters: ${told(ours)}; p95 ${(ours.p95 / floor.p95).toFixed(1)} × the floor`,
    );
    const cases = await sql<{ reference: string }[]>`
      select reference from complaints where queue_number % 1987 = 3 order by md5(reference) limit 100`;
    if (given["no-web"] === undefined)
      good =
        (await overWeb(
          database.url,
          database.ownerUrl,
          turns,
          cases.map((c) => c.reference),
        )) && good;
    say(good ? "passed" : "FAILED");
    if (!good) process.exitCode = 1;
  } finally {
    await closeDatabase(db);
    await seeding.end({ timeout: 5 });
    await sql.end({ timeout: 5 });
    await database.stop();
  }
}
