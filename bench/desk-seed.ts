import type postgres from "postgres";
import { random } from "@/db/seed/random";
import { SEED_CALENDAR } from "@/domain/calendar-seed";
import { addDays, type Day } from "@/domain/day";
import { addWorkingDays, isWorkingDay } from "@/domain/working-days";
import { bare } from "./seed/copy";

/** The morning on which the measurement stands. */
export const TODAY: Day = "2026-09-17";
export const COMPANIES = 500;
export const OFFICERS = 60;
const TEXTS = 3_000;
const SECTORS = ["banking", "education", "food_delivery", "insurance", "logistics", "retail", "telecom", "travel"];

const SENTENCES = [
  "我说了四遍要人工，它每次都问我是不是想查订单。",
  "后来说正在为您转接，放了快五分钟音乐就断了。",
  "退款申请提交以后一直显示处理中，没有日期也没有电话。",
  "按了三层菜单，最后又回到第一句欢迎语。",
  "机器人说三个工作日到账，到今天已经第九天了。",
  "我父亲今年七十六岁，听不懂按键，说人工也没有反应。",
  "客服让我先和智能助手把问题说清楚，说不清楚就不给转。",
  "同一句话它回了我七次，一个字都没有变。",
  "转人工的按钮藏在帮助中心最下面，点进去又是机器人。",
  "我问退票手续费为什么变了，它说感谢您的理解与支持。",
  "电话里等了二十一分钟，没有告诉我前面还有多少人。",
  "要了通话记录，说系统里查不到，可是短信上有工单号。",
  "承诺第二天有人回电，等了一周也没有接到。",
  "包裹显示签收，我根本没有收到，智能客服只会发模板。",
  "自动续费扣了两次，取消入口要先回答一串问题。",
  "理赔材料交了三遍，每次都说缺同一份，人工又不接。",
];

/** What a case is and what its ledger holds; `days`: working days since its filing, within which it stands like this. */
interface Kind {
  readonly state: string;
  readonly clock: "acceptance" | "decision";
  readonly waits: string;
  readonly paused: boolean;
  readonly share: number;
  readonly oldest: number;
  readonly youngest: number;
  readonly events: readonly (readonly [type: string, role: string, day: number, data: string])[];
}
const SUBMITTED = ["submitted", "complainant", 0, `{"channel":null,"origin":"receipt"}`] as const;
const BOUND = ["company_bound", "officer", 0, `{"companyId":"$company"}`] as const;
const GIVEN = ["assigned", "supervisor", 0, `{"officerId":"$officer"}`] as const;
const ACCEPTED = ["accepted", "officer", 1, "{}"] as const;
const SERVED = ["served", "system", 1, `{"method":"account","companyId":"$company"}`] as const;
const IN_HAND = [SUBMITTED, BOUND, GIVEN, ACCEPTED, SERVED] as const;
const KINDS: readonly Kind[] = [
  {
    state: "submitted",
    clock: "acceptance",
    waits: "us",
    paused: false,
    share: 0.2,
    oldest: 6,
    youngest: 0,
    events: [SUBMITTED, BOUND, GIVEN],
  },
  {
    state: "awaiting_supplement",
    clock: "acceptance",
    waits: "supplement",
    paused: true,
    share: 0.05,
    oldest: 8,
    youngest: 2,
    events: [SUBMITTED, BOUND, GIVEN, ["supplement_requested", "officer", 1, `{"requestId":"q1"}`]],
  },
  {
    state: "accepted",
    clock: "decision",
    waits: "company",
    paused: false,
    share: 0.2,
    oldest: 8,
    youngest: 2,
    events: IN_HAND,
  },
  {
    state: "accepted",
    clock: "decision",
    waits: "us",
    paused: false,
    share: 0.55,
    oldest: 33,
    youngest: 9,
    events: [...IN_HAND, ["company_replied", "company", 6, `{"replyId":"r1"}`]],
  },
];

const ID = (n: string) => `('d1000000-0000-8000-a000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
const COMPANY = (n: string) => `('d2000000-0000-8000-a000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
const OFFICER = (n: string) => `('d3000000-0000-8000-a000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
const at = (day: Day, hour: number) => `'${day}T${String(hour).padStart(2, "0")}:00:00+08:00'::timestamptz`;
const plus = (day: Day, n: number): Day => (n === 0 ? day : addWorkingDays(day, n, SEED_CALENDAR).due);

/** The working days of filing of a kind, the youngest first. */
function filingDays(kind: Kind): Day[] {
  const days: Day[] = [];
  for (let day = TODAY; days.length <= kind.oldest; day = addDays(day, -1)) if (isWorkingDay(day, SEED_CALENDAR)) days.push(day);
  return days.slice(kind.youngest);
}

async function writeDay(sql: postgres.Sql, kind: Kind, day: Day, from: number, to: number): Promise<void> {
  const series = `from generate_series(${from}, ${to}) n`;
  const accepted = kind.events.some(([type]) => type === "accepted");
  const due = { acceptance: plus(day, 5), decision: accepted ? plus(plus(day, 1), 30) : null };
  const q = (value: string | null) => (value === null ? "null" : `'${value}'`);
  const company = COMPANY(`(power((n * 7919 % 100003) / 100003.0, 2) * ${COMPANIES})::int % ${COMPANIES}`);
  const officer = OFFICER(`n * 31 % ${OFFICERS}`);
  await sql.unsafe(`
    insert into complaints (id, reference, secret_hash, idempotency_key, locale, state, origin, filed_at, accepted_at, company_id, officer_id, served_at, replied_at,
      event_count, acceptance_due, decision_due, desk_clock, desk_due, paused, waiting_for, next_clock, next_due, company_name_typed, situations, channel,
      priority_group, human_requests, wait_seconds, reached_human, distinct_hash)
    select ${ID("n")}, '2026-' || to_char(date '${day}', 'MMDD') || '-' || lpad(n::text, 6, '0'), 'bench', 'desk-' || n, 'zh-Hans', ${q(kind.state)}, 'receipt',
      ${at(day, 8)} + (n % 36000) * interval '1 second', ${accepted ? at(plus(day, 1), 9) : "null"}, ${company}, ${officer},
      ${accepted ? at(plus(day, 1), 9) : "null"}, ${kind.events.some(([type]) => type === "company_replied") ? at(plus(day, 6), 9) : "null"},
      ${kind.events.length}, ${q(due.acceptance)}, ${q(due.decision)}::date, ${q(kind.clock)}, ${q(due[kind.clock])}, ${kind.paused}, ${q(kind.waits)},
      ${q(kind.clock)}, ${q(due[kind.clock])}, '示例' || n % ${COMPANIES}, '{asked_still_bot,long_queue}',
      (array['app','mini_program','web','phone','other'])[1 + n * 17 % 5], case n % 13 when 0 then 'senior' when 1 then 'disabled' end,
      n % 9, n * 37 % 1500, n % 3 = 0, 'person' || n * 7 % 150000 ${series}`);
  for (const [i, [type, role, days, data]] of kind.events.entries())
    await sql.unsafe(`
      insert into case_events (complaint_id, ord, at, recorded_at, type, actor_role, actor_id, data, salt)
      select ${ID("n")}, ${i + 1}, x.t, x.t, ${q(type)}, ${q(role)}, ${role === "officer" ? officer : "null"},
        replace(replace(${q(data)}, '$company', ${company}::text), '$officer', ${officer}::text)::jsonb, decode(lpad(to_hex(n), 32, '0'), 'hex')
      from generate_series(${from}, ${to}) n, lateral (select ${days === 0 ? `${at(day, 8)} + (n % 36000) * interval '1 second' + interval '${i} minutes'` : `${at(plus(day, days), 9)} + interval '${i} minutes'`} as t) x`);
  await sql.unsafe(
    `insert into complaint_texts (complaint_id, narrative) select ${ID("n")}, t.narrative ${series} join bench_texts t on t.place = n % ${TEXTS}`,
  );
  await sql.unsafe(
    `insert into complaint_contacts (complaint_id, email) select ${ID("n")}, 'c' || n || '@consumer.example' ${series}`,
  );
  await sql.unsafe(
    `insert into consents (complaint_id, kind, given_at) select ${ID("n")}, 'share_with_company', ${at(day, 8)} ${series}`,
  );
  await sql.unsafe(`
    insert into allegations (complaint_id, clause, situation, ord)
    select ${ID("n")}, (array['A2.1','A2.2','A2.3','B1.2','B2.1','B2.2','C1.1','C1.2','C1.3','B3.1','C2.1','D1.3'])[1 + (n * 5 + k * 7) % 12], null, k
    from generate_series(${from}, ${to}) n, generate_series(0, 1 + n % 3) k`);
  await sql.unsafe(`
    insert into evidence_files (complaint_id, side, original_name, kind, bytes, sha256, status)
    select ${ID("n")}, 'complainant', '截图' || k || '.png', (array['image','audio','image','pdf'])[1 + (n + k) % 4], 1000, md5(n || '-' || k), 'received'
    from generate_series(${from}, ${to}) n, generate_series(1, n % 4) k`);
}

/** Fills a migrated, empty database as its owner with `open` open cases of every age, each with its ledger, words, clauses and files. */
export async function seedDesk(sql: postgres.Sql, open: number): Promise<void> {
  await sql`insert into portal_clock (id, mode, anchor_real, anchor_portal) values (1, 'test', now(), ${`${TODAY}T09:00:00+08:00`})
    on conflict (id) do update set anchor_real = now(), anchor_portal = excluded.anchor_portal`;
  await sql.unsafe(`insert into companies (id, slug, name, name_hant, name_en, pinyin, sector, size_class)
    select ${COMPANY("n")}, 'd' || n, '示例' || n, '示例' || n, 'Example ' || n, 'shili', (array['${SECTORS.join("','")}'])[1 + n % ${SECTORS.length}], 'large'
    from generate_series(0, ${COMPANIES - 1}) n`);
  await sql.unsafe(`insert into company_aliases (company_id, alias, folded, kind) select id, name, name, 'name' from companies`);
  await sql.unsafe(`insert into users (id, email, name, role) select ${OFFICER("n")}, 'o' || n || '@office.example', '承办' || n, 'officer'
    from generate_series(0, ${OFFICERS - 1}) n`);
  const rng = random("desk");
  const texts = Array.from({ length: TEXTS }, () => {
    const own: string[] = [];
    const sentences = rng.int(5, 10);
    for (let k = 0; k < sentences; k++) own.push(SENTENCES[rng.int(0, SENTENCES.length - 1)] as string);
    return own.join("");
  });
  await sql`create temporary table bench_texts as select (ord - 1)::int as place, t as narrative from unnest(${texts}::text[]) with ordinality x(t, ord)`;
  const putBack = await bare(sql, [
    "complaints",
    "case_events",
    "complaint_texts",
    "complaint_contacts",
    "consents",
    "allegations",
    "evidence_files",
  ]);
  let next = 1;
  for (const kind of KINDS) {
    const days = filingDays(kind);
    const count = Math.round(open * kind.share);
    for (const [i, day] of days.entries()) {
      const until = next + Math.floor(((i + 1) * count) / days.length) - Math.floor((i * count) / days.length) - 1;
      if (until >= next) await writeDay(sql, kind, day, next, until);
      next = until + 1;
    }
  }
  await putBack();
  await sql.unsafe("vacuum analyze");
}
