import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsOf } from "@/db/queries/cases";
import { allegations, complaintContacts, complaints, complaintTexts, consents, drafts, mails, users } from "@/db/schema";
import { type Actor, PUBLIC } from "@/domain/actors";
import { SEED_CALENDAR } from "@/domain/calendar-seed";
import { projectCase } from "@/domain/case-projection";
import { replay } from "@/domain/replay";
import { verifySigned } from "@/platform/signing";
import { draftTokenHash, openDraft } from "./draft-file";
import { announceDraftEnds, removeExpiredDrafts } from "./expire-drafts";
import { ANSWERS, FILED_AT, type FilingBench, fillDraft, minutes, openFilingBench } from "./filing.fixture";
import { openReceipt } from "./open-receipt";
import { readAnswers } from "./read-answers";
import { saveDraft } from "./save-draft";
import { signedReceipt } from "./signed-receipt";
import { submitComplaint } from "./submit-complaint";
import { submitDraft } from "./submit-draft";
import { resendContactCode, verifyContact } from "./verify-contact";

let bench: FilingBench;
beforeAll(async () => {
  bench = await openFilingBench();
});
afterAll(() => bench.close());

const submit = (token: string, now = FILED_AT) => submitDraft(PUBLIC, { token }, "zh-Hans", now);

async function filed(token: string, now = FILED_AT) {
  const { submitted } = await submit(token, now);
  if (!submitted) throw new Error("it was not complete");
  return submitted;
}

async function person(email: string): Promise<string> {
  const [row] = await bench.test.db.insert(users).values({ email, role: "complainant" }).returning();
  if (!row) throw new Error("no user");
  return row.id;
}

describe("a draft", () => {
  it("keeps what each page holds, right or not, and is opened by its code on another device", async () => {
    const first = await saveDraft(
      {},
      { step: "company", form: { companyName: "鹿汀" }, locale: "zh-Hans", done: true },
      FILED_AT,
    );
    const token = first.newToken ?? "";
    await saveDraft({ token }, { step: "details", form: { humanRequests: "很多次" }, locale: "zh-Hans", done: false }, FILED_AT);
    const draft = await openDraft(bench.test.db, { token }, minutes(5));
    expect(draft?.data.answers).toMatchObject({ companyName: "鹿汀", humanRequests: "很多次" });
    expect(draft?.data.visited).toEqual(["company"]);
    expect(first.draft.row.tokenHash).not.toContain(token);
  });

  it("follows an account to another device, and no other account", async () => {
    const userId = await person("wang@example.com");
    const other = await person("li@example.com");
    await fillDraft(ANSWERS, FILED_AT, userId);
    expect((await openDraft(bench.test.db, { userId }, minutes(1)))?.data.answers.companyName).toBe("鹿汀商城");
    expect(await openDraft(bench.test.db, { userId: other }, minutes(1))).toBeNull();
  });

  it("says by field what is missing, and nothing is compulsory beyond four things", () => {
    expect(readAnswers({}, FILED_AT).faults).toEqual({
      companyName: "companyNeeded",
      situations: "situation",
      narrative: "wordsNeeded",
      phone: "reachable",
    });
    const least = { companyName: "鹿汀", situations: ["other"], narrative: "打不通", postal: "上海市某路1号" };
    expect(readAnswers(least, FILED_AT).faults).toBeNull();
    expect(readAnswers({ ...least, email: "wang@", phone: "123" }, FILED_AT).faults).toEqual({ email: "email", phone: "phone" });
    expect(
      readAnswers({ ...least, situations: ["long_queue"], occurredOn: "2026-09-18", waitMinutes: "abc" }, FILED_AT).faults,
    ).toEqual({ occurredOn: "future", waitMinutes: "number" });
  });

  it("hands in only facts that were asked for the situations chosen", () => {
    const { input } = readAnswers({ ...ANSWERS, situations: ["records_refused"] }, FILED_AT);
    expect(input?.facts).toMatchObject({ channel: "app", humanRequests: null, waitSeconds: null });
    expect(readAnswers(ANSWERS, FILED_AT).input?.facts).toMatchObject({
      humanRequests: 20,
      waitSeconds: 1290,
      reachedHuman: false,
    });
  });

  it("is announced three days before its end, once, and goes after thirty days", async () => {
    const begun = new Date("2026-06-01T02:00:00Z");
    const token = await fillDraft({ ...ANSWERS, email: "zhao@example.com" }, begun);
    const day = (count: number) => new Date(begun.getTime() + count * 86_400_000);
    expect(await announceDraftEnds(day(26))).toBe(0);
    expect(await announceDraftEnds(day(28))).toBe(1);
    expect(await announceDraftEnds(day(29))).toBe(0);
    expect(await bench.test.db.select().from(mails).where(eq(mails.to, "zhao@example.com"))).toHaveLength(1);
    expect(await removeExpiredDrafts(bench.store.storage, day(29))).toBe(0);
    expect(await openDraft(bench.test.db, { token }, day(31))).toBeNull();
    expect(await removeExpiredDrafts(bench.store.storage, day(31))).toBe(1);
    expect(
      await bench.test.db
        .select()
        .from(drafts)
        .where(eq(drafts.tokenHash, draftTokenHash(token))),
    ).toHaveLength(0);
  });
});

describe("filing", () => {
  it("makes one complaint of two clicks at once, with one receipt", async () => {
    const token = await fillDraft();
    const [a, b] = await Promise.all([filed(token), filed(token)]);
    expect(a.row.id).toBe(b.row.id);
    expect(a.secret).toBe(b.secret);
    const third = await filed(token, minutes(10));
    expect(third).toMatchObject({ secret: a.secret, again: true });
    expect(await bench.test.db.select().from(complaints).where(eq(complaints.id, a.row.id))).toHaveLength(1);
  });

  it("writes a row that its events give again, with due dates, allegations, words and contact each in its place", async () => {
    const { row, secret } = await filed(await fillDraft());
    expect(row.reference).toMatch(/^2026-0917-\d{4}$/);
    expect(secret).toMatch(/^[2-9A-HJKMNP-RT-Z]{12}$/);
    expect(row).toMatchObject({
      state: "submitted",
      origin: "receipt",
      acceptanceDue: "2026-09-23",
      companyNameTyped: "鹿汀商城",
      humanRequests: 20,
    });
    const events = await eventsOf(bench.test.db, row.id);
    expect(events.map((e) => e.type)).toEqual(["submitted", "consent_changed"]);
    expect(row).toMatchObject(projectCase(replay(events), SEED_CALENDAR, "2026-09-17"));
    const clauses = await bench.test.db.select().from(allegations).where(eq(allegations.complaintId, row.id));
    expect(clauses.map((a) => a.clause)).toEqual(["A2.1", "A2.2", "A2.3", "B2.1", "B2.2"]);
    const [text] = await bench.test.db.select().from(complaintTexts).where(eq(complaintTexts.complaintId, row.id));
    expect(text).toMatchObject({ narrative: ANSWERS.narrative, wantsKinds: ["refund"], wants: "退回运费" });
    const [contact] = await bench.test.db.select().from(complaintContacts).where(eq(complaintContacts.complaintId, row.id));
    expect(contact).toMatchObject({ phone: "13800138000", email: null, verifiedAt: null });
    const given = await bench.test.db.select().from(consents).where(eq(consents.complaintId, row.id));
    expect(given.map((c) => c.kind)).toEqual(["share_with_company"]);
    // Random ids and hashes may hold these three digits by chance; nothing else may, and nothing holds the whole number.
    const { id, reference, secretHash, idempotencyKey, distinctHash, ...told } = row;
    expect(JSON.stringify(told)).not.toContain("138");
    expect(`${id} ${reference} ${secretHash} ${idempotencyKey} ${distinctHash}`).not.toMatch(/138-?0013-?8000/);
  });

  it("empties the draft, and tells reference and due day by letter, never the secret", async () => {
    const token = await fillDraft({ ...ANSWERS, email: "chen@example.com" });
    const { row, secret } = await filed(token);
    const draft = await openDraft(bench.test.db, { token }, minutes(1));
    expect(draft?.data.answers).toEqual({});
    const [letter] = await bench.test.db.select().from(mails).where(eq(mails.complaintId, row.id));
    expect(letter?.to).toBe("chen@example.com");
    expect(letter?.body).toContain("2026年9月23日");
    expect(JSON.stringify(letter)).not.toContain(secret);
  });

  it("goes on with more digits when a day's references run short", async () => {
    const { row } = await filed(await fillDraft());
    await bench.test.db.execute(sql`
      insert into complaints select (jsonb_populate_record(c, jsonb_build_object(
        'id', gen_random_uuid(), 'reference', '2026-0917-' || lpad(g::text, 4, '0'), 'idempotency_key', 'fill-' || g,
        'queue_number', 1000000 + g))).*
      from complaints c, generate_series(0, 9999) g where c.id = ${row.id} on conflict do nothing`);
    const next = await filed(await fillDraft());
    expect(next.row.reference).toMatch(/^2026-0917-\d{6}$/);
  });

  it("knows the account it comes from, and needs no proof of the address one signed in with", async () => {
    const userId = await person("zhou@example.com");
    await fillDraft({ ...ANSWERS, email: "Zhou@example.com" }, FILED_AT, userId);
    const actor = { role: "complainant", userId, email: "zhou@example.com" } as const;
    const { submitted } = await submitDraft(actor, { userId }, "zh-Hans", FILED_AT);
    expect(submitted?.row).toMatchObject({ origin: "account", userId, contactVerified: true });
    const [letter] = await bench.test.db
      .select()
      .from(mails)
      .where(eq(mails.complaintId, submitted?.row.id ?? ""));
    expect(letter?.body).not.toContain("24小时");
  });

  it("takes a complaint in at the desk for someone who phoned, once a key", async () => {
    const { input } = readAnswers(ANSWERS, FILED_AT);
    if (!input) throw new Error("incomplete");
    const [officer] = await bench.test.db.insert(users).values({ email: "desk@example.com", role: "officer" }).returning();
    const actor: Actor = { role: "officer", userId: officer?.id ?? "" };
    const submission = { key: "desk:1", seed: "s".repeat(32), origin: "phone", locale: "zh-Hans" } as const;
    const first = await submitComplaint(actor, input, submission, FILED_AT);
    const second = await submitComplaint(actor, input, submission, minutes(1));
    expect(second.row.id).toBe(first.row.id);
    expect(first.row).toMatchObject({ origin: "phone", userId: null });
    await expect(
      submitComplaint({ role: "company", companyId: "k" }, input, { ...submission, key: "desk:2" }, FILED_AT),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the receipt", () => {
  it("opens the case with its secret however it is typed, and with no other", async () => {
    const { row, secret } = await filed(await fillDraft());
    const typed = secret.toLowerCase().replace(/(.{4})/g, "$1 ");
    expect((await openReceipt(bench.test.db, ` ${row.reference} `, typed))?.id).toBe(row.id);
    expect(await openReceipt(bench.test.db, row.reference, "2222 2222 2222")).toBeNull();
    expect(await openReceipt(bench.test.db, "2020-0101-0000", secret)).toBeNull();
  });

  it("signs reference, time and due day, and neither name nor secret", async () => {
    const { row, secret } = await filed(await fillDraft({ ...ANSWERS, name: "王某某" }));
    const receipt = await signedReceipt(bench.test.db, row, minutes(1));
    expect(verifySigned(receipt)).toBe(true);
    expect(JSON.parse(receipt.signed)).toMatchObject({
      reference: row.reference,
      filedAt: "2026-09-17T02:00:00.000Z",
      acceptanceDue: "2026-09-23",
      evidence: [],
    });
    expect(receipt.signed).not.toContain("王");
    expect(receipt.signed).not.toContain(secret);
  });

  it("proves the contact with the digits that were sent, in time, after few tries", async () => {
    const { row } = await filed(await fillDraft({ ...ANSWERS, email: "sun@example.com" }));
    const actor: Actor = { role: "complainant", complaintId: row.id };
    const codes = async () => {
      const letters = await bench.test.db.select().from(mails).where(eq(mails.complaintId, row.id)).orderBy(mails.createdAt);
      return letters.map((letter) => /：(\d{6})(?!\d)/.exec(letter.body)?.[1] ?? "");
    };
    await expect(verifyContact(actor, row.reference, "000000x", minutes(1))).rejects.toMatchObject({ code: "invalid" });
    await resendContactCode(actor, row.reference, minutes(2));
    const [old, fresh] = await codes();
    if (old !== fresh)
      await expect(verifyContact(actor, row.reference, old ?? "", minutes(3))).rejects.toMatchObject({ code: "invalid" });
    await expect(verifyContact({ role: "complainant" }, row.reference, fresh ?? "", minutes(3))).rejects.toMatchObject({
      code: "not_found",
    });
    await verifyContact(actor, row.reference, fresh ?? "", minutes(3));
    const [after] = await bench.test.db.select().from(complaints).where(eq(complaints.id, row.id));
    expect(after?.contactVerified).toBe(true);
  });
});
