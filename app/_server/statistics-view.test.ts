import { describe, expect, it } from "vitest";
import { STATISTICS_CHOICES } from "@/next.config";
import { statisticsQuery } from "./statistics-view";

describe("the address of the statistics", () => {
  it("leads to a count of its own with any choice there is", () => {
    expect([...STATISTICS_CHOICES].sort()).toEqual(Object.keys(statisticsQuery.shape).sort());
  });
});
