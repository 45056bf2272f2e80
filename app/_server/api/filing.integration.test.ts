import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadCalendar } from "@/db/queries/calendar";
import { eventsOf } from "@/db/queries/cases";
import { complaintContacts, complaints, mails } from "@/db/schema";
import type { Actor } from "@/domain/actors";
import { projectCase } from "@/domain/case-projection";
import { dayOf } from "@/domain/day";
import { replay } from "@/domain/replay";
import { issueApiKey, takeBackApiKey } from "@/services/api-keys";
import { FILED_AT, type FilingBench, issueBenchKey, openFilingBench } from "@/services/filing.fixture";
import { secretHash } from "@/services/receipt-secret";
import { readUploadToken } from "@/services/upload-token";
import { fileComplaint } from "./filing";

let bench: FilingBench;
let admin: Actor;
let key: string;
let keyId: string;

beforeAll(async () => {
  bench = await openFilingBench();
  ({ admin, key, id: keyId } = await issueBenchKey(bench));
});
afterAll(() => bench.close());

const COMPLAINT = {
  companyName: "鹿汀商城",
  situations: ["asked_still_bot", "long_queue"],
  facts: { channel: "app", occurredOn: "2026-09-12", waitSeconds: 1290, humanRequests: 20 },
  narrative: "我在App里申请退款，说了二十次转人工，还是机器人。",
  wantsKinds: ["refund"],
  contact: { phone: "138-0013-8000" },
  consents: ["share_with_company"],
};

function send(body: unknown, headers: Record<string, string> = {}) {
  return fileComplaint(
    new Request("http://portal.example/api/v1/complaints", {
      method: "POST",
      headers: {
        authorization: `Bearer ${key}`,
        "content-type": "application/json",
        "idempotency-key": "attempt-0001",
        "accept-language": "en",
        ...headers,
      },
      body: typeof body === "string" ? body : JSON.stringify(body),
    }),
  );
}

describe("filing by a consumer body's own app", () => {
  it("answers reference, secret, due date and how it was counted, and the case is whole", async () => {
    const answer = await send(COMPLAINT, { "idempotency-key": "whole-case-1" });
    expect(answer.status).toBe(201);
    const told = await answer.json();
    // Filed Thursday 09-17: due Wednesday 09-23, as Sunday 09-20 works and Saturday does not.
    expect(told).toMatchObject({
      acceptanceDue: "2026-09-23",
      counted: { from: "2026-09-17", days: ["2026-09-18", "2026-09-20", "2026-09-21", "2026-09-22", "2026-09-23"] },
    });
    const { db } = bench.test;
    const [row] = await db.select().from(complaints).where(eq(complaints.reference, told.reference));
    if (!row) throw new Error("not there");
    expect(row.secretHash).toBe(secretHash(told.secret));
    expect(row.origin).toBe("program");
    const events = await eventsOf(db, row.id);
    expect(events.map((e) => e.type)).toEqual(["submitted", "consent_changed"]);
    const projected = projectCase(replay(events), await loadCalendar(db), dayOf(FILED_AT));
    expect(row).toMatchObject(projected);
    const [letter] = await db.select().from(mails).where(eq(mails.complaintId, row.id));
    expect(letter).toMatchObject({ channel: "sms", template: "complaint_received_sms" });
    expect(letter?.body).not.toContain(told.secret);
    const [contact] = await db.select().from(complaintContacts).where(eq(complaintContacts.complaintId, row.id));
    expect(contact?.codeHash).toMatch(/^[0-9a-f]{64}$/);
    expect(readUploadToken(told.evidence.token, FILED_AT)).toMatchObject({ owner: "case", id: row.id, side: "complainant" });
  });

  it("files once for one idempotency key, answers the same again, and refuses it for another body", async () => {
    const attempts = await Promise.all([1, 2, 3, 4].map(() => send(COMPLAINT, { "idempotency-key": "same-again-1" })));
    const told = await Promise.all(attempts.map((a) => a.json()));
    expect(attempts.map((a) => a.status)).toEqual([201, 201, 201, 201]);
    expect(new Set(told.map((t) => `${t.reference} ${t.secret}`)).size).toBe(1);
    const other = await send({ ...COMPLAINT, narrative: "另一件事。" }, { "idempotency-key": "same-again-1" });
    expect(other.status).toBe(422);
  });

  it("says field by field what is wrong, as the form does", async () => {
    const answer = await send({
      ...COMPLAINT,
      companyName: " ",
      facts: { ...COMPLAINT.facts, waitSeconds: -1 },
      contact: { email: "not an address" },
    });
    expect(answer.status).toBe(422);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    const { errors } = await answer.json();
    expect(errors.map((e: { pointer: string }) => e.pointer).sort()).toEqual([
      "#/companyName",
      "#/contact/email",
      "#/facts/waitSeconds",
    ]);
    for (const e of errors) expect(e.detail).toMatch(/[a-z]/);
    const future = await send({ ...COMPLAINT, facts: { occurredOn: "2026-12-01" } });
    expect(await future.json()).toMatchObject({ errors: [{ pointer: "#/facts/occurredOn" }] });
  });

  it("refuses what is no request of its kind, and files nothing", async () => {
    const before = await bench.test.db.$count(complaints);
    const statuses = [
      (await send(COMPLAINT, { authorization: "Bearer ans_wrong" })).status,
      (await send(COMPLAINT, { "idempotency-key": "x" })).status,
      (await send(COMPLAINT, { "content-type": "text/plain" })).status,
      (await send("{")).status,
      (await send(`"${"a".repeat(70_000)}"`)).status,
      (await send([])).status,
    ];
    expect(statuses).toEqual([401, 400, 415, 400, 413, 422]);
    expect(await bench.test.db.$count(complaints)).toBe(before);
  });

  it("stops at once when the key is taken back", async () => {
    const second = await issueApiKey(admin, "另一家", FILED_AT);
    await takeBackApiKey(admin, second.id, FILED_AT);
    expect((await send(COMPLAINT, { authorization: `Bearer ${second.key}` })).status).toBe(401);
    expect(keyId).not.toBe(second.id);
    await expect(issueApiKey({ role: "officer", userId: admin.userId as string }, "x", FILED_AT)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
