import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FilePlan, type ReadLetter, Region, regionsOf, unmutedLines, withoutTwins } from "./regions";

const SIZE = { width: 800, height: 1200 };
/** A line of letters 20 px wide and 24 high. */
const line = (text: string, x: number, y: number): ReadLetter[] =>
  Array.from(text, (letter, i) => ({ text: letter, x0: x + i * 20, y0: y, x1: x + i * 20 + 18, y1: y + 24 }));
const covers = (r: { x: number; y: number; w: number; h: number }, l: ReadLetter) =>
  r.x * SIZE.width <= l.x0 && r.y * SIZE.height <= l.y0 && (r.x + r.w) * SIZE.width >= l.x1 && (r.y + r.h) * SIZE.height >= l.y1;

describe("regions for what was read", () => {
  it("cover every letter of a number, with a margin, and nothing of the words before it", () => {
    const read = line("电话13812345678打不通", 40, 100);
    const [region, ...more] = regionsOf(0, SIZE, [read]);
    expect(more).toEqual([]);
    expect(region).toMatchObject({ type: "PHONE", why: "mobile", by: "machine", on: true, page: 0 });
    for (const letter of read.slice(2, 13)) expect(covers(region as Region, letter)).toBe(true);
    for (const letter of [read[0], read.at(-1)]) expect(covers(region as Region, letter as ReadLetter)).toBe(false);
  });

  it("find a number that wraps from one line to the next, one region a line", () => {
    const [first, second] = [line("我的手机号是138123", 40, 100), line("45678请回电", 40, 130)];
    const regions = regionsOf(0, SIZE, [first, second]);
    expect(regions).toHaveLength(2);
    for (const letter of [...first.slice(6), ...second.slice(0, 5)]) expect(regions.some((r) => covers(r, letter))).toBe(true);
  });

  it("do not join what stands far apart", () => {
    expect(regionsOf(0, SIZE, [line("号码138123", 40, 100), line("45678元", 40, 400)])).toEqual([]);
  });

  it("stay inside the page and are valid, whatever was read", () => {
    const letters = fc.array(
      fc.record({
        text: fc.constantFrom("1", "3", "8", "张", "电", "话", "@", "a", "."),
        x: fc.integer({ min: -50, max: 900 }),
        y: fc.integer({ min: -50, max: 1300 }),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 5 }), (lines) => {
        const read = lines.map((l) => l.map(({ text, x, y }) => ({ text, x0: x, y0: y, x1: x + 18, y1: y + 24 })));
        for (const region of regionsOf(0, SIZE, read)) expect(Region.safeParse({ id: "r-1", ...region }).success).toBe(true);
      }),
    );
  });

  it("found twice are one", () => {
    const read = line("电话13812345678", 40, 100);
    expect(withoutTwins([...regionsOf(0, SIZE, [read]), ...regionsOf(0, SIZE, [read])])).toHaveLength(1);
  });
});

describe("a muted stretch", () => {
  it("takes the lines of the transcript that are spoken in it", () => {
    const lines = [{ at: 0 }, { at: 10 }, { at: 20 }, { at: 30 }];
    const stretch = (start: number, end: number, on = true) => ({ id: "s", start, end, on });
    expect(unmutedLines(lines, [stretch(12, 18)])).toEqual([{ at: 0 }, { at: 20 }, { at: 30 }]);
    expect(unmutedLines(lines, [stretch(12, 18, false)])).toEqual(lines);
    expect(unmutedLines(lines, [stretch(29, 31)])).toEqual([{ at: 0 }, { at: 10 }]);
    expect(
      FilePlan.safeParse({ kind: "sound", pages: [], regions: [], duration: 40, stretches: [stretch(1, 2)], spans: [] }).success,
    ).toBe(true);
  });
});
