import { describe, expect, it } from "vitest";
import { OUTCOMES } from "@/domain/findings";
import { random } from "./random";
import {
  COMPANIES,
  DECLINES,
  fill,
  findingTexts,
  MATTERS,
  mattersOf,
  rectificationTexts,
  SITUATIONS,
  type Slots,
  slots,
} from "./stories";
import { about, exact, spoken } from "./stories/slots";
import { MANNERS, SECTORS, SITUATION_KEYS, STORY_CLAUSES } from "./stories/types";

const sample = (index: number, lang: "zh-Hans" | "zh-Hant" | "en" = "zh-Hans"): Slots => {
  const company = COMPANIES[index % COMPANIES.length] as (typeof COMPANIES)[number];
  const matter = mattersOf(company)[0] as (typeof MATTERS)[number];
  const situation = SITUATIONS[index % SITUATIONS.length] as (typeof SITUATIONS)[number];
  const facts = { humanRequests: 5, waitSeconds: 281, sameReplyRepeated: 7, menuDepth: 4, lossAmount: 128_000 };
  return slots(
    {
      company,
      matter,
      situation,
      facts,
      promise: "三天内原路退回",
      queuePlace: 28,
      promptSecond: 22,
      age: 72,
      day: "2026-09-09",
      daysLate: 6,
      lang,
    },
    random(`t${index}`),
  );
};

describe("story material", () => {
  it("has a text for every situation, outcome, manner and clause, and fills every slot", () => {
    expect(SITUATIONS.map((s) => s.key).sort()).toEqual([...SITUATION_KEYS].sort());
    for (const [i, s] of SITUATIONS.entries()) {
      expect(s.stories.filter((x) => x.lang === "zh-Hans").length, s.key).toBeGreaterThanOrEqual(4);
      for (const story of s.stories) expect(fill(story.text, sample(i, story.lang))).not.toMatch(/[{}]|undefined/);
      for (const outcome of OUTCOMES) {
        expect(s.titles[outcome].length, s.key).toBeGreaterThan(0);
        for (const title of s.titles[outcome]) expect(fill(title, sample(i)).length).toBeLessThanOrEqual(44);
      }
      for (const manner of MANNERS)
        for (const reply of s.replies[manner]) expect(fill(reply, sample(i)).length).toBeGreaterThan(3);
      for (const line of [...s.headlines, ...s.asks.map((a) => a.text)]) fill(line, sample(i));
    }
    for (const clause of STORY_CLAUSES) {
      rectificationTexts(clause);
      for (const outcome of OUTCOMES)
        for (const text of findingTexts(clause, outcome)) expect(fill(text.facts + text.reasons, sample(1))).not.toMatch(/[{}]/);
    }
    expect(new Set(DECLINES.map((d) => d.ground)).size).toBe(5);
  });

  it("keeps to invented companies in eight sectors, each with matters, addresses in .example and no shared name", () => {
    expect(COMPANIES.length).toBeGreaterThanOrEqual(18);
    expect(new Set(COMPANIES.map((c) => c.sector)).size).toBe(SECTORS.length);
    const names = COMPANIES.flatMap((c) => [c.name, c.nameEn, ...c.aliases]);
    expect(new Set(names).size).toBe(names.length);
    for (const c of COMPANIES) {
      expect(c.serviceEmail).toMatch(/\.example$/);
      expect(mattersOf(c).length, c.slug).toBeGreaterThan(0);
      expect(c.matters?.every((id) => MATTERS.some((m) => m.id === id && m.sector === c.sector)) ?? true, c.slug).toBe(true);
      expect([0, 7]).toContain(c.contacts.length);
    }
  });

  it("says numbers as people do", () => {
    expect([2, 10, 12, 20, 23, 28].map(spoken)).toEqual(["两", "十", "十二", "二十", "二十三", "二十八"]);
    expect([281, 1143, 58, 180].map(exact)).toEqual(["4分41秒", "19分3秒", "58秒", "3分钟"]);
    expect([281, 1143, 200, 30].map(about)).toEqual(["快5分钟", "19分钟", "3分多钟", "半分钟"]);
  });

  it("writes no mainland mobile number outside the range kept for the demo, and no spaces between 汉字 and digits", () => {
    const all = JSON.stringify([SITUATIONS, MATTERS, DECLINES, COMPANIES]);
    expect(all.match(/1[3-9]\d{9}/g) ?? []).toEqual([]);
    expect(all.match(/[\u4e00-\u9fff] \d|\d [\u4e00-\u9fff]/g) ?? []).toEqual([]);
    expect(sample(3).phone).toMatch(/^1990000\d{4}$/);
  });
});
