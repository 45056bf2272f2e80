import { describe, expect, it } from "vitest";
import { addressWithin, STATISTICS_CHOICES } from "@/platform/addresses.mjs";
import { statisticsQuery } from "./statistics-view";

describe("the address of the statistics", () => {
  it("leads to a count of its own with any choice there is", () => {
    expect([...STATISTICS_CHOICES].sort()).toEqual(Object.keys(statisticsQuery.shape).sort());
    expect(addressWithin("/zh-Hant/statistics?utm=x&by=sector")).toBe("/zh-Hant/statistics/chosen?utm=x&by=sector");
  });

  it("leads to what is kept ready without one, and no other address is touched", () => {
    for (const asked of [
      "/en/statistics",
      "/en/statistics?utm=x",
      "/en/statistics/chosen?by=sector",
      "/de/statistics?by=sector",
      "/en/rulings?by=sector",
    ])
      expect(addressWithin(asked)).toBe(asked);
  });
});
