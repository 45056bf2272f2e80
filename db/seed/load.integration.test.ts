import { asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "@/db/client";
import { countedDuties } from "@/db/queries/authority-record";
import { badgesOfQuarter } from "@/db/queries/badges";
import { loadCalendar } from "@/db/queries/calendar";
import { eventsOf } from "@/db/queries/cases";
import { findCompany } from "@/db/queries/companies";
import { creditFile } from "@/db/queries/credit-file";
import { periodParameters, scoreInput } from "@/db/queries/scores";
import { caseEvents, companyScores, complaints, evidenceFiles } from "@/db/schema";
import { createDemoDatabase } from "@/db/seed/testing";
import type { TestDatabase } from "@/db/testing";
import { dutyRecord } from "@/domain/authority-record";
import { projectCase } from "@/domain/case-projection";
import { lapse } from "@/domain/clocks";
import { addDays, dayOf, type Quarter, quarterBounds } from "@/domain/day";
import { replay } from "@/domain/replay";
import { computeFigures } from "@/domain/report-figures/compute-figures";
import { scoreCompany } from "@/domain/score/compliance-score";
import { makeScoreDump, publicScoreDump, scoreDump } from "@/domain/score/public-dump";
import { recordAuthority } from "@/services/record-authority";
import { reportDataset } from "@/services/report-dataset";
import { DEMO_START } from "./load";

let test: TestDatabase;
const today = dayOf(DEMO_START);

beforeAll(async () => {
  test = await createDemoDatabase();
  useDatabase(test.owner);
}, 300_000);
afterAll(async () => {
  await test.drop();
});

describe("the demo", () => {
  it("has every event in the public log from the start, under a signed total", async () => {
    const [row] = await test.db.execute<{ events: number; leaves: number; waiting: number; size: number }>(sql`
      select (select count(*) from case_events)::int as events, (select count(*) from log_leaves)::int as leaves,
        (select count(*) from log_pending)::int as waiting, (select max(size) from log_checkpoints)::int as size`);
    expect(row?.events).toBeGreaterThan(5000);
    expect(row).toMatchObject({ leaves: row?.events, waiting: 0, size: row?.events });
  });

  it("has at least 600 complaints in every state, of at least 15 companies in 6 sectors", async () => {
    const states = await test.db.selectDistinct({ state: complaints.state }).from(complaints);
    const [count] = await test.db.execute<{ n: number; companies: number; sectors: number }>(sql`
      select (select count(*) from complaints)::int as n, (select count(*) from companies)::int as companies, (select count(distinct sector) from companies)::int as sectors`);
    expect(states.map((s) => s.state).sort()).toEqual([
      "accepted",
      "awaiting_supplement",
      "declined",
      "final",
      "not_pursued",
      "ruled",
      "ruling_drafted",
      "settled",
      "submitted",
      "under_review",
      "withdrawn",
    ]);
    expect(count?.n).toBeGreaterThanOrEqual(600);
    expect(count?.companies).toBeGreaterThanOrEqual(15);
    expect(count?.sectors).toBeGreaterThanOrEqual(6);
  });

  it("has a credit file that reads the same in parts as whole, the newest first", async () => {
    const company = await findCompany(test.db, { slug: "bozhou" });
    const whole = await creditFile(test.db, company?.id ?? "", 1000);
    expect(whole.entries).toHaveLength(whole.total);
    expect(new Set(whole.entries.map((entry) => entry.kind)).size).toBeGreaterThan(3);
    const days = whole.entries.map((entry) => entry.day);
    expect(days).toEqual(days.toSorted().reverse());
    const parts = [];
    for (let offset = 0; offset < whole.total; offset += 13)
      parts.push(...(await creditFile(test.db, company?.id ?? "", 13, offset)).entries);
    expect(parts).toEqual(whole.entries);
  });

  it("has companies that hold the badge and one that lost it", async () => {
    const given = await badgesOfQuarter(test.db, "2026Q3");
    expect(given.filter(({ badge }) => badge.revokedOn === null).length).toBeGreaterThanOrEqual(2);
    expect(given.filter(({ badge }) => badge.revokedOn !== null).length).toBeGreaterThanOrEqual(1);
  });

  it("has lived through special checks: one concluded by two people, one open, one by inflow, their letters of that time", async () => {
    const rows = await test.db.execute<{
      trigger: string;
      clause: string | null;
      state: string;
      cases: number;
      late: number;
    }>(sql`
      select s.trigger, s.clause, s.state, (select count(*)::int from special_check_cases k where k.check_id = s.id) as cases,
        (select count(*)::int from mails m where m.params->>'number' = s.number and m.created_at > ${DEMO_START.toISOString()}::timestamptz) as late
      from special_checks s order by s.number`);
    expect([...rows]).toMatchObject([
      { trigger: "clause", clause: "C2.1", state: "concluded", late: 0 },
      { trigger: "clause", clause: "B1.2", state: "open", late: 0 },
      { trigger: "inflow", clause: null, state: "open", late: 0 },
    ]);
    for (const { cases } of rows) expect(cases).toBeGreaterThanOrEqual(3);
  });

  it("gives, for every case, the row back from its events, and its clocks are at rest", async () => {
    const calendar = await loadCalendar(test.db);
    const rows = await test.db.select().from(complaints).orderBy(asc(complaints.reference));
    for (const row of rows) {
      const snapshot = replay(await eventsOf(test.db, row.id));
      const projected = projectCase(snapshot, calendar, today);
      expect({ reference: row.reference, ...projected }).toEqual({
        reference: row.reference,
        ...Object.fromEntries(Object.keys(projected).map((k) => [k, row[k as keyof typeof row]])),
      });
      expect(lapse(snapshot, calendar, today)).toEqual([]);
    }
    expect(rows.length).toBeGreaterThan(0);
  });

  it("publishes scores that the public dump alone gives again, to the last digit", async () => {
    const stored = await test.db.select().from(companyScores).where(eq(companyScores.asOf, today));
    const parameters = await periodParameters(test.db, stored[0]?.period as Quarter);
    if (!parameters) throw new Error("no period");
    const inputs = (await Promise.all(stored.map((s) => scoreInput(test.db, s.companyId, today)))).flatMap((i) => i ?? []);
    const dump = publicScoreDump.parse(JSON.parse(JSON.stringify(makeScoreDump(inputs, parameters, today))));
    const again = new Map(scoreDump(dump).map((s) => [s.companyId, s.S]));
    expect(stored.length).toBeGreaterThan(0);
    for (const score of stored) expect(again.get(score.companyId)).toBe(score.score);
    for (const input of inputs) expect(scoreCompany(input, parameters, today).S).toBe(again.get(input.companyId));
  });

  it("tells the authority's record as the report's figures do, and counting anew gives the same rows", async () => {
    const yesterday = addDays(dayOf(DEMO_START), -1);
    const { first, last } = quarterBounds("2026Q2");
    const figures = computeFigures(await reportDataset(test.owner, "2026Q2", yesterday));
    const duties = await countedDuties(test.db, first, last);
    for (const [clock, id] of [
      ["acceptance", "F4"],
      ["decision", "F5"],
    ] as const) {
      const record = dutyRecord(clock, duties);
      const { counts, headline } = figures.find((figure) => figure.id === id) ?? {};
      expect({ due: record.due, inTime: record.inTime, notDone: record.undone }).toEqual(counts);
      expect(record.due).toBeGreaterThan(20);
      const { medianNet, p90Net, medianGross, p90Gross } = record;
      expect(headline).toMatchObject({ medianNet, p90Net, medianGross, p90Gross });
    }
    const days = () =>
      test.owner.execute(
        sql`select * from authority_days where n <> 0 order by due_on, clock, result, net_days, gross_days, extended, paused`,
      );
    const told = await days();
    await test.owner.execute(
      sql`update authority_duties set event_count = event_count - 1 where complaint_id in (select complaint_id from authority_duties limit 40)`,
    );
    expect(await recordAuthority(test.owner, DEMO_START)).toBe(40);
    expect(await recordAuthority(test.owner, DEMO_START)).toBe(0);
    expect(await days()).toEqual(told);
    await test.owner.execute(sql`truncate authority_days, authority_duties`);
    await recordAuthority(test.owner, DEMO_START);
    expect(await days()).toEqual(told);
  });

  it("keeps the ledger closed to the web: no change, no removal", async () => {
    const [event] = await test.db.select().from(caseEvents).limit(1);
    await expect(
      test.db
        .update(caseEvents)
        .set({ at: new Date(0) })
        .where(eq(caseEvents.seq, event?.seq ?? 0)),
    ).rejects.toThrow();
    await expect(test.db.delete(caseEvents).where(eq(caseEvents.seq, event?.seq ?? 0))).rejects.toThrow();
    await expect(test.db.execute(sql`truncate case_events`)).rejects.toThrow();
  });

  it("has real files attached", async () => {
    const kinds = await test.db.selectDistinct({ kind: evidenceFiles.kind }).from(evidenceFiles);
    expect(kinds.map((k) => k.kind)).toEqual(expect.arrayContaining(["image", "audio", "pdf"]));
  });
});
