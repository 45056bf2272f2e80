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

const PERSON = "(?:人工|真人|活人|人类|人類|客服人员|客服人員)";
const ASKS = new RegExp(
  [
    `[转轉]\\s*(?:接)?\\s*${PERSON}`,
    `(?:要|找|接|叫|换|換|给我|給我|联系|聯繫|聯絡|来个|來個|需要|有没有|有沒有|请|請)[^，。,.！!？?]{0,4}${PERSON}`,
    `(?:^|[，。！,.!])\\s*${PERSON}(?:客服|服务|服務|坐席|座席)?[!！。.？?～~]*$`,
    `^[^，。]{0,6}${PERSON}客服[!！。.]*$`,
    "(?:要|想|找|叫)(?:一?[个個])?人(?:说|說|谈|談|来|來|处理|處理|听|聽)",
    "(?:要|找|叫)(?:一?[个個])?人(?:[，。！,.!]|$)",
  ].join("|"),
);
const ASKS_EN =
  /\b(?:human|live|real)\s+(?:agent|person|being|representative|support)\b|\b(?:talk|speak|chat|transfer\w*|connect\w*|pass|get|want|need|give)\b[^.?!]{0,24}\b(?:human|person|agent|representative|someone real)\b|^\W*(?:human|agent|representative|operator)\W*(?:please)?\W*$|\bhuman\b[^.]{0,8}\bplease\b|[.!?]\s*human\W*$/i;
const REFUSES = /(?:不要|不用|不需要|别|別|无需|無需)[^，。]{0,3}(?:转|轉)?人工/;
const UNSOLVED =
  /没解决|沒解決|未解决|未解決|没有解决|沒有解決|not\s+(?:been\s+)?(?:solved|resolved)|(?:did|does)(?:n't| not)\s+(?:solve|resolve|help)|没用|沒用|没帮助|沒幫助/i;
const ARRIVED =
  /(?:工号|工號)\s*\w+|人工(?:客服|坐席|座席)[^，。]{0,12}(?:为您服务|為您服務|接入|已接通)|(?:已|成功)(?:为您|為您)?(?:转接|轉接|接入|接通)(?:至|到)?人工|(?:客服|专员|專員)[^，。]{0,8}(?:加入|进入|進入|接入)(?:了)?(?:会话|會話|聊天|对话|對話)|(?:坐席|座席|专员|專員)(?:为您|為您)服(?:务|務)|joined the (?:chat|conversation)|you are now (?:chatting|connected) with/i;
const MACHINE =
  /智能(?:客服|助手|助理)|机器人|機器人|[AaＡ][IiＩ](?:客服|助手|助理)|virtual assistant|chat\s?bot|(?:很高兴|很高興)(?:为您|為您)服(?:务|務)|how can i (?:help|assist) you today/i;
const WHEN =
  /(?:\d+|[一二三四五六七八九十两兩]+)\s*(?:[-~至到－～]\s*\d+\s*)?(?:个|個)?(?:工作日|小时|小時|分钟|分鐘|天|日内|日內|周|週)(?:之?(?:内|內))?|(?:今天|明天|明日|后天|後天|本周|本週|下周|下週|月底)|\d{1,2}月\d{1,2}[日号號]|within\s+\w+(?:-\w+)?\s+(?:business\s+)?(?:hours?|days?|minutes?|weeks?)|in\s+\d+(?:-\d+)?\s+(?:business\s+)?(?:hours?|days?)|\bby\s+(?:tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday)/i;
const WILL =
  /退(?:回|款|还|還)|到(?:账|賬|帐|帳)|回(?:电|電|复|覆|復)|答(?:复|覆|復)|联系您|聯繫您|聯絡您|处理(?:完|好)?|處理|解决|解決|发(?:货|出)|發(?:貨|出)|补(?:发|偿)|補(?:發|償)|赔|賠|refund|call you|get back|contact you|ship|deliver|reply|resolve/i;

/** Whether somebody asks for a human being in these words. */
export function asksForHuman(text: string): boolean {
  return (ASKS.test(text) && !REFUSES.test(text)) || ASKS_EN.test(text);
}

/** A promise: something will be done, and when. Answers the words of it, or null. */
export function promiseIn(text: string): string | null {
  const said = text
    .split(/(?<=[。！!？?；;])|(?<=[a-z])\.\s/)
    .find((part) => WHEN.test(part) && WILL.test(part) && !/[？?]\s*$/.test(part));
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
