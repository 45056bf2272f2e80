import { inArray } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsOf } from "@/db/queries/cases";
import { allegations, complaintContacts, complaints, complaintTexts } from "@/db/schema";
import { fileByKey } from "./file-by-key";
import { complaintByProgram, FILED_AT, type FilingBench, issueBenchKey, openFilingBench } from "./filing.fixture";

let bench: FilingBench;
let holder: { id: string; key: string };
beforeAll(async () => {
  bench = await openFilingBench();
  holder = await issueBenchKey(bench);
});
afterAll(() => bench.close());

const file = (n: number, idempotencyKey: string, json = complaintByProgram(n)) => {
  return fileByKey(json, { keyId: holder.id, key: holder.key, idempotencyKey, body: JSON.stringify(json) }, FILED_AT);
};
async function filed(n: number, idempotencyKey: string) {
  const done = await file(n, idempotencyKey);
  if (done.faults) throw new Error(JSON.stringify(done.faults));
  return done;
}

describe("complaints that come by the hundred at once", () => {
  it("are each whole, with words, contact and events of their own, in their order", async () => {
    const all = await Promise.all(Array.from({ length: 120 }, (_, n) => filed(n, `many-${n}`)));
    expect(new Set(all.map(({ row }) => row.reference)).size).toBe(120);
    const ids = all.map(({ row }) => row.id);
    const texts = await bench.test.db.select().from(complaintTexts).where(inArray(complaintTexts.complaintId, ids));
    const contacts = await bench.test.db.select().from(complaintContacts).where(inArray(complaintContacts.complaintId, ids));
    for (const [n, { row }] of all.entries()) {
      expect(texts.find((t) => t.complaintId === row.id)?.narrative).toContain(`（第${n}位）`);
      expect(contacts.find((c) => c.complaintId === row.id)?.email).toBe(`person${n}@consumer.example`);
      const events = await eventsOf(bench.test.db, row.id);
      expect(events.map((e) => e.type)).toEqual(["submitted", "consent_changed"]);
    }
    const named = await bench.test.db.select().from(allegations).where(inArray(allegations.complaintId, ids));
    expect(named.length % 120).toBe(0);
    expect(all[0]?.row.acceptanceDue).toBe("2026-09-23");
  });

  it("are one where the same request comes three times, and its receipt is the same", async () => {
    const three = await Promise.all([1, 2, 3].map(() => filed(7, "thrice-the-same")));
    expect(new Set(three.map((one) => `${one.row.id} ${one.secret}`)).size).toBe(1);
    expect(three.filter((one) => one.again)).toHaveLength(2);
    await expect(file(8, "thrice-the-same")).rejects.toMatchObject({ code: "conflict" });
  });

  it("do not suffer for one the database refuses, and that one leaves nothing", async () => {
    const good = Array.from({ length: 12 }, (_, n) => filed(n, `beside-a-bad-one-${n}`));
    // PostgreSQL keeps no such character in a text; over HTTP it is refused earlier.
    const bad = file(99, "with-what-is-no-text", {
      ...complaintByProgram(99),
      narrative: "说了二十次转人工，\u0000还是机器人。",
    });
    const [refused, ...others] = await Promise.allSettled([bad, ...good]);
    expect(refused?.status).toBe("rejected");
    expect(others.map((o) => o.status)).toEqual(Array(12).fill("fulfilled"));
    expect(await bench.test.db.$count(complaints)).toBe(120 + 1 + 12);
  });
});
