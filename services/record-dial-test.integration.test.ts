import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dialChangesOf, dialPlanRows, dialRecordings, dialTestsAsOf } from "@/db/queries/dial-tests";
import { dialPlanPage, dialTestPage } from "@/db/queries/open-data/register";
import { latestScore, periodParameters, scoreInput } from "@/db/queries/scores";
import { companies, dialPlans, dialTestChanges, dialTests, scorePeriods } from "@/db/schema";
import { PUBLIC } from "@/domain/actors";
import { startOfDay } from "@/domain/day";
import type { DialTyped } from "@/domain/dial-tests/entry";
import { commitmentOf, drawPlan, type PlannedContact } from "@/domain/dial-tests/plan";
import { scoreCompany } from "@/domain/score/compliance-score";
import { evidenceStore } from "@/platform/evidence-store";
import { type DeskBench, openDeskBench } from "./desk.fixture";
import { commitDialPlan, drawDialPlans, panelOf } from "./draw-dial-plan";
import { FILED_AT, minutes } from "./filing.fixture";
import { keepPeriods, leavingBy } from "./keep-periods";
import { closeDialContact, correctDialTest, recordDialTest, withdrawDialTest } from "./record-dial-test";
import { takeEvidence } from "./take-evidence";
import { viewEvidence } from "./view-evidence";

const SEED = "5eed".repeat(16);
let bench: DeskBench;
let plan: PlannedContact[];

beforeAll(async () => {
  bench = await openDeskBench();
  await bench.test.db.transaction(async (tx) => {
    const panel = await panelOf(tx, "2026-07-01", "2026-09-16");
    await commitDialPlan(tx, "2026Q3", SEED, panel, startOfDay("2026-06-20"));
    plan = drawPlan("2026Q3", SEED, panel);
  });
});
afterAll(() => bench.close());

const TYPED: DialTyped = {
  contactPoint: "000-8123-4567",
  day: "2026-09-17",
  time: "09:30",
  stepKinds: ["key"],
  stepWords: ["0"],
  humanRequests: "1",
  connected: "yes",
  seconds: "40",
  prompted: "yes",
  promptSecond: "9",
  menuSkippable: "yes",
  gates: [],
  priorityOffered: "yes",
};
const contact = (company: string, channel: string, at = 0): PlannedContact => {
  const found = plan.filter((one) => one.company === company && one.channel === channel)[at];
  if (!found) throw new Error("no such contact");
  return found;
};
const scoreOf = async (companyId: string) =>
  (await latestScore(bench.test.db, companyId))?.breakdown as { T: number; tests: number };
const code = (code: string) => expect.objectContaining({ code });

describe("the draw of a quarter", () => {
  it("is committed two weeks ahead, once, over working days and the companies of the register; its seed is told only afterwards", async () => {
    const { db } = bench.test;
    const early = new Date("2026-09-16T16:45:00Z");
    const due = new Date("2026-09-17T16:45:00Z");
    const run = (now: Date) => db.transaction((tx) => drawDialPlans(tx, now));
    expect(await run(early)).toEqual(["2026Q4"]);
    expect([await run(early), await run(due)]).toEqual([[], []]);
    const [next] = await dialPlanRows(db);
    if (!next) throw new Error("no plan");
    expect(next.panel.companies.map((one) => one.slug)).toEqual(["beimai", "luting"]);
    expect(next.panel.days).not.toContain("2026-10-01");
    expect(next.panel.days).toContain("2026-10-10");
    expect(next.commitment).toBe(commitmentOf("2026Q4", next.seed, next.panel));
    const shown = (today: "2026-09-17" | "2027-01-01") => dialPlanPage(db, { limit: 5, after: null, today });
    expect((await shown("2026-09-17")).items.map((one) => one.seed)).toEqual([null, null]);
    expect((await shown("2027-01-01")).items[0]).toMatchObject({ quarter: "2026Q4", seed: next.seed });
    await expect(db.update(dialPlans).set({ seed: "0" })).rejects.toThrow();
  });
});

describe("recording a test", () => {
  it("takes a contact of the plan once; whether it passed is worked out, and score, open data and recomputation follow", async () => {
    const { zhou, he, company, test } = bench;
    const { key } = contact("luting", "phone");
    const record = (
      actor = zhou as Parameters<typeof recordDialTest>[0],
      more: Partial<DialTyped> & { contactKey?: string } = {},
    ) => recordDialTest(actor, { ...TYPED, contactKey: key, ...more }, FILED_AT);
    await expect(record(he)).rejects.toEqual(code("forbidden"));
    await expect(record(zhou, { contactKey: "2026Q3/luting/fax/1" })).rejects.toEqual(code("not_found"));
    await expect(record(zhou, { time: "10:01" })).rejects.toMatchObject({ details: { field: "day", message: "future" } });
    const kept = await record(zhou, { promptSecond: "16" });
    expect(kept).toMatchObject({ passed: false, steps: 1, quarter: "2026Q3", contactKey: key });
    await expect(record()).rejects.toEqual(code("already_done"));
    const other = await recordDialTest(zhou, { ...TYPED, contactKey: contact("luting", "app").key }, FILED_AT);
    expect(other.passed).toBe(true);

    expect(await scoreOf(company.companyId)).toMatchObject({ tests: 2, passed: 1, T: (100 * 9) / 12 });
    const page = await dialTestPage(test.db, { company: "luting" }, { limit: 10, after: null });
    expect(page.items.find((one) => one.testId === kept.id)).toMatchObject({
      actions: [{ kind: "key", what: "0" }],
      waitPassed: true,
      promptPassed: false,
      menuPassed: true,
      gatePassed: true,
      passed: false,
      recordings: [],
    });
    const parameters = await periodParameters(test.db, "2026Q3");
    const input = await scoreInput(test.db, company.companyId, "2026-09-17");
    if (parameters && input)
      expect(scoreCompany(input, parameters, "2026-09-17").S).toBe((await latestScore(test.db, company.companyId))?.score);
  });

  it("closes a contact the company turned out not to have, and leaves the channel out of the next draw", async () => {
    const { zhou, test } = bench;
    const { key } = contact("beimai", "web");
    await closeDialContact(zhou, key, FILED_AT);
    await expect(closeDialContact(zhou, key, FILED_AT)).rejects.toEqual(code("already_done"));
    await expect(recordDialTest(zhou, { ...TYPED, contactKey: key }, FILED_AT)).rejects.toEqual(code("already_done"));
    const panel = await test.db.transaction((tx) => panelOf(tx, "2027-01-01", "2027-03-31"));
    expect(panel.companies.find((one) => one.slug === "beimai")?.channels).toEqual(["phone", "app"]);
  });

  it("is corrected with a reason, keeps what stood before, and gives a report the state at its freeze", async () => {
    const { zhou, test } = bench;
    const record = await recordDialTest(zhou, { ...TYPED, contactKey: contact("beimai", "phone").key }, FILED_AT);
    const put = (more: Partial<DialTyped> & { reason?: string }, now = minutes(60)) =>
      correctDialTest(zhou, { ...TYPED, testId: record.id, reason: "看错了录音", ...more }, now);
    await expect(put({ seconds: "200", reason: " " })).rejects.toMatchObject({ details: { message: "missing_reason" } });
    await expect(put({})).rejects.toMatchObject({ details: { message: "nothingChanged" } });
    await put({ seconds: "200" });
    const changes = await dialChangesOf(test.db, record.id);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({
      reason: "看错了录音",
      before: { secondsToHuman: 40, passed: true },
      after: { secondsToHuman: 200, passed: false },
    });
    const asOf = async (until: Date) =>
      (await dialTestsAsOf(test.db, startOfDay("2026-07-01"), until)).find((one) => one.id === record.id);
    expect(await asOf(minutes(30))).toMatchObject({ secondsToHuman: 40, passed: true });
    expect(await asOf(minutes(90))).toMatchObject({ secondsToHuman: 200, passed: false });
    await expect(test.db.update(dialTestChanges).set({ reason: "x" })).rejects.toThrow();
    await expect(test.db.delete(dialTests)).rejects.toThrow();

    await withdrawDialTest(zhou, { testId: record.id, reason: "拨错了公司" }, minutes(120));
    expect(await asOf(minutes(90))).toMatchObject({ passed: false });
    expect(await asOf(minutes(150))).toBeUndefined();
    expect((await dialTestPage(test.db, { company: "beimai" }, { limit: 10, after: null })).items).toEqual([]);
    await recordDialTest(zhou, { ...TYPED, contactKey: record.contactKey ?? "" }, minutes(130));
  });

  it("moves neither time nor result once its quarter is frozen, but lets words be put right", async () => {
    const { zhou, test } = bench;
    const record = await recordDialTest(zhou, { ...TYPED, contactKey: contact("beimai", "app").key }, FILED_AT);
    await test.owner.insert(scorePeriods).values({ period: "2026Q4", parameters: {}, frozenAt: FILED_AT });
    try {
      const put = (more: Partial<DialTyped>) =>
        correctDialTest(zhou, { ...TYPED, testId: record.id, reason: "更正", ...more }, minutes(5));
      await expect(put({ seconds: "200" })).rejects.toEqual(code("too_late"));
      await expect(put({ time: "09:20" })).rejects.toEqual(code("too_late"));
      await expect(withdrawDialTest(zhou, { testId: record.id, reason: "误" }, minutes(5))).rejects.toEqual(code("too_late"));
      await expect(recordDialTest(zhou, { ...TYPED, contactKey: contact("luting", "web").key }, FILED_AT)).rejects.toEqual(
        code("too_late"),
      );
      await put({ stepWords: ["9"] });
    } finally {
      await test.owner.delete(scorePeriods).where(eq(scorePeriods.period, "2026Q4"));
    }
  });

  it("takes a recording, seals it, tells its hash, and plays it to the desk alone", async () => {
    const { zhou, he, company, test } = bench;
    const [row] = await test.db
      .select()
      .from(dialTests)
      .innerJoin(companies, eq(companies.id, dialTests.companyId))
      .where(sql`slug = 'luting'`);
    const id = row?.dial_tests.id ?? "";
    const bytes = readFileSync("platform/file-kinds/samples/tone.m4a");
    const take = (side: "officer" | "company") =>
      takeEvidence(
        { owner: "dial", id, side, userId: zhou.userId },
        { name: "通话.m4a", bytes: bytes.length, stream: Readable.from([bytes]) },
        FILED_AT,
      );
    expect(await take("company")).toEqual({ refused: "forbidden" });
    const taken = await take("officer");
    const file = "row" in taken ? taken.row : null;
    expect(file).toMatchObject({ status: "received", kind: "audio", complaintId: null });
    expect(await dialRecordings(test.db, [id])).toEqual([expect.objectContaining({ testId: id, sha256: file?.sha256 })]);
    expect((await viewEvidence(he, null, file?.id ?? "", FILED_AT)).id).toBe(file?.id);
    for (const who of [company, PUBLIC])
      await expect(viewEvidence(who, null, file?.id ?? "", FILED_AT)).rejects.toEqual(code("not_found"));
    const shown = await dialTestPage(test.db, { company: "luting" }, { limit: 10, after: null });
    expect(shown.items.find((one) => one.testId === id)?.recordings).toEqual([file?.sha256]);
    // A year after its quarter the recording goes; its hash stays.
    const [until, after] = ["2027-09-30", "2027-10-01"] as const;
    expect((await leavingBy(after)).filter((one) => one.id === file?.id)).toMatchObject([{ kind: "dial_recording", until }]);
    const { store, noon } = { store: await evidenceStore(), noon: (day: string) => new Date(`${day}T04:00:00Z`) };
    expect((await keepPeriods(store, noon(until))).dial_recording).toBe(0);
    expect((await keepPeriods(store, noon(after))).dial_recording).toBe(1);
    expect(await dialRecordings(test.db, [id])).toMatchObject([{ sha256: file?.sha256, gone: true }]);
    await expect(viewEvidence(he, null, file?.id ?? "", noon(after))).rejects.toEqual(code("not_found"));
  });
});
