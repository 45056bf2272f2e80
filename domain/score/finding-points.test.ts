import { describe, expect, it } from "vitest";
import type { Day } from "../day";
import { counts, findingPoints, mayStillScore } from "./finding-points";
import { acceptedOn, pairReports, rectificationState } from "./rectification-state";
import { recursAtRuling, unitMonth } from "./recurrence";
import { replyLines } from "./reply-points";
import type { RectificationDates, ScoredFinding } from "./types";
import { findingLines } from "./unit-points";

const report = (reportedOn: Day, acceptedOn: Day | null = null, rejectedOn: Day | null = null) => ({
  reportedOn,
  acceptedOn,
  rejectedOn,
});
const due = (reports: RectificationDates["reports"] = [], secondDueOn: Day | null = null): RectificationDates => ({
  orderedOn: "2026-04-30",
  dueOn: "2026-05-13",
  secondDueOn,
  reports,
});

describe("where a rectification stands", () => {
  it.each<[string, RectificationDates | null, Day, string]>([
    ["not yet ordered", null, "2026-05-01", "pending"],
    ["running", due(), "2026-05-01", "pending"],
    ["on the due day, to its 24:00", due(), "2026-05-13", "pending"],
    ["the day after", due(), "2026-05-14", "overdue"],
    ["reported on the due day, the desk has not looked yet", due([report("2026-05-13")]), "2026-05-20", "pending"],
    ["accepted after the due day, reported on it", due([report("2026-05-13", "2026-05-20")]), "2026-05-20", "in_time"],
    ["accepted later than the day asked for", due([report("2026-05-13", "2026-05-20")]), "2026-05-19", "pending"],
    ["reported a day late", due([report("2026-05-14")]), "2026-05-14", "overdue"],
    ["reported a day late and accepted", due([report("2026-05-14", "2026-05-15")]), "2026-05-15", "late"],
    ["rejected before due", due([report("2026-05-06", null, "2026-05-08")]), "2026-05-13", "pending"],
    ["rejected before due, no second due day", due([report("2026-05-06", null, "2026-05-08")]), "2026-05-14", "overdue"],
    ["7 more working days", due([report("2026-05-12", null, "2026-05-15")], "2026-05-26"), "2026-05-26", "pending"],
    ["and they pass", due([report("2026-05-12", null, "2026-05-15")], "2026-05-26"), "2026-05-27", "overdue"],
    [
      "put right in the second term: late",
      due([report("2026-05-12", null, "2026-05-15"), report("2026-05-22", "2026-05-25")], "2026-05-26"),
      "2026-06-01",
      "late",
    ],
    [
      "put right before the first due day",
      due([report("2026-05-06", null, "2026-05-08"), report("2026-05-12", "2026-05-18")], "2026-05-19"),
      "2026-05-18",
      "in_time",
    ],
    [
      "rejected twice before the second due day",
      due([report("2026-05-12", null, "2026-05-15"), report("2026-05-19", null, "2026-05-20")], "2026-05-26"),
      "2026-05-25",
      "pending",
    ],
    [
      "rejected twice, due passed",
      due([report("2026-05-12", null, "2026-05-15"), report("2026-05-19", null, "2026-05-20")], "2026-05-26"),
      "2026-05-27",
      "overdue",
    ],
    [
      "an empty report after the due day earns no new term",
      due([report("2026-05-18", null, "2026-05-20")], "2026-05-29"),
      "2026-05-21",
      "overdue",
    ],
  ])("%s", (_what, rectification, asOf, state) => {
    expect(rectificationState(rectification, asOf)).toBe(state);
  });

  it("pairs the moments of a case: rejection with the report before it, acceptance with the last", () => {
    const at = (text: string) => new Date(`${text}+08:00`);
    const moments = {
      reports: [{ at: at("2026-05-22T10:00") }, { at: at("2026-05-12T23:59") }],
      rejections: [{ at: at("2026-05-15T09:00") }],
      acceptedAt: at("2026-05-25T09:00"),
    };
    expect(pairReports(moments)).toEqual([report("2026-05-12", null, "2026-05-15"), report("2026-05-22", "2026-05-25")]);
    expect(pairReports({ reports: [], rejections: [], acceptedAt: at("2026-05-25T09:00") })).toEqual([
      report("2026-05-25", "2026-05-25"),
    ]);
    expect(pairReports({ reports: moments.reports.slice(1), rejections: [], acceptedAt: null })).toEqual([report("2026-05-12")]);
  });
});

const finding = (more: Partial<ScoredFinding> = {}): ScoredFinding & { tier: "serious"; outcome: "upheld" } =>
  ({
    findingId: "f-1",
    rulingId: "r-1",
    companyId: "c-1",
    groupId: "g-1",
    clause: "C2.1",
    tier: "serious",
    outcome: "upheld",
    signedOn: "2026-04-10",
    finalOn: "2026-04-27",
    annulledOn: null,
    recurs: false,
    rectification: due(),
    ...more,
  }) as ScoredFinding & { tier: "serious"; outcome: "upheld" };

describe("points of a finding", () => {
  it("count from the day it is final until it is annulled", () => {
    expect(counts(finding(), "2026-04-26")).toBe(false);
    expect(counts(finding(), "2026-04-27")).toBe(true);
    expect(counts(finding({ annulledOn: "2026-06-01" }), "2026-05-31")).toBe(true);
    expect(counts(finding({ annulledOn: "2026-06-01" }), "2026-06-01")).toBe(false);
    expect(counts(finding({ outcome: "insufficient_evidence", tier: null }), "2026-06-01")).toBe(false);
  });

  it("halve in 365.25 days from acceptance, not before", () => {
    const accepted = finding({ rectification: due([report("2026-05-13", "2026-05-13")]) });
    expect(findingPoints(accepted, "2026-05-13")).toMatchObject({ rho: 0.6, g: 1 });
    expect(findingPoints(accepted, "2027-05-13").g).toBeCloseTo(0.5 ** (365 / 365.25), 12);
    expect(findingPoints(finding(), "2028-05-13")).toMatchObject({ rho: 1.5, g: 1, points: 13.5 });
    expect(acceptedOn(accepted.rectification, "2026-05-12")).toBeNull();
  });

  it("are zero 36 calendar months after signing, but for an overdue serious one", () => {
    const rectified = finding({ rectification: due([report("2026-06-01", "2026-06-02")]) });
    expect(findingPoints(rectified, "2029-04-09").points).toBeGreaterThan(0);
    expect(findingPoints(rectified, "2029-04-10").points).toBe(0);
    expect(findingPoints({ ...finding(), tier: "moderate" } as never, "2029-04-10").points).toBe(0);
    expect(findingPoints(finding(), "2036-04-10").points).toBe(13.5);
    expect(mayStillScore(finding(), "2036-04-10")).toBe(true);
    expect(mayStillScore(rectified, "2029-04-09")).toBe(true);
    expect(mayStillScore(rectified, "2029-04-10")).toBe(false);
  });
});

describe("units", () => {
  it("take a clause's highest, of these the highest in full and the others a quarter", () => {
    const lines = findingLines(
      [
        finding({ findingId: "a", clause: "B2.1", tier: "moderate" }),
        finding({ findingId: "b", clause: "B2.1", tier: "minor" }),
        finding({ findingId: "c", clause: "C2.1", tier: "serious" }),
        finding({ findingId: "d", clause: "C3.1", tier: "moderate" }),
        finding({ findingId: "e", clause: "C3.1", tier: "moderate" }),
        finding({ findingId: "f", clause: "C3.1", tier: "moderate", groupId: "g-2" }),
      ],
      "2026-05-01",
    );
    expect(lines.map((line) => [line.findingId, line.unitFactor, line.points])).toEqual([
      ["a", 0.25, 0.75],
      ["b", 0, 0],
      ["c", 1, 9],
      ["d", 0.25, 0.75],
      ["e", 0, 0],
      ["f", 1, 3],
    ]);
  });
});

describe("replies", () => {
  const reply = (rulingId: string, failing: "late" | "missing", served = true) => ({
    rulingId,
    companyId: "c-1",
    failing,
    served,
    signedOn: "2026-04-10" as Day,
  });

  it("count once per upheld case, for 12 months, if served", () => {
    const findings = [
      finding(),
      finding({ findingId: "f-2", rulingId: "r-2" }),
      finding({ findingId: "f-3", rulingId: "r-3", outcome: "not_upheld" }),
    ];
    const replies = [
      reply("r-1", "late"),
      reply("r-1", "missing"),
      reply("r-2", "late"),
      reply("r-3", "missing"),
      reply("r-4", "missing"),
    ];
    expect(replyLines(replies, findings, "2027-04-09")).toEqual([
      { rulingId: "r-1", failing: "missing", points: 1 },
      { rulingId: "r-2", failing: "late", points: 0.5 },
    ]);
    expect(replyLines(replies, findings, "2027-04-10")).toEqual([]);
    expect(replyLines([reply("r-1", "missing", false)], findings, "2026-05-01")).toEqual([]);
  });
});

describe("recurrence", () => {
  it("is the same clause within 12 months after an accepted rectification", () => {
    const accepted = [{ clause: "C2.1", acceptedOn: "2026-05-13" as Day }];
    const recurs = (on: Day, clause = "C2.1") => recursAtRuling({ clause, on }, accepted);
    expect([recurs("2026-05-13"), recurs("2026-05-14"), recurs("2027-05-13"), recurs("2027-05-14")]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(recurs("2026-06-01", "C2.2")).toBe(false);
  });

  it("names the month of the incident, else of filing", () => {
    expect([unitMonth("2026-08-31", "2026-09-17"), unitMonth(null, "2026-09-17")]).toEqual(["2026-08", "2026-09"]);
  });
});
