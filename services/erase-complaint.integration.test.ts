import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { insertNote } from "@/db/queries/decisions";
import { ERASURE, tablesOfCases } from "@/db/queries/erasure";
import { publicationOf, rulingOf } from "@/db/queries/rulings";
import { caseEvents, complaints, evidenceFiles, evidenceReadings, evidenceRedactions, mails } from "@/db/schema";
import { projectCase } from "@/domain/case-projection";
import { addDays, type Day, dayOf } from "@/domain/day";
import { propose } from "@/domain/redaction";
import { replay } from "@/domain/replay";
import { collect } from "@/platform/sealing/sealed-file";
import { openSealedObject, putSealed } from "@/platform/storage/sealed-objects";
import { answerSupplement } from "./answer-supplement";
import { rebuildSearch } from "./build-search";
import { readCase } from "./case-file";
import { commentOnDraft } from "./comment-on-draft";
import { confirmRedaction } from "./confirm-redaction";
import { at, caseInHand, type DeskBench, fileComplaint, later, openDeskBench, writeFindings } from "./desk.fixture";
import { enforceCase } from "./enforce-deadlines";
import { eraseComplaint } from "./erase-complaint";
import { keepPeriods, leavingBy } from "./keep-periods";
import { openReceipt } from "./open-receipt";
import { publishableTexts } from "./publishable-texts";
import { queueMail } from "./queue-mail";
import { requestSupplement } from "./request-supplement";
import { sendDraft } from "./send-draft";
import { signRuling } from "./sign-ruling";

// Words that stand nowhere else: what is found of them after an erasure was left behind.
const CANARY = "金丝雀二四七";
const MAIL = "canary247@mail.example";
const PHONE = "138-0247-0247";

let bench: DeskBench;
let dataDir: string;
const said: string[] = [];
beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), "erase-"));
  vi.stubEnv("DATA_DIR", dataDir);
  bench = await openDeskBench();
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said.push(String(text));
    return true;
  });
});
afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await bench.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Where a word still stands: rows of every table, sealed objects in plain, files of the portal's folder, lines of the log. */
async function placesOf(words: readonly string[]): Promise<string[]> {
  const places: string[] = [];
  const tables = await bench.test.owner.execute<{ schema: string; name: string }>(
    sql`select table_schema as schema, table_name as name from information_schema.tables where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`,
  );
  for (const { schema, name } of tables)
    for (const word of words) {
      const [row] = await bench.test.owner.execute<{ n: number }>(
        sql`select count(*)::int as n from ${sql.identifier(schema)}.${sql.identifier(name)} t where strpos(t::text, ${word}) > 0`,
      );
      if (row?.n) places.push(`${schema}.${name}: ${word}`);
    }
  for await (const object of bench.store.storage.list()) {
    const plain = await collect((await openSealedObject(bench.store.storage, object.key, bench.store.master)).stream());
    for (const word of words) if (plain.includes(word)) places.push(`${object.key}: ${word}`);
  }
  for (const entry of readdirSync(dataDir, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const bytes = readFileSync(path.join(entry.parentPath, entry.name));
      for (const word of words) if (bytes.includes(word)) places.push(`${entry.name}: ${word}`);
    }
  for (const word of words) if (said.some((line) => line.includes(word))) places.push(`log: ${word}`);
  return places;
}

const WORDS = [CANARY, MAIL, "13802470247", "138-0247-0247"];
const ANSWERED = {
  narrative: `我叫${CANARY}，请退款。`,
  wants: `把钱退给${CANARY}`,
  name: CANARY,
  email: MAIL,
  phone: PHONE,
  promisedText: `${CANARY}听到的承诺`,
  consents: ["share_with_company", "publish_words"],
};

async function addSealed(complaintId: string, kind = "text") {
  const storageKey = `originals/ca/${complaintId}.${kind}.age`;
  const derivativeKey = `published/ca/${complaintId}.${kind}.age`;
  const plain = Buffer.from(`聊天记录：${CANARY} ${MAIL}`);
  const { sha256 } = await putSealed(bench.store.storage, storageKey, plain, bench.store.master);
  await putSealed(bench.store.storage, derivativeKey, plain, bench.store.master);
  const [row] = await bench.test.db
    .insert(evidenceFiles)
    .values({
      complaintId,
      side: "complainant",
      originalName: `${CANARY}.txt`,
      kind,
      bytes: plain.length,
      sha256,
      storageKey,
      status: "received",
      facts: { title: CANARY },
    })
    .returning({ id: evidenceFiles.id });
  const id = row?.id ?? "";
  await bench.test.db
    .insert(evidenceRedactions)
    .values({ evidenceId: id, complaintId, state: "proposed", plan: { text: CANARY }, derivativeKey });
  await bench.test.db.insert(evidenceReadings).values({
    evidenceId: id,
    state: "done",
    content: { kind: "text", turns: [{ side: "user", text: `我叫${CANARY}，${MAIL}` }] },
  });
  return id;
}

const caseOf = async (reference: string) => {
  const file = await readCase(bench.test.db, bench.zhou, { reference });
  if (!file) throw new Error("the case is gone");
  return file;
};

async function ruledCase(day: Day) {
  const filed = await caseInHand(bench, day, ANSWERED);
  await addSealed(filed.id);
  await insertNote(bench.test.db, { complaintId: filed.id, by: bench.zhou.userId, body: `电话里说是${CANARY}`, at: at(day) });
  await writeFindings(bench, filed, later(day, 1));
  await bench.test.db.execute(sql`update findings set facts = ${`投诉人${CANARY}，电话13802470247`}, reasons = ${CANARY}`);
  await sendDraft(bench.zhou, filed.reference, later(day, 1, 12));
  await commentOnDraft(filed.holder, { reference: filed.reference, body: `${CANARY}没有意见` }, later(day, 2));
  await commentOnDraft(bench.company, { reference: filed.reference, body: `${CANARY}是我们的客户` }, later(day, 2));
  const ruling = await rulingOf(bench.test.db, filed.id);
  if (!ruling) throw new Error("no ruling");
  const texts = await publishableTexts(bench.test.db, filed.id, ruling);
  const hidden = (text: string) => [
    ...[...text.matchAll(new RegExp(CANARY, "g"))].map((m) => ({
      start: m.index,
      end: m.index + CANARY.length,
      type: "NAME" as const,
    })),
    ...propose(text).filter((p) => !text.slice(p.start, p.end).includes("金丝")),
  ];
  await confirmRedaction(
    bench.zhou,
    { reference: filed.reference, spans: Object.fromEntries(Object.entries(texts).map(([p, t]) => [p, hidden(t)])), seen: texts },
    later(day, 3),
  );
  await signRuling(bench.he, filed.reference, later(day, 4));
  return filed;
}

describe("a complaint erased at the person's wish", () => {
  it("leaves no copy of anything of theirs; the public record, the ledger and its replay stay", async () => {
    const filed = await ruledCase("2026-09-17");
    await expect(eraseComplaint(filed.holder, filed.reference, at("2026-09-23"))).rejects.toMatchObject({ code: "wrong_state" });
    await enforceCase(filed.id, at("2026-10-20"));
    expect((await caseOf(filed.reference)).snapshot.state).toBe("final");
    await rebuildSearch(bench.test.db);
    const told = await placesOf(WORDS);
    expect(told.length).toBeGreaterThan(8);
    expect(told).toContain(`public.evidence_readings: ${CANARY}`);
    const before = await bench.test.db.select().from(caseEvents).where(eq(caseEvents.complaintId, filed.id));

    await eraseComplaint(filed.holder, filed.reference, at("2026-10-20"));
    expect(await placesOf(WORDS)).toEqual([]);

    const file = await caseOf(filed.reference);
    expect(replay(file.events).erased).toBe(true);
    const projected = projectCase(file.snapshot, file.calendar, dayOf(at("2026-10-20")));
    expect(file.row).toMatchObject({ state: projected.state, eventCount: projected.eventCount, closedAt: projected.closedAt });
    const events = await bench.test.db.select().from(caseEvents).where(eq(caseEvents.complaintId, filed.id));
    expect(events.slice(0, before.length)).toEqual(before);
    expect(events.at(-1)?.type).toBe("erased");
    const published = await publicationOf(bench.test.db, filed.id);
    expect(published).toMatchObject({ status: "final", consumerWords: null, title: "等人工21分30秒" });
    expect(published?.findings.length).toBeGreaterThan(0);
    expect((await rulingOf(bench.test.db, filed.id))?.findings[0]?.facts).toBe(published?.findings[0]?.facts);
    expect(await openReceipt(bench.test.db, filed.reference, "AAAA")).toBeNull();
  });

  it("of an open one is withdrawn first, and erasing twice changes nothing", async () => {
    const filed = await fileComplaint({ ...ANSWERED, narrative: CANARY }, at("2026-09-17"));
    await addSealed(filed.id);
    await requestSupplement(bench.zhou, { reference: filed.reference, items: [`${CANARY}的账单`] }, at("2026-09-18"));
    await answerSupplement(filed.holder, { reference: filed.reference, answer: CANARY }, at("2026-09-21"));
    await bench.test.db.transaction((tx) =>
      queueMail(tx, { audience: "complainant", to: MAIL, locale: "zh-Hans", template: "draft_ends", params: { until: 0 } }),
    );
    await eraseComplaint(filed.holder, filed.reference, at("2026-09-22"));
    expect(await placesOf(WORDS)).toEqual([]);
    expect((await caseOf(filed.reference)).snapshot).toMatchObject({ state: "withdrawn", erased: true });
    const [row] = await bench.test.db.select().from(complaints).where(eq(complaints.id, filed.id));
    expect(row).toMatchObject({ userId: null, distinctHash: null, situations: ["asked_still_bot", "long_queue"] });
    await expect(eraseComplaint({ role: "complainant", complaintId: "" }, filed.reference, at("2026-09-22"))).rejects.toThrow();
    expect(await bench.test.db.select().from(mails).where(eq(mails.to, MAIL))).toEqual([]);
  });

  it("is nobody else's to do", async () => {
    const filed = await fileComplaint({}, at("2026-09-17"));
    for (const actor of [bench.zhou, bench.he, bench.company])
      await expect(eraseComplaint(actor, filed.reference, at("2026-09-18"))).rejects.toMatchObject({ code: "forbidden" });
  });

  it("knows every table that holds something of a case", async () => {
    const kept = (await tablesOfCases(bench.test.db)).filter((name) => ERASURE[name]);
    expect(kept).toEqual(expect.arrayContaining(["rulings", "consents", "mails"]));
    for (const name of Object.keys(ERASURE)) {
      const [row] = await bench.test.owner.execute(sql`select 1 from information_schema.tables where table_name = ${name}`);
      expect(row, name).toBeTruthy();
    }
  });
});

describe("what has been kept long enough", () => {
  it("is previewed by id and goes: a withdrawn file after three years, never an open one", async () => {
    const filed = await fileComplaint({ ...ANSWERED, narrative: CANARY }, at("2026-09-17"));
    const open = await fileComplaint({ ...ANSWERED, narrative: CANARY }, at("2026-09-17"));
    await addSealed(filed.id, "audio");
    const { withdrawComplaint } = await import("./withdraw-complaint");
    await withdrawComplaint(filed.holder, filed.reference, at("2026-09-18"));

    const ids = async (day: Day) => (await leavingBy(day)).map((l) => `${l.kind} ${l.id}`);
    expect(await ids("2027-09-18")).not.toContain(`case_file ${filed.id}`);
    const audio = (await leavingBy("2027-09-19")).filter((l) => l.kind === "audio");
    expect(audio).toHaveLength(1);
    expect(await ids("2029-09-19")).toContain(`case_file ${filed.id}`);
    expect(await ids("2029-09-19")).not.toContain(`case_file ${open.id}`);

    await enforceCase(open.id, at("2027-09-19"));
    const first = await keepPeriods(bench.store, at("2027-09-19"));
    expect(first.audio).toBe(1);
    const [file] = await bench.test.db.select().from(evidenceFiles).where(eq(evidenceFiles.complaintId, filed.id));
    expect(file).toMatchObject({ storageKey: null, removedWhy: "retention" });
    expect(file?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await keepPeriods(bench.store, at("2029-09-18"))).toMatchObject({ case_file: 0 });
    const gone = await keepPeriods(bench.store, at("2029-09-19"));
    expect(gone.case_file).toBeGreaterThanOrEqual(1);
    expect((await caseOf(filed.reference)).snapshot.erased).toBe(true);
    expect((await caseOf(open.reference)).snapshot.erased).toBe(false);
    expect(await keepPeriods(bench.store, at("2029-09-19"))).toMatchObject({ case_file: 0, audio: 0 });
  });

  it("a publication leaves the public pages, its hash stays", async () => {
    const { findPublishedRuling, listRulings } = await import("@/db/queries/public-record");
    const all = await listRulings(bench.test.db, {}, { limit: 10, offset: 0 });
    const number = all.items[0]?.number ?? "";
    const signedOn = all.items[0]?.signedOn as Day;
    const end = addDays(signedOn, 3 * 366) as Day;
    expect((await keepPeriods(bench.store, at(end))).publication).toBe(1);
    expect(await findPublishedRuling(bench.test.db, number)).toBeNull();
    expect((await listRulings(bench.test.db, {}, { limit: 10, offset: 0 })).total).toBe(all.total - 1);
    const [row] = await bench.test.db.execute<{ sha256: string }>(
      sql`select sha256 from published_rulings where number = ${number}`,
    );
    expect(row?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("an account erased", () => {
  it("goes with its complaints, drafts, sessions and letters", async () => {
    const { users, drafts, sessions } = await import("@/db/schema");
    const { eraseAccount } = await import("./erase-account");
    const [user] = await bench.test.db.insert(users).values({ email: "gone247@mail.example", name: CANARY }).returning();
    const userId = user?.id ?? "";
    await bench.test.db.insert(sessions).values({ userId, expiresAt: at("2027-01-01") });
    const filed = await fileComplaint({ ...ANSWERED }, at("2026-09-17"));
    await bench.test.db.update(complaints).set({ userId }).where(eq(complaints.id, filed.id));
    const { fillDraft, ANSWERS } = await import("./filing.fixture");
    await fillDraft({ ...ANSWERS, narrative: CANARY }, at("2026-09-17"), userId);
    expect(await bench.test.db.select().from(drafts).where(eq(drafts.userId, userId))).toHaveLength(1);
    await eraseAccount({ role: "complainant", userId }, at("2026-09-18"));
    expect(await placesOf(["gone247@mail.example", userId])).toEqual([`public.case_events: ${userId}`]);
    const rows = await bench.test.db.select().from(drafts).where(eq(drafts.userId, userId));
    expect(rows).toEqual([]);
  });
});
