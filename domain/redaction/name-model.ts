import { BRANDS, COMPOUND_SURNAMES } from "./name-words";
import { familyCost, givenCost, LONGEST_WORD, wordCost } from "./word-costs";

/** What stands around a place makes a name there likelier or less likely: added to the cost of a name that begins or ends there. */
export interface Cues {
  /** By position: less (negative) where something before it leads to a name. */
  readonly begins: Float64Array;
  /** By position: less (negative) where what follows goes on as behind a name. */
  readonly ends: Float64Array;
  /** By position: what stands before leaves no doubt that a name follows, were it the commonest word. */
  readonly surely: Uint8Array;
  /** By position: a title stands here. */
  readonly titled: Uint8Array;
}

/** How rare a name is among words, without any cue. */
const PRIOR = 5.5;
/** One character alone for a given name is rarer than two. */
const SINGLE = 1.5;
/** Cost of a word below which it is too common to be taken for a name. */
const COMMON = 11;
const COMMON_LED = 9.3;
const COMPOUND = 7;
const TITLE = /^(?:太太|先生|女士|小姐|阿姨|叔叔|大爷|大妈|师傅|老师|经理|主管|医生|护士|同学|主任|家[嘴港湾村庄口坝沟界屯])/;
const NO_LAST = /[嘴湾港庄村屯坝沟僧总店站路街镇县市省]$|^[姐哥婆叔伯婶姨爷嫂奶公生工总董太]$|^夫子/;
/** Words of every sentence, hardly ever in a name. */
const RARE_GIVEN = new Set("在让给对从向跟或由将已等去到说讲问打用叫要会能可以而且但所个位些件张做教二三四五六七八九十百费的话号啦谁接拉拿发写看听走跑带送交换骂推查买卖吃喝坐站按点找开关来应人县镇乡村市省区");
const NO_GIVEN = new Set("某的了是我你他她它们这那哪吗呢吧啊呀哦啦嘛您谁啥么不没也都就很又还被把收佢哋唔嘅咗嘢冇喺啲嗰睇嚟畀咩乜");

/**
 * The names in a run of Chinese characters, by what explains the run with the least cost: words of the dictionary, or a surname and the
 * one or two characters of a given name. 高兴地说 is words; in 张栩菡说 nothing but a name explains the first three.
 */
export function namesByLikelihood(text: string, from: number, to: number, cues: Cues): { start: number; end: number }[] {
  const size = to - from;
  const best = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
  const back = new Int32Array(size + 1);
  const named = new Uint8Array(size + 1);
  best[0] = 0;
  const offer = (end: number, cost: number, start: number, name: 0 | 1) => {
    if (cost >= (best[end] ?? 0)) return;
    best[end] = cost;
    back[end] = start;
    named[end] = name;
  };
  for (let at = 0; at < size; at++) {
    const reached = best[at] ?? 0;
    for (let length = 1; length <= LONGEST_WORD && at + length <= size; length++) {
      const cost = wordCost(text.slice(from + at, from + at + length));
      if (cost !== undefined) offer(at + length, reached + cost, at, 0);
    }
    // 王女士: a surname with its title shows no more than the redacted form does.
    if (cues.titled[from + at + 1]) offer(at + 1, reached + familyCost(text.charAt(from + at)), at, 0);
    for (let length = 2; length <= 4 && at + length <= size; length++) {
      const cost = nameCost(text.slice(from + at, from + at + length), leadOf(cues, from + at, from + at + length));
      if (cost === undefined) continue;
      offer(
        at + length,
        reached + cost + (cues.begins[from + at] ?? 0) + (cues.ends[from + at + length] ?? 0),
        at,
        1,
      );
    }
  }
  const found: { start: number; end: number }[] = [];
  for (let end = size; end > 0; end = back[end] ?? 0)
    if (named[end]) found.push({ start: from + (back[end] ?? 0), end: from + end });
  return found.reverse();
}

type Lead = "sure" | "led" | "none";
function leadOf(cues: Cues, start: number, end: number): Lead {
  if (cues.surely[start] === 1 || (cues.ends[end] ?? 0) <= -6) return cues.titled[end] ? "led" : "sure";
  return (cues.begins[start] ?? 0) <= -6 && (cues.ends[end] ?? 0) < 0 ? "led" : "none";
}

/** Cost of a name without its surroundings; undefined when it cannot be one. */
function nameCost(name: string, lead: Lead): number | undefined {
  const compound = COMPOUND_SURNAMES.test(name);
  const family = compound ? 2 : 1;
  const given = name.slice(family);
  if (given.length < 1 || given.length > 2) return undefined;
  if (BRANDS.test(name) || (lead !== "sure" && (NO_LAST.test(given) || TITLE.test(given)))) return undefined;
  let cost = PRIOR + (compound ? COMPOUND : familyCost(name.charAt(0))) + (given.length === 1 ? SINGLE : 0);
  for (const letter of given) {
    if (NO_GIVEN.has(letter)) return undefined;
    cost += givenCost(letter) + (RARE_GIVEN.has(letter) ? 5 : 0);
  }
  // 马上, 方便: a word everybody uses is no name, even where one could stand; 宁静 or 洪亮 may be.
  const common = lead === "led" ? COMMON_LED : COMMON;
  return lead === "sure" ? cost : cost + Math.max(0, common - (wordCost(name) ?? common));
}
