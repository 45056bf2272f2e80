import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundEnd, spreadLabels, textRoom } from "./spread-labels";

describe("spreadLabels", () => {
  it("leaves alone what does not overlap", () => {
    expect(spreadLabels([10, 100, 50], 18, 0, 300)).toEqual([10, 100, 50]);
  });

  it("parts two that fall together, evenly about their middle", () => {
    expect(spreadLabels([100, 100], 20, 0, 300)).toEqual([90, 110]);
  });

  it("keeps the order, the gap and the edges", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 12 }), (wishes) => {
        const placed = spreadLabels(wishes, 18, 0, 400);
        const sorted = [...placed].sort((a, b) => a - b);
        expect(placed.length).toBe(wishes.length);
        for (const at of placed) expect(at).toBeGreaterThanOrEqual(-1e-6);
        for (const at of placed) expect(at).toBeLessThanOrEqual(400 + 1e-6);
        for (let i = 1; i < sorted.length; i++) expect((sorted[i] ?? 0) - (sorted[i - 1] ?? 0)).toBeGreaterThan(18 - 1e-6);
        for (let i = 0; i < wishes.length; i++)
          for (let j = 0; j < wishes.length; j++)
            if ((wishes[i] ?? 0) < (wishes[j] ?? 0)) expect(placed[i] ?? 0).toBeLessThan(placed[j] ?? 0);
      }),
    );
  });

  it("squeezes where there is no room", () => {
    expect(spreadLabels([5, 5, 5], 20, 0, 20)).toEqual([0, 10, 20]);
  });
});

describe("roundEnd", () => {
  it.each([
    [0, 4],
    [3, 4],
    [11, 12],
    [20, 20],
    [23, 40],
    [41, 60],
    [120, 200],
    [999, 1200],
    [41_806, 80_000],
  ])("%i → %i", (most, end) => {
    expect(roundEnd(most)).toBe(end);
    expect(roundEnd(most) % 4).toBe(0);
  });
});

describe("textRoom", () => {
  it("gives a Chinese character its square and a letter half of it", () => {
    expect(textRoom("零售电商", 15)).toBeGreaterThanOrEqual(60);
    expect(textRoom("Banking and payment", 15)).toBeGreaterThan(textRoom("零售电商", 15));
    expect(textRoom("", 15)).toBe(0);
  });
});
