import { type ChildProcess, execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import autocannon from "autocannon";
import postgres from "postgres";
import { closeDatabase, openDatabase, useDatabase as replaceDatabase } from "@/db/client";
import { loadCalendarSeed } from "@/db/seed/calendar";
import { ensureBuild } from "@/script/build";
import { issueApiKey } from "@/services/api-keys";
import { benchDatabase, options } from "./database";
import { freePort, startWeb, webEnv } from "./web";

const say = (line: string) => void process.stdout.write(`${line}\n`);
const BAR = { perSecond: 150, p95: 250, ratio: 0.12 };

const NARRATIVE =
  "我在App里申请退款，客服机器人一直回同样的话，说了二十次转人工都没有用，最后让我等三个工作日，三天过去没有任何人联系我。订单还在，钱没有退，电话打过去要先听完整个菜单才有人工选项，等了二十多分钟又断了。";
/** A complaint as an app sends it, no two alike. */
function complaint(i: number): string {
  return JSON.stringify({
    companyName: `鹿汀商城${i % 400}`,
    situations: ["asked_still_bot", "long_queue"],
    facts: {
      channel: "app",
      occurredOn: "2026-09-12",
      humanRequests: 3 + (i % 20),
      waitSeconds: 200 + (i % 900),
      reachedHuman: false,
    },
    narrative: `${NARRATIVE}（第${i}位）`,
    wantsKinds: ["refund"],
    filedFor: "self",
    contact: { email: `person${i}@consumer.example` },
    consents: ["share_with_company"],
  });
}

/**
 * Files complaints over HTTP, measured against pgbench doing the same inserts on the same database in the same run, then once more with the
 * web process killed under load: every 201 must be there. One web process, as by default. Options: --seconds 20 --connections 8.
 */
export async function run(args: string[]): Promise<void> {
  const given = options(args);
  const seconds = Number(given.seconds ?? 20);
  const connections = Number(given.connections ?? 8);
  const folder = path.resolve(".bench", "filing");
  mkdirSync(folder, { recursive: true });
  const database = await benchDatabase("filing");
  const owner = openDatabase(database.ownerUrl, 2);
  const raw = postgres(database.ownerUrl, { max: 2, onnotice: () => undefined });
  let web: ChildProcess | undefined;
  try {
    await raw`insert into portal_clock (id, mode, anchor_real, anchor_portal) values (1, 'test', now(), '2026-09-17T02:00:00Z')
      on conflict (id) do update set anchor_real = excluded.anchor_real, anchor_portal = excluded.anchor_portal`;
    if ((await raw`select 1 from calendar_notices limit 1`).length === 0) await owner.transaction((tx) => loadCalendarSeed(tx));
    const env = webEnv(database.url, folder);
    Object.assign(process.env, env);
    replaceDatabase(owner);
    const [admin] = await raw<{ id: string }[]>`
      insert into users (email, role, name) values (${`bench-${randomUUID()}@portal.example`}, 'admin', 'bench') returning id`;
    const { key } = await issueApiKey({ role: "admin", userId: admin?.id as string }, "bench", new Date());
    await ensureBuild(process.env, say);
    const port = await freePort();
    web = await startWeb(env, port, "/api/v1/clauses?limit=1", ".", 1);
    const url = `http://127.0.0.1:${port}/api/v1/complaints`;

    // A process that has just begun is slower than it will be.
    await fire(url, key, seconds, connections, 0);
    const floorBefore = pgbench(database.ownerUrl, folder, Math.max(5, seconds / 2), connections);
    const load = await fire(url, key, seconds, connections, 1_000_000);
    const floorAfter = pgbench(database.ownerUrl, folder, Math.max(5, seconds / 2), connections);
    const floor = (floorBefore + floorAfter) / 2;
    const perSecond = load.answered / seconds;
    const held = await stored(raw, load.references);
    say(
      `filing: ${perSecond.toFixed(0)}/s (bar ${BAR.perSecond}), p50 ${load.p50} ms, p95 ${load.p95} ms (bar ${BAR.p95}), other answers ${load.others}`,
    );
    say(
      `pgbench, the same inserts, ${connections} connections: ${floorBefore.toFixed(0)} and ${floorAfter.toFixed(0)}/s; ratio ${(perSecond / floor).toFixed(3)} (bar ${BAR.ratio})`,
    );
    say(`of ${load.references.length} complaints answered 201, ${held} are there`);

    const dying = web;
    setTimeout(() => dying.kill("SIGKILL"), 4_000);
    const killed = await fire(url, key, 8, connections, 5_000_000);
    web = undefined;
    const heldAfter = await stored(raw, killed.references);
    say(`killed with -9 after 4 s: of ${killed.references.length} answered 201, ${heldAfter} are there`);
    const passed =
      perSecond >= BAR.perSecond &&
      load.p95 <= BAR.p95 &&
      perSecond / floor >= BAR.ratio &&
      held === load.references.length &&
      heldAfter === killed.references.length &&
      killed.references.length > 0;
    say(passed ? "passed" : "FAILED");
    if (!passed) process.exitCode = 1;
  } finally {
    web?.kill("SIGKILL");
    await raw.end();
    await closeDatabase(owner);
    await database.stop();
  }
}

async function fire(url: string, key: string, seconds: number, connections: number, from: number) {
  let next = from;
  const references: string[] = [];
  const load = autocannon({
    url,
    connections,
    duration: seconds,
    timeout: 10,
    requests: [
      {
        method: "POST",
        setupRequest: (request) => {
          const i = next++;
          return {
            ...request,
            body: complaint(i),
            headers: {
              authorization: `Bearer ${key}`,
              "content-type": "application/json",
              "idempotency-key": `bench-${i}-${randomUUID()}`,
            },
          };
        },
        onResponse: (status, body) => {
          if (status === 201) references.push((JSON.parse(body) as { reference: string }).reference);
        },
      },
    ],
  });
  const result = await load;
  return {
    references,
    answered: references.length,
    others: result.non2xx + result.errors,
    p50: result.latency.p50,
    p95: (result.latency as unknown as Record<string, number>).p95 ?? result.latency.p97_5,
  };
}

async function stored(raw: postgres.Sql, references: readonly string[]): Promise<number> {
  let found = 0;
  for (let at = 0; at < references.length; at += 5_000) {
    const [row] = await raw<{ n: number }[]>`
      select count(*)::int as n from complaints c where reference in ${raw(references.slice(at, at + 5_000))}
        and exists (select 1 from case_events e where e.complaint_id = c.id)
        and exists (select 1 from complaint_texts t where t.complaint_id = c.id)
        and exists (select 1 from complaint_contacts t where t.complaint_id = c.id)`;
    found += row?.n ?? 0;
  }
  return found;
}

/** The inserts of one complaint as plain SQL, one transaction: what this database does without a portal in front. */
const SCRIPT = `\\set n random(1, 2000000000)
BEGIN;
INSERT INTO complaints (id, reference, secret_hash, idempotency_key, locale, state, origin, filed_at, event_count, acceptance_due, desk_clock, desk_due, next_clock, next_due, company_name_typed, situations, channel, occurred_on, human_requests, wait_seconds, reached_human, distinct_hash)
 VALUES (md5(:n::text || clock_timestamp()::text || :client_id)::uuid, 'P' || :client_id || '-' || :n || '-' || extract(epoch from clock_timestamp()), md5(:n::text), 'p' || :client_id || '-' || :n || '-' || extract(epoch from clock_timestamp()), 'zh-Hans', 'submitted', 'program', now(), 2, '2026-09-23', 'acceptance', '2026-09-23', 'acceptance', '2026-09-23', '鹿汀商城', '{asked_still_bot,long_queue}', 'app', '2026-09-12', 5, 300, false, md5(:n::text)) RETURNING id AS cid \\gset
INSERT INTO complaint_texts (complaint_id, narrative, wants_kinds) VALUES (:cid::uuid, '${NARRATIVE}', '{refund}');
INSERT INTO complaint_contacts (complaint_id, email, code_hash, code_expires_at) VALUES (:cid::uuid, 'p' || :n || '@consumer.example', md5(:n::text), now());
INSERT INTO consents (complaint_id, kind, given_at) VALUES (:cid::uuid, 'share_with_company', now());
INSERT INTO allegations (complaint_id, clause, situation, ord) VALUES (:cid::uuid, 'A2.2', 'asked_still_bot', 0), (:cid::uuid, 'B2.1', 'long_queue', 1), (:cid::uuid, 'C1.4', 'asked_still_bot', 2);
INSERT INTO case_events (complaint_id, ord, at, type, actor_role, data, salt) VALUES (:cid::uuid, 1, portal_now(), 'submitted', 'complainant', '{"channel":"app","origin":"program"}', '\\x00112233445566778899aabbccddeeff'), (:cid::uuid, 2, portal_now(), 'consent_changed', 'complainant', '{"kind":"share_with_company","given": true}', '\\x00112233445566778899aabbccddeeff');
INSERT INTO mails (complaint_id, audience, to_address, locale, template, params, subject, body) VALUES (:cid::uuid, 'complainant', 'p@consumer.example', 'zh-Hans', 'complaint_received_mail', '{}', '收到了', '${NARRATIVE}');
INSERT INTO api_filings (complaint_id, api_key_id, fingerprint) VALUES (:cid::uuid, (SELECT id FROM api_keys LIMIT 1), md5(:n::text));
COMMIT;
`;

/** Transactions a second of pgbench with prepared statements. */
function pgbench(ownerUrl: string, folder: string, seconds: number, connections: number): number {
  const file = path.join(folder, "filing.sql");
  writeFileSync(file, SCRIPT);
  const program = pgbenchPath();
  const said = execFileSync(
    program,
    ["-n", "-M", "prepared", "-f", file, "-c", String(connections), "-j", "2", "-T", String(Math.round(seconds)), ownerUrl],
    {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  rmSync(file);
  const tps = Number(/tps = ([\d.]+)/.exec(said)?.[1]);
  if (!(tps > 0)) throw new Error(`pgbench said: ${said}`);
  return tps;
}

function pgbenchPath(): string {
  const folder = "/usr/lib/postgresql";
  for (const version of readdirSync(folder).sort().reverse()) return path.join(folder, version, "bin", "pgbench");
  throw new Error("pgbench is missing: apt-get install postgresql-contrib");
}
