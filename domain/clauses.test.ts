import { describe, expect, it } from "vitest";
import en from "@/messages/en.json";
import hans from "@/messages/zh-Hans.json";
import hant from "@/messages/zh-Hant.json";
import { ROLES } from "./actors";
import { HOLIDAYS, holidayKey } from "./calendar-seed";
import { CASE_EVENT_TYPES, CHANNELS, ORIGINS } from "./case-events";
import { breaches, CLAUSE_IDS, CLAUSES, CONSEQUENCES, clauseKey, clauseOf, EVIDENCE_CODES } from "./clauses";
import { CLOCK_NAMES, PAUSE_REASONS } from "./clocks";
import { ERROR_CODES } from "./errors";
import { DECLINE_GROUNDS, OUTCOMES, TIERS } from "./findings";
import { STATES } from "./procedure";
import { clausesFor, SITUATION_GROUPS, SITUATION_IDS, SITUATIONS } from "./situations";

const threshold = (id: string) => {
  const found = clauseOf(id)?.threshold;
  if (!found) throw new Error(`no threshold in ${id}`);
  return found;
};

describe("the clauses", () => {
  it("are the forty of the Standard, each once, in the area its letter says", () => {
    expect(new Set(CLAUSE_IDS).size).toBe(CLAUSES.length);
    expect(CLAUSES.length).toBe(40);
    for (const c of CLAUSES) expect(c.id.startsWith(c.area)).toBe(true);
  });

  it("keep the number itself: 3:00 passes, 3:01 breaches, 95 % passes", () => {
    expect(breaches(threshold("B2.1"), 180)).toBe(false);
    expect(breaches(threshold("B2.1"), 181)).toBe(true);
    expect(breaches(threshold("B3.2"), 60)).toBe(false);
    expect(breaches(threshold("B3.2"), 61)).toBe(true);
    expect(breaches(threshold("A3.2"), 95)).toBe(false);
    expect(breaches(threshold("A3.2"), 94.9)).toBe(true);
    expect(breaches(threshold("B1.2"), 3)).toBe(true);
  });

  it("burden no consumer with what only the company holds", () => {
    const companyOnly = CLAUSES.filter((c) => c.evidence.some((way) => (way as readonly string[]).includes("CO"))).map(
      (c) => c.id,
    );
    for (const s of SITUATIONS) for (const id of s.clauses) expect(companyOnly).not.toContain(id);
  });

  it("show reconstructed amounts as such", () => {
    expect(CONSEQUENCES.moderate).toMatchObject({ fromFen: 500_000, toFen: 2_000_000, reconstructed: true });
    expect(CONSEQUENCES.serious).toMatchObject({ toFen: 10_000_000, reconstructed: true });
  });

  it("follow from what was chosen, each once", () => {
    expect(clausesFor(["long_queue", "dropped", "nonsense", "other"])).toEqual(["B2.1", "B2.2", "B2.3", "A2.2"]);
  });
});

type Words = { [key: string]: string | Words };

describe("words", () => {
  const lists: [namespace: string, keys: readonly string[]][] = [
    ["states", STATES],
    ["clocks", CLOCK_NAMES],
    ["findings", OUTCOMES],
    ["tiers", TIERS],
    ["declineGrounds", DECLINE_GROUNDS],
    ["pauseReasons", PAUSE_REASONS],
    ["roles", ROLES],
    ["events", CASE_EVENT_TYPES],
    ["errors", ERROR_CODES],
    ["evidenceCodes", EVIDENCE_CODES],
    ["channels", CHANNELS],
    ["origins", ORIGINS],
    ["holidays", Object.keys(HOLIDAYS)],
  ];
  it.each([
    ["zh-Hans", hans],
    ["zh-Hant", hant],
    ["en", en],
  ] as unknown as [string, Words][])("%s has one for everything the domain names", (_, words) => {
    for (const [namespace, keys] of lists) {
      for (const key of keys) expect((words[namespace] as Words | undefined)?.[key], `${namespace}.${key}`).toBeTypeOf("string");
    }
    const clauses = words.clauses as Record<string, Words>;
    for (const id of CLAUSE_IDS) expect(Object.keys(clauses[clauseKey(id)] ?? {}).sort()).toEqual(["rule", "title"]);
    const situations = words.situations as Record<string, Words>;
    for (const s of SITUATIONS) expect(situations[s.id]?.hint !== undefined).toBe(s.hint);
    for (const id of SITUATION_IDS) expect(situations[id]?.title).toBeTypeOf("string");
    for (const group of SITUATION_GROUPS) expect(situations.groups?.[group]).toBeTypeOf("string");
  });

  it("finds a holiday by the name of its notice", () => {
    expect(holidayKey("国庆节")).toBe("national_day");
    expect(holidayKey("临时放假")).toBeNull();
  });
});
