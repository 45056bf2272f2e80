import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { peekRow, pruneDeskChanges } from "@/db/queries/desk";
import { CHANNELS } from "@/domain/case-events";
import type { QueueCursor } from "@/domain/desk/ask";
import { deskTallies, workload } from "@/domain/desk/tallies";
import type { DeadlineGroup, DeskView, QueueFacet, QueueFilter } from "@/domain/desk-queue";
import { DEADLINE_GROUPS, QUEUE_FACETS } from "@/domain/desk-queue";
import { bindCompany } from "./bind-company";
import { declineComplaint } from "./decline-complaint";
import { addFile, at, caseInHand, type DeskBench, fileComplaint, openDeskBench } from "./desk.fixture";
import { deskColumns } from "./desk-state";
import { assignCase } from "./manage-case";
import { readQueuePage } from "./read-queue";
import { requestSupplement } from "./request-supplement";

const DAY = "2026-09-17";
const days = { today: DAY, soon: "2026-09-20" } as const;
let bench: DeskBench;
const filed: Record<string, { id: string; reference: string }> = {};

beforeAll(async () => {
  bench = await openDeskBench();
  const add = async (name: string, day: Parameters<typeof at>[0], answers = {}) => {
    filed[name] = await fileComplaint(answers, at(day));
    return filed[name];
  };
  await add("late", "2026-09-08");
  await add("today", "2026-09-10", { narrative: "机器人让我转人工转了百分之百失败_了。" });
  await add("soon", "2026-09-11", { companyName: "北麦 电器", situations: ["refund_unclear"], consents: [] });
  await add("fresh", "2026-09-16");
  await add("paused", "2026-09-15");
  await add("declined", "2026-09-15");
  filed.inHand = await caseInHand(bench, "2026-09-14");
  await requestSupplement(bench.zhou, { reference: filed.paused?.reference ?? "", items: ["截图"] }, at("2026-09-16"));
  const decline = { ground: "out_of_scope", reason: "不是。", elsewhere: "12345" } as const;
  await declineComplaint(bench.zhou, { reference: filed.declined?.reference ?? "", ...decline }, at("2026-09-16"));
  await bindCompany(bench.zhou, { reference: filed.soon?.reference ?? "", companyId: bench.stranger.companyId }, at(DAY));
  await assignCase(bench.he, { reference: filed.today?.reference ?? "", officerId: bench.lin.userId }, at(DAY));
  await addFile(bench, filed.fresh?.id ?? "", "complainant");
});
afterAll(() => bench.close());

const query = (view: DeskView, filter: QueueFilter = {}) => ({ ...days, view, filter, userId: bench.lin.userId });
const page = (view: DeskView, filter: QueueFilter = {}, cursor: QueueCursor | null = null, limit = 50) =>
  readQueuePage(bench.test.db, query(view, filter), cursor, limit);
const names = async (...asked: Parameters<typeof page>) =>
  (await page(...asked)).rows.map((row) => Object.entries(filed).find(([, one]) => one.id === row.id)?.[0]);

describe("the queue", () => {
  it("is ordered by what the authority owes, paused cases last, nothing in it that is owed no more", async () => {
    expect(await names("team")).toEqual(["late", "today", "soon", "fresh", "inHand", "paused"]);
    expect(await names("overdue")).toEqual(["late"]);
    expect(await names("mine")).toEqual(["today"]);
    expect(await names("all")).toHaveLength(7);
  });

  it("tells each row its clauses, its files and the person's words", async () => {
    const { rows } = await page("team");
    expect(rows[0]).toMatchObject({ clauses: ["A2.1", "A2.2", "A2.3", "B2.1", "B2.2"], evidence: {}, companyId: null });
    expect(rows[3]?.evidence).toEqual({ audio: 1 });
    expect(rows[2]?.companyId).toBe(bench.stranger.companyId);
    expect(rows[1]).toMatchObject({ officerId: bench.lin.userId, waitingFor: "us" });
    const told = await peekRow(bench.test.db, rows[1]?.id ?? "");
    expect(told).toMatchObject({ number: rows[1]?.number, narrativeLength: 19 });
    expect(told.narrative).toHaveLength(19);
  });

  it("gives every case once when it is read page by page", async () => {
    for (const [view, all] of [
      ["team", 6],
      ["all", 7],
    ] as const) {
      const seen: string[] = [];
      let cursor: QueueCursor | null = null;
      do {
        const read: Awaited<ReturnType<typeof page>> = await page(view, {}, cursor, 2);
        seen.push(...read.rows.map((row) => row.id));
        cursor = read.next;
      } while (cursor && seen.length < 20);
      expect(seen).toHaveLength(all);
      expect(new Set(seen).size).toBe(all);
    }
  });

  it("finds by reference, company as registered, and the person's words, taking signs as signs", async () => {
    expect(await names("all", { q: filed.late?.reference.slice(5) ?? "" })).toEqual(["late"]);
    expect(await names("all", { q: "北麦电器" })).toEqual(["soon"]);
    expect(await names("all", { q: "失败_了" })).toEqual(["today"]);
    // A sign of SQL is a sign like any other: it says nothing, and stands for nothing.
    expect(await names("all", { q: "失败%了" })).toEqual(["today"]);
    expect(await names("all", { q: "没有%句话" })).toEqual([]);
    expect(await names("all", { q: "没有这句话" })).toEqual([]);
  });
});

describe("the numbers beside the facets", () => {
  const count = async (facet: QueueFacet, value: string | null, filter: QueueFilter = {}) =>
    (await page("team", filter)).counts.find((c) => c.facet === facet && c.value === value)?.n ?? 0;

  it("say how many cases one gets by choosing a value, the other facets applied", async () => {
    for (const group of ["overdue", "today", "soon", "later", "paused"] as DeadlineGroup[])
      expect(await count("deadline", group)).toBe((await names("team", { deadline: group })).length);
    expect(await count("wait", "supplement")).toBe(1);
    expect(await count("wait", "company")).toBe(0);
    expect(await count("clause", "C1.2")).toBe((await names("team", { clause: "C1.2" })).length);
    expect(await count("evidence", null)).toBe((await names("team", { evidence: "none" })).length);
    expect(await count("evidence", "audio")).toBe((await names("team", { evidence: "audio" })).length);
    expect(await count("officer", null)).toBe((await names("team", { officer: "none" })).length);
    expect(await count("company", bench.stranger.companyId)).toBe(1);
    const filter = { state: "submitted", clause: "B2.1" } as const;
    expect(await count("deadline", "today", filter)).toBe((await names("team", { ...filter, deadline: "today" })).length);
    expect(await count("state", "submitted", filter)).toBe((await names("team", filter)).length);
  });

  it("stand beside the views too", async () => {
    const tallies = deskTallies(await deskColumns(bench.test.db), DAY);
    expect(tallies).toMatchObject({ team: 6, all: 7, overdue: 1, sign: 0, reviews: 0, checks: 0 });
    expect(tallies.inHand.get(bench.lin.userId)).toBe(1);
  });
});

describe("the desk's memory", () => {
  const now = () => deskColumns(bench.test.db);

  it("knows of a change as soon as its transaction ends, whoever made it, and not before", async () => {
    const id = filed.fresh?.id ?? "";
    const before = await count("state", "accepted");
    await bench.test.owner.transaction(async (tx) => {
      await tx.execute(sql`update complaints set state = 'accepted' where id = ${id}`);
      expect(await count("state", "accepted")).toBe(before);
    });
    expect(await count("state", "accepted")).toBe(before + 1);
    await bench.test.owner.execute(sql`update complaints set state = 'submitted' where id = ${id}`);
    expect(await count("state", "accepted")).toBe(before);
  });

  it("does not lose what a long transaction wrote while others came and went, nor after two prunings", async () => {
    const id = filed.fresh?.id ?? "";
    const other = filed.late?.id ?? "";
    let committed: () => void = () => undefined;
    const hold = new Promise<void>((resolve) => {
      committed = resolve;
    });
    let written: () => void = () => undefined;
    const wrote = new Promise<void>((resolve) => {
      written = resolve;
    });
    const long = bench.test.owner.transaction(async (tx) => {
      await tx.execute(sql`update complaints set channel = 'other' where id = ${id}`);
      written();
      await hold;
    });
    await wrote;
    await bench.test.db.execute(sql`update complaints set paused = paused where id = ${other}`);
    await now();
    await pruneDeskChanges(bench.test.db);
    await now();
    await pruneDeskChanges(bench.test.db);
    committed();
    await long;
    expect((await page("all", { channel: "other" })).rows.map((r) => r.id)).toEqual([id]);
    // Two more prunings without a look between them: the memory is begun anew and is right again.
    await bench.test.owner.execute(sql`update complaints set channel = 'web' where id = ${id}`);
    await pruneDeskChanges(bench.test.db);
    await bench.test.db.execute(sql`update complaints set paused = paused where id = ${other}`);
    await pruneDeskChanges(bench.test.db);
    await pruneDeskChanges(bench.test.db);
    expect((await page("all", { channel: "web" })).rows.map((r) => r.id)).toContain(id);
  });

  it("follows a company into another sector", async () => {
    const sector = async (name: "retail" | "travel") => (await page("team", { sector: name })).total;
    expect([await sector("retail"), await sector("travel")]).toEqual([2, 0]);
    await bench.test.owner.execute(sql`update companies set sector = 'travel' where id = ${bench.stranger.companyId}`);
    expect([await sector("retail"), await sector("travel")]).toEqual([1, 1]);
  });

  const count = async (facet: QueueFacet, value: string) =>
    (await page("team")).counts.find((c) => c.facet === facet && c.value === value)?.n ?? 0;
});

describe("many cases", () => {
  /** What SQL says of the same question, slowly. */
  const slow = async (view: DeskView, f: QueueFilter) => {
    const is = (column: string, value: string | undefined) =>
      value === undefined
        ? sql``
        : value === "none"
          ? sql`and ${sql.raw(column)} is null`
          : sql`and ${sql.raw(column)}::text = ${value}`;
    const bucket = sql`case when paused then 'paused' when desk_due < ${days.today} then 'overdue' when desk_due = ${days.today} then 'today'
      when desk_due <= ${days.soon} then 'soon' else 'later' end`;
    const files = sql`select from evidence_files e where e.complaint_id = c.id and e.removed_at is null and e.status = 'received'`;
    const inView = {
      team: sql`desk_due is not null`,
      all: sql`true`,
      mine: sql`desk_due is not null and officer_id = ${bench.lin.userId}`,
      overdue: sql`desk_due < ${days.today} and not paused`,
    }[view];
    const order = view === "all" ? sql`filed_at desc, queue_number desc` : sql`paused, desk_due, queue_number`;
    const rows = await bench.test.db.execute<{ id: string }>(sql`
      select c.id from complaints c left join companies k on k.id = c.company_id where ${inView}
        ${f.deadline ? sql`and desk_due is not null and ${bucket} = ${f.deadline}` : sql``} ${is("waiting_for", f.wait)} ${is("state", f.state)}
        ${is("officer_id", f.officer)} ${is("company_id", f.company)} ${is("channel", f.channel)} ${is("priority_group", f.group)}
        ${is("k.sector", f.sector)} ${f.due ? sql`and desk_due = ${f.due}` : sql``}
        ${f.clause ? sql`and exists (select from allegations a where a.complaint_id = c.id and a.clause = ${f.clause})` : sql``}
        ${f.evidence === "none" ? sql`and not exists (${files})` : f.evidence ? sql`and exists (${files} and e.kind = ${f.evidence})` : sql``}
      order by ${order}`);
    return rows.map((r) => r.id);
  };

  it("are counted and put in order as SQL counts and orders them, whatever is asked", async () => {
    await bench.test.owner.execute(sql`
      insert into complaints (reference, secret_hash, idempotency_key, locale, state, origin, filed_at, company_name_typed, situations, desk_clock, desk_due,
        event_count, paused, waiting_for, officer_id, company_id, channel, priority_group)
      select '2026-0801-9' || lpad(n::text, 5, '0'), 'x', 'bulk' || n, 'zh-Hans', (array['submitted','accepted','ruling_drafted','declined'])[1 + n % 4], 'receipt',
        ${at(DAY).toISOString()}::timestamptz - (n * 7919 % 5000) * interval '1 minute', '某公司', '{other}', 'acceptance',
        case when n % 4 = 3 then null else date '2026-09-10' + (n * 31 % 40) end, 0, n % 11 = 0, (array['us','company','signature'])[1 + n % 3],
        case n % 5 when 0 then ${bench.lin.userId}::uuid when 1 then ${bench.zhou.userId}::uuid end,
        case n % 3 when 0 then ${bench.company.companyId}::uuid when 1 then ${bench.stranger.companyId}::uuid end,
        (array['app','web','phone'])[1 + n % 3], case n % 7 when 0 then 'senior' when 1 then 'disabled' end from generate_series(1, 3000) n`);
    await bench.test.owner.execute(sql`
      insert into allegations (complaint_id, clause, ord) select id, (array['A2.1','B2.1','C1.2','B1.2'])[1 + (queue_number + k) % 4], k
      from complaints, generate_series(0, 1) k where idempotency_key like 'bulk%' and queue_number % 6 <> 0`);
    await bench.test.owner.execute(sql`
      insert into evidence_files (complaint_id, side, original_name, kind, bytes, sha256, status)
      select id, 'complainant', 'x', (array['image','audio','pdf'])[1 + queue_number % 3], 1, 'x' || queue_number, case when queue_number % 10 = 0 then 'refused' else 'received' end
      from complaints where idempotency_key like 'bulk%' and queue_number % 2 = 0`);
    let turn = 1;
    const pick = <T>(...values: readonly T[]): T => {
      turn = (turn * 48_271) % 2_147_483_647;
      return values[turn % values.length] as T;
    };
    for (let round = 0; round < 12; round++) {
      const view = pick<DeskView>("team", "all", "mine", "overdue");
      const filter: QueueFilter = {
        ...(pick(0, 0, 1) ? { deadline: pick(...DEADLINE_GROUPS) } : {}),
        ...(pick(0, 0, 1) ? { state: pick("submitted", "accepted", "ruling_drafted", "declined") } : {}),
        ...(pick(0, 0, 1) ? { channel: pick(...CHANNELS) } : {}),
        ...(pick(0, 0, 1) ? { group: pick("senior", "disabled", "none") } : {}),
        ...(pick(0, 0, 1) ? { sector: pick("retail", "travel", "none") } : {}),
        ...(pick(0, 0, 0, 1) ? { clause: pick("A2.1", "B2.1", "D1.1") } : {}),
        ...(pick(0, 0, 0, 1) ? { evidence: pick("none", "audio", "image") } : {}),
        ...(pick(0, 0, 0, 1) ? { officer: pick(bench.lin.userId, bench.zhou.userId, "none") } : {}),
        ...(pick(0, 0, 0, 1) ? { company: pick(bench.company.companyId, "none") } : {}),
        ...(pick(0, 0, 0, 1) ? { wait: pick("us", "company") } : {}),
        ...(pick(0, 0, 0, 0, 1) ? { due: "2026-09-20" } : {}),
      } as QueueFilter;
      const wanted = await slow(view, filter);
      const read = await page(view, filter, null, 30);
      expect(read.total, JSON.stringify({ view, filter })).toBe(wanted.length);
      expect(read.rows.map((r) => r.id)).toEqual(wanted.slice(0, 30));
      if (read.next) expect((await page(view, filter, read.next, 30)).rows.map((r) => r.id)).toEqual(wanted.slice(30, 60));
      const facet = pick(...QUEUE_FACETS);
      for (const { value, n } of read.counts.filter((c) => c.facet === facet))
        expect(n, JSON.stringify({ view, filter, facet, value })).toBe(
          (await slow(view, { ...filter, [facet]: value ?? "none" })).length,
        );
    }
  }, 60_000);

  it("say how much falls due on which day, and with whom", async () => {
    const rows = await bench.test.db.execute<{ officer: string; due: string; paused: boolean; n: number }>(sql`
      select coalesce(officer_id::text, '') as officer, desk_due::text as due, paused, count(*)::int as n from complaints where desk_due is not null group by 1, 2, 3`);
    const key = (x: { officer: string; due: string; paused: boolean }) => `${x.officer} ${x.due} ${x.paused}`;
    const ours = workload(await deskColumns(bench.test.db));
    expect(new Map(ours.map((x) => [key(x), x.n]))).toEqual(new Map(rows.map((x) => [key(x), x.n])));
  });

  it("cost the database the rows of the page alone", async () => {
    const { page: numbers } = { page: (await page("team")).rows.map((r) => r.number) };
    const plan = await bench.test.db.execute<{ "QUERY PLAN": string }>(sql`
      explain (analyze, costs off, timing off, summary off) select * from complaints where queue_number = any(${`{${numbers.join(",")}}`}::int[])`);
    const text = plan.map((row) => row["QUERY PLAN"]).join("\n");
    expect(text).toContain("complaints_queue_number_unique");
    expect(text).toContain(`rows=${numbers.length}.00`);
  });
});
