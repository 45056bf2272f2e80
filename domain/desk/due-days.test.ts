import { describe, expect, it } from "vitest";
import { SEED_CALENDAR } from "../calendar-seed";
import { type DueCount, dueByDay, loadByOfficer, nextWorkingDays } from "./due-days";

const due = (officer: string, day: DueCount["due"], n: number, paused = false): DueCount => ({ officer, due: day, n, paused });

describe("the workload", () => {
  // Thursday; Sunday the 20th works, the 25th to 27th and the first week of October are off.
  const today = "2026-09-17";

  it("counts working days by the year's notice", () => {
    expect(nextWorkingDays(today, 5, SEED_CALENDAR)).toEqual([
      "2026-09-17",
      "2026-09-18",
      "2026-09-20",
      "2026-09-21",
      "2026-09-22",
    ]);
    expect(nextWorkingDays("2026-10-03", 2, SEED_CALENDAR)).toEqual(["2026-10-08", "2026-10-09"]);
  });

  it("sorts every case of every officer into one group", () => {
    const counts = [
      due("lin", "2026-09-16", 1),
      due("lin", today, 2),
      due("lin", "2026-09-20", 3),
      due("lin", "2026-09-21", 4),
      due("zhou", "2026-09-30", 5),
      due("zhou", "2026-11-02", 6),
      due("zhou", "2026-09-18", 7, true),
      due("", "2026-09-18", 8),
    ];
    const load = loadByOfficer(counts, today, SEED_CALENDAR);
    expect(load.map((one) => [one.officer, one.total])).toEqual([
      ["zhou", 18],
      ["lin", 10],
      ["", 8],
    ]);
    expect(load[1]?.left).toMatchObject({ overdue: 1, today: 2, in2: 3, in5: 4, in10: 0, later: 0, paused: 0 });
    expect(load[0]?.left).toMatchObject({ in10: 5, later: 6, paused: 7 });
    expect(load.reduce((sum, one) => sum + one.total, 0)).toBe(counts.reduce((sum, one) => sum + one.n, 0));
  });

  it("gives each working day what falls due on it, paused cases aside, overdue ones together", () => {
    const counts = [
      due("a", "2026-09-01", 2),
      due("b", "2026-09-18", 3),
      due("a", "2026-09-18", 1),
      due("a", "2026-09-18", 9, true),
    ];
    const { overdue, days } = dueByDay(counts, today, 30, SEED_CALENDAR);
    expect(overdue).toBe(2);
    expect(days).toHaveLength(30);
    expect(days[1]).toEqual({ day: "2026-09-18", n: 4 });
    expect(days.reduce((sum, one) => sum + one.n, 0)).toBe(4);
  });
});
