import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { facetCounts, type QueueCursor, queuePage, viewCounts } from "@/db/queries/desk";
import type { DeadlineGroup, DeskView, QueueFilter } from "@/domain/desk-queue";
import { bindCompany } from "./bind-company";
import { declineComplaint } from "./decline-complaint";
import { addFile, at, caseInHand, type DeskBench, fileComplaint, openDeskBench } from "./desk.fixture";
import { assignCase } from "./manage-case";
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
const names = async (view: DeskView, filter: QueueFilter = {}, cursor: QueueCursor | null = null, limit = 50) => {
  const rows = await queuePage(bench.test.db, query(view, filter), cursor, limit);
  return rows.map((row) => Object.entries(filed).find(([, one]) => one.id === row.id)?.[0]);
};

describe("the queue", () => {
  it("is ordered by what the authority owes, paused cases last, nothing in it that is owed no more", async () => {
    expect(await names("team")).toEqual(["late", "today", "soon", "fresh", "inHand", "paused"]);
    expect(await names("overdue")).toEqual(["late"]);
    expect(await names("mine")).toEqual(["today"]);
    expect(await names("all")).toHaveLength(7);
  });

  it("tells each row its group, clauses and files in one statement", async () => {
    const rows = await queuePage(bench.test.db, query("team"), null, 50);
    expect(rows.map((row) => row.group)).toEqual(["overdue", "today", "soon", "later", "later", "paused"]);
    expect(rows[0]).toMatchObject({ clauses: ["A2.1", "A2.2", "A2.3", "B2.1", "B2.2"], evidence: {}, company: null });
    expect(rows[3]?.evidence).toEqual({ audio: 1 });
    expect(rows[2]?.company?.name).toBe("北麦电器");
    expect(rows[1]).toMatchObject({ officerName: "lin", waitingFor: "us", narrativeLength: 19 });
  });

  it("gives every case once when it is read page by page", async () => {
    const seen: unknown[] = [];
    let cursor: QueueCursor | null = null;
    for (let page = 0; page < 10; page++) {
      const rows: Awaited<ReturnType<typeof queuePage>> = await queuePage(bench.test.db, query("team"), cursor, 2);
      seen.push(...rows.map((row) => row.id));
      const last = rows.at(-1);
      if (!last?.deskDue) break;
      cursor = { paused: last.paused, due: last.deskDue, id: last.id };
    }
    expect(seen).toHaveLength(6);
    expect(new Set(seen).size).toBe(6);
    const [first] = await queuePage(bench.test.db, query("all"), null, 1);
    const rest = await names("all", {}, { filedAt: first?.filedAtExact ?? "", id: first?.id ?? "" });
    expect(rest).toHaveLength(6);
  });

  it("finds by reference, company as registered, and the person's words, taking signs as signs", async () => {
    expect(await names("all", { q: filed.late?.reference.slice(5) ?? "" })).toEqual(["late"]);
    expect(await names("all", { q: "北麦电器" })).toEqual(["soon"]);
    expect(await names("all", { q: "失败_了" })).toEqual(["today"]);
    expect(await names("all", { q: "失败%了" })).toEqual([]);
    expect(await names("all", { q: "没有这句话" })).toEqual([]);
  });
});

describe("the numbers beside the facets", () => {
  const count = async (facet: string, value: string | null, filter: QueueFilter = {}) =>
    (await facetCounts(bench.test.db, query("team", filter))).find((c) => c.facet === facet && c.value === value)?.n ?? 0;

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
    expect(await viewCounts(bench.test.db, bench.lin.userId, DAY)).toMatchObject({
      mine: 1,
      team: 6,
      all: 7,
      overdue: 1,
      sign: 0,
    });
  });
});

describe("the queue's plan", () => {
  it("walks the index of what is owed and stops at the page, however many cases there are", async () => {
    await bench.test.owner.execute(sql`
      insert into complaints (reference, secret_hash, idempotency_key, locale, state, origin, filed_at, company_name_typed, situations, desk_clock, desk_due, event_count)
      select '2026-0801-9' || lpad(n::text, 5, '0'), 'x', 'bulk' || n, 'zh-Hans', 'submitted', 'receipt', ${at(DAY).toISOString()}::timestamptz,
        '某公司', '{other}', 'acceptance', date '2026-10-08' + (n % 40), 0 from generate_series(1, 20000) n`);
    await bench.test.owner.execute(sql`analyze complaints`);
    expect(await queuePage(bench.test.db, query("team"), null, 51)).toHaveLength(51);
    const plan = await bench.test.db.execute<{ "QUERY PLAN": string }>(
      sql`explain select id from complaints where desk_due is not null order by paused, desk_due, id limit 51`,
    );
    expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).toContain("complaints_desk_queue");
  });
});
