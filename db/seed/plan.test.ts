import { describe, expect, it } from "vitest";
import { SEED_CALENDAR } from "@/domain/calendar-seed";
import { daysBetween, startOfDay } from "@/domain/day";
import { demoFiles } from "./attachments";
import { wordsFor } from "./case-words";
import { DEMO_DAY, planCases } from "./plan";
import { walkCase } from "./walk";
import { writtenFor } from "./written-evidence";

const NOW = new Date(startOfDay(DEMO_DAY).getTime() + 9 * 3_600_000);
const plans = planCases();
const cases = plans.map((plan) => {
  const words = wordsFor(plan, plan.files);
  const files = plan.files.length > 0 ? plan.files : writtenFor(plan, words);
  return { ...walkCase(plan, files, SEED_CALENDAR, NOW), words };
});

describe("the demo's cases", () => {
  it("are at least 640, the same each time, in every state, with every ground of declining", () => {
    expect(plans.length).toBeGreaterThanOrEqual(640);
    expect(JSON.stringify(planCases())).toBe(JSON.stringify(plans));
    const states = new Set(cases.map((c) => c.snapshot.state));
    for (const state of [
      "submitted",
      "awaiting_supplement",
      "accepted",
      "ruling_drafted",
      "ruled",
      "under_review",
      "final",
      "declined",
      "not_pursued",
      "withdrawn",
      "settled",
    ] as const)
      expect(states, state).toContain(state);
    expect(new Set(cases.map((c) => c.snapshot.declineGround).filter((g) => g !== null)).size).toBe(5);
    expect(cases.some((c) => c.snapshot.deemed)).toBe(true);
    expect(cases.some((c) => c.snapshot.reviews.some((r) => r.result === "annulled"))).toBe(true);
    expect(cases.some((c) => c.snapshot.rectifications.some((r) => r.overdueAt !== null))).toBe(true);
  });

  it("give the desk's first morning something late, something for today and something for the next two days", () => {
    const open = cases.filter(
      (c) => c.snapshot.state === "accepted" && c.snapshot.deadlinesPassed.some((p) => p.clock === "decision"),
    );
    expect(open.length).toBeGreaterThanOrEqual(2);
    expect(cases.filter((c) => c.snapshot.state === "submitted").length).toBeGreaterThan(20);
  });

  it("come with files in at least a hundred and twenty cases, every file is used, and none tells of another company or matter", () => {
    const shown = plans.filter((p) => p.files.length > 0);
    expect(shown.length).toBeGreaterThanOrEqual(120);
    expect(new Set(shown.flatMap((p) => p.files.map((f) => f.file))).size).toBe(demoFiles().length);
    for (const p of shown)
      for (const f of p.files) {
        expect([null, p.company.slug]).toContain(f.company);
        expect([null, p.matter.id]).toContain(f.matter);
        expect(f.situation).toBe(p.situation.key);
      }
    for (const c of cases) if (c.files.some((f) => f.shows === "call")) expect(c.channel).toBe("phone");
  });

  it("say in words and facts what their files show, and nothing that has not been filled in", () => {
    for (const c of cases) {
      const truth = c.plan.files[0]?.truth;
      if (truth?.waitSeconds && c.words.facts.waitSeconds !== undefined && c.plan.files.length === 1)
        expect(c.words.facts.waitSeconds).toBe(truth.waitSeconds);
      const all = [
        c.words.narrative,
        c.words.title,
        c.words.headline,
        c.words.reply,
        ...c.words.findings.flatMap((f) => [f.facts, f.reasons]),
      ];
      for (const text of all) expect(text).not.toMatch(/[{}]|undefined|NaN|“”|「」/);
      if (c.words.promisedOn) expect(daysBetween(c.words.promisedOn, c.plan.filedOn)).toBeGreaterThanOrEqual(0);
    }
  });
});
