import type postgres from "postgres";
import { bare } from "./seed/copy";

/** The morning on which the measurement stands; everything due ran out the evening before. */
export const NOW = "2026-09-17T09:00:00+08:00";
export const COMPANIES = 500;

export interface Kind {
  readonly key: "acceptance" | "company_reply" | "decision" | "supplement";
  readonly state: string;
  readonly nextClock: string;
  readonly share: number;
  /** Ledger of a case of the kind: type, role, when; `data` may name the company by $company. */
  readonly events: readonly (readonly [type: string, role: string, at: string, data: string])[];
}
const SUBMITTED = (at: string) => ["submitted", "complainant", at, `{"channel":"app","origin":"receipt"}`] as const;
const BOUND = (at: string) => ["company_bound", "officer", at, `{"companyId":"$company"}`] as const;
const ACCEPTED = (at: string) => ["accepted", "officer", at, "{}"] as const;
const SERVED = (at: string) => ["served", "system", at, `{"method":"account","companyId":"$company"}`] as const;

/** What runs out on 16 September 2026, by the notice of that year. */
export const KINDS: readonly Kind[] = [
  {
    key: "acceptance",
    state: "submitted",
    nextClock: "acceptance",
    share: 0.4,
    events: [SUBMITTED("2026-09-09T10:00:00+08:00"), BOUND("2026-09-09T11:00:00+08:00")],
  },
  {
    key: "company_reply",
    state: "accepted",
    nextClock: "company_reply",
    share: 0.3,
    events: [
      SUBMITTED("2026-09-01T10:00:00+08:00"),
      BOUND("2026-09-02T11:00:00+08:00"),
      ACCEPTED("2026-09-02T12:00:00+08:00"),
      SERVED("2026-09-02T12:00:00+08:00"),
    ],
  },
  {
    key: "decision",
    state: "accepted",
    nextClock: "decision",
    share: 0.2,
    events: [
      SUBMITTED("2026-08-04T10:00:00+08:00"),
      BOUND("2026-08-05T11:00:00+08:00"),
      ACCEPTED("2026-08-05T12:00:00+08:00"),
      SERVED("2026-08-05T12:00:00+08:00"),
      ["company_replied", "company", "2026-08-12T12:00:00+08:00", `{"replyId":"r1"}`],
    ],
  },
  {
    key: "supplement",
    state: "awaiting_supplement",
    nextClock: "supplement",
    share: 0.1,
    events: [
      SUBMITTED("2026-09-01T10:00:00+08:00"),
      ["supplement_requested", "officer", "2026-09-02T11:00:00+08:00", `{"requestId":"q1"}`],
    ],
  },
];
/** What a case is that is not due: filed the day before, four days left. */
const QUIET: Kind = {
  key: "acceptance",
  state: "submitted",
  nextClock: "acceptance",
  share: 1,
  events: [SUBMITTED("2026-09-16T10:00:00+08:00"), BOUND("2026-09-16T11:00:00+08:00")],
};

const ID = (n: string) => `('c1000000-0000-8000-a000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
const COMPANY = (n: string) => `('b1000000-0000-8000-a000-' || lpad(to_hex(${n} % ${COMPANIES}), 12, '0'))::uuid`;

async function writeKind(sql: postgres.Sql, kind: Kind, from: number, to: number, due: string): Promise<void> {
  const bound = kind.events.some(([type]) => type === "company_bound");
  const accepted = kind.events.find(([type]) => type === "accepted")?.[2] ?? null;
  const served = kind.events.find(([type]) => type === "served")?.[2] ?? null;
  const filed = kind.events[0]?.[2] as string;
  const q = (text: string | null) => (text === null ? "null" : `'${text}'`);
  await sql.unsafe(`
    insert into complaints (id, reference, secret_hash, idempotency_key, locale, state, origin, filed_at, accepted_at, company_id, served_at,
      event_count, acceptance_due, decision_due, desk_clock, desk_due, waiting_for, next_clock, next_due, company_name_typed, situations)
    select ${ID("n")}, 'B-' || n, 'bench', 'bench-' || n, 'zh-Hans', ${q(kind.state)}, 'receipt', ${q(filed)}, ${q(accepted)}::timestamptz,
      ${bound ? COMPANY("n") : "null"}, ${q(served)}::timestamptz, ${kind.events.length}, ${q(due)}, ${q(kind.key === "decision" ? due : null)}::date,
      ${q(kind.nextClock)}, ${q(due)}, null, ${q(kind.nextClock)}, ${q(due)}, '示例', '{asked_still_bot}' from generate_series(${from}, ${to}) n`);
  for (const [i, [type, role, at, data]] of kind.events.entries())
    await sql.unsafe(`
      insert into case_events (complaint_id, ord, at, recorded_at, type, actor_role, data, salt)
      select ${ID("n")}, ${i + 1}, ${q(at)}, ${q(at)}, ${q(type)}, ${q(role)}, replace(${q(data)}, '$company', ${COMPANY("n")}::text)::jsonb,
        decode(lpad(to_hex(n), 32, '0'), 'hex') from generate_series(${from}, ${to}) n`);
  await sql.unsafe(`insert into complaint_contacts (complaint_id, email)
    select ${ID("n")}, 'c' || n || '@consumer.example' from generate_series(${from}, ${to}) n`);
}

/** Fills a migrated, empty database as its owner: `due` cases that ran out last night, the rest open and not due. */
export async function seedDeadlines(sql: postgres.Sql, size: { open: number; due: number }): Promise<void> {
  await sql`insert into portal_clock (id, mode, anchor_real, anchor_portal) values (1, 'test', now(), ${NOW})
    on conflict (id) do update set anchor_real = now(), anchor_portal = excluded.anchor_portal`;
  await sql.unsafe(`insert into companies (id, slug, name, name_hant, name_en, pinyin, sector, size_class)
    select ${COMPANY("n")}, 'b' || n, '示例' || n, '示例' || n, 'Example ' || n, 'shili', 'retail', 'large' from generate_series(0, ${COMPANIES - 1}) n`);
  await sql.unsafe(`insert into users (email, name, role, company_id) select 'p' || n || '@company.example', 'p' || n, 'company', ${COMPANY("n")}
    from generate_series(0, ${COMPANIES - 1}) n`);
  await sql.unsafe(
    `insert into users (email, name, role) values ('he@office.example', 'he', 'supervisor'), ('zhou@office.example', 'zhou', 'officer')`,
  );
  const putBack = await bare(sql, ["complaints", "case_events", "complaint_contacts"]);
  let next = 0;
  for (const kind of KINDS) {
    const count = Math.round(size.due * kind.share);
    await writeKind(sql, kind, next, next + count - 1, "2026-09-16");
    next += count;
  }
  await writeKind(sql, QUIET, next, size.open - 1, "2026-09-23");
  await putBack();
  await sql.unsafe("vacuum analyze complaints, case_events, complaint_contacts");
}
