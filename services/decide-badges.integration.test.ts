import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useDatabase as replaceDatabase } from "@/db/client";
import { badgesOf } from "@/db/queries/badges";
import { companies, dialTests, publishedFindings, publishedRulings, rectifications } from "@/db/schema";
import { createTestDatabase, setTestClock, type TestDatabase } from "@/db/testing";
import type { Actor } from "@/domain/actors";
import { badgeStanding } from "@/domain/badge";
import { type Day, dayOf, startOfDay } from "@/domain/day";
import { changeCompany } from "./change-company";
import { createCompany } from "./create-company";
import { decideBadges } from "./decide-badges";
import { mergeCompanies } from "./merge-companies";
import { recomputeAllScores, recomputeScore } from "./recompute-score";

const OFFICER: Actor = { role: "officer" };
/** The night after the second quarter's end. */
const TURN = new Date("2026-06-30T16:10:00Z");

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  replaceDatabase(test.db);
  await setTestClock(test.owner, TURN);
});
afterAll(() => test.drop());

const entry = (name: string, pledgeSignedOn = "2026-01-05") => ({
  name,
  nameHant: "",
  nameEn: "",
  sector: "telecom",
  sizeClass: "giant",
  serviceEmail: "",
  servicePhone: "",
  pledgeSignedOn,
});

/** A company in the register with `passed` of `tests` dial tests; the giant's proxy makes its evidence reliable. */
async function company(name: string, { pledge = "2026-01-05", tests = 20, passed = 20 } = {}) {
  const made = await createCompany(OFFICER, { ...entry(name, pledge), aliases: [] }, TURN);
  for (let i = 0; i < tests; i++)
    await test.db.insert(dialTests).values({
      companyId: made.id,
      quarter: "2026Q2",
      channel: "phone",
      testedAt: startOfDay("2026-05-10"),
      humanRequests: 1,
      secondsToHuman: i < passed ? 30 : 400,
      passed: i < passed,
    });
  return made;
}

/** A final moderate finding whose rectification is due on a day. */
async function finding(companyId: string, finalOn: Day, dueOn: Day) {
  const [rulingId, complaintId, id] = [randomUUID(), randomUUID(), randomUUID()];
  const [ruling] = await test.db
    .insert(publishedRulings)
    .values({
      number: `2026-${String(Math.floor(1e5 + Number.parseInt(id.slice(0, 6), 16))).slice(-5)}`,
      rulingId,
      complaintId,
      companyId,
      sector: "telecom",
      status: "final",
      outcome: "upheld",
      title: "t",
      decision: "d",
      allegationCount: 1,
      clocks: [],
      standardVersion: "1",
      filedMonth: "2026-05",
      signedOn: "2026-06-20",
      signedAt: startOfDay("2026-06-20"),
      finalOn,
      sha256: "0",
    })
    .returning();
  await test.db.insert(publishedFindings).values({
    id,
    publishedRulingId: ruling?.id ?? "",
    companyId,
    ord: 1,
    clause: "B2.1",
    standardVersion: "1",
    outcome: "upheld",
    tier: "moderate",
    title: "t",
    facts: "f",
    reasons: "r",
    groupId: id,
    incidentMonth: "2026-05",
    signedOn: "2026-06-20",
    finalOn,
  });
  await test.db
    .insert(rectifications)
    .values({ findingId: id, complaintId, companyId, state: "ordered", orderedOn: finalOn, dueOn });
}

const decide = (at: Date) =>
  test.db.transaction(async (tx) => {
    await recomputeAllScores(tx);
    return decideBadges(tx, dayOf(at));
  });
const standing = async (companyId: string, on: Day) => {
  const [badge] = await badgesOf(test.db, companyId);
  return (
    badge && { standing: badgeStanding(badge, on), because: badge.revokedFor, revokedOn: badge.revokedOn, failed: badge.failed }
  );
};

describe("the badge at the quarter's turn and after", () => {
  const made: Record<string, string> = {};

  it("is given by rule alone, once, with the facts it was decided on", async () => {
    made.good = (await company("守信甲")).id;
    made.slips = (await company("守信乙")).id;
    made.merges = (await company("守信丙")).id;
    made.withdraws = (await company("守信丁")).id;
    made.noPledge = (await company("未签戊", { pledge: "" })).id;
    made.slow = (await company("拖延己", { passed: 18 })).id;
    made.overdue = (await company("逾期庚")).id;
    await finding(made.overdue as string, "2026-06-01", "2026-06-10");
    await finding(made.slips as string, "2026-06-28", "2026-07-09");

    expect(await decide(TURN)).toEqual({ decided: 7, awarded: 4 });
    expect(await decide(TURN)).toEqual({ decided: 0, awarded: 0 });
    const [badge] = await badgesOf(test.db, made.good as string);
    expect(badge).toMatchObject({
      quarter: "2026Q3",
      awardedOn: "2026-07-01",
      expiresOn: "2026-09-30",
      failed: [],
      facts: { asOf: "2026-06-30", grade: "II", band: "A", overdue: 0, tests: 20, passed: 20, pledgeSignedOn: "2026-01-05" },
    });
    for (const [who, failed] of [
      ["noPledge", ["pledge"]],
      ["slow", ["dial"]],
      ["overdue", ["rectified"]],
    ] as const)
      expect(await standing(made[who] as string, "2026-07-01"), who).toMatchObject({ standing: "refused", failed });
  });

  it("is revoked by itself on the first day on which a rectification is overdue, and stays so", async () => {
    const slips = made.slips as string;
    await test.db.transaction((tx) => recomputeScore(tx, slips, "2026-07-09"));
    expect(await standing(slips, "2026-07-09")).toMatchObject({ standing: "valid" });
    await test.db.transaction((tx) => recomputeScore(tx, slips, "2026-07-10"));
    expect(await standing(slips, "2026-07-10")).toMatchObject({
      standing: "revoked",
      because: ["rectified"],
      revokedOn: "2026-07-10",
    });
    await test.db
      .update(rectifications)
      .set({ state: "accepted", reports: [{ reportedOn: "2026-07-11", acceptedOn: "2026-07-11", rejectedOn: null }] })
      .where(eq(rectifications.companyId, slips));
    await test.db.transaction((tx) => recomputeScore(tx, slips, "2026-07-12"));
    expect(await standing(slips, "2026-07-12")).toMatchObject({ standing: "revoked", revokedOn: "2026-07-10" });
  });

  it("ends when the pledge is withdrawn or the company goes into another", async () => {
    const now = new Date("2026-07-20T02:00:00Z");
    await changeCompany(OFFICER, { ...entry("守信丁", ""), id: made.withdraws as string }, now);
    expect(await standing(made.withdraws as string, "2026-07-20")).toMatchObject({ standing: "revoked", because: ["pledge"] });
    await mergeCompanies(OFFICER, { fromId: made.merges as string, intoId: made.good as string, reason: "同一家" }, now);
    expect(await standing(made.merges as string, "2026-07-20")).toMatchObject({ standing: "revoked", because: ["merged"] });
    expect(await standing(made.good as string, "2026-07-20")).toMatchObject({ standing: "valid" });
  });

  it("ends with its quarter, and the next one is decided anew", async () => {
    const next = new Date("2026-09-30T16:20:00Z");
    await setTestClock(test.owner, next);
    expect(await standing(made.good as string, "2026-10-01")).toMatchObject({ standing: "expired" });
    expect(await decide(next)).toEqual({ decided: 6, awarded: 2 });
    const [latest, before] = await badgesOf(test.db, made.slips as string);
    expect(latest).toMatchObject({ quarter: "2026Q4", awardedOn: "2026-10-01", failed: [] });
    expect(before).toMatchObject({ quarter: "2026Q3", revokedOn: "2026-07-10" });
    expect(
      (
        await test.db
          .select()
          .from(companies)
          .where(eq(companies.id, made.merges as string))
      )[0]?.mergedIntoId,
    ).toBe(made.good);
  });
});
