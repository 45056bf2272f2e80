import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDomainError } from "../errors";
import { gammaCdf, gammaQuantile, logGamma } from "./gamma-quantile";

// Reference values: scipy.stats.gamma.ppf 1.17. Columns: shape, p, quantile at rate 1.
// biome-ignore format: a table, one row a line
const KNOWN: readonly [shape: number, p: number, quantile: number][] = [
  [0.05, 0.05, 5.573875481878824e-27], [0.05, 0.95, 0.2659323024258409], [0.37, 1e-6, 4.426844773218329e-17],
  [0.37, 0.05, 0.0002218623215389667], [0.37, 0.95, 1.578981250643948], [0.5, 0.5, 0.227468211559786],
  [0.5, 0.95, 1.920729410347062], [0.5, 0.999999, 11.964063488439734], [1, 0.05, 0.05129329438755053],
  [1, 0.95, 2.9957322735539895], [1.25, 0.05, 0.10537905617891809], [1.25, 0.95, 3.4640380567262103],
  [2, 1e-6, 0.0014148806614793436], [2, 0.5, 1.6783469900166612], [5.3125, 0.05, 2.1673928341626834],
  [5.3125, 0.95, 9.582123486474565], [15.3125, 0.05, 9.492345649227202], [15.3125, 0.95, 22.26555904839826],
  [100, 0.05, 84.13927721831419], [100, 0.95, 116.99713444616246], [2500.75, 0.05, 2419.0674089742765],
  [2500.75, 0.95, 2583.5695954071653], [1e5, 0.05, 99480.42074678872], [1e5, 0.95, 100520.7162815659],
  [1e6, 0.05, 998355.7150837178], [1e6, 0.95, 1001645.42194519],
];

describe("the gamma quantile", () => {
  it.each(KNOWN)("shape %d, p %d", (shape, p, quantile) => {
    expect(Math.abs(gammaQuantile(p, shape, 1) / quantile - 1)).toBeLessThan(2e-10);
    expect(Math.abs(gammaQuantile(p, shape, 7.5) / (quantile / 7.5) - 1)).toBeLessThan(2e-10);
  });

  it("agrees with what can be written down: exponential and chi-square", () => {
    for (const p of [0.001, 0.05, 0.3, 0.95, 0.9999]) {
      expect(gammaQuantile(p, 1, 2)).toBeCloseTo(-Math.log1p(-p) / 2, 12);
      expect(gammaCdf(-Math.log1p(-p), 1)).toBeCloseTo(p, 13);
    }
    expect(2 * gammaQuantile(0.95, 5, 1)).toBeCloseTo(18.307038053275146, 9);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13);
    expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 11);
  });

  it("is the inverse of the distribution, rising in p, falling in the rate", () => {
    const shapes = fc.double({ min: 0.1, max: 5000, noNaN: true });
    const shares = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(shapes, shares, shares, (shape, p, q) => {
        expect(gammaCdf(gammaQuantile(p, shape, 1), shape)).toBeCloseTo(p, 9);
        if (p + 1e-6 < q) expect(gammaQuantile(p, shape, 1)).toBeLessThanOrEqual(gammaQuantile(q, shape, 1));
        expect(gammaQuantile(p, shape, 3)).toBeLessThanOrEqual(gammaQuantile(p, shape, 2));
      }),
    );
  });

  it.each([
    [0, 1, 1],
    [1, 1, 1],
    [0.5, 0, 1],
    [0.5, 1, 0],
    [Number.NaN, 1, 1],
    [0.5, Number.POSITIVE_INFINITY, 1],
  ])("refuses p %d, shape %d, rate %d", (p, shape, rate) => {
    expect(() => gammaQuantile(p, shape, rate)).toThrow(expect.toSatisfy(isDomainError));
  });

  it("has nothing below zero and all below infinity", () => {
    expect(gammaCdf(0, 2)).toBe(0);
    expect(gammaCdf(Number.POSITIVE_INFINITY, 2)).toBe(1);
  });
});
