import type { ChatTurn } from "./turns";

/** A fact that turns suggest, with the turns that prove it (places in the list). Never applied without a person (RULES §2). */
export type ProposedFact =
  | { readonly fact: "humanRequests"; readonly value: number; readonly proof: readonly number[] }
  | { readonly fact: "waitSeconds"; readonly value: number; readonly proof: readonly number[] }
  | { readonly fact: "reachedHuman"; readonly value: boolean; readonly proof: readonly number[] }
  | { readonly fact: "sameReplyRepeated"; readonly value: number; readonly proof: readonly number[] }
  | { readonly fact: "promisedAction"; readonly value: string; readonly proof: readonly number[] }
  | { readonly fact: "notSolvedTwice"; readonly value: true; readonly proof: readonly number[] }
  | { readonly fact: "loopback"; readonly value: true; readonly proof: readonly number[] };

const PERSON = "(?:人工|真人|活人|人类|人類|客服人员|客服人員|专人|專人|专员|專員)";
/** Who decides at a company: asked for like a human, but named in passing too (经理推荐的). */
const HEAD = "(?:主管|经理|經理|负责人|負責人|领导|領導)";
/** 人工费, 真人秀: of these words none asks for anybody. */
const OTHERS =
  /人工(?:费|費|时|時|智能|智慧|降噪|成本|养殖|養殖|湖|泪液|淚液|关节|關節|呼吸|合成|草坪|皮革|授粉|客服(?:态度|態度|很|已))|真人(?:秀|版|CS)|专人(?:配送|送货)|專人(?:配送|送貨)|(?:扫地|掃地|吸尘|吸塵)?(?:机器人|機器人)(?:吸|扫|掃|玩具)/g;
const VERBS =
  "要|找|接|叫|换|換|给我|給我|让|讓|联系|聯繫|聯絡|来个|來個|需要|有没有|有沒有|有|请|請|安排|跟|和|与|與|直接|帮我|幫我|介入";
const ASKS = new RegExp(
  [
    `[转轉][^，。,.！!？?]{0,4}${PERSON}`,
    `(?:${VERBS})[^，。,.！!？?]{0,6}${PERSON}`,
    `(?:找|叫|让|讓|跟|和|联系|聯繫|换|換|请|請|要)[^，。,.！!？?]{0,5}${HEAD}[^，。,.！!？?]{0,2}(?:[给給联聯回打来來出说說讲講谈談通对對处處接听聽]|$|[，。,.！!？?])`,
    `(?:^|[，。！：；,.!:;\\s])\\s*${PERSON}(?:客服|服务|服務|坐席|座席)?(?:人?呢|在哪[里裡]?|介入|处理|處理|帮助|幫助)?[!！。.？?～~]*$`,
    `^[^，。]{0,6}${PERSON}客服[!！。.]*$`,
    `[转轉接]不[了到]${PERSON}`,
    `[遍次回](?:要|找|转|轉)?${PERSON}`,
    "(?:要|想|找|叫|换|換)(?:一?[个個])?人(?:说|說|谈|談|来|來|处理|處理|听|聽)",
    "(?:要|找|叫|换|換)(?:一?[个個])?人(?:[，。！,.!]|$)",
    "(?:不要|不想|不跟|别再?|別再?|拒绝|拒絕)[^，。,.！!？?]{0,4}(?:机器人|機器人|自动回复|自動回覆|AI(?![A-Za-z]))",
    "(?:zhuan\\s*)?(?:人|ren)\\s*(?:工|gong)(?:$|[!！。])|zhuan\\s*人工",
  ].join("|"),
);
const ASKS_EN = new RegExp(
  [
    "\\b(?:human|live|real)\\s+(?:agent|person|being|human|representative|support)\\b",
    "\\b(?:talk|speak|chat|transfer\\w*|connect\\w*|pass|get|want|need|give|reach|find|ask\\w*)\\b[^.?!]{0,28}\\b(?:human|person|agent|representative|operator|manager|supervisor)\\b",
    "\\b(?:talk|speak|chat|connect\\w*|through)\\b[^.?!]{0,16}\\b(?:someone|somebody)\\b",
    "^\\W*(?:human|agent|representative|operator)\\W*(?:please)?\\W*$",
    "\\bhuman\\b[^.]{0,8}\\bplease\\b|[.!?]\\s*human\\W*$",
    "\\bnot a (?:bot|robot|machine)\\b",
    "\\b(?:can|could|will)\\s+(?:a|any|some)\\s+(?:human|person|agent)\\b",
    "\\b(?:no more|stop|(?:don'?t|do not)\\s+want)\\b[^.?!]{0,20}\\b(?:bots?|robots?|machines?)\\b",
  ].join("|"),
  "i",
);
const REFUSES = /(?:不要|不用|不必|不需要|别|別|无需|無需)[^，。]{0,3}(?:转|轉)?(?:接)?(?:人工|真人|专人|專人)/;
const REFUSES_EN =
  /\b(?:don'?t|do not|no longer)\s+(?:need|want)\s+(?:a\s+|an\s+|any\s+)?(?:human|agent|person)\b|\bno\s+(?:agent|human)\s+(?:is\s+)?needed\b/i;
const UNSOLVED =
  /没解决|沒解決|未解决|未解決|没有解决|沒有解決|(?:没有?|沒有?)(?:什么|什麼)?(?:用|帮助|幫助|效果)(?!户|戶|过|過)|不管用|(?:还是|還是|依然|仍然|仍)(?:一样|一樣|不行|不能|无法|無法)|没修好|沒修好|^(?:无效|無效|不行)(?:[，。!！]|$)|not\s+(?:been\s+)?(?:solved|resolved|fixed|working|helpful)|n't\s+(?:really\s+)?(?:solve|resolve|help|work|fix)|\b(?:unresolved|unsolved|useless)\b|did not (?:solve|resolve|help|work|fix)|does not (?:solve|resolve|help|work|fix)/i;
const ARRIVED =
  /(?:工号|工號)\s*\w+|人工(?:客服|坐席|座席)[^，。]{0,12}(?:为您服务|為您服務|接入|已接通)|(?:已|成功)(?:为您|為您)?(?:转接|轉接|接入|接通)(?:至|到)?人工|(?:客服|专员|專員)[^，。]{0,8}(?:加入|进入|進入|接入)(?:了)?(?:会话|會話|聊天|对话|對話)|(?:坐席|座席|专员|專員)(?:为您|為您)服(?:务|務)|joined the (?:chat|conversation)|you are now (?:chatting|connected) with/i;
const MACHINE =
  /智能(?:客服|助手|助理)|机器人|機器人|[AaＡ][IiＩ](?:客服|助手|助理)|virtual assistant|chat\s?bot|(?:很高兴|很高興)(?:为您|為您)服(?:务|務)|how can i (?:help|assist) you today/i;
const WHEN =
  /(?:\d+|[一二三四五六七八九十两兩]+)\s*(?:[-~至到－～]\s*\d+\s*)?(?:个|個)?(?:工作日|工作天|小时|小時|分钟|分鐘|天|日内|日內|周|週)(?!前)(?:之?(?:内|內))?|(?:今天|今晚|明早|明晚|明天|明日|后天|後天|本周|本週|下周|下週|(?:周|週|星期|礼拜|禮拜)[一二三四五六日天]|月底)|\d{1,2}月\d{1,2}[日号號]|within\s+\w+(?:-\w+)?\s+(?:business\s+)?(?:hours?|days?|minutes?|weeks?)|in\s+\d+(?:-\d+)?\s+(?:business\s+)?(?:hours?|days?)|\b(?:tomorrow|tonight)\b|\bby\s+(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)/i;
const WILL =
  /退(?:回|款|还|還)|[给給为為](?:您|你)(?:退|办|辦|补|補)|到(?:账|賬|帐|帳)|回(?:电|電|复|覆|復)|答(?:复|覆|復)|联系您|聯繫您|聯絡您|处理(?:完|好)?|處理|解决|解決|送(?:达|到|達)|到(?:货|貨)|寄[出送]|完成|[与與](?:您|你)(?:联系|聯繫|聯絡)|发(?:货|出)|發(?:貨|出)|补(?:发|偿)|補(?:發|償)|赔|賠|refund|call you|get back|contact you|ship|deliver|reply|resolve/i;

/** What the person is asked to do in that time is no promise of the company. */
const ASKED = /^\s*(?:请您?|請您?)[于在於]|^\s*please\b(?!.*\bwe(?:'ll| will)\b)|(?:您|你)(?:可|需|须|須)[^，。]{0,4}[在于於]/i;

/** Whether somebody asks for a human being in these words. */
export function asksForHuman(text: string): boolean {
  const said = text.replace(/(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])/g, "").replace(OTHERS, "·");
  return (ASKS.test(said) && !REFUSES.test(said)) || (ASKS_EN.test(said) && !REFUSES_EN.test(said));
}

/** A promise: something will be done, and when. Answers the words of it, or null. */
export function promiseIn(text: string): string | null {
  const said = text
    .split(/(?<=[。！!？?；;])|(?<=[a-z])\.\s/)
    .find((part) => WHEN.test(part) && WILL.test(part) && !ASKED.test(part) && !/[？?]\s*$/.test(part));
  return said ? said.trim() : null;
}

/** The facts a chat suggests, each with its proof. An empty list where nothing is said of them. */
export function factsOf(turns: readonly ChatTurn[]): ProposedFact[] {
  const facts: ProposedFact[] = [];
  const asked = places(turns, (turn) => turn.side === "user" && asksForHuman(turn.text));
  if (asked.length > 0) facts.push({ fact: "humanRequests", value: asked.length, proof: asked });
  const first = asked[0];
  const came =
    first === undefined
      ? -1
      : turns.findIndex(
          (turn, i) => i > first && turn.side !== "user" && (turn.human || (ARRIVED.test(turn.text) && !MACHINE.test(turn.text))),
        );
  if (first !== undefined && came >= 0) {
    facts.push({ fact: "reachedHuman", value: true, proof: [came] });
    const seconds = between(turns, first, came);
    if (seconds !== null) facts.push({ fact: "waitSeconds", value: seconds, proof: [first, came] });
  }
  const same = repeated(turns);
  if (same.length >= 2) facts.push({ fact: "sameReplyRepeated", value: same.length, proof: same });
  for (const [i, turn] of turns.entries()) {
    const promise = turn.side === "agent" ? promiseIn(turn.text) : null;
    if (promise) facts.push({ fact: "promisedAction", value: promise, proof: [i] });
  }
  const unsolved = twice(turns);
  if (unsolved) facts.push({ fact: "notSolvedTwice", value: true, proof: unsolved });
  if (first !== undefined) {
    const back = turns.findIndex((turn, i) => i > first && turn.side === "agent" && !turn.human && MACHINE.test(turn.text));
    if (back >= 0) facts.push({ fact: "loopback", value: true, proof: [first, back] });
  }
  return facts;
}

const places = (turns: readonly ChatTurn[], holds: (turn: ChatTurn) => boolean) =>
  turns.flatMap((turn, i) => (holds(turn) ? [i] : []));
const bare = (text: string) => text.replace(/[\s，。！？!?,.～~…、：:；;]/g, "").toLowerCase();

/** The answer given most often (of at least eight characters), where it was given; the later of two equal ones is left. */
function repeated(turns: readonly ChatTurn[]): number[] {
  const by = new Map<string, number[]>();
  for (const i of places(turns, (turn) => turn.side === "agent" && bare(turn.text).length >= 8)) {
    const key = bare((turns[i] as ChatTurn).text);
    by.set(key, [...(by.get(key) ?? []), i]);
  }
  return [...by.values()].reduce<number[]>((best, one) => (one.length > best.length ? one : best), []);
}

/** "Not solved" twice in a row: no other word of the person between the two (C1.4). */
function twice(turns: readonly ChatTurn[]): [number, number] | null {
  let last: number | null = null;
  for (const [i, turn] of turns.entries()) {
    const said = turn.side !== "agent" && UNSOLVED.test(turn.text);
    if (said && last !== null) return [last, i];
    if (said) last = i;
    else if (turn.side === "system" && /已解决|已解決/.test(turn.text)) last = null;
  }
  return null;
}

/** Seconds between the times shown at two turns (or the last shown before them); null where either is unknown. */
function between(turns: readonly ChatTurn[], from: number, to: number): number | null {
  const shown = (i: number) => turns.slice(0, i + 1).findLast((turn) => turn.at)?.at?.second;
  const [a, b] = [shown(from), shown(to)];
  if (a === undefined || b === undefined || !turns.slice(from + 1, to + 1).some((turn) => turn.at)) return null;
  return b >= a ? b - a : b - a + 24 * 3600;
}
