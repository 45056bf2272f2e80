import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as getFigure } from "@/app/api/v1/reports/[quarter]/[version]/figures/[file]/route";
import { useDatabase } from "@/db/client";
import { insertEvents } from "@/db/queries/cases";
import { findReport, findStudy, reportHistory } from "@/db/queries/report-drafts";
import { correctionsOf, figuresOf, publishedReport } from "@/db/queries/reports";
import { companies, companyExposures, complaints, publishedFindings, publishedRulings, users } from "@/db/schema";
import { loadCalendarSeed } from "@/db/seed/calendar";
import { createTestDatabase, setTestClock, type TestDatabase } from "@/db/testing";
import type { Actor } from "@/domain/actors";
import { type CaseEventInput, type EventActor, makeEvent } from "@/domain/case-events";
import { type Day, startOfDay } from "@/domain/day";
import { STUDY_TEXTS, type StudyWords } from "@/domain/report/case-study";
import { isNeeded, WORD_PLACES } from "@/domain/report/words";
import { correctReport, createReport } from "./begin-report";
import { freezeReport } from "./freeze-report";
import { publishReport, returnReport, submitReport } from "./publish-report";
import { beginStudy, checkStudy, saveStudy } from "./write-case-study";
import { explainCorrection, saveWording } from "./write-report";

const at = (day: Day, hour = 10) => new Date(startOfDay(day).getTime() + hour * 3_600_000);
const NOW = at("2026-07-27");
const COMPANY = randomUUID();
const FINDING = randomUUID();
const EDITOR: Actor = { role: "editor", userId: randomUUID() };
const PUBLISHER: Actor = { role: "publisher", userId: randomUUID() };
const OFFICER: EventActor = { role: "officer", userId: randomUUID() };
const SYSTEM: EventActor = { role: "system" };

let test: TestDatabase;

/** A case with the events written of it so far, all that a freeze reads. */
async function fileCase(filedOn: Day, steps: readonly (readonly [Date, EventActor, CaseEventInput])[]): Promise<string> {
  const id = randomUUID();
  const filed = at(filedOn);
  await test.owner.insert(complaints).values({
    id,
    reference: id.slice(0, 13),
    secretHash: "x",
    idempotencyKey: id,
    locale: "zh-Hans",
    state: "submitted",
    origin: "receipt",
    filedAt: filed,
    companyNameTyped: "示例",
    situations: [],
    distinctHash: id,
  });
  const first = makeEvent({ type: "submitted", data: { channel: "app", origin: "receipt" } }, { role: "complainant" }, filed);
  await insertEvents(test.owner, id, 0, [first, ...steps.map(([when, who, input]) => makeEvent(input, who, when))]);
  return id;
}

const bound = { type: "company_bound", data: { companyId: COMPANY } } as const;
const served = { type: "served", data: { companyId: COMPANY, method: "account" } } as const;

beforeAll(async () => {
  test = await createTestDatabase();
  useDatabase(test.db);
  await setTestClock(test.owner, NOW);
  await loadCalendarSeed(test.owner);
  await test.owner.insert(users).values([
    { id: EDITOR.userId as string, email: "editor@answered.example", role: "editor" },
    { id: PUBLISHER.userId as string, email: "publisher@answered.example", role: "publisher" },
  ]);
  await test.owner.insert(companies).values({
    id: COMPANY,
    slug: "shili",
    name: "示例商城",
    nameHant: "示例商城",
    nameEn: "Sample Mall",
    pinyin: "shi li",
    sector: "retail",
    sizeClass: "medium",
  });
  await test.owner
    .insert(companyExposures)
    .values({ companyId: COMPANY, quarter: "2026Q2", contacts: 200_000, source: "公司申报", declaredAt: at("2026-07-20") });
  for (const day of ["2026-04-08", "2026-05-06", "2026-06-03"] as const) {
    const accepted = new Date(at(day).getTime() + 3_600_000);
    await fileCase(day, [
      [accepted, OFFICER, bound],
      [accepted, OFFICER, { type: "accepted", data: {} }],
      [accepted, SYSTEM, served],
    ]);
  }
  const ruling = randomUUID();
  await test.owner.insert(publishedRulings).values({
    id: ruling,
    number: "2026-00001",
    rulingId: randomUUID(),
    complaintId: randomUUID(),
    companyId: COMPANY,
    sector: "retail",
    status: "final",
    outcome: "upheld",
    title: "等人工超过3分钟",
    decision: "成立",
    allegationCount: 1,
    companyReply: "属实。",
    clocks: [],
    standardVersion: "2026",
    filedMonth: "2026-04",
    signedOn: "2026-05-20",
    signedAt: at("2026-05-20"),
    finalOn: "2026-06-04",
    sha256: "0",
  });
  await test.owner.insert(publishedFindings).values({
    id: FINDING,
    publishedRulingId: ruling,
    companyId: COMPANY,
    ord: 0,
    clause: "B2.1",
    standardVersion: "2026",
    outcome: "upheld",
    tier: "moderate",
    title: "等人工超过3分钟",
    facts: "等了二十分钟。",
    reasons: "超过180秒。",
    groupId: "g",
    incidentMonth: "2026-04",
    signedOn: "2026-05-20",
    finalOn: "2026-06-04",
  });
});
afterAll(() => test.drop());

async function writeAll(reportId: string): Promise<void> {
  for (const place of WORD_PLACES.filter(isNeeded))
    for (const language of ["zh-Hans", "en"] as const)
      await saveWording(EDITOR, { reportId, place, language, text: `${place} ${language}`, base: "" }, NOW);
}

const hashes = async (reportId: string) =>
  (await figuresOf(test.db, reportId)).map((row) => `${row.figure} ${row.jsonSha256} ${row.csvSha256}`);
const figure = (version: string, file: string, headers: Record<string, string> = {}) =>
  getFigure(new Request(`http://127.0.0.1/${file}`, { headers }), {
    params: Promise.resolve({ quarter: "2026Q2", version, file }),
  });

let reportId = "";
let published: string[] = [];

describe("freeze", () => {
  it("opens one report a quarter that is over", async () => {
    reportId = (await createReport(EDITOR, "2026Q2", NOW)).id;
    await expect(createReport(EDITOR, "2026Q2", NOW)).rejects.toMatchObject({ code: "already_done" });
    await expect(createReport(EDITOR, "2026Q3", NOW)).rejects.toMatchObject({ code: "too_early" });
    await expect(createReport(PUBLISHER, "2026Q1", NOW)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("refuses a day before the quarter's end and one that is not over", async () => {
    const frozen = (frozenOn: Day) => freezeReport(EDITOR, { reportId, frozenOn }, NOW);
    await expect(frozen("2026-06-29")).rejects.toMatchObject({ code: "too_early" });
    await expect(frozen("2026-07-27")).rejects.toMatchObject({ code: "too_early" });
  });

  it("gives the same bytes for the same day, whatever happened after and however late the clocks were swept", async () => {
    const silent = await fileCase("2026-06-10", []);
    const first = await freezeReport(EDITOR, { reportId, frozenOn: "2026-07-24" }, NOW);
    const before = await hashes(reportId);
    // Filed 06-10, due 06-17: what the clock did by itself is written only now, dated when it was due.
    await insertEvents(test.owner, silent, 1, [makeEvent({ type: "deemed_accepted", data: {} }, SYSTEM, at("2026-06-18", 0))]);
    await insertEvents(test.owner, silent, 2, [
      makeEvent({ type: "withdrawn", data: {} }, { role: "complainant" }, at("2026-07-26")),
    ]);
    expect(await freezeReport(EDITOR, { reportId, frozenOn: "2026-07-24" }, NOW)).toBe(first);
    expect(await hashes(reportId)).toEqual(before);
    const figures = await figuresOf(test.db, reportId);
    const funnel = JSON.parse(figures.find((row) => row.figure === "F2")?.json ?? "{}");
    expect(funnel.headline).toMatchObject({ received: 4, accepted: 4 });
    expect((await reportHistory(test.db, reportId)).filter((event) => event.type === "frozen")).toHaveLength(2);
  });
});

describe("words and studies", () => {
  it("keeps what another editor wrote in between", async () => {
    const input = { reportId, place: "lead", language: "zh-Hans" } as const;
    await saveWording(EDITOR, { ...input, text: "甲", base: "" }, NOW);
    await expect(saveWording(EDITOR, { ...input, text: "乙", base: "" }, NOW)).rejects.toMatchObject({ code: "conflict" });
    await saveWording(EDITOR, { ...input, text: "", base: "甲" }, NOW);
  });

  it("asks two different people, and both again when words change", async () => {
    const studyId = await beginStudy(EDITOR, { reportId, findingId: FINDING }, NOW);
    await expect(checkStudy(EDITOR, studyId, NOW)).rejects.toMatchObject({ code: "findings_incomplete" });
    const words = (title: string): StudyWords =>
      Object.fromEntries(STUDY_TEXTS.map((key) => [key, { "zh-Hans": key === "title" ? title : key, en: key }]));
    const save = (title: string) => saveStudy(EDITOR, { studyId, words: words(title), namesCompany: false, ord: 1 }, NOW);
    await save("第一稿");
    expect(await checkStudy(EDITOR, studyId, NOW)).toBe("first");
    await expect(checkStudy(EDITOR, studyId, NOW)).rejects.toMatchObject({ code: "same_person" });
    await save("第二稿");
    expect(await findStudy(test.db, studyId)).toMatchObject({
      firstCheckBy: null,
      clause: "B2.1",
      month: "2026-04",
      lossBand: "none",
    });
    await writeAll(reportId);
    await checkStudy(EDITOR, studyId, NOW);
    await expect(submitReport(EDITOR, reportId, NOW)).rejects.toMatchObject({ code: "findings_incomplete" });
    expect(await checkStudy(PUBLISHER, studyId, NOW)).toBe("second");
  });

  it("tells no finding that is not final", async () => {
    await expect(beginStudy(EDITOR, { reportId, findingId: randomUUID() }, NOW)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("publication", () => {
  it("shows nothing of a draft", async () => {
    expect(await publishedReport(test.db, "2026Q2")).toBeNull();
    expect((await figure("v1.0", "F1.csv")).status).toBe(404);
  });

  it("needs a publisher who wrote none of it", async () => {
    await submitReport(EDITOR, reportId, NOW);
    await expect(publishReport(EDITOR, reportId, NOW)).rejects.toMatchObject({ code: "forbidden" });
    const sameHand: Actor = { role: "publisher", userId: EDITOR.userId as string };
    await expect(publishReport(sameHand, reportId, NOW)).rejects.toMatchObject({ code: "same_person" });
    await returnReport(PUBLISHER, { reportId, reason: "导语太长" }, NOW);
    expect(await findReport(test.db, reportId)).toMatchObject({ state: "draft", returnReason: "导语太长" });
    await submitReport(EDITOR, reportId, NOW);
    await publishReport(PUBLISHER, reportId, NOW);
    published = await hashes(reportId);
    expect(await publishedReport(test.db, "2026Q2")).toMatchObject({ version: "1.0", state: "published" });
  });

  it("moves nothing any more", async () => {
    await expect(freezeReport(EDITOR, { reportId, frozenOn: "2026-07-24" }, NOW)).rejects.toMatchObject({ code: "wrong_state" });
    const input = { reportId, place: "lead", language: "en", text: "x", base: "lead en" } as const;
    await expect(saveWording(EDITOR, input, NOW)).rejects.toMatchObject({ code: "wrong_state" });
  });

  it("hands out figures byte for byte with their hash", async () => {
    const row = (await figuresOf(test.db, reportId)).find((one) => one.figure === "F6");
    const csv = await figure("v1.0", "F6.csv");
    expect(await csv.text()).toBe(row?.csv);
    expect(Object.fromEntries(csv.headers)).toMatchObject({
      etag: `"${row?.csvSha256}"`,
      "cache-control": "public, max-age=31536000, immutable",
      "access-control-allow-origin": "*",
      "x-content-type-options": "nosniff",
      "content-disposition": 'attachment; filename="answered-2026Q2-v1.0-F6.csv"',
      "repr-digest": `sha-256=:${Buffer.from(row?.csvSha256 ?? "", "hex").toString("base64")}:`,
    });
    expect((await figure("v1.0", "F6.csv", { "if-none-match": `"${row?.csvSha256}"` })).status).toBe(304);
    expect(await (await figure("v1.0", "F6.json")).text()).toBe(row?.json);
  });

  it.each([
    ["v9.9", "F6.csv"],
    ["1.0", "F6.csv"],
    ["v1.0", "F99.csv"],
    ["v1.0", "F6.xml"],
    ["v1.0", "../F6.csv"],
  ])("answers %s/%s with a problem", async (version, file) => {
    const answer = await figure(version, file);
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
  });
});

describe("correction", () => {
  it("makes 1.1 with old, new, reason and date, and leaves 1.0 as it was", async () => {
    await test.owner.update(companyExposures).set({ contacts: 100_000 }).where(eq(companyExposures.companyId, COMPANY));
    const draft = await correctReport(EDITOR, reportId, NOW);
    expect(draft).toMatchObject({ version: "1.1", number: 1, corrects: reportId });
    await expect(correctReport(EDITOR, reportId, NOW)).rejects.toMatchObject({ code: "conflict" });
    await expect(submitReport(EDITOR, draft.id, NOW)).rejects.toMatchObject({ code: "findings_incomplete" });
    await freezeReport(EDITOR, { reportId: draft.id, frozenOn: "2026-07-24" }, NOW);
    await expect(submitReport(EDITOR, draft.id, NOW)).rejects.toMatchObject({ code: "findings_incomplete" });
    await explainCorrection(
      EDITOR,
      { reportId: draft.id, group: "F7", reason: { "zh-Hans": "申报改了", en: "declared anew" } },
      NOW,
    );
    await submitReport(EDITOR, draft.id, NOW);
    await publishReport(PUBLISHER, draft.id, NOW);
    const rows = await correctionsOf(test.db, draft.id);
    expect(rows.find((row) => row.place === "F7 counts contacts")).toMatchObject({
      before: "200000",
      after: "100000",
      reason: { "zh-Hans": "申报改了" },
      at: NOW,
    });
    expect(new Set(rows.map((row) => row.place.split(" ")[0]))).toEqual(new Set(["F7"]));
    expect(await publishedReport(test.db, "2026Q2")).toMatchObject({ version: "1.1" });
    expect(await publishedReport(test.db, "2026Q2", "1.0")).toMatchObject({ state: "superseded" });
    expect(await hashes(reportId)).toEqual(published);
    expect((await figure("v1.0", "F7.csv")).status).toBe(200);
  });
});
