import * as OpenCC from "opencc-js";
import { addDays, type Day } from "@/domain/day";
import type { Random } from "../random";
import type { DemoCompany } from "./company-types";
import type { Lang, Matter, Situation, StoryFacts } from "./types";
import { ADDRESSES, GIVEN, SURNAMES } from "./wishes";

const toHant = OpenCC.Converter({ from: "cn", to: "hk" });
const DIGITS = "零一二三四五六七八九";

/** 1 to 99 as a person says it before a measure word: 两次, 十二次, 二十三次. */
export function spoken(n: number): string {
  if (n === 2) return "两";
  if (n < 10) return DIGITS[n] ?? String(n);
  if (n > 99) return String(n);
  const tens = Math.floor(n / 10);
  const rest = n % 10;
  return `${tens === 1 ? "" : DIGITS[tens]}十${rest ? DIGITS[rest] : ""}`;
}

/** Seconds as the file says them: 4分41秒. */
export function exact(seconds: number): string {
  const m = Math.floor(seconds / 60);
  const s = seconds % 60;
  return m === 0 ? `${s}秒` : s === 0 ? `${m}分钟` : `${m}分${s}秒`;
}

/** Seconds as people say them: 快5分钟, 19分多钟. */
export function about(seconds: number): string {
  const m = Math.floor(seconds / 60);
  const s = seconds % 60;
  if (m === 0) return s < 40 ? "半分钟" : "快一分钟";
  return s >= 40 ? `快${m + 1}分钟` : s <= 12 ? `${m}分钟` : `${m}分多钟`;
}

const aboutEn = (seconds: number) => {
  const m = Math.floor(seconds / 60);
  return m === 0
    ? `${seconds} seconds`
    : seconds % 60 >= 40
      ? `almost ${m + 1} minutes`
      : m === 1
        ? "over a minute"
        : `over ${m} minutes`;
};
const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
const grouped = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, ",");
const monthDay = (d: Day) => `${Number(d.slice(5, 7))}月${Number(d.slice(8, 10))}日`;

const PROMISE_EN: Readonly<Record<string, string>> = {
  三天内原路退回: "the money back within three days",
  减免两个月费用: "two months free of charge",
  "48小时内补发": "a replacement within 48 hours",
  七个工作日全额退款: "a full refund within seven working days",
  补偿一张同额券: "a voucher of the same amount within 24 hours",
};

/** Everything a text may name. The same values fill the narrative, the ruling's title, the findings and the replies of a case. */
export type Slots = Readonly<Record<string, string>>;

export interface SlotInput {
  readonly company: DemoCompany;
  readonly matter: Matter;
  readonly situation: Situation;
  readonly facts: StoryFacts;
  /** In words, where something was promised. */
  readonly promise: string;
  readonly queuePlace: number;
  readonly promptSecond: number;
  readonly age: number;
  /** Day of the contact, and days since the promise or request when it was filed. */
  readonly day: Day;
  readonly daysLate: number;
  readonly lang: Lang;
  /** Where a paper or picture shows them; else drawn. */
  readonly feeYuan?: number;
  /** Second of the recording at which a human was first asked for. */
  readonly firstRequest?: number;
}

/** Values for every slot; names, numbers and addresses are drawn. Money in whole yuan, from `facts.lossAmount` (fen). */
export function slots(input: SlotInput, rng: Random): Slots {
  const { company, matter, facts, lang } = input;
  const hant = (text: string) => (lang === "zh-Hant" ? toHant(text) : text);
  const money = (fen: number) =>
    lang === "en" ? `CNY ${grouped(Math.round(fen / 100))}` : `${grouped(Math.round(fen / 100))}元`;
  const loss = facts.lossAmount ?? 20_000;
  const drawnFee = Math.max(10, Math.round((loss * rng.int(10, 32)) / 100 / 1000) * 10);
  const fee = (input.feeYuan ?? drawnFee) * 100;
  const asks = facts.humanRequests ?? 3;
  const reps = facts.sameReplyRepeated ?? 3;
  const wait = facts.waitSeconds ?? 240;
  const asked = rng.int(18, 52);
  const tail = String(rng.int(1000, 9999));
  const base: Record<string, string> = {
    co: hant(company.name),
    app: hant(company.app),
    bot: hant(company.bot),
    short: hant(matter.short),
    want: hant(matter.want),
    shortEn: matter.shortEn,
    wantEn: matter.wantEn,
    asks: String(asks),
    asksZh: hant(spoken(asks)),
    asksLess: String(Math.max(1, asks - 2)),
    reps: String(reps),
    repsZh: hant(spoken(reps)),
    menu: String(facts.menuDepth ?? 4),
    menuZh: hant(spoken(facts.menuDepth ?? 4)),
    wait: hant(exact(wait)),
    about: hant(about(wait)),
    waitEn: aboutEn(wait),
    waitSec: String(wait),
    over: String(Math.max(1, wait - 180)),
    overPriority: String(Math.max(1, wait - 60)),
    okWait: String(rng.int(96, 176)),
    okPriority: String(rng.int(24, 56)),
    okPrompt: String(rng.int(5, 13)),
    quick: String(rng.int(9, 54)),
    prompt: String(input.promptSecond),
    promptOver: String(Math.max(1, input.promptSecond - 15)),
    queue: String(input.queuePlace),
    t1: clock(Math.round(input.firstRequest ?? asked)),
    age: String(input.age),
    late: String(input.daysLate),
    day: hant(monthDay(input.day)),
    promise: hant(input.promise),
    promiseEn: PROMISE_EN[facts.promisedAction ?? ""] ?? "a call back",
    feeYuan: String(fee / 100),
    amt: money(loss),
    fee: money(fee),
    tel: `000-8800-${tail}`,
    name: `${rng.pick(SURNAMES)}${rng.pick(GIVEN)}`,
    phone: `1990000${tail}`,
    address: rng.pick(ADDRESSES),
    mail: `user${tail}@mail.example`,
    order: `${company.slug.slice(0, 2).toUpperCase()}${addDays(input.day, -rng.int(1, 20)).replaceAll("-", "")}${rng.int(100000, 999999)}`,
  };
  base.bg = fill(rng.pick(matter.bg), base);
  base.bgEn = fill(matter.bgEn, base);
  return base;
}

/** Throws for a slot nobody fills, so that no brace reaches a reader. */
export function fill(text: string, values: Slots): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`nothing for {${name}} in: ${text.slice(0, 40)}`);
    return value;
  });
}
