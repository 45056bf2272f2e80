import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandOf, gradeOfEvidence, shownScore } from "./evidence-grade";
import { comparableGroups, overlap } from "./league";
import { freezeParameters, sectorMean } from "./parameters";
import type { FindingLine } from "./types";

describe("the league", () => {
  const row = (companyId: string, sortKey: string, lower: number, upper: number) => ({ companyId, sortKey, lower, upper });

  it("joins in brackets what cannot be told apart", () => {
    const groups = comparableGroups([
      row("zheliu", "zheliu", 44.8, 57.4),
      row("zhiyuan", "zhiyuan", 67.2, 76.1),
      row("xishan", "xishan", 87.9, 93.1),
      row("lusheng", "lusheng", 60.5, 72.6),
      row("yunzhan", "yunzhan", 90, 94),
      row("houniao", "houniao", 79.6, 85),
      row("bozhou", "bozhou", 63.9, 75.2),
    ]);
    expect(groups.map((group) => [group.from, group.to, group.members.map((member) => member.entry.companyId)])).toEqual([
      [1, 2, ["xishan", "yunzhan"]],
      [3, 3, ["houniao"]],
      [4, 6, ["bozhou", "lusheng", "zhiyuan"]],
      [7, 7, ["zheliu"]],
    ]);
    expect(groups[2]?.members[0]?.comparableWith).toEqual(["lusheng", "zhiyuan"]);
    expect(groups.every((group) => group.allComparable)).toBe(true);
  });

  it("says when a bracket is a chain only", () => {
    const [group, ...others] = comparableGroups([row("a", "a", 80, 90), row("b", "b", 75, 81), row("c", "c", 70, 76)]);
    expect(others).toEqual([]);
    expect(group).toMatchObject({ from: 1, to: 3, allComparable: false });
    expect(group?.members.map((member) => member.comparableWith)).toEqual([["b"], ["a", "c"], ["b"]]);
  });

  it("touching in published figures is overlapping", () => {
    expect(overlap({ lower: 80.04, upper: 90 }, { lower: 70, upper: 79.96 })).toBe(true);
    expect(overlap({ lower: 80.06, upper: 90 }, { lower: 70, upper: 79.94 })).toBe(false);
  });

  it("never parts two that overlap, never joins across a gap, in any order of input", () => {
    const entries = fc
      .uniqueArray(
        fc.record({ companyId: fc.uuid(), sortKey: fc.constantFrom("a", "b", "c"), low: fc.nat(1000), width: fc.nat(120) }),
        {
          maxLength: 15,
          selector: (one) => one.companyId,
        },
      )
      .map((rows) => rows.map((one) => row(one.companyId, one.sortKey, one.low / 10, (one.low + one.width) / 10)));
    const shuffled = entries.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })));
    fc.assert(
      fc.property(shuffled, ([rows, other]) => {
        const groups = comparableGroups(rows);
        expect(comparableGroups(other)).toEqual(groups);
        const placeOf = new Map(
          groups.flatMap((group) => group.members.map((member) => [member.entry.companyId, group.from] as const)),
        );
        expect(placeOf.size).toBe(rows.length);
        for (const a of rows)
          for (const b of rows) {
            const [from, to] = [placeOf.get(a.companyId) ?? 0, placeOf.get(b.companyId) ?? 0];
            if (overlap(a, b)) expect(from).toBe(to);
            else if (from < to) expect(a.lower).toBeGreaterThan(b.upper);
          }
      }),
    );
  });
});

describe("grade of evidence and band", () => {
  it.each([
    [30, 0, 0.75, "I"],
    [30, 0, 0.74, "II"],
    [29, 0, 0.9, "II"],
    [10, 0, 0.5, "II"],
    [0, 6, 0.5, "II"],
    [10, 6, 0.49, "III"],
    [5, 0, 0, "III"],
    [4, 5, 1, "NR"],
    [4, 6, 0.49, "NR"],
  ] as const)("%d decided, %d tests, B %d: %s", (decided, tests, reliability, grade) => {
    expect(gradeOfEvidence(decided, tests, reliability)).toBe(grade);
  });

  it("goes by the score as published", () => {
    expect([89.94, 89.95, 75, 74.94, 60, 40, 39.9].map(bandOf)).toEqual(["B", "A", "B", "C", "C", "D", "E"]);
  });

  it("shows a band only at III", () => {
    expect(shownScore({ S: 61.26, lower: 50, upper: 70, band: "C", grade: "III" })).toMatchObject({
      score: null,
      lower: null,
      band: "C",
    });
    expect(shownScore({ S: 61.26, lower: 50.04, upper: 70, band: "C", grade: "II" })).toMatchObject({
      score: 61.3,
      lower: 50,
      ranked: false,
    });
  });
});

describe("freezing the parameters of a period", () => {
  const line = (w: number, alone = w) => ({ w, alone }) as FindingLine;
  const company = (companyId: string, sector: string, X: number, E: number, lines: FindingLine[] = []) => ({
    companyId,
    sector,
    X,
    E,
    lines,
  });

  it("has first values where there is no past", () => {
    expect(freezeParameters("2026Q1", "2026-01-01", [])).toEqual({
      ruleVersion: "2026.1",
      period: "2026Q1",
      frozenOn: "2026-01-01",
      k0: 5,
      m0: 2,
      mS: {},
      phi: 4,
    });
  });

  it("pools points and exposure by sector and portal, with floors", () => {
    const frozen = freezeParameters("2026Q2", "2026-04-01", [
      company("a", "travel", 30, 10, [line(9), line(1), line(3, 0)]),
      company("b", "travel", 20, 10, [line(3)]),
      company("c", "bank", 1, 100, [line(1)]),
    ]);
    expect(frozen.mS).toEqual({ travel: 2.5, bank: 0.5 });
    expect(frozen.m0).toBe(0.5);
    expect(frozen.phi).toBe(Math.round((10_000 * (81 + 1 + 9 + 1)) / 14) / 10_000);
    expect([sectorMean(frozen, "travel"), sectorMean(frozen, "education")]).toEqual([2.5, 2]);
    expect(freezeParameters("2026Q2", "2026-04-01", [company("a", "travel", 1, 1, [line(0.5)])]).phi).toBe(1);
  });
});
