import { BRANDS, COMPOUND_SURNAMES } from "./name-words";
import { CITIES, PROVINCES } from "./places";
import { familyCost, givenCost, LONGEST_WORD, wordCost } from "./word-costs";

/** What stands around a place makes a name there likelier or less likely: added to the cost of a name that begins or ends there. */
export interface Cues {
  /** By position: less (negative) where something before it leads to a name. */
  readonly begins: Float64Array;
  /** Less (negative) where what follows goes on as behind a name, more where it makes it a firm or a place. */
  readonly ends: (at: number) => number;
  /** By position: what stands before leaves no doubt that a name follows, were it the commonest word. */
  readonly surely: Uint8Array;
  /** A title stands here. */
  readonly titled: (at: number) => boolean;
  /** Tells the cues of names found; true when that made others likelier. */
  readonly joined: (found: readonly { start: number; end: number }[]) => boolean;
}

/** How rare a name is among words, without any cue. */
const PRIOR = 5.5;
/** By how much what follows a name can cheapen it at most. */
const MOST_BEHIND = -7;
/** From here on hardly anybody bears a surname. */
const RARE_FAMILY = 12;
const COMPOUND_FIRST = new Set("欧上司诸东皇尉公慕令长宇夏端南独轩呼闻澹太申宗濮淳单钟鲜闾亓仲赫拓百西左万完范张");
/** One character alone for a given name is rarer than two. */
const SINGLE = 1.5;
/** Cost of a word below which it is too common to be taken for a name. */
const COMMON = 11;
const COMMON_LED = 9.3;
const COMPOUND = 7;
const TITLE = /^(?:太太|先生|女士|小姐|阿姨|叔叔|大爷|大妈|师傅|老师|经理|主管|医生|护士|同学|主任|家[嘴港湾村庄口坝沟界屯])/;
const NO_LAST = /[嘴湾港庄村屯坝沟僧总店站路街镇县市省]$|^[姐哥婆叔伯婶姨爷嫂奶公生工总董太老]$|^夫子|^家$/;
const TOWNS = new Set([...CITIES, ...PROVINCES]);
/** Words of every sentence, hardly ever in a name. */
const RARE_GIVEN = new Set(
  "在让给对从向跟或由将已等去到说讲问聊谈打用叫要会能可以而且但所个位些件张做教二三四五六七八九十百费的话号啦谁接拉拿发写看听走跑带送交换骂推查买卖吃喝坐站按点找开关来应人县镇乡村市省区",
);
const NO_GIVEN = new Set(
  "某的了是我你他她它们这那哪吗呢吧啊呀哦啦嘛欸诶唉哎嗯呗喽咯啵您谁啥么不没也都就很又还被把收佢哋唔嘅咗嘢冇喺啲嗰睇嚟畀咩乜",
);
/** Of these a name does not begin with either. */
const CANTONESE = new Set("佢哋唔嘅咗嘢冇喺啲嗰睇嚟畀咩乜");

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
    const [here, reached] = [from + at, best[at] ?? 0];
    for (let length = 1; length <= LONGEST_WORD && at + length <= size; length++)
      offer(at + length, reached + wordCost(text, here, length), at, 0);
    // 王女士: a surname with its title shows no more than the redacted form does.
    if (CANTONESE.has(text.charAt(here))) continue;
    const family = familyCost(text, here);
    if (family < RARE_FAMILY && cues.titled(here + 1)) offer(at + 1, reached + family, at, 0);
    const begins = cues.begins[here] ?? 0;
    let letters = wordCost(text, here, 1);
    for (let length = 2; length <= 4 && at + length <= size; length++) {
      letters += wordCost(text, here + length - 1, 1);
      const least = leastCost(text, here, length) + begins;
      // Dearer than its characters one by one, whatever follows.
      if (least + MOST_BEHIND >= letters) continue;
      const extra = obstacles(text.slice(here, here + length), leadOf(cues, here, here + length));
      offer(at + length, reached + least + extra + cues.ends(here + length), at, 1);
    }
  }
  const found: { start: number; end: number }[] = [];
  for (let end = size; end > 0; end = back[end] ?? 0)
    if (named[end]) found.push({ start: from + (back[end] ?? 0), end: from + end });
  return found.reverse();
}

type Lead = "sure" | "led" | "none";
function leadOf(cues: Cues, start: number, end: number): Lead {
  if (cues.surely[start] === 1 || cues.ends(end) <= -6) return cues.titled(end) ? "led" : "sure";
  return (cues.begins[start] ?? 0) <= -6 && cues.ends(end) < 0 ? "led" : "none";
}

/** Cost of a name by its characters alone; Infinity when it cannot be one. */
function leastCost(text: string, at: number, length: number): number {
  const compound = COMPOUND_FIRST.has(text.charAt(at)) && COMPOUND_SURNAMES.test(text.slice(at, at + 2));
  const family = compound ? 2 : 1;
  const given = length - family;
  if (given < 1 || given > 2) return Number.POSITIVE_INFINITY;
  let cost = PRIOR + (compound ? COMPOUND : familyCost(text, at)) + (given === 1 ? SINGLE : 0);
  for (let i = at + family; i < at + length; i++) {
    if (NO_GIVEN.has(text.charAt(i))) return Number.POSITIVE_INFINITY;
    cost += givenCost(text, i) + (RARE_GIVEN.has(text.charAt(i)) ? 5 : 0);
  }
  return cost;
}

/** What speaks against a name as a whole. 马上, 方便: a word everybody uses is none, even where one could stand; 宁静 or 洪亮 may be. */
function obstacles(name: string, lead: Lead): number {
  const given = name.slice(COMPOUND_SURNAMES.test(name) ? 2 : 1);
  if (BRANDS.test(name)) return Number.POSITIVE_INFINITY;
  if (TITLE.test(given) || given === "太") return Number.POSITIVE_INFINITY;
  if (lead === "sure") return 0;
  if (NO_LAST.test(given) || (lead === "none" && TOWNS.has(name))) return Number.POSITIVE_INFINITY;
  const common = lead === "led" ? COMMON_LED : COMMON;
  return Math.max(0, common - wordCost(name, 0, name.length));
}
