import { describe, expect, it } from "vitest";
import {
  formatBytes,
  formatDay,
  formatInstant,
  formatMonth,
  formatNumber,
  formatPercent,
  formatPosition,
  formatTime,
  formatWeekday,
} from "./format";

describe("days", () => {
  it("writes the day of every page in three languages", () => {
    expect(formatDay("2026-09-17", "zh-Hans")).toBe("2026年9月17日 星期四");
    expect(formatDay("2026-09-17", "zh-Hant")).toBe("2026年9月17日 星期四");
    expect(formatDay("2026-09-17", "en")).toBe("Thu 17 Sep 2026");
  });
  it("writes deadlines with the weekday", () => {
    expect(formatDay("2026-10-27", "zh-Hans", "weekday")).toBe("10月27日 周二");
    expect(formatDay("2026-10-27", "zh-Hant", "weekday")).toBe("10月27日 週二");
    expect(formatDay("2026-10-27", "en", "weekday")).toBe("Tue 27 Oct");
  });
  it("has short forms", () => {
    expect(formatDay("2026-09-01", "zh-Hans", "short")).toBe("9/1");
    expect(formatDay("2026-09-01", "zh-Hans", "day")).toBe("9月1日");
    expect(formatDay("2026-09-01", "en", "date")).toBe("1 Sep 2026");
    expect(formatMonth("2026-03", "zh-Hans")).toBe("2026年3月");
    expect(formatMonth("2026-03-31", "en")).toBe("Mar 2026");
  });
  it("names the weekdays of a strip", () => {
    expect([1, 2, 3, 4, 5, 6, 7].map((d) => formatWeekday(d, "zh-Hant")).join("")).toBe("一二三四五六日");
    expect(formatWeekday(7, "en")).toBe("Sun");
  });
});

describe("moments are those of Asia/Shanghai", () => {
  it("crosses midnight there, not in UTC", () => {
    const at = new Date("2026-09-30T16:42:07Z");
    expect(formatTime(at, true)).toBe("00:42:07");
    expect(formatInstant(at, "zh-Hans", true)).toBe("2026年10月1日00:42:07");
    expect(formatInstant(at, "en")).toBe("1 Oct 2026, 00:42");
  });
});

describe("numbers", () => {
  it("groups and keeps decimals", () => {
    expect(formatNumber(1284)).toBe("1,284");
    expect(formatNumber(69.5, 1)).toBe("69.5");
    expect(formatNumber(-0.9, 1)).toBe("−0.9");
  });
  it("never calls a missed promise 100%", () => {
    expect(formatPercent(99999 / 100000)).toBe("99.9%");
    expect(formatPercent(1)).toBe("100.0%");
    expect(formatPercent(1 / 100000)).toBe("0.1%");
    expect(formatPercent(0, 0)).toBe("0%");
    expect(formatPercent(1273 / 1284)).toBe("99.1%");
  });
  it("writes sizes and positions", () => {
    expect(formatBytes(18_400_000, "zh-Hans")).toBe("18.4MB");
    expect(formatBytes(120, "en")).toBe("1 kB");
    expect(formatPosition(312)).toBe("5:12");
    expect(formatPosition(3840)).toBe("1:04:00");
  });
});
