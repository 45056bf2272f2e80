import { clauseOf } from "@/domain/clauses";
import { addDays, type Day, daysBetween } from "@/domain/day";
import { isUpheld, type Outcome, type Tier } from "@/domain/findings";
import type { Measure } from "@/domain/publication/content";
import { type AttachedFile, channelOf, type FileTruth, shownBy, toldChannel } from "./attachments";
import type { PlannedCase } from "./plan";
import { type Random, random } from "./random";
import {
  CLOSERS,
  CLOSERS_EN,
  CLOSERS_HANT,
  DENIALS,
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

function factsOf(rng: Random, ranges: FactRanges, plan: PlannedCase, shown: FileTruth): { facts: StoryFacts; promise: string } {
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
  const gone = daysBetween(plan.incidentOn, plan.filedOn);
  const promises = (ranges.promises ?? []).filter(
    (p) => (!p.sectors || p.sectors.includes(plan.company.sector)) && p.inDays <= gone,
  );
  const promise = promises.length > 0 ? rng.pick(promises) : null;
  if (promise) {
    facts.promisedAction = promise.action;
    facts.promisedInDays = promise.inDays;
  }
  if (plan.matter.amount) facts.lossAmount = rng.int(plan.matter.amount[0], plan.matter.amount[1]) * 100;
  return { facts: asShown(facts, shown), promise: shown.promise?.words ?? promise?.words ?? "" };
}

/** What somebody tells agrees with what his screenshots and recordings show. Of "twenty times" a picture shows only the last. */
function asShown(facts: StoryFacts, shown: FileTruth): StoryFacts {
  const out: StoryFacts = { ...facts };
  const asked = shown.humanRequests ?? shown.requests?.length;
  if (asked !== undefined && out.humanRequests !== undefined)
    out.humanRequests = out.humanRequests >= 20 ? out.humanRequests : asked;
  if (shown.waitSeconds && out.waitSeconds !== undefined) out.waitSeconds = shown.waitSeconds;
  const reached = shown.reachedHuman ?? (shown.humanSecond === undefined ? undefined : shown.humanSecond !== null);
  if (reached !== undefined) out.reachedHuman = reached;
  for (const fact of ["sameReplyRepeated", "menuDepth", "interruptions"] as const)
    if (shown[fact] !== undefined && out[fact] !== undefined) out[fact] = shown[fact];
  if (shown.loopback !== undefined && out.loopback !== undefined) out.loopback = shown.loopback;
  if (shown.promise && out.promisedAction !== undefined) {
    out.promisedAction = shown.promise.action;
    out.promisedInDays = shown.promise.inDays;
  }
  if (shown.lossYuan !== undefined) out.lossAmount = shown.lossYuan * 100;
  return out;
}

/** The title tells of the main allegation as it was found; where only another one holds, of that one. */
function titleOf(plan: PlannedCase, mainTitle: string): string {
  const held = plan.outcomes.findIndex(isUpheld);
  const other = held > 0 ? plan.situation.clauses[held] : undefined;
  return other ? ALLEGATION_TITLES[other] : mainTitle;
}

/** A company whose records do not bear the allegation out says so, whatever its manner; else it answers in its own. */
function replyOf(rng: Random, plan: PlannedCase, official: Slots, mainTitle: string): string {
  const main = plan.outcomes[0];
  const weak = main === "not_upheld" || main === "insufficient_evidence";
  // Nobody owns up to what its records do not show.
  const manner = weak && plan.manner === "sincere" ? "legal" : plan.manner;
  if (plan.outcomes.some(isUpheld) || !weak) return fill(rng.pick(plan.situation.replies[manner]), official);
  return fill(rng.pick(DENIALS[main]), { ...official, found: sentence(mainTitle).replaceAll("公司", "我司") });
}

/** Facts of the main finding where it does not hold whole: what the title says, so that the two never differ. */
const sentence = (title: string) => (/[。！？]$/.test(title) ? title : `${title}。`);

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
export function wordsFor(plan: PlannedCase, files: readonly AttachedFile[]): CaseWords {
  const rng = random(`words of case ${plan.n}`);
  const { situation, company, matter, story, lang } = plan;
  const shown = shownBy(files);
  const { facts, promise } = factsOf(rng, situation.facts, plan, shown);
  const drawn = (range: readonly [number, number] | undefined, or: number) => (range ? rng.int(range[0], range[1]) : or);
  const promptDrawn = drawn(situation.facts.promptSecond, 22);
  const promptSecond = shown.promptSecond && shown.promptSecond > 15 ? Math.round(shown.promptSecond) : promptDrawn;
  const queueDrawn = drawn(situation.facts.queuePlace, 28);
  const queuePlace = shown.queuePlace ?? queueDrawn;
  const old = facts.priorityGroup === "senior" || story.voice === "elder" || story.text.includes("{age}");
  const ageDrawn = old ? rng.int(66, 84) : rng.int(24, 58);
  const age = shown.age ?? ageDrawn;
  const feeYuan = shown.feeYuan;
  const daysLate = Math.max(2, daysBetween(plan.incidentOn, plan.filedOn));
  const firstRequest = shown.requests?.[0];
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
      daysLate,
      lang,
      feeYuan,
      firstRequest,
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
            daysLate: Number(values.late),
            lang: "zh-Hans",
            feeYuan: feeYuan ?? Number(values.feeYuan),
            firstRequest,
          },
          random(`official words of case ${plan.n}`),
        );
  const closer =
    lang === "en" ? rng.pick(CLOSERS_EN) : lang === "zh-Hant" ? rng.pick(CLOSERS_HANT) : rng.pick(CLOSERS[story.voice]);
  const contact = rng.chance(0.2)
    ? fill(rng.pick((lang === "zh-Hans" ? WITH_CONTACT : WITH_CONTACT_OTHER[lang]) ?? WITH_CONTACT), values)
    : "";
  const phone = (channelOf(files) ?? toldChannel(plan.story)) === "phone";
  const ask = rng.pick(situation.asks);
  const clauses = situation.clauses.slice(0, plan.outcomes.length);
  const mainTitle = fill(rng.pick(situation.titles[plan.outcomes[0] ?? "insufficient_evidence"]), official);
  const findings = clauses.map((clause, i): SeedFinding => {
    const outcome = plan.outcomes[i] as Outcome;
    const text = rng.pick(findingTexts(clause, outcome));
    const spoken = (words: string) => (phone ? words.replaceAll("聊天记录", "通话录音") : words);
    const stated = i === 0 && outcome !== "upheld" ? sentence(mainTitle) : spoken(fill(text.facts, official));
    const tier = isUpheld(outcome) ? (text.tier ?? clauseOf(clause)?.tier ?? "moderate") : null;
    return {
      clause,
      outcome,
      tier,
      title: ALLEGATION_TITLES[clause],
      facts: stated,
      reasons: fill(text.reasons, official),
      measure: measureOf(clause, outcome, facts, official),
    };
  });
  const gap = lang === "en" ? " " : "";
  return {
    slots: values,
    facts: plan.course === "declined" ? {} : facts,
    promisedOn: facts.promisedInDays === undefined ? null : addDays(plan.incidentOn, facts.promisedInDays),
    headline: plan.course === "declined" ? declineText(plan).headline : fill(rng.pick(situation.headlines), official),
    narrative:
      plan.course === "declined"
        ? declineText(plan).narrative
        : [fill(story.text, values), contact, closer].filter((s) => s !== "").join(gap),
    wants: ask.text,
    wantsKind: ask.remedy,
    title: titleOf(plan, mainTitle),
    decision: decisionOf(plan.outcomes),
    reply: replyOf(rng, plan, official, mainTitle),
    findings,
  };
}
