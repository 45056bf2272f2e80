import { performance } from "node:perf_hooks";
import postgres from "postgres";
import { closeDatabase, openDatabase, useDatabase as replaceDatabase } from "@/db/client";
import { loadCalendarSeed } from "@/db/seed/calendar";
import { enforceDueCases } from "@/services/enforce-due-cases";
import { benchDatabase, LOADING, options } from "./database";
import { killWorkers } from "./deadlines-kill";
import { KINDS, seedDeadlines } from "./deadlines-seed";

const say = (line: string) => void process.stdout.write(`${line}\n`);
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

interface Counted {
  events: number;
  mails: number;
  services: number;
}
const counts = async (sql: postgres.Sql): Promise<Counted> =>
  (
    await sql<Counted[]>`select (select count(*) from case_events)::int as events, (select count(*) from mails)::int as mails,
      (select count(*) from services)::int as services`
  )[0] as Counted;

/** The floor: the same number of rows inserted and updated by one bare statement each, on cases that are not due. */
async function bareFloor(sql: postgres.Sql, due: number, made: Counted): Promise<number> {
  const per = (n: number) => Math.max(1, Math.ceil(n / due));
  const began = performance.now();
  await sql.begin(async (tx) => {
    await tx`create temporary table picked on commit drop as select id, company_id from complaints where next_due > '2026-09-17' limit ${due}`;
    await tx`insert into case_events (complaint_id, ord, at, type, actor_role, data, salt)
      select id, 100 + k, '2026-09-16T16:00:00Z', 'deadline_passed', 'system', '{"clock":"decision","due":"2026-09-16","subject":null}', '\\x00112233445566778899aabbccddeeff'
      from picked, generate_series(1, ${per(made.events)}) k limit ${made.events}`;
    await tx`update complaints c set state = 'accepted', deemed = true, accepted_at = '2026-09-16T16:00:00Z', desk_clock = 'decision', desk_due = '2026-10-26',
      next_clock = 'company_reply', next_due = '2026-10-10', remind_on = '2026-10-01', event_count = event_count + 1 from picked where picked.id = c.id`;
    await tx`insert into services (complaint_id, company_id, method, served_at) select id, company_id, 'account', '2026-09-17T01:00:00Z' from picked
      where company_id is not null limit ${made.services}`;
    await tx`insert into mails (complaint_id, audience, channel, to_address, locale, template, params, subject, body)
      select id, 'complainant', 'mail', 'c@consumer.example', 'zh-Hans', 'deemed_accepted_complainant', '{"reference":"B-1"}', repeat('题', 20), repeat('文', 160)
      from picked, generate_series(1, ${per(made.mails)}) k limit ${made.mails}`;
  });
  return performance.now() - began;
}

async function whole(open: number, due: number): Promise<void> {
  const database = await benchDatabase("deadlines");
  const sql = postgres(database.ownerUrl, { max: 2, onnotice: () => undefined, connection: LOADING });
  const db = openDatabase(database.url, 4);
  try {
    const [held] = await sql`select 1 from complaints limit 1`;
    if (held) throw new Error("the database holds complaints already; take an empty one (remove .bench/deadlines)");
    await db.transaction((tx) => loadCalendarSeed(tx));
    const began = performance.now();
    await seedDeadlines(sql, { open, due });
    say(
      `${open} open cases, ${due} due (${KINDS.map((k) => `${k.key} ${Math.round(due * k.share)}`).join(", ")}); seeded in ${seconds(performance.now() - began)}`,
    );
    replaceDatabase(db);
    const before = await counts(sql);
    const start = performance.now();
    const done = await enforceDueCases();
    const ours = performance.now() - start;
    const after = await counts(sql);
    const made = {
      events: after.events - before.events,
      mails: after.mails - before.mails,
      services: after.services - before.services,
    };
    const [left] = await sql<{ n: number }[]>`select count(*)::int as n from complaints where next_due < '2026-09-17'`;
    say(
      `enforced ${done} in ${seconds(ours)} (bar 60 s): ${made.events} events, ${made.mails} letters, ${made.services} services; left due: ${left?.n}`,
    );
    const floor = await bareFloor(sql, due, made);
    say(`bare SQL for as many rows: ${seconds(floor)}; ratio ${(ours / floor).toFixed(1)} (bar 20)`);
    if (done !== due || left?.n !== 0 || ours > 60_000 || ours / floor > 20) process.exitCode = 1;
  } finally {
    await closeDatabase(db);
    await sql.end({ timeout: 5 });
    await database.stop();
  }
}

/** `npm run bench -- deadlines [--open 1000000 --due 20000] [--kill 30 --cases 5000]` */
export async function run(args: string[]): Promise<void> {
  const given = options(args);
  if (given.kill === undefined) await whole(Number(given.open ?? 1_000_000), Number(given.due ?? 20_000));
  if (given.open === undefined) await killWorkers(Number(given.kill || 30), Number(given.cases ?? 5_000), say);
}
