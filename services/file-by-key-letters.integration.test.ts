import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { fileByKey } from "./file-by-key";
import { complaintByProgram, FILED_AT, type FilingBench, issueBenchKey, openFilingBench } from "./filing.fixture";

// Settings are read once a process: a mail server has to be set before anything is loaded. Nothing is sent here, jobs are only made.
vi.hoisted(() => {
  process.env.SMTP_URL = "smtp://127.0.0.1:9";
});

let bench: FilingBench;
let holder: { id: string; key: string };
beforeAll(async () => {
  bench = await openFilingBench();
  holder = await issueBenchKey(bench);
});
afterAll(async () => {
  delete process.env.SMTP_URL;
  await bench.close();
});

const file = (n: number, narrative?: string) => {
  const json = { ...complaintByProgram(n), ...(narrative ? { narrative } : {}) };
  const by = { keyId: holder.id, key: holder.key, idempotencyKey: `letters-${n}`, body: JSON.stringify(json) };
  return fileByKey(json, by, FILED_AT);
};

it("the letter of each complaint goes into the queue with it, and none of one that was refused or is there already", async () => {
  const good = Array.from({ length: 20 }, (_, n) => file(n));
  const results = await Promise.allSettled([file(99, "转人工\u0000，还是机器人。"), file(0), ...good]);
  expect(results.map((r) => r.status)).toEqual(["rejected", ...Array(21).fill("fulfilled")]);
  const letters = await bench.test.db.execute<{ id: string }>(
    sql`select m.id::text as id from mails m join complaints c on c.id = m.complaint_id order by 1`,
  );
  const jobs = await bench.test.db.execute<{ id: string }>(
    sql`select data->>'mailId' as id from pgboss.job where name = 'send-mail' order by 1`,
  );
  expect(letters).toHaveLength(20);
  expect(jobs.map((j) => j.id)).toEqual(letters.map((l) => l.id));
});
