import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { useDatabase as replaceDatabase } from "@/db/client";
import { statistics } from "@/db/queries/public-statistics";
import { companies, complaints, statisticsCells, statisticsDirty } from "@/db/schema";
import { DEMO_START, loadDemo } from "@/db/seed/load";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { ComplaintInput } from "./complaint-input";
import { foldPublicStatistics, rebuildPublicStatistics } from "./fold-public-statistics";
import { submitComplaint } from "./submit-complaint";

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  replaceDatabase(test.owner);
  await loadDemo(test.owner);
  replaceDatabase(test.db);
  await foldPublicStatistics(test.db);
}, 300_000);
afterAll(() => test.drop());

const cells = async () => (await test.db.select().from(statisticsCells)).map((c) => Object.values(c).join("|")).sort();

it("counts what brute force counts", async () => {
  const total = (await statistics(test.db, { measure: "received", by: "month" })).reduce((sum, c) => sum + c.n, 0);
  expect(total).toBe(await test.db.$count(complaints));
  const [upheld] = await test.db.execute<{ n: number }>(sql`
    select count(*)::int as n from published_rulings p where outcome in ('upheld', 'partly_upheld') and annulled_on is null
      and version = (select max(version) from published_rulings q where q.complaint_id = p.complaint_id)`);
  const bySector = (await statistics(test.db, { measure: "upheld", by: "sector" })).reduce((sum, c) => sum + c.n, 0);
  expect(bySector).toBe(upheld?.n);
  const late = await test.db.$count(complaints, eq(complaints.deemed, true));
  const counted = await statistics(test.db, { measure: "accepted_late", by: "channel" });
  expect(counted.reduce((sum, c) => sum + c.n, 0)).toBe(late);
});

it("keeps step with what happens, and counting anew gives the same rows", async () => {
  const input = ComplaintInput.parse({
    companyName: "柏舟",
    situations: ["asked_still_bot"],
    facts: { channel: "phone", waitSeconds: 181 },
    narrative: "等了三分钟零一秒。",
    contact: { phone: "13800138000" },
  });
  const before = await cells();
  for (const key of ["a", "b"])
    await submitComplaint(
      { role: "complainant" },
      input,
      { key: `test:${key}`, seed: "0".repeat(64), origin: "receipt", locale: "zh-Hans" },
      DEMO_START,
    );
  expect(await test.db.$count(statisticsDirty)).toBe(2);
  await foldPublicStatistics(test.db);
  await test.db.update(companies).set({ sector: "travel" }).where(eq(companies.slug, "bozhou"));
  await foldPublicStatistics(test.db);
  const kept = await cells();
  expect(kept).not.toEqual(before);
  await rebuildPublicStatistics(test.db);
  expect(await cells()).toEqual(kept);
});
