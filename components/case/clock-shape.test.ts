import { describe, expect, it } from "vitest";
import { SEED_CALENDAR } from "@/domain/calendar-seed";
import { type CaseClock, type ClockName, judgeClock, type LedgerPause } from "@/domain/clocks";
import type { Day } from "@/domain/day";
import { combOf, holidaysIn, markStateOf, runsOf, weeksOf } from "./clock-shape";

function clock(name: ClockName, start: Day, today: Day, pauses: LedgerPause[] = []): CaseClock {
  return judgeClock({ clock: name, subject: null, start, pauses, extensionDays: 0, stop: null }, SEED_CALENDAR, today);
}

describe("comb", () => {
  it("has a tick a working day and ends with the limit", () => {
    expect(combOf(clock("acceptance", "2026-09-14", "2026-09-17"))).toEqual(["used", "used", "used", "left", "left", "limit"]);
  });
  it("puts late days beyond the limit", () => {
    const ticks = combOf(clock("decision", "2026-07-31", "2026-09-17"));
    expect(ticks.slice(30)).toEqual(["limit", "late", "late", "late", "late"]);
    expect(ticks.slice(0, 30).every((tick) => tick === "used")).toBe(true);
  });
  it("hatches the days of a pause where they lie", () => {
    const ticks = combOf(clock("decision", "2026-09-01", "2026-09-17", [{ reason: "appraisal", from: "2026-09-11", to: null }]));
    expect(ticks.slice(0, 13)).toEqual([...Array(8).fill("used"), ...Array(4).fill("paused"), "left"]);
    expect(ticks.filter((tick) => tick === "used" || tick === "left")).toHaveLength(30);
  });
  it("calls a closed window neither late nor owed", () => {
    const window = clock("review_window", "2026-08-14", "2026-09-17");
    expect(markStateOf(window)).toBe("stopped");
    expect(combOf(window)).not.toContain("late");
  });
});

describe("state of a mark", () => {
  it("turns vermilion from two working days left", () => {
    expect(markStateOf(clock("acceptance", "2026-09-14", "2026-09-16"))).toBe("running");
    expect(markStateOf(clock("acceptance", "2026-09-14", "2026-09-17"))).toBe("soon");
    expect(markStateOf(clock("acceptance", "2026-09-14", "2026-09-20"))).toBe("soon");
    expect(markStateOf(clock("acceptance", "2026-09-14", "2026-09-21"))).toBe("overdue");
  });
});

describe("strip of the National Day week", () => {
  const days = clock("acceptance", "2026-09-30", "2026-09-30");
  it("stands in whole weeks", () => {
    const cells = weeksOf(days);
    expect(cells).toHaveLength(21);
    expect(cells[0]?.date).toBe("2026-09-28");
    expect(cells.find((cell) => cell.due)?.date).toBe("2026-10-13");
  });
  it("says the same in runs", () => {
    expect(runsOf(days.days).map((run) => [run.why, run.from.slice(5), run.to.slice(5), run.first, run.last])).toEqual([
      ["start", "09-30", "09-30", undefined, undefined],
      ["holiday", "10-01", "10-07", undefined, undefined],
      ["counted", "10-08", "10-09", 1, 2],
      ["exchanged", "10-10", "10-10", 3, 3],
      ["weekend", "10-11", "10-11", undefined, undefined],
      ["counted", "10-12", "10-13", 4, 5],
    ]);
  });
  it("names its holidays once", () => {
    expect(holidaysIn(days.days)).toEqual(["国庆节"]);
  });
});
