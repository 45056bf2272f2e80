import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ROLES } from "./actors";
import { addDays, type Day } from "./day";
import {
  CHECK_MOVES,
  CHECK_STATES,
  CHECKED_CLAUSES,
  type CountedComplaint,
  checkNumber,
  decideCheck,
  inflowThreshold,
  judgeWeek,
  trailingMean,
  weekOf,
} from "./special-check";

const complaint = (n: number, more: Partial<CountedComplaint> = {}): CountedComplaint => ({
  id: `c${n}`,
  complainant: `person ${n}`,
  verified: true,
  clauses: ["B1.2"],
  ...more,
});
const people = (n: number, more: Partial<CountedComplaint> = {}) => Array.from({ length: n }, (_, i) => complaint(i, more));

describe("the measure (RULES §6)", () => {
  it.each([
    [0, 10],
    [1, 10],
    [2.5, 10],
    [4, 10],
    [9, 18],
    [16, 28],
    [100, 130],
  ])("μ %d: %d distinct complainants", (mean, threshold) => {
    expect(inflowThreshold(mean)).toBeCloseTo(threshold, 10);
  });

  it("is met by reaching it, and by nothing less", () => {
    expect(judgeWeek(people(10), { clause: null, mean: 0 }).opens).toBe(true);
    expect(judgeWeek(people(9), { clause: null, mean: 0 }).opens).toBe(false);
    expect(judgeWeek(people(18), { clause: null, mean: 9 })).toMatchObject({
      opens: true,
      complainants: 18,
      threshold: 18,
      mean: 9,
    });
    expect(judgeWeek(people(17), { clause: null, mean: 9 }).opens).toBe(false);
  });

  it("is three people on one of the four clauses, and not on another", () => {
    expect(CHECKED_CLAUSES).toEqual(["B1.2", "C2.1", "D1.3", "D1.5"]);
    expect(judgeWeek(people(3), { clause: "B1.2" })).toMatchObject({ opens: true, complainants: 3, threshold: 3, mean: null });
    expect(judgeWeek(people(2), { clause: "B1.2" }).opens).toBe(false);
    expect(judgeWeek(people(3), { clause: "C2.1" }).opens).toBe(false);
  });

  it("takes the mean over the twelve weeks before, empty ones too, and not over the week itself", () => {
    const week: Day = "2026-09-07";
    const counts = new Map<Day, number>([
      [week, 50],
      [addDays(week, -7), 6],
      [addDays(week, -84), 6],
      [addDays(week, -91), 100],
    ]);
    expect(trailingMean(counts, week)).toBe(1);
  });

  it.each([
    ["2026-09-07", "2026-09-07"],
    ["2026-09-13", "2026-09-07"],
    ["2026-09-14", "2026-09-14"],
    ["2027-01-01", "2026-12-28"],
  ] as [Day, Day][])("%s lies in the week of %s", (day, monday) => expect(weekOf(day)).toBe(monday));
});

const complaintArb = fc.record({
  id: fc.uuid(),
  complainant: fc.option(fc.constantFrom(..."abcdefghijklmnop")),
  verified: fc.boolean(),
  clauses: fc.subarray(["B1.2", "C2.1", "D1.3", "D1.5", "A2.2"]),
});
const weekArb = fc.array(complaintArb, { maxLength: 40 });
const subjectArb = fc.oneof(
  fc.record({ clause: fc.constant(null), mean: fc.double({ min: 0, max: 5, noNaN: true }) }),
  fc.record({ clause: fc.constantFrom(...CHECKED_CLAUSES) }),
);

describe("what a bombing can do", () => {
  it("nothing by one person, however often", () => {
    fc.assert(
      fc.property(weekArb, subjectArb, fc.integer({ min: 1, max: 60 }), (week, subject, times) => {
        const first = week.find((c) => c.verified && c.complainant !== null);
        fc.pre(first !== undefined);
        const again = Array.from({ length: times }, (_, i) => ({ ...(first as CountedComplaint), id: `again ${i}` }));
        const [before, after] = [judgeWeek(week, subject), judgeWeek([...week, ...again], subject)];
        expect(after.opens).toBe(before.opens);
        expect(after.complainants).toBe(before.complainants);
      }),
    );
  });

  it("nothing by those whose contact is not proven", () => {
    fc.assert(
      fc.property(weekArb, weekArb, subjectArb, (week, more, subject) => {
        const unproven = more.map((c) => ({ ...c, verified: false }));
        expect(judgeWeek([...week, ...unproven], subject)).toEqual(judgeWeek(week, subject));
      }),
    );
  });

  it("order does not matter, and more complainants never close what is open", () => {
    fc.assert(
      fc.property(weekArb, weekArb, subjectArb, (week, more, subject) => {
        const before = judgeWeek(week, subject);
        expect(judgeWeek([...week].reverse(), subject)).toEqual(before);
        const after = judgeWeek([...more, ...week], subject);
        expect(after.complainants).toBeGreaterThanOrEqual(before.complainants);
        if (before.opens) expect(after.opens).toBe(true);
      }),
    );
  });
});

describe("who does what", () => {
  const check = (state: string) => ({ state, draftedBy: "u1" });

  it("walks every row of the table and refuses every pair it does not list", () => {
    for (const role of ROLES)
      for (const state of CHECK_STATES)
        for (const move of CHECK_MOVES) {
          const listed = (move.by as readonly string[]).includes(role) && (move.from as readonly string[]).includes(state);
          const decide = () => decideCheck(move.act, check(state), { role, userId: "u2" });
          if (listed) expect(decide().to).toBe(move.to === "same" ? state : move.to);
          else expect(decide).toThrow();
        }
  });

  it("is never signed by who drafted it", () => {
    const sign = (userId: string) => () => decideCheck("sign", check("drafted"), { role: "supervisor", userId });
    expect(sign("u1")).toThrow("same_person");
    expect(sign("u2")().to).toBe("concluded");
  });

  it("numbers checks within a year", () => {
    expect([checkNumber("2026", 1), checkNumber("2026", 1234)]).toEqual(["ZX-2026-001", "ZX-2026-1234"]);
  });
});
