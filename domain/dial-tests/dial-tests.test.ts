import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SIZE_CLASSES } from "../company-register";
import { addDays, type Day, type Quarter } from "../day";
import { checkDialTime, type DialTyped, readDialEntry } from "./entry";
import { humanGuide, type PublicDialTest } from "./guide";
import { type DialFacts, judgeDialTest, passedDialTest } from "./judge";
import { commitmentOf, DIAL_CHANNELS, DIAL_HOURS, type DialPanel, drawPlan } from "./plan";

const CALL: DialFacts = {
  channel: "phone",
  priority: false,
  priorityOffered: null,
  secondsToHuman: 40,
  promptSecond: 8,
  menuSkippable: true,
  gates: [],
};
const PRIORITY = { priority: true, priorityOffered: true };

describe("whether a test contact met its thresholds (RULES §1, §6)", () => {
  it.each<[string, Partial<DialFacts>, string[]]>([
    ["all met", {}, []],
    ["3:00 of waiting keeps the limit", { secondsToHuman: 180 }, []],
    ["3:01 breaches it", { secondsToHuman: 181 }, ["B2.1"]],
    ["never connected", { secondsToHuman: null }, ["B2.1"]],
    ["60 s by the priority route", { ...PRIORITY, secondsToHuman: 60 }, []],
    ["61 s by the priority route", { ...PRIORITY, secondsToHuman: 61 }, ["B3.2"]],
    ["no priority route there", { ...PRIORITY, priorityOffered: false }, ["B3.1"]],
    ["told at 15 s", { promptSecond: 15 }, []],
    ["told at 16 s", { promptSecond: 16 }, ["B1.3"]],
    ["never told", { promptSecond: null }, ["B1.3"]],
    ["the whole menu had to be heard", { menuSkippable: false }, ["B1.4"]],
    ["no menu at all", { menuSkippable: null }, []],
    ["an order number was demanded", { gates: ["order_number"] }, ["B1.5"]],
    ["no prompt is asked of an app", { channel: "app", promptSecond: null, menuSkippable: null }, []],
    [
      "everything at once",
      { secondsToHuman: null, promptSecond: null, menuSkippable: false, gates: ["other"] },
      ["B1.3", "B1.4", "B1.5", "B2.1"],
    ],
  ])("%s", (_name, facts, breached) => {
    const verdicts = judgeDialTest({ ...CALL, ...facts });
    expect(verdicts.flatMap((verdict) => (verdict.met ? [] : verdict.clause))).toEqual(breached);
    expect(passedDialTest({ ...CALL, ...facts })).toBe(breached.length === 0);
  });
});

const QUARTER: Quarter = "2026Q3";
const panelArb: fc.Arbitrary<DialPanel> = fc.record({
  days: fc
    .uniqueArray(fc.integer({ min: 0, max: 91 }), { minLength: 1, maxLength: 60 })
    .map((days) => days.map((n) => addDays("2026-07-01", n))),
  companies: fc.uniqueArray(
    fc.record({
      slug: fc.stringMatching(/^[a-z]{1,8}$/),
      sizeClass: fc.constantFrom(...SIZE_CLASSES),
      channels: fc.subarray([...DIAL_CHANNELS], { minLength: 1 }),
    }),
    { selector: (one) => one.slug, maxLength: 20 },
  ),
});
const seedArb = fc.stringMatching(/^[0-9a-f]{64}$/);

describe("the draw of a quarter", () => {
  it("gives each company every channel, within the days and hours, and the same again from the same seed", () => {
    fc.assert(
      fc.property(seedArb, panelArb, (seed, panel) => {
        const plan = drawPlan(QUARTER, seed, panel);
        expect(drawPlan(QUARTER, seed, structuredClone(panel))).toEqual(plan);
        expect(new Set(plan.map((one) => one.key)).size).toBe(plan.length);
        for (const one of plan) {
          expect(panel.days).toContain(one.day);
          expect(DIAL_HOURS).toContain(one.hour);
          expect(one.priority && one.channel !== "phone").toBe(false);
        }
        for (const company of panel.companies) {
          const own = plan.filter((one) => one.company === company.slug);
          expect([...new Set(own.map((one) => one.channel))].sort()).toEqual([...company.channels].sort());
          if (["large", "giant"].includes(company.sizeClass) && company.channels.includes("phone"))
            expect(own.some((one) => one.priority)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("moves no contact of a company when another joins the panel", () => {
    fc.assert(
      fc.property(seedArb, panelArb, (seed, panel) => {
        const fewer = { ...panel, companies: panel.companies.slice(1) };
        const left = new Set(fewer.companies.map((one) => one.slug));
        expect(drawPlan(QUARTER, seed, panel).filter((one) => left.has(one.company))).toEqual(drawPlan(QUARTER, seed, fewer));
      }),
      { numRuns: 50 },
    );
  });

  it("is bound by its commitment to seed, quarter and panel; another seed draws another plan", () => {
    const panel: DialPanel = {
      days: ["2026-07-01", "2026-07-02", "2026-07-03", "2026-08-14", "2026-09-01"],
      companies: ["a", "b", "c", "d"].map((slug) => ({ slug, sizeClass: "giant", channels: [...DIAL_CHANNELS] })),
    };
    const [one, two] = ["a".repeat(64), "b".repeat(64)];
    const binds = [
      commitmentOf(QUARTER, one, panel),
      commitmentOf(QUARTER, two, panel),
      commitmentOf("2026Q4", one, panel),
      commitmentOf(QUARTER, one, { ...panel, days: panel.days.slice(1) }),
    ];
    expect(new Set(binds).size).toBe(4);
    expect(drawPlan(QUARTER, one, panel)).not.toEqual(drawPlan(QUARTER, two, panel));
    expect(drawPlan(QUARTER, one, { ...panel, days: [] })).toEqual([]);
    // Published once and for all: whoever recomputes an old quarter must find this.
    expect(drawPlan(QUARTER, one, panel)[0]).toEqual(FIRST);
  });
});

const FIRST = {
  key: "2026Q3/b/phone/1",
  company: "b",
  channel: "phone",
  day: "2026-07-01",
  hour: 17,
  matter: "broken",
  priority: false,
};

const TYPED: DialTyped = {
  contactPoint: "000-8123-4567",
  day: "2026-09-16",
  time: "10:05",
  stepKinds: ["key", "say", "key"],
  stepWords: ["0", "转人工", ""],
  humanRequests: "2",
  connected: "yes",
  seconds: "95",
  prompted: "yes",
  promptSecond: "12",
  menuSkippable: "yes",
  gates: [],
  priorityOffered: "",
};
const PHONE = { channel: "phone", priority: false };

describe("reading what an officer typed", () => {
  it("reads a call: time of Shanghai, steps in order without empty ones", () => {
    expect(readDialEntry(TYPED, PHONE)).toEqual({
      contactPoint: "000-8123-4567",
      testedAt: new Date("2026-09-16T02:05:00Z"),
      actions: [
        { kind: "key", what: "0" },
        { kind: "say", what: "转人工" },
      ],
      humanRequests: 2,
      secondsToHuman: 95,
      promptSecond: 12,
      menuSkippable: true,
      gates: [],
      priorityOffered: null,
    });
    expect(readDialEntry({ ...TYPED, connected: "no", seconds: "" }, PHONE).secondsToHuman).toBeNull();
    expect(readDialEntry({ ...TYPED, prompted: "", menuSkippable: "" }, { channel: "app", priority: false })).toMatchObject({
      promptSecond: null,
      menuSkippable: null,
    });
  });

  it.each<[Partial<DialTyped>, string, string]>([
    [{ contactPoint: " " }, "contactPoint", "required"],
    [{ day: "2026-02-30" }, "day", "date"],
    [{ time: "25:00" }, "time", "clockTime"],
    [{ stepWords: ["", "", ""] }, "steps", "required"],
    [{ stepWords: ["零", "", ""] }, "steps", "stepKey"],
    [{ stepKinds: ["wait"], stepWords: ["一会儿"] }, "steps", "stepWait"],
    [{ stepKinds: ["say"], stepWords: ["我的手机号是13812345678"] }, "steps", "stepPersonal"],
    [{ humanRequests: "0" }, "humanRequests", "outOfRange"],
    [{ connected: "" }, "connected", "required"],
    [{ seconds: "" }, "seconds", "required"],
    [{ seconds: "1.5" }, "seconds", "wholeNumber"],
    [{ prompted: "" }, "prompted", "required"],
    [{ promptSecond: "" }, "promptSecond", "required"],
  ])("refuses %j", (change, field, message) => {
    expect(() => readDialEntry({ ...TYPED, ...change }, PHONE)).toThrow(
      expect.objectContaining({ code: "invalid", details: expect.objectContaining({ field, message }) }),
    );
  });

  it("takes only times of the drawn quarter, from the window on, not ahead, not of a frozen quarter", () => {
    const quarter = { first: "2026-07-01" as Day, last: "2026-09-30" as Day, frozen: false };
    const planned = { day: "2026-09-16" as Day, hour: 9 };
    const at = (text: string) => new Date(`${text}+08:00`);
    const now = at("2026-09-17T09:00");
    const check =
      (when: string, more = {}) =>
      () =>
        checkDialTime(at(when), planned, now, { ...quarter, ...more });
    expect(check("2026-09-16T09:00")).not.toThrow();
    expect(check("2026-09-17T09:00")).not.toThrow();
    for (const [when, message] of [
      ["2026-09-17T09:01", "future"],
      ["2026-09-16T08:59", "beforeWindow"],
      ["2026-06-30T09:00", "notInQuarter"],
    ] as const)
      expect(check(when)).toThrow(expect.objectContaining({ details: { field: "day", message } }));
    expect(check("2026-09-16T10:00", { frozen: true })).toThrow(expect.objectContaining({ code: "too_late" }));
  });
});

describe("how to reach a human", () => {
  const test = (id: string, more: Partial<PublicDialTest>): PublicDialTest => ({
    ...CALL,
    id,
    testedAt: new Date("2026-08-01T02:00:00Z"),
    contactPoint: "000",
    actions: [{ kind: "key", what: id }],
    humanRequests: 1,
    passed: true,
    ...more,
  });

  it("shows the newest way that was quick, the phone first; never connected counts as longer than any", () => {
    const guides = humanGuide([
      test("web", { channel: "web", secondsToHuman: null }),
      test("1", { testedAt: new Date("2026-05-01T02:00:00Z"), secondsToHuman: 20 }),
      test("2", { testedAt: new Date("2026-07-01T02:00:00Z"), secondsToHuman: 180 }),
      test("3", { secondsToHuman: 400, promptSecond: null }),
      test("4", { ...PRIORITY, secondsToHuman: 70 }),
    ]);
    expect(guides.map((one) => one.channel)).toEqual(["phone", "web"]);
    expect(guides[0]).toMatchObject({ tests: 4, connected: 4, inTime: 2, medianSeconds: 70, told: 3, best: { id: "2" } });
    expect(guides[0]?.priority).toMatchObject({ tests: 1, offered: 1, inTime: 0, best: { id: "4" } });
    expect(guides[1]).toMatchObject({ best: null, connected: 0, medianSeconds: null, told: null, priority: null });
    expect(humanGuide([])).toEqual([]);
  });
});
