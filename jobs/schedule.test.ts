import { describe, expect, it } from "vitest";
import { latestSlot } from "./schedule";

const at = (text: string) => new Date(text);

describe("latestSlot", () => {
  it("counts every n minutes from the hour", () => {
    expect(latestSlot({ everyMinutes: 5 }, at("2026-09-17T02:04:59.999Z"))).toEqual(at("2026-09-17T02:00:00Z"));
    expect(latestSlot({ everyMinutes: 5 }, at("2026-09-17T02:05:00Z"))).toEqual(at("2026-09-17T02:05:00Z"));
  });

  it("takes a time of day in Shanghai, today's or yesterday's", () => {
    const rule = { dailyAt: "00:05" } as const;
    expect(latestSlot(rule, at("2026-09-17T16:04:00Z"))).toEqual(at("2026-09-16T16:05:00Z"));
    expect(latestSlot(rule, at("2026-09-17T16:05:00Z"))).toEqual(at("2026-09-17T16:05:00Z"));
  });
});
