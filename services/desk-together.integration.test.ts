import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { markPresent, presentWith, viewsOf } from "@/db/queries/desk-views";
import { allegationsOf, rulingOf } from "@/db/queries/rulings";
import { similarTo } from "@/db/queries/similar";
import { isDomainError } from "@/domain/errors";
import { bindCompany } from "./bind-company";
import { keepSearch } from "./build-search";
import { readCase } from "./case-file";
import { addFile, at, caseInHand, type DeskBench, fileComplaint, openDeskBench, writeFindings } from "./desk.fixture";
import { indexStaleCases } from "./index-cases";
import { assignCase } from "./manage-case";
import { putDrafts } from "./put-drafts";
import { raiseView, removeView, saveView } from "./queue-views";
import { readQueuePage } from "./read-queue";
import { sendDraft } from "./send-draft";
import { undoAssignment } from "./undo-assignment";

const DAY = "2026-09-17";
const STORY =
  "我九月三日在手机上要求退款，机器人说三个工作日到账，到今天已经第九天，一分钱也没有回来。我要求转人工十一次，每次都让我再描述一遍问题，最后结束了对话。";
let bench: DeskBench;
const code = async (work: Promise<unknown>) => {
  try {
    await work;
    return "done";
  } catch (error) {
    return isDomainError(error) ? error.code : String(error);
  }
};
const found = async (q: string) => {
  const query = { today: DAY, soon: "2026-09-20", view: "all", userId: bench.zhou.userId, filter: { q } } as const;
  return (await readQueuePage(bench.test.db, query, null, 50)).rows.map((row) => row.reference).sort();
};

beforeAll(async () => {
  bench = await openDeskBench();
});
afterAll(() => bench.close());

describe("saved views", () => {
  it("are one's own, in one's order, and everyone's where a supervisor shares them", async () => {
    const save = (who: typeof bench.zhou, name: string, shared = false) =>
      saveView(who, { name, view: "team", filter: { channel: "phone", state: "submitted" }, shared });
    const first = await save(bench.zhou, "电话来的");
    const second = await save(bench.zhou, "老人");
    const shared = await save(bench.he, "本周要签的", true);
    await save(bench.he, "自己看的");
    expect(await code(save(bench.zhou, "不许", true))).toBe("forbidden");
    expect(await code(save(bench.zhou, "  "))).toBe("invalid");
    const names = async (who: typeof bench.zhou) => (await viewsOf(bench.test.db, who.userId)).map((one) => one.name);
    expect(await names(bench.zhou)).toEqual(["电话来的", "老人", "本周要签的"]);
    expect(await names(bench.lin)).toEqual(["本周要签的"]);
    await raiseView(bench.zhou, second);
    expect(await names(bench.zhou)).toEqual(["老人", "电话来的", "本周要签的"]);
    expect(await code(removeView(bench.zhou, shared))).toBe("not_found");
    expect(await code(removeView(bench.lin, first))).toBe("not_found");
    await removeView(bench.zhou, first);
    expect(await names(bench.zhou)).toEqual(["老人", "本周要签的"]);
    const [kept] = await viewsOf(bench.test.db, bench.zhou.userId);
    expect(kept).toMatchObject({ view: "team", filter: { channel: "phone", state: "submitted" }, own: true });
  });
});

describe("giving cases and taking it back", () => {
  it("gives them to whom they were with, nobody too, unless somebody has given them on since", async () => {
    const one = await fileComplaint({}, at("2026-09-16"));
    const officer = async () => (await readCase(bench.test.db, bench.he, { reference: one.reference }))?.row.officerId ?? null;
    const [zhou, lin] = [bench.zhou.userId, bench.lin.userId];
    await assignCase(bench.he, { reference: one.reference, officerId: zhou }, at(DAY, 9));
    await undoAssignment(bench.he, { reference: one.reference, given: zhou, before: null }, at(DAY, 10));
    expect(await officer()).toBeNull();
    await assignCase(bench.he, { reference: one.reference, officerId: zhou }, at(DAY, 11));
    await assignCase(bench.he, { reference: one.reference, officerId: lin }, at(DAY, 12));
    expect(await code(undoAssignment(bench.he, { reference: one.reference, given: zhou, before: null }, at(DAY, 13)))).toBe(
      "conflict",
    );
    await undoAssignment(bench.he, { reference: one.reference, given: lin, before: zhou }, at(DAY, 14));
    expect(await officer()).toBe(zhou);
  });
});

describe("two people on one case", () => {
  it("see each other for a minute, and nobody sees themselves", async () => {
    const { id } = await fileComplaint({}, at("2026-09-16"));
    await markPresent(bench.test.db, id, bench.zhou.userId);
    await markPresent(bench.test.db, id, bench.lin.userId);
    expect((await presentWith(bench.test.db, id, bench.zhou.userId)).map((one) => one.name)).toEqual(["lin"]);
    await bench.test.owner.execute(
      sql`update case_presence set seen_at = now() - interval '61 seconds' where user_id = ${bench.lin.userId}`,
    );
    expect(await presentWith(bench.test.db, id, bench.zhou.userId)).toEqual([]);
  });
});

describe("search at the desk", () => {
  it("finds what was written and what was read, in either script, whole words in their order, and forgets what is erased", async () => {
    const { reference, id } = await fileComplaint(
      { narrative: "语音菜单念了四分多钟，客服说“请联系BX-204专员”，没有提到人工。" },
      at("2026-09-16"),
    );
    const other = await fileComplaint({ narrative: "退款一直没有到账，人工也接不进去。" }, at("2026-09-16"));
    expect(await found("語音菜單")).toEqual([reference]);
    expect(await found("bx-204")).toEqual([reference]);
    expect(await found('"菜单语音"')).toEqual([]);
    expect(await found(other.reference.slice(5))).toEqual([other.reference]);
    const file = await addFile(bench, other.id, "complainant");
    await bench.test.db.execute(sql`insert into evidence_readings (evidence_id, state, content) values
      (${file}, 'done', ${JSON.stringify({ kind: "chat", script: "zh-Hans", facts: [], turns: [{ side: "agent", text: "蓝鲸计划为您服务", confidence: 90 }] })}::jsonb)`);
    expect(await found("蓝鲸计划")).toEqual([other.reference]);
    await bindCompany(bench.zhou, { reference, companyId: bench.stranger.companyId }, at(DAY));
    expect(await found("北麦电器")).toContain(reference);
    await keepSearch(bench.test.db);
    await bench.test.owner.execute(sql`delete from complaint_texts where complaint_id = ${id}`);
    expect(await found("语音菜单")).toEqual([]);
    const left = await bench.test.owner.execute(
      sql`select 1 from search_documents where body like '%语音菜单%' union all select 1 from case_sketches where complaint_id = ${id}`,
    );
    expect(left).toHaveLength(0);
  });
});

describe("complaints alike", () => {
  it("are found by their words and by the same canned reply, in one company only, and get one draft, each as its own", async () => {
    const base = await caseInHand(bench, "2026-09-14", { narrative: STORY });
    const near = await caseInHand(bench, "2026-09-15", {
      narrative: STORY.replace("十一次", "六次").replace("第九天", "第五天"),
    });
    const reply = await caseInHand(bench, "2026-09-15", {
      narrative: "快递丢了没人管，它只会回“感谢您的理解与支持，我们会尽快处理”，别的一句没有。",
    });
    const same = await caseInHand(bench, "2026-09-15", {
      narrative: "停机保号办不了，也是“感谢您的理解与支持 我们会尽快处理！”，家里老人急得不行。",
    });
    const early = await fileComplaint({ narrative: STORY }, at("2026-09-16"));
    const elsewhere = await fileComplaint({ narrative: STORY }, at("2026-09-16"));
    await bindCompany(bench.zhou, { reference: early.reference, companyId: bench.company.companyId }, at(DAY));
    await bindCompany(bench.zhou, { reference: elsewhere.reference, companyId: bench.stranger.companyId }, at(DAY));
    await indexStaleCases(bench.test.db);
    // All come from one person by the fixture; what is looked at here are the words.
    await bench.test.owner.execute(sql`update complaints set distinct_hash = null`);
    const alike = async (id: string) => new Map((await similarTo(bench.test.db, id)).map((one) => [one.reference, one.why]));
    const ofBase = await alike(base.id);
    expect(ofBase.get(near.reference)).toBe("near_text");
    expect(ofBase.get(early.reference)).toBe("near_text");
    expect([ofBase.has(elsewhere.reference), ofBase.has(reply.reference)]).toEqual([false, false]);
    expect((await alike(reply.id)).get(same.reference)).toBe("same_reply");

    const put = (others: string[]) => putDrafts(bench.zhou, { reference: base.reference, others }, at("2026-09-17", 12));
    expect(await code(put([near.reference]))).toBe("findings_incomplete");
    await writeFindings(bench, base, at("2026-09-17", 11));
    await writeFindings(bench, same, at("2026-09-17", 11));
    const own = await addFile(bench, base.id, "company");
    await bench.test.db.execute(
      sql`update findings set evidence_ids = array[${own}::uuid] where ruling_id = (select id from rulings where complaint_id = ${base.id})`,
    );
    const all = [near, reply, same, early, elsewhere].map((one) => one.reference);
    const done = await put([...all, "2019-0101-0001"]);
    const n = (await allegationsOf(bench.test.db, near.id)).length;
    expect(done).toEqual([
      { reference: near.reference, findings: n, of: n },
      { reference: reply.reference, findings: n, of: n },
      { reference: same.reference, why: "own_draft" },
      { reference: early.reference, why: "wrong_state" },
      { reference: elsewhere.reference, why: "other_company" },
      { reference: "2019-0101-0001", why: "not_found" },
    ]);
    const [mine, theirs] = [await rulingOf(bench.test.db, base.id), await rulingOf(bench.test.db, near.id)];
    expect(theirs).toMatchObject({ title: mine?.title, decision: mine?.decision, state: "working" });
    expect(theirs?.id).not.toBe(mine?.id);
    expect(theirs?.findings.every((f) => f.evidenceIds.length === 0 && f.outcome === "upheld")).toBe(true);
    const ids = new Set((await allegationsOf(bench.test.db, near.id)).map((a) => a.id));
    expect(theirs?.findings.every((f) => f.allegationId !== null && ids.has(f.allegationId))).toBe(true);
    // Clock, comments and signature of each stay its own.
    await sendDraft(bench.zhou, near.reference, at("2026-09-17", 15));
    const states = await Promise.all(
      [base, near].map(async (one) => (await readCase(bench.test.db, bench.he, { reference: one.reference }))?.snapshot.state),
    );
    expect(states).toEqual(["accepted", "ruling_drafted"]);
    expect((await similarTo(bench.test.db, base.id)).find((one) => one.reference === near.reference)?.linked).toBe(true);
  });
});
