import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsOf } from "@/db/queries/cases";
import { guardDates, setTestClock } from "@/db/testing";
import { projectCase } from "@/domain/case-projection";
import { dayOf } from "@/domain/day";
import { acceptComplaint } from "./accept-complaint";
import { bindCompany } from "./bind-company";
import { readCase } from "./case-file";
import { at, type DeskBench, fileComplaint, openDeskBench } from "./desk.fixture";
import { enforceDueCases } from "./enforce-due-cases";
import { assignCase } from "./manage-case";

let bench: DeskBench;
beforeAll(async () => {
  bench = await openDeskBench();
});
afterAll(() => bench.close());

const letters = async (id: string) =>
  (
    await bench.test.db.execute<{ template: string; n: number }>(
      sql`select template, count(*)::int as n from mails where complaint_id = ${id} group by template order by template`,
    )
  ).map((m): [string, number] => [m.template, m.n]);
const rowIsTrue = async (id: string, today = dayOf(at("2026-09-28"))) => {
  const read = await readCase(bench.test.db, bench.zhou, { id });
  if (!read) throw new Error("gone");
  expect(read.row).toMatchObject(projectCase(read.snapshot, read.calendar, today));
};

describe("what clocks bring about, swept", () => {
  it("is carried out once by any number of sweeps at a time, dated when it was due, with its consequences", async () => {
    const cases = [];
    for (let i = 0; i < 12; i++) {
      const filed = await fileComplaint({ email: `once${i}@consumer.example` }, at("2026-09-17", 9));
      if (i % 2 === 0)
        await bindCompany(bench.zhou, { reference: filed.reference, companyId: bench.company.companyId }, at("2026-09-17"));
      cases.push(filed);
    }
    // From here nobody may date anything back; what has run out still gets its own date.
    await guardDates(bench.test.ownerUrl, true);
    // Three working days without a worker.
    await setTestClock(bench.test.owner, at("2026-09-28"));
    const done = await Promise.all([enforceDueCases(1_000, 3), enforceDueCases(1_000, 4), enforceDueCases(1_000, 5)]);
    expect(done.reduce((a, b) => a + b)).toBeGreaterThanOrEqual(12);
    for (const [i, { id }] of cases.entries()) {
      const events = await eventsOf(bench.test.db, id);
      const deemed = events.filter((e) => e.type === "deemed_accepted");
      expect(deemed.map((e) => e.at.toISOString())).toEqual(["2026-09-23T16:00:00.000Z"]);
      expect(events.filter((e) => e.type === "served")).toHaveLength(i % 2 === 0 ? 1 : 0);
      const sent = new Map(await letters(id));
      expect(sent.get("deemed_accepted_complainant")).toBe(1);
      expect(sent.get("deemed_accepted_supervisor")).toBe(2);
      expect(sent.get("served_company")).toBe(i % 2 === 0 ? 1 : undefined);
      await rowIsTrue(id);
    }
    expect(await enforceDueCases()).toBe(0);
    const numbers = await bench.test.db.execute<{ n: string }>(
      sql`select overdue_number as n from complaints where overdue_number is not null`,
    );
    expect(new Set(numbers.map((r) => r.n)).size).toBe(12);
    await guardDates(bench.test.ownerUrl, false);
  });

  it("reminds whom the clock binds and the supervisor, once a threshold, and one letter after a long silence", async () => {
    const filed = await fileComplaint({ email: "reminded@consumer.example" }, at("2026-10-12", 9));
    const { id, reference } = filed;
    await bindCompany(bench.zhou, { reference, companyId: bench.company.companyId }, at("2026-10-13"));
    await assignCase(bench.he, { reference, officerId: bench.zhou.userId }, at("2026-10-13"));
    await acceptComplaint(bench.zhou, reference, at("2026-10-13", 11));
    const sweep = async (day: "2026-11-10" | "2026-11-11" | "2026-11-23" | "2026-11-24") => {
      await setTestClock(bench.test.owner, at(day));
      await enforceDueCases();
      await enforceDueCases();
      const sent = await eventsOf(bench.test.db, id);
      await rowIsTrue(id, day);
      return sent.flatMap((e) => (e.type === "deadline_reminded" && e.data.clock === "decision" ? [e.data.daysLeft] : []));
    };
    // Due Tue 24 November (RULES §4).
    expect(await sweep("2026-11-10")).toEqual([10]);
    expect(await sweep("2026-11-11")).toEqual([10]);
    expect(await sweep("2026-11-23")).toEqual([10, 1]);
    expect(await sweep("2026-11-24")).toEqual([10, 1, 0]);
    const sent = new Map(await letters(id));
    expect([sent.get("reminded_officer"), sent.get("reminded_supervisor")]).toEqual([3, 2]);
  });
});
