import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarOf, NOTICES, SEED_CALENDAR } from "./calendar-seed";
import { caseClocks, computeDeadline, type LedgerPause, movedDeadlines, rectificationClock } from "./clocks";
import { addDays, type Day, endOfDay } from "./day";
import { accepted, at, caseOf, filed } from "./test-cases";
import { isWorkingDay, type WorkCalendar } from "./working-days";

const anyDay = fc.integer({ min: 0, max: 700 }).map((n) => addDays("2024-01-01", n));
const pause = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 90 }), fc.constantFrom("appraisal" as const, "mediation" as const, "court" as const))
  .map(([from, n, reason]): LedgerPause => ({ reason, from, to: addDays(from, n) }));
const today: Day = "2026-12-31";

describe("any deadline", () => {
  it("falls on a working day and numbers every counted day", () => {
    fc.assert(
      fc.property(anyDay, fc.array(pause, { maxLength: 2 }), fc.constantFrom(0, 15), (start, pauses, extensionDays) => {
        const d = computeDeadline({ clock: "decision", start, pauses, extensionDays, calendar: SEED_CALENDAR, today });
        expect(isWorkingDay(d.due, SEED_CALENDAR)).toBe(true);
        const counted = d.days.filter((one) => one.counted);
        expect(counted.map((one) => one.n)).toEqual(Array.from({ length: 30 + extensionDays }, (_, i) => i + 1));
        expect(counted.at(-1)?.date).toBe(d.due);
        expect(d.dueAt).toEqual(endOfDay(d.due));
        expect(d.latestDue).toBe(d.due);
      }),
    );
  });

  it("is never earlier for a pause of another reason", () => {
    fc.assert(
      fc.property(anyDay, pause, pause, (start, first, second) => {
        fc.pre(first.reason !== second.reason);
        const due = (pauses: LedgerPause[]) =>
          computeDeadline({ clock: "decision", start, pauses, calendar: SEED_CALENDAR, today }).due;
        expect(due([first, second]) >= due([first])).toBe(true);
      }),
    );
  });

  it("is the same counted twice, on any later day", () => {
    fc.assert(
      fc.property(anyDay, fc.array(pause, { maxLength: 2 }), fc.integer({ min: 0, max: 400 }), (start, pauses, later) => {
        const input = { clock: "review", start, pauses, calendar: SEED_CALENDAR } as const;
        expect(computeDeadline({ ...input, today: addDays(today, later) })).toEqual(computeDeadline({ ...input, today }));
      }),
    );
  });

  it("is never later than its latest date once an open pause ends", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 80 }), (start, wait, last) => {
        const from = addDays(start, wait);
        const on = (day: Day, to: Day | null) =>
          computeDeadline({
            clock: "decision",
            start,
            pauses: [{ reason: "mediation", from, to }],
            calendar: SEED_CALENDAR,
            today: day,
          });
        const open = on(from, null);
        expect(on(addDays(from, last), addDays(from, last)).due <= (open.latestDue ?? "")).toBe(true);
        expect(open.due <= (open.latestDue ?? "")).toBe(true);
      }),
    );
  });
});

describe("a notice loaded later", () => {
  const loadedOn = (day: Day): WorkCalendar => ({ ...SEED_CALENDAR, loadedOn: new Map([[2026, day]]) });

  it("moves an open deadline and tells which", () => {
    const s = caseOf(filed("2025-12-30"), accepted("2025-12-31"));
    const before = calendarOf(NOTICES.filter((n) => n.year < 2026));
    const moved = movedDeadlines(s, before, loadedOn("2026-01-05"), at("2026-01-05"));
    expect(moved.map((e) => e.data)).toEqual([{ clock: "decision", from: "2026-02-11", to: "2026-02-12", subject: null }]);
  });

  it("moves none to before the second working day after loading", () => {
    const input = { clock: "acceptance", start: "2025-12-30", today: "2026-01-06" } as const;
    const early = computeDeadline({ ...input, calendar: SEED_CALENDAR });
    expect(early.due).toBe("2026-01-07");
    const many: WorkCalendar = {
      days: new Map([
        ["2026-01-03", { kind: "workday", name: "x" }],
        ["2026-01-04", { kind: "workday", name: "x" }],
      ]),
      years: new Set([2025, 2026]),
      loadedOn: new Map([[2026, "2026-01-02"]]),
    };
    const kept = computeDeadline({ ...input, calendar: many });
    expect(kept.due).toBe("2026-01-04");
    const last: WorkCalendar = { ...many, loadedOn: new Map([[2026, "2026-01-05"]]) };
    expect(computeDeadline({ ...input, calendar: last }).due).toBe("2026-01-06");
    expect(computeDeadline({ ...input, calendar: last }).days.at(-1)).toEqual({
      date: "2026-01-06",
      counted: false,
      why: "kept",
    });
  });

  it("leaves what had run out, and what was done, as it was judged", () => {
    const late = loadedOn("2026-06-01");
    expect(computeDeadline({ clock: "acceptance", start: "2026-02-13", calendar: late, today: "2026-07-01" }).due).toBe(
      "2026-02-20",
    );
    const s = caseOf(filed("2026-02-13"), accepted("2026-02-25"));
    expect(caseClocks(s, late, "2026-07-01")[0]).toMatchObject({
      clock: "acceptance",
      state: "late",
      due: "2026-02-20",
      provisional: true,
    });
    expect(caseClocks(s, SEED_CALENDAR, "2026-07-01")[0]).toMatchObject({ state: "met", due: "2026-02-27" });
  });
});

describe("a rectification", () => {
  const clock = (reports: Day[], rejections: Day[], acceptedOn: Day | null, on: Day) =>
    rectificationClock(
      "2026-03-02",
      {
        findingId: "f-1",
        reports: reports.map((d, i) => ({ reportId: `r-${i}`, at: at(d) })),
        rejections: rejections.map((d) => ({ at: at(d) })),
        acceptedAt: acceptedOn && at(acceptedOn),
      },
      SEED_CALENDAR,
      on,
    );

  it("runs seven working days and is overdue after them", () => {
    expect(clock([], [], null, "2026-03-11")).toMatchObject({ due: "2026-03-11", state: "running", daysLeft: 0 });
    expect(clock([], [], null, "2026-03-12")).toMatchObject({
      state: "overdue",
      daysLeft: -1,
      overdueFrom: endOfDay("2026-03-11"),
    });
  });

  it("is met by the date of the report, however long the desk takes", () => {
    expect(clock(["2026-03-11"], [], null, "2026-03-20")).toMatchObject({ state: "paused", paused: true, overdueFrom: null });
    expect(clock(["2026-03-11"], [], "2026-03-20", "2026-03-21")).toMatchObject({ state: "met", metOn: "2026-03-11" });
    expect(clock(["2026-03-12"], [], "2026-03-20", "2026-03-21")).toMatchObject({ state: "late" });
  });

  it("gives seven more working days after a rejection, once", () => {
    const again = clock(["2026-03-09"], ["2026-03-16"], null, "2026-03-17");
    expect(again).toMatchObject({ second: true, startDay: "2026-03-16", due: "2026-03-25", state: "running" });
    const rejectedEarly = clock(["2026-03-09", "2026-03-18"], ["2026-03-16", "2026-03-20"], null, "2026-03-23");
    expect(rejectedEarly).toMatchObject({ due: "2026-03-25", state: "running" });
    const rejectedLate = clock(["2026-03-09", "2026-03-24"], ["2026-03-16", "2026-03-30"], null, "2026-03-30");
    expect(rejectedLate).toMatchObject({ due: "2026-03-25", state: "overdue", overdueFrom: at("2026-03-30") });
  });

  it("gives no more days for a report that came too late", () => {
    expect(clock(["2026-03-13"], ["2026-03-16"], null, "2026-03-17")).toMatchObject({
      second: false,
      due: "2026-03-11",
      state: "overdue",
    });
  });
});
