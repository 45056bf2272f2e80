import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { computeFigure } from "./compute-figures";
import { datasetArb } from "./dataset-arbitrary";
import { complaint, dataset, dialTest, finding, specialCheck } from "./report-facts";

type Rows = readonly Readonly<Record<string, unknown>>[];
const of = (tests: Parameters<typeof dialTest>[0][], more = {}) =>
  dataset([], { dialTests: tests.map((one) => dialTest(one)), ...more });

describe("F8 waiting", () => {
  it("counts the limit itself, keeps never connected apart, judges the priority route by its own limit", () => {
    const figure = computeFigure(
      "F8",
      of([
        { secondsToHuman: 180 },
        { secondsToHuman: 181 },
        { secondsToHuman: 30 },
        { secondsToHuman: null },
        { priority: true, secondsToHuman: 60 },
        { priority: true, secondsToHuman: 61 },
        { testedOn: "2026-03-31", secondsToHuman: 1 },
      ]),
    );
    expect(figure.headline).toEqual({
      within180: 0.5,
      within60: 0.5,
      medianSeconds: 180,
      p90Seconds: null,
      neverShare: 0.166667,
    });
    expect(figure.counts).toEqual({ tests: 6, usual: 4, priority: 2, never: 1 });
    expect(figure.rows).toEqual([
      { route: "usual", seconds: 30, connected: 1, connectedShare: 0.25 },
      { route: "usual", seconds: 180, connected: 2, connectedShare: 0.5 },
      { route: "usual", seconds: 181, connected: 3, connectedShare: 0.75 },
      { route: "priority", seconds: 60, connected: 1, connectedShare: 0.5 },
      { route: "priority", seconds: 61, connected: 2, connectedShare: 1 },
    ]);
  });
});

describe("F9 requests for a human", () => {
  it("marks those given up; they count as more than any", () => {
    const figure = computeFigure(
      "F9",
      of([{ humanRequests: 1 }, { humanRequests: 1 }, { humanRequests: 3 }, { humanRequests: 3, secondsToHuman: null }]),
    );
    expect(figure.rows).toEqual([
      { requests: 1, connected: 2, censored: 0, share: 0.5 },
      { requests: 2, connected: 0, censored: 0, share: 0 },
      { requests: 3, connected: 1, censored: 1, share: 0.25 },
    ]);
    expect(figure.headline).toEqual({ medianRequests: 1, p90Requests: null, atOnce: 0.5 });
  });
});

describe("F10 prompt", () => {
  it("asks calls alone, within 15 s, and keeps those that never told apart", () => {
    const phone = { channel: "phone" } as const;
    const figure = computeFigure(
      "F10",
      of([
        { ...phone, promptSecond: 15 },
        { ...phone, promptSecond: 16 },
        { ...phone, promptSecond: null },
        { ...phone, promptSecond: 2, sector: "banking" },
        { channel: "app" },
      ]),
    );
    expect(figure.rows[0]).toMatchObject({ scope: "portal", calls: 4, toldInTime: 2, toldLate: 1, neverTold: 1, toldShare: 0.5 });
    expect((figure.rows as Rows).find((row) => row.sector === "banking")).toMatchObject({ calls: 1, toldShare: 1 });
    expect(figure.headline).toEqual({ toldInTime: 0.5, medianPrompt: 15 });
  });
});

describe("F16 seniors and disabled people", () => {
  it("counts the limit of 60 s itself, keeps never apart, and tells where there is no such route", () => {
    const figure = computeFigure(
      "F16",
      dataset([complaint({ findings: [finding({ clause: "B3.2" }), finding({ clause: "B2.1" })], ruledOn: "2026-06-10" })], {
        dialTests: [
          dialTest({ priority: true, secondsToHuman: 60, priorityOffered: true }),
          dialTest({ priority: true, secondsToHuman: 61, priorityOffered: true }),
          dialTest({ priority: true, secondsToHuman: null, priorityOffered: false, sector: "banking" }),
          dialTest({ secondsToHuman: 170 }),
        ],
      }),
    );
    const numbers = { tests: 3, inTime: 1, late: 1, never: 1, asked: 3, offered: 2 };
    expect(figure.rows[0]).toMatchObject({ scope: "portal", ...numbers, inTimeShare: 0.333333 });
    expect(figure.headline).toMatchObject({ within60: 0.333333, offered: 0.666667, medianPriority: 61, medianUsual: 170 });
    expect(figure.counts.findings).toBe(1);
  });
});

describe("F17 special checks", () => {
  it("lists what ran in the period, as known at the freeze", () => {
    const over = specialCheck({ openedOn: "2026-02-02", concludedOn: "2026-03-20", result: "no_breach" });
    const before = specialCheck({ openedOn: "2026-03-02", concludedOn: "2026-04-20", result: "breaches_found" });
    const later = specialCheck({
      openedOn: "2026-05-13",
      concludedOn: "2026-07-20",
      result: "company_changed",
      companyId: "c-2",
    });
    const next = specialCheck({ openedOn: "2026-07-02" });
    const figure = computeFigure("F17", dataset([], { specialChecks: [next, later, over, before] }));
    expect(figure.rows).toMatchObject([
      { number: before.number, concludedOn: "2026-04-20", checkResult: "breaches_found" },
      { number: later.number, concludedOn: null, checkResult: null },
    ]);
    expect(figure.headline).toEqual({ opened: 1, concluded: 1, breaches: 1 });
    expect(figure.counts).toEqual({ checks: 2, stillOpen: 1, companies: 2 });
  });
});

describe("F13 records", () => {
  it("goes by the day the 3 working days end, and holds on after the case is closed", () => {
    const asked = (dueOn: "2026-05-13" | "2026-07-13", deliveredOn: "2026-05-13" | "2026-05-14" | null) =>
      complaint({ leftOn: "2026-05-11", recordRequests: [{ dueOn, deliveredOn }] });
    const figure = computeFigure(
      "F13",
      dataset([
        asked("2026-05-13", "2026-05-13"),
        asked("2026-05-13", "2026-05-14"),
        asked("2026-05-13", null),
        asked("2026-07-13", null),
      ]),
    );
    expect(figure.rows[0]).toMatchObject({ due: 3, inTime: 1, late: 1, missing: 1, inTimeShare: 0.333333 });
    expect(figure.headline.inTime).toBe(0.333333);
  });
});

describe("F15 change on a constant panel", () => {
  const year = { from: "2025-04-01", to: "2025-06-30" } as const;
  const tests = (n: number, more: Parameters<typeof dialTest>[0]) => Array.from({ length: n }, () => more);

  it("leaves out who was tested in one of the quarters only", () => {
    const before = { testedOn: "2025-05-06" } as const;
    const figure = computeFigure(
      "F15",
      of(
        [
          ...tests(5, { ...before, secondsToHuman: 300, passed: false }),
          ...tests(4, {}),
          { secondsToHuman: 300, passed: false },
          ...tests(9, { ...before, companyId: "c-2" }),
          ...tests(9, { companyId: "c-3", sector: "banking" }),
        ],
        { yearBefore: year },
      ),
    );
    expect(figure.rows[0]).toMatchObject({
      measure: "connectedInTime",
      scope: "portal",
      companies: 1,
      testsBefore: 5,
      testsNow: 5,
      before: 0,
      now: 0.8,
      shift: 0.8,
    });
    expect(figure.headline).toEqual({ before: 0, now: 0.8, shift: 0.8 });
    expect((figure.rows as Rows).find((row) => row.measure === "allPassed")).toMatchObject({ before: 0, now: 0.8 });
  });

  it("says nothing of fewer than five tests, nor without the year before", () => {
    const few = [...tests(4, { testedOn: "2025-05-06" }), ...tests(9, {})];
    expect(computeFigure("F15", of(few, { yearBefore: year })).rows[0]).toMatchObject({
      testsBefore: 4,
      before: null,
      now: 1,
      shift: null,
    });
    expect(computeFigure("F15", of(few)).counts.companies).toBe(0);
  });
});

describe("figures of the dial tests", () => {
  it("add up and never leave their bounds", () => {
    fc.assert(
      fc.property(datasetArb, (data) => {
        const [waiting, asked, prompt] = [computeFigure("F8", data), computeFigure("F9", data), computeFigure("F10", data)];
        const sum = (rows: Rows, name: string) => rows.reduce((total, row) => total + Number(row[name]), 0);
        expect(waiting.counts.tests).toBe(Number(waiting.counts.usual) + Number(waiting.counts.priority));
        expect(sum(asked.rows as Rows, "connected") + sum(asked.rows as Rows, "censored")).toBe(waiting.counts.tests);
        expect(asked.counts.censored).toBe(waiting.counts.never);
        for (const row of prompt.rows as Rows)
          expect(Number(row.toldInTime) + Number(row.toldLate) + Number(row.neverTold)).toBe(row.calls);
        expect(sum((prompt.rows as Rows).slice(1), "calls")).toBe(prompt.counts.calls);
        for (const row of computeFigure("F15", data).rows as Rows)
          if (row.shift !== null) expect(Number(row.shift)).toBeCloseTo(Number(row.now) - Number(row.before), 5);
      }),
      { numRuns: 80 },
    );
  });
});
