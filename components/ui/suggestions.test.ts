import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowAfter } from "./suggestions";

describe("the row an arrow key leads to", () => {
  it("is one of the list, and going through all of them comes back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.constantFrom("ArrowDown", "ArrowUp"), (count, key) => {
        const seen: number[] = [];
        let at = -1;
        for (let i = 0; i < count; i++) {
          at = rowAfter(key, at, count) ?? Number.NaN;
          seen.push(at);
        }
        expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
        expect(rowAfter(key, at, count)).toBe(seen[0]);
      }),
    );
  });

  it("is none for other keys and empty lists", () => {
    expect(rowAfter("Enter", 0, 3)).toBeNull();
    expect(rowAfter("ArrowDown", -1, 0)).toBeNull();
  });
});
