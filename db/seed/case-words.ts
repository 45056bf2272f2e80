import { clauseOf } from "@/domain/clauses";
import { addDays, type Day } from "@/domain/day";
import { isUpheld, type Outcome, type Tier } from "@/domain/findings";
import { type Measure, overallOutcome } from "@/domain/publication/content";
import type { PlannedCase } from "./plan";
import { type Random, random } from "./random";
import {
  CLOSERS,
  CLOSERS_EN,
  CLOSERS_HANT,
  type FactRanges,
  fill,
  findingTexts,
  type Slots,
  type StoryClause,
  type StoryFacts,
  slots,
  WITH_CONTACT,
  WITH_CONTACT_OTHER,
} from "./stories";
import { ALLEGATION_TITLES } from "./titles";
import { declineText } from "./walk";

export interface SeedFinding {
  readonly clause: StoryClause;
  readonly outcome: Outcome;
  readonly tier: Tier | null;
  readonly title: string;
  readonly facts: string;
  readonly reasons: string;
  readonly measure: Measure | null;
}

/** Everything said in one case, all filled from the same facts. */
export interface CaseWords {
  readonly slots: Slots;
  readonly facts: StoryFacts;
  readonly promisedOn: Day | null;
  readonly headline: string;
  readonly narrative: string;
  readonly wants: string;
  readonly wantsKind: string;
  readonly title: string;
  readonly decision: string;
  readonly reply: string;
  readonly findings: readonly SeedFinding[];
}

function factsOf(rng: Random, ranges: FactRanges, plan: PlannedCase): { facts: StoryFacts; promise: string } {
  const facts: StoryFacts = {};
  const draw = (r: readonly [number, number]) => rng.int(r[0], r[1]);
  if (ranges.humanRequests) facts.humanRequests = draw(ranges.humanRequests);
  if (ranges.waitSeconds) facts.waitSeconds = draw(ranges.waitSeconds);
  if (ranges.reachedHuman !== undefined) facts.reachedHuman = rng.chance(ranges.reachedHuman);
  if (ranges.menuDepth) facts.menuDepth = draw(ranges.menuDepth);
  if (ranges.interruptions) facts.interruptions = draw(ranges.interruptions);
  if (ranges.loopback !== undefined) facts.loopback = rng.chance(ranges.loopback);
  if (ranges.sameReplyRepeated) facts.sameReplyRepeated = draw(ranges.sameReplyRepeated);
  if (ranges.priorityGroup) facts.priorityGroup = ranges.priorityGroup;
  const promise = ranges.promises ? rng.pick(ranges.promises) : null;
  if (promise) {
    facts.promisedAction = promise.action;
    facts.promisedInDays = promise.inDays;
  }
  if (plan.matter.amount) facts.lossAmount = rng.int(plan.matter.amount[0], plan.matter.amount[1]) * 100;
  return { facts, promise: promise?.words ?? "" };
}

/** What a clause measures, from the same facts the texts were filled with. */
function measureOf(clause: string, outcome: Outcome, facts: StoryFacts, values: Slots): Measure | null {
  const kept = !isUpheld(outcome);
  if (outcome === "insufficient_evidence") return null;
  if (clause === "B2.1") return { value: kept ? Number(values.okWait) : (facts.waitSeconds ?? 240), limit: 180, unit: "s" };
  if (clause === "B3.2") return { value: kept ? Number(values.okPriority) : (facts.waitSeconds ?? 120), limit: 60, unit: "s" };
  if (clause === "B1.3") return { value: kept ? Number(values.okPrompt) : Number(values.prompt), limit: 15, unit: "s" };
  return null;
}

function decisionOf(outcomes: readonly Outcome[]): string {
  const count = (o: Outcome) => outcomes.filter((one) => one === o).length;
  const names: readonly (readonly [Outcome, string])[] = [
    ["upheld", "成立"],
    ["partly_upheld", "部分成立"],
    ["not_upheld", "不成立"],
    ["insufficient_evidence", "证据不足"],
  ];
  const digits = ["零", "一", "两", "三", "四", "五"];
  const parts = names.flatMap(([o, word]) => (count(o) > 0 ? [`${digits[count(o)] ?? count(o)}项${word}`] : []));
  const head =
    outcomes.length === 1
      ? `一项诉求，${parts[0]?.slice(2) ?? ""}。`
      : `${digits[outcomes.length] ?? outcomes.length}项诉求，${parts.join("，")}。`;
  return outcomes.some(isUpheld) ? `${head}公司须在裁决生效后7个工作日内整改并报告。` : `${head}公司无须整改。`;
}

/** Writes a planned case out: narrative, facts, findings, the company's reply. */
export function wordsFor(plan: PlannedCase): CaseWords {
  const rng = random(`words of case ${plan.n}`);
  const { situation, company, matter, story, lang } = plan;
  const { facts, promise } = factsOf(rng, situation.facts, plan);
  const promptSecond = situation.facts.promptSecond
    ? rng.int(situation.facts.promptSecond[0], situation.facts.promptSecond[1])
    : 22;
  const queuePlace = situation.facts.queuePlace ? rng.int(situation.facts.queuePlace[0], situation.facts.queuePlace[1]) : 28;
  const age = facts.priorityGroup === "senior" || story.voice === "elder" ? rng.int(63, 84) : rng.int(24, 58);
  const values = slots(
    {
      company,
      matter,
      situation,
      facts,
      promise,
      queuePlace,
      promptSecond,
      age,
      day: plan.incidentOn,
      daysLate: rng.int(2, 12),
      lang,
    },
    rng,
  );
  // Titles, findings and replies are written by officials and companies, in simplified Chinese whatever the consumer wrote.
  const official =
    lang === "zh-Hans"
      ? values
      : slots(
          {
            company,
            matter,
            situation,
            facts,
            promise,
            queuePlace,
            promptSecond,
            age,
            day: plan.incidentOn,
            daysLate: 3,
            lang: "zh-Hans",
          },
          random(`official words of case ${plan.n}`),
        );
  const closer =
    lang === "en" ? rng.pick(CLOSERS_EN) : lang === "zh-Hant" ? rng.pick(CLOSERS_HANT) : rng.pick(CLOSERS[story.voice]);
  const contact = rng.chance(0.2)
    ? fill(rng.pick((lang === "zh-Hans" ? WITH_CONTACT : WITH_CONTACT_OTHER[lang]) ?? WITH_CONTACT), values)
    : "";
  const ask = rng.pick(situation.asks);
  const clauses = situation.clauses.slice(0, plan.outcomes.length);
  const findings = clauses.map((clause, i): SeedFinding => {
    const outcome = plan.outcomes[i] as Outcome;
    const text = rng.pick(findingTexts(clause, outcome));
    const tier = isUpheld(outcome) ? (text.tier ?? clauseOf(clause)?.tier ?? "moderate") : null;
    return {
      clause,
      outcome,
      tier,
      title: ALLEGATION_TITLES[clause],
      facts: fill(text.facts, official),
      reasons: fill(text.reasons, official),
      measure: measureOf(clause, outcome, facts, official),
    };
  });
  const overall = overallOutcome(plan.outcomes);
  const gap = lang === "en" ? " " : "";
  return {
    slots: values,
    facts,
    promisedOn: facts.promisedInDays === undefined ? null : addDays(plan.incidentOn, facts.promisedInDays),
    headline: fill(rng.pick(situation.headlines), official),
    narrative:
      plan.course === "declined"
        ? declineText(plan).narrative
        : [fill(story.text, values), contact, closer].filter((s) => s !== "").join(gap),
    wants: ask.text,
    wantsKind: ask.remedy,
    title: fill(rng.pick(situation.titles[overall]), official),
    decision: decisionOf(plan.outcomes),
    reply: fill(rng.pick(situation.replies[plan.manner]), official),
    findings,
  };
}
