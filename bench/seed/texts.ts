import { type Random, random } from "@/db/seed/random";
import {
  COMPANIES,
  findingTexts,
  MATTERS,
  mattersOf,
  SITUATIONS,
  type Situation,
  type Slots,
  type StoryClause,
  slots,
} from "@/db/seed/stories";
import { ALLEGATION_TITLES } from "@/db/seed/titles";
import { addDays } from "@/domain/day";
import type { Outcome } from "@/domain/findings";

/** A text with its slots cut out, so that filling it is joining. */
type Template = readonly (string | { readonly slot: string })[];
const compile = (text: string): Template =>
  text
    .split(/(\{\w+\})/)
    .filter((p) => p !== "")
    .map((p) => (/^\{\w+\}$/.test(p) ? { slot: p.slice(1, -1) } : p));
const compiled = new Map<string, Template>();

function filled(text: string, values: Slots, names: Readonly<Record<string, string>>): string {
  let template = compiled.get(text);
  if (!template) {
    template = compile(text);
    compiled.set(text, template);
  }
  let out = "";
  for (const part of template) out += typeof part === "string" ? part : (names[part.slot] ?? values[part.slot] ?? "");
  return out;
}

/** Draws 0…n−1 with weight 1/(rank+1)^s: what is common is very common, and the tail is long. */
export function zipf(n: number, s: number): (rng: Random) => number {
  const sums = new Float64Array(n);
  let total = 0;
  for (let i = 0; i < n; i++) {
    total += 1 / (i + 1) ** s;
    sums[i] = total;
  }
  return (rng) => {
    const at = rng.next() * total;
    let low = 0;
    let high = n - 1;
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((sums[mid] as number) < at) low = mid + 1;
      else high = mid;
    }
    return low;
  };
}

const NAMES = 24_000;
const FEWEST_CHARACTERS = 1_420;
/** Where a made-up name stands in a ruling: goods, places, programs, people's streets. */
const ASIDES = [
  "所涉商品登记的品名为“{x}”。",
  "事发地为{x}镇附近的营业点。",
  "双方往来中反复提到的活动名为“{x}计划”。",
  "公司提交的工单归在“{x}”项目之下。",
  "投诉人住在{x}路，由该处站点负责。",
  "合同附件以“{x}”指称这项服务。",
];

/** All that rulings are made of, drawn from the demo's stories; the same for every run. */
export class Texts {
  private readonly values: Slots[] = [];
  private readonly names: string[] = [];
  private readonly sentences: string[];
  private readonly drawName = zipf(NAMES, 0.85);
  private readonly drawSentence: (rng: Random) => number;
  readonly situations = SITUATIONS;
  private readonly drawSituation = zipf(SITUATIONS.length, 0.7);

  constructor() {
    const rng = random("bench texts");
    const matters = MATTERS;
    for (let i = 0; i < 1_500; i++) {
      const company = rng.pick(COMPANIES);
      const situation = rng.pick(SITUATIONS);
      const matter = rng.pick(mattersOf(company).length > 0 ? mattersOf(company) : matters);
      const facts = { humanRequests: rng.int(1, 26), waitSeconds: rng.int(30, 2_400), sameReplyRepeated: rng.int(2, 14) };
      const more = { menuDepth: rng.int(3, 7), lossAmount: rng.int(19, 9_000) * 100 };
      this.values.push(
        slots(
          {
            company,
            matter,
            situation,
            facts: { ...facts, ...more },
            promise: rng.pick(["三天内原路退回", "48小时内补发", "七个工作日全额退款"]),
            queuePlace: rng.int(8, 240),
            promptSecond: rng.int(16, 60),
            age: rng.int(24, 84),
            day: addDays("2026-01-10", rng.int(0, 220)),
            daysLate: rng.int(2, 30),
            lang: "zh-Hans",
          },
          rng,
        ),
      );
    }
    const all = SITUATIONS.flatMap((s) => [
      ...s.stories.filter((t) => t.lang === "zh-Hans").map((t) => t.text),
      ...Object.values(s.replies).flat(),
      ...s.clauses.flatMap((c) =>
        Object.keys(s.titles).flatMap((o) => findingTexts(c, o as Outcome).flatMap((f) => [f.facts, f.reasons])),
      ),
    ]);
    const pieces = [...new Set(all.concat(matters.flatMap((m) => m.bg)).flatMap((t) => t.match(/[^。！？]{6,}[。！？]/g) ?? []))];
    this.sentences = rng.shuffled(pieces);
    this.drawSentence = zipf(this.sentences.length, 0.62);
    const characters = [...new Set(this.sentences.join("").match(/[\u4e00-\u9fff]/g) ?? [])];
    for (let i = 0; i < NAMES; i++) this.names.push(Array.from({ length: rng.int(2, 3) }, () => rng.pick(characters)).join(""));
  }

  situation(rng: Random): Situation {
    return this.situations[this.drawSituation(rng)] as Situation;
  }

  private value(rng: Random): Slots {
    return this.values[rng.int(0, this.values.length - 1)] as Slots;
  }

  /** The consumer's words on a complaint, 60 to 300 characters. */
  narrative(rng: Random, situation: Situation, names: Readonly<Record<string, string>>): string {
    const values = this.value(rng);
    const story = filled(rng.pick(situation.stories).text, values, names);
    return story + this.aside(rng) + filled(this.sentences[this.drawSentence(rng)] as string, values, names);
  }

  private aside(rng: Random): string {
    return rng.pick(ASIDES).replace("{x}", this.names[this.drawName(rng)] as string);
  }

  /** A whole ruling, about 1,500 characters. */
  ruling(rng: Random, situation: Situation, outcomes: readonly Outcome[], names: Readonly<Record<string, string>>) {
    const values = this.value(rng);
    const say = (text: string) => filled(text, values, names);
    const title = say(rng.pick(situation.titles[outcomes[0] as Outcome]));
    const held = outcomes.filter((o) => o === "upheld" || o === "partly_upheld").length;
    const decision = `${outcomes.length}项诉求，${held}项成立。${held > 0 ? "公司须在裁决生效后7个工作日内整改并报告。" : "公司无须整改。"}`;
    const clauses = situation.clauses.slice(0, outcomes.length);
    const findings = clauses.map((clause: StoryClause, i) => {
      const text = rng.pick(findingTexts(clause, outcomes[i] as Outcome));
      return { clause, title: ALLEGATION_TITLES[clause], facts: say(text.facts), reasons: say(text.reasons) };
    });
    const reply = say(rng.pick(situation.replies[rng.pick(["sincere", "legal", "canned", "curt"] as const)]));
    const words = rng.chance(0.25) ? say(rng.pick(situation.stories).text) : null;
    let length = title.length + decision.length + reply.length + (words?.length ?? 0);
    for (const f of findings) length += f.title.length + f.facts.length + f.reasons.length;
    for (let turn = 0; length < FEWEST_CHARACTERS; turn++) {
      const more = turn % 6 === 0 ? this.aside(rng) : say(this.sentences[this.drawSentence(rng)] as string);
      const at = findings[turn % findings.length] as (typeof findings)[number];
      if (turn % 3 === 2) at.reasons += more;
      else at.facts += more;
      length += more.length;
    }
    return { title, decision, findings, reply, words };
  }
}
