import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ecdf, median, p90, quantile } from "./quantiles";
import { share, wilson } from "./shares";
import { guardSmallCells, LEAST_SHOWN } from "./small-cells";

describe("quantiles by nearest rank", () => {
  it.each([
    [[3, 1, 2], 0, 2, 3],
    [[1, 2, 3, 4], 0, 2, 4],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0, 5, 9],
    [[5], 0, 5, 5],
    [[], 0, null, null],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9], 1, 5, 9],
    [[1, 2, 3, 4, 5, 6, 7, 8], 2, 5, null],
    [[1], 1, 1, null],
    [[1], 2, null, null],
  ])("%j with %d open: median %s, P90 %s", (values, open, middle, ninth) => {
    expect([median(values, open), p90(values, open)]).toEqual([middle, ninth]);
  });

  it("is observed, reached by a share p, and by less below it", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 1 }), fc.integer({ min: 1, max: 99 }), (values, percent) => {
        const q = quantile(values, percent / 100) ?? Number.NaN;
        expect(values).toContain(q);
        expect(values.filter((value) => value <= q).length * 100).toBeGreaterThanOrEqual(percent * values.length);
        expect(values.filter((value) => value < q).length * 100).toBeLessThan(percent * values.length);
      }),
    );
  });

  it("agrees with the ECDF, which ends below 1 when some are open", () => {
    expect(ecdf([2, 1, 2, 5], 1)).toEqual([
      { value: 1, n: 1, share: 0.2 },
      { value: 2, n: 3, share: 0.6 },
      { value: 5, n: 4, share: 0.8 },
    ]);
    expect(ecdf([])).toEqual([]);
  });
});

describe("Wilson's interval", () => {
  // R: binom::binom.wilson, and the case of the look: 83 of 148.
  it.each([
    [83, 148, 0.48, 0.638],
    [0, 10, 0, 0.277533],
    [10, 10, 0.722467, 1],
    [1, 2, 0.094531, 0.905469],
    [24444, 39172, 0.619211, 0.628796],
  ])("%d of %d: %d to %d", (part, whole, lower, upper) => {
    expect(wilson(part, whole)?.lower).toBeCloseTo(lower, 3);
    expect(wilson(part, whole)?.upper).toBeCloseTo(upper, 3);
  });

  it("lies in [0, 1], holds the share, narrows with more", () => {
    const ofN = fc.integer({ min: 1, max: 5000 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(ofN, ([part, n]) => {
        const one = wilson(part, n) ?? { lower: 2, upper: -1 };
        const ten = wilson(part * 10, n * 10) ?? { lower: 0, upper: 1 };
        expect(one.lower).toBeGreaterThanOrEqual(0);
        expect(one.upper).toBeLessThanOrEqual(1);
        expect(share(part, n)).toBeGreaterThanOrEqual(one.lower);
        expect(share(part, n)).toBeLessThanOrEqual(one.upper);
        expect(ten.upper - ten.lower).toBeLessThanOrEqual(one.upper - one.lower);
      }),
    );
    expect([wilson(0, 0), share(0, 0)]).toEqual([null, null]);
  });
});

describe("small cells", () => {
  it("shows totals that tell nothing, hides those that do", () => {
    const guarded = guardSmallCells([
      [20, 3, 1, 9],
      [20, 3, 8, 9],
      [20, 4, 4, 9],
      [2, 1, 0, 1],
      [6, 7, 8, 9],
    ]);
    expect(guarded.rowTotals).toEqual([33, null, null, null, 30]);
    expect(guarded.cells[1]).toEqual([20, null, 8, 9]);
    expect(guarded.total).toBeNull();
    expect(
      guardSmallCells([
        [20, 3, 1],
        [7, 8, 9],
      ]),
    ).toEqual({
      cells: [
        [20, null, null],
        [7, 8, 9],
      ],
      rowTotals: [24, 24],
      total: 48,
    });
    expect(
      guardSmallCells([
        [20, 3],
        [7, 8],
      ]),
    ).toEqual({
      cells: [
        [20, null],
        [7, 8],
      ],
      rowTotals: [null, 15],
      total: null,
    });
  });

  /** All tables of a shape with counts from 0 to `most`. */
  function tables(rows: number, columns: number, most: number): number[][][] {
    const all: number[][][] = [];
    const cells = rows * columns;
    for (let code = 0; code < (most + 1) ** cells; code++) {
      const flat = Array.from({ length: cells }, (_, i) => Math.floor(code / (most + 1) ** i) % (most + 1));
      all.push(Array.from({ length: rows }, (_, r) => flat.slice(r * columns, (r + 1) * columns)));
    }
    return all;
  }

  it.each([
    [1, 2, 9],
    [2, 2, 6],
    [3, 1, 9],
    [1, 4, 6],
    [2, 3, 5],
  ])("%d × %d: who knows the method and all that is published still cannot tell a hidden cell", (rows, columns, most) => {
    const possible = new Map<string, Set<number>[]>();
    for (const table of tables(rows, columns, most)) {
      const guarded = guardSmallCells(table);
      const key = JSON.stringify(guarded);
      const seen = possible.get(key) ?? table.flat().map(() => new Set<number>());
      for (const [i, n] of table.flat().entries()) seen[i]?.add(n);
      possible.set(key, seen);
    }
    for (const [key, seen] of possible) {
      const cells: (number | null)[] = JSON.parse(key).cells.flat();
      cells.forEach((cell, i) => {
        if (cell === null) expect(seen[i]?.size).toBeGreaterThan(1);
        else expect(cell).toBeGreaterThanOrEqual(LEAST_SHOWN);
      });
    }
  });
});
