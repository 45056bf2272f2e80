import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NOTICES, noticeDays, SEED_CALENDAR } from "./calendar-seed";
import {
  addDays,
  addMonthsCalendar,
  type Day,
  dayOf,
  daysBetween,
  eachDay,
  endOfDay,
  isDay,
  quarterBounds,
  quarterOf,
  startOfDay,
  weekday,
} from "./day";
import { addWorkingDays, calendarAsOf, countWorkingDays, isWorkingDay, kindOfDay, type WorkCalendar } from "./working-days";

const anyDay = fc.integer({ min: 0, max: 1095 }).map((n) => addDays("2024-01-01", n));
const count = fc.integer({ min: 1, max: 60 });
const interval = fc.tuple(anyDay, fc.integer({ min: 0, max: 60 })).map(([from, n]) => ({ from, to: addDays(from, n) }));

describe("a day", () => {
  it("changes at midnight in Shanghai", () => {
    expect(dayOf(new Date("2026-09-23T15:59:59.999Z"))).toBe("2026-09-23");
    expect(dayOf(new Date("2026-09-23T16:00:00.000Z"))).toBe("2026-09-24");
    expect(startOfDay("2026-09-24")).toEqual(new Date("2026-09-23T16:00:00.000Z"));
    expect(endOfDay("2026-09-23")).toEqual(startOfDay("2026-09-24"));
  });

  it("agrees with the calendar of the machine over a century", () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 50_000 }), (n) => {
        const date = new Date(n * 86_400_000);
        const d = date.toISOString().slice(0, 10) as Day;
        expect(addDays("1970-01-01", n)).toBe(d);
        expect(daysBetween("1970-01-01", d)).toBe(n);
        expect(weekday(d) % 7).toBe(date.getUTCDay());
      }),
    );
  });

  it("keeps months and quarters by the calendar", () => {
    expect(addMonthsCalendar("2024-01-31", 1)).toBe("2024-02-29");
    expect(addMonthsCalendar("2026-03-31", -1)).toBe("2026-02-28");
    expect(addMonthsCalendar("2026-11-30", 3)).toBe("2027-02-28");
    expect(quarterOf("2026-09-30")).toBe("2026Q3");
    expect(quarterBounds("2026Q4")).toEqual({ first: "2026-10-01", last: "2026-12-31" });
    expect(isDay("2026-02-29")).toBe(false);
    expect(isDay("2024-02-29")).toBe(true);
  });
});

describe("the calendar of the notices", () => {
  it("moves no weekday to work and no holiday to nowhere", () => {
    for (const notice of NOTICES) {
      for (const { day, kind } of noticeDays(notice)) {
        expect(day.startsWith(String(notice.year))).toBe(true);
        if (kind === "workday") expect(weekday(day)).toBeGreaterThan(5);
      }
    }
  });

  it.each([
    [2024, 366 - 115],
    [2025, 365 - 117],
    [2026, 365 - 117],
  ])("has the working days of %i", (year, expected) => {
    const working = [...eachDay(`${year}-01-01` as Day, `${year}-12-31` as Day)].filter((d) => isWorkingDay(d, SEED_CALENDAR));
    expect(working.length).toBe(expected);
  });

  it("names kinds of days", () => {
    expect(kindOfDay("2026-09-20", SEED_CALENDAR)).toBe("exchanged_workday");
    expect(kindOfDay("2026-10-03", SEED_CALENDAR)).toBe("holiday");
    expect(kindOfDay("2026-09-19", SEED_CALENDAR)).toBe("weekend");
    expect(kindOfDay("2027-02-08", SEED_CALENDAR)).toBe("working");
  });
});

describe("counting working days", () => {
  it("ends on a working day, as many days later as asked", () => {
    fc.assert(
      fc.property(anyDay, count, fc.array(interval, { maxLength: 3 }), (from, n, pauses) => {
        const { due } = addWorkingDays(from, n, SEED_CALENDAR, pauses);
        expect(isWorkingDay(due, SEED_CALENDAR)).toBe(true);
        expect(countWorkingDays(from, due, SEED_CALENDAR, pauses)).toBe(n);
      }),
    );
  });

  it("is never earlier for a pause more", () => {
    fc.assert(
      fc.property(anyDay, count, fc.array(interval, { maxLength: 3 }), interval, (from, n, pauses, more) => {
        const without = addWorkingDays(from, n, SEED_CALENDAR, pauses).due;
        expect(addWorkingDays(from, n, SEED_CALENDAR, [...pauses, more]).due >= without).toBe(true);
      }),
    );
  });

  it("is provisional as soon as a day of a year without notice is counted over", () => {
    expect(addWorkingDays("2026-12-21", 5, SEED_CALENDAR)).toEqual({ due: "2026-12-28", provisional: false });
    expect(addWorkingDays("2026-12-28", 5, SEED_CALENDAR)).toEqual({ due: "2027-01-04", provisional: true });
    expect(addWorkingDays("2026-12-31", 0, SEED_CALENDAR)).toEqual({ due: "2026-12-31", provisional: false });
  });

  it("refuses a calendar without working days, and counts that are none", () => {
    const days = new Map([...eachDay("2026-01-01", "2026-12-31")].map((d) => [d, { kind: "holiday" as const, name: "x" }]));
    const never: WorkCalendar = { days, years: new Set([2026]) };
    expect(() => addWorkingDays("2026-01-05", 1, never)).toThrow(expect.objectContaining({ code: "empty_calendar" }));
    for (const n of [-1, 1.5, Number.NaN, 20_000]) {
      expect(() => addWorkingDays("2026-01-05", n, SEED_CALENDAR)).toThrow(expect.objectContaining({ code: "invalid" }));
    }
    expect(() => addWorkingDays("2026-01-05", 1, SEED_CALENDAR, [{ from: "2026-01-05", to: null }])).toThrow(
      expect.objectContaining({ code: "clock_not_running" }),
    );
  });

  it("forgets what was loaded later", () => {
    const loaded: WorkCalendar = { ...SEED_CALENDAR, loadedOn: new Map([[2026, "2025-11-04"]]) };
    expect(addWorkingDays("2025-12-31", 1, calendarAsOf(loaded, "2025-11-03"))).toEqual({ due: "2026-01-01", provisional: true });
    expect(addWorkingDays("2025-12-31", 1, calendarAsOf(loaded, "2025-11-04"))).toEqual({
      due: "2026-01-04",
      provisional: false,
    });
  });
});
