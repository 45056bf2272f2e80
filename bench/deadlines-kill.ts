import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { closeDatabase, openDatabase } from "@/db/client";
import { loadCalendarSeed } from "@/db/seed/calendar";
import { benchDatabase, LOADING } from "./database";
import { KINDS, seedDeadlines } from "./deadlines-seed";

const WORKERS = 3;
/** The event each kind brings about, and how many letters go with it (complainant, company, supervisor, officer of the seed). */
const BROUGHT_ABOUT = {
  acceptance: "deemed_accepted",
  company_reply: "reply_missed",
  decision: "deadline_passed",
  supplement: "not_pursued",
} as const;

/** Cases fall due a few at a time while three workers enforce them and are killed with kill -9 at random. */
export async function killWorkers(kills: number, cases: number, say: (line: string) => void): Promise<void> {
  const database = await benchDatabase("deadlines-kill");
  const sql = postgres(database.ownerUrl, { max: 2, onnotice: () => undefined, connection: LOADING });
  const db = openDatabase(database.url, 2);
  const workers = new Map<number, ChildProcess>();
  const start = (place: number) =>
    workers.set(
      place,
      spawn(process.execPath, ["--import", "tsx", "bench/deadlines-worker.ts"], {
        env: { ...process.env, DATABASE_URL: database.url },
        stdio: ["ignore", "ignore", "inherit"],
      }),
    );
  try {
    await db.transaction((tx) => loadCalendarSeed(tx));
    await seedDeadlines(sql, { open: cases, due: cases });
    // They are let run out in portions: a case is due once its column says so.
    await sql`update complaints set next_due = '2026-09-30'`;
    for (let place = 0; place < WORKERS; place++) start(place);
    await wait(4_000);
    let killed = 0;
    let released = 0;
    const portion = Math.ceil(cases / (kills * 2));
    const ids = (await sql<{ id: string }[]>`select id from complaints order by md5(id::text)`).map((r) => r.id);
    const undone = async () =>
      (
        await sql<
          { n: number }[]
        >`select count(*)::int as n from complaints where next_due < '2026-09-17' or next_due = '2026-09-30'`
      )[0]?.n ?? 0;
    const until = Date.now() + 240_000;
    while ((killed < kills || released < ids.length || (await undone()) > 0) && Date.now() < until) {
      const part = ids.slice(released, released + portion);
      if (part.length > 0) await sql`update complaints set next_due = '2026-09-16' where id = any(${part}::uuid[])`;
      released += part.length;
      await wait(randomInt(50, 700));
      if (killed < kills && part.length > 0) {
        const place = randomInt(WORKERS);
        workers.get(place)?.kill("SIGKILL");
        killed += 1;
        start(place);
      }
    }
    await wait(1_000);
    const problems: string[] = [];
    for (const kind of KINDS) {
      const type = BROUGHT_ABOUT[kind.key];
      const [row] = await sql<{ cases: number; events: number; most: number }[]>`
        select count(*)::int as cases, coalesce(sum(n), 0)::int as events, coalesce(max(n), 0)::int as most from
          (select complaint_id, count(*) as n from case_events where type = ${type} group by complaint_id) t`;
      const expected = Math.round(cases * kind.share);
      if (row?.cases !== expected || row.events !== expected || row.most !== 1)
        problems.push(`${type}: ${JSON.stringify(row)}, not ${expected}`);
    }
    const twice = await sql<{ template: string; n: number }[]>`
      select template, count(*)::int as n from (select template, complaint_id, to_address from mails group by 1, 2, 3 having count(*) > 1) t group by template`;
    for (const t of twice) problems.push(`${t.template} twice for ${t.n} cases`);
    const [letters] = await sql<{ n: number }[]>`select count(*)::int as n from mails`;
    say(
      `three workers, ${killed} kills with SIGKILL while ${cases} deadlines ran out: ${problems.length === 0 ? "each enforced exactly once" : problems.join("; ")}; ${letters?.n} letters, none twice: ${twice.length === 0}`,
    );
    if (problems.length > 0 || killed < kills) process.exitCode = 1;
  } finally {
    for (const worker of workers.values()) worker.kill("SIGKILL");
    await closeDatabase(db);
    await sql.end({ timeout: 5 });
    await database.stop();
  }
}
