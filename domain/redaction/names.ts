import { after, before, type Candidate, candidate } from "./candidate";
import { aroundDot, namesBySound } from "./other-names";
import { englishNames } from "./english-names";
import { cuesOf, joinedTo } from "./name-cues";
import { AFTER_ROLE, AFTER_WORD, FIELD, INTRODUCED, LABELLED, LABELS, NAMED, ROLES } from "./name-leads";
import { namesByLikelihood } from "./name-model";
import {
  CLOSE,
  endsWord,
  FOLLOWS,
  isUsualName,
  type Lead,
  nameAt,
  nameBefore,
  nameInField,
  standsAsName,
  TITLE_START,
  TITLE_WORDS,
} from "./name-shape";
import { BRANDS, COMPOUND_SURNAMES, COMPOUND_WORDS, NOT_NAMES, USUAL_GIVEN } from "./name-words";
import type { Reason, Span } from "./types";

const TITLED = new RegExp(`(?:${TITLE_WORDS})`, "g");
// Who speaks, at the start of a line of a chat.
const SPEAKER = /(?<=(?:^|\n)(?:\[[\d: -]{4,20}\]\s?)?)([\u4e00-\u9fff]{2,3})(?=\s?:|\s+\d{1,2}:\d{2})/g;
const ETHNIC = /[\u4e00-\u9fff]{2,10}[·•‧・][\u4e00-\u9fff]{2,6}/g;

/**
 * Names of persons: after a label, an introduction or a role, before a title, beside a phone number, or made of characters usual in
 * names. A surname with a title alone (王女士) shows no more than the redacted form does, and stays.
 * `contacts` are the spans found before: who stands next to a phone number or a card is its owner.
 */
export function names(text: string, contacts: Span[]): Candidate[] {
  if (process.env.ONLY) return [...byLikelihood(text, contacts), ...withDot(text), ...englishNames(text), ...namesBySound(text)];
  const found: Candidate[] = [];
  const add = (start: number, length: number, why: Reason, weight: number) => {
    if (length > 0) found.push(candidate("NAME", why, start, start + length, weight));
  };
  const after = (pattern: RegExp, lead: Lead, why: Reason, weight: number) => {
    for (const match of text.matchAll(pattern)) {
      const at = match.index + match[0].length;
      const inWord = (lead === "word" || lead === "role") && endsWord(text, at);
      if (!inWord) add(at, nameAt(text, at, lead), why, weight);
    }
  };
  for (const match of text.matchAll(LABELLED)) {
    const at = match.index + match[0].length;
    add(at, match[2] ? nameInField(text, at) : nameAt(text, at, match[1] ? "named" : "labelled"), "name_label", 26);
  }
  for (const match of text.matchAll(FIELD)) {
    const at = match.index + match[0].length;
    add(at, nameInField(text, at), "name_label", 24);
  }
  after(NAMED, "named", "name_label", 25);
  after(INTRODUCED, "labelled", "name_label", 24);
  after(AFTER_ROLE, "role", "role", 22);
  after(AFTER_WORD, "word", "role", 22);
  for (const match of text.matchAll(TITLED)) {
    const length = nameBefore(text, match.index);
    add(match.index - length, length, "title", 23);
  }
  found.push(...englishNames(text));
  for (const match of text.matchAll(/名下|本人/g))
    add(match.index - nameBefore(text, match.index), nameBefore(text, match.index), "title", 23);
  for (const match of text.matchAll(SPEAKER)) {
    const word = match[1] ?? "";
    const timed = /^\s+\d{1,2}:\d{2}(?::\d{2})?\s*(?:\n|$)/.test(text.slice(match.index + word.length));
    if (standsAsName(word) && (timed || Array.from(word.slice(1)).every((letter) => USUAL_GIVEN.has(letter))))
      add(match.index, word.length, "given_name", 20);
  }
  found.push(...withDot(text), ...besideContacts(text, contacts), ...free(text), ...byLikelihood(text, contacts));
  for (const one of [...found]) {
    const also = /^(?:或者?|和|与|及|以及|、)/.exec(text.slice(one.end, one.end + 2))?.[0];
    if (also) add(one.end + also.length, nameAt(text, one.end + also.length, "role"), "role", 22);
  }
  return found;
}

const UYGHUR =
  /^(?:买买提|买合木提|艾买提|托合提|吐尔逊|热合曼|库尔班|依明|木沙|艾力|吾买尔|艾合买提|阿不力孜|阿卜杜拉|亚森|肉孜|尼亚孜|赛买提|依米提|玉素甫|吾守尔|阿布都热依木)/;
const BEFORE_DOT = new RegExp(`^.*?(?:${LABELS}|${ROLES}|叫|是|姓名|名字|让|请|给|被)`);

/** Names with a dot between their parts, where a label or role stands before, or the sentence goes on behind. */
function withDot(text: string): Candidate[] {
  return [...text.matchAll(ETHNIC)].flatMap((match) => {
    const dot = match[0].search(/[·•‧・]/);
    const sound = aroundDot(text, match.index + dot);
    if (sound) return [candidate("NAME", "name_label", sound.start, sound.end, 24.5)];
    const lead = BEFORE_DOT.exec(match[0].slice(0, dot))?.[0] ?? "";
    const start = match.index + (lead.length <= dot - 2 ? lead.length : 0);
    if (/报|网|台|社|刊|版|集团|公司|大厦|广场|酒店|大学|店|馆|银行|品牌|系列|节|章/.test(match[0])) return [];
    const named = lead !== "" || /(?:叫|是|名|人|客服|司机|师傅|[:,。(]|^)\s?$/.test(before(text, start, 3));
    const tail = match[0].slice(dot + 1);
    const known = UYGHUR.exec(tail)?.[0].length;
    const length = known ?? [2, 3, 4, 5, 6].find((size) => size <= tail.length && FOLLOWS.test(tail.slice(size))) ?? tail.length;
    return named ? [candidate("NAME", "name_label", start, match.index + dot + 1 + length, 24)] : [];
  });
}

/** A name that stands by itself before or after a phone, card, identity number or address. */
function besideContacts(text: string, contacts: Span[]): Candidate[] {
  const left =
    /(?:^|[^\u4e00-\u9fff])([\u4e00-\u9fff]{2,4})(?:[\s,、;:(]{1,3}|[\s,(]{0,2}(?:电话|手机|手机号|联系电话)[:\s]{0,2})$/;
  const right = /^[\s,、;:(]{1,3}([\u4e00-\u9fff]{2,4})(?:$|[^\u4e00-\u9fff]|收)/;
  return contacts.flatMap(({ start, end, type }) => {
    if (!["PHONE", "ID_CARD", "ADDRESS", "BANK_CARD"].includes(type)) return [];
    const found: Candidate[] = [];
    const [one, other] = [left.exec(before(text, start, 16)), right.exec(after(text, end, 10))];
    if (one?.[1] && standsAsName(one[1])) {
      const at = start - (one[0].length - one[0].indexOf(one[1]));
      found.push(candidate("NAME", "beside_contact", at, at + one[1].length, 21));
    }
    const word = other?.[1]?.replace(/收$/, "");
    const receives = other !== null && (/收$/.test(other[0]) || /收$/.test(other[1] ?? ""));
    if (other && word && (receives ? nameInField(word, 0) === word.length : standsAsName(word))) {
      const at = end + other[0].indexOf(word);
      found.push(candidate("NAME", "beside_contact", at, at + word.length, 21));
    }
    // Between an address and a number of the same person anything short is their name, of whatever people.
    const next = contacts.find((c) => c.start > end && c.start - end <= 14 && c.type === "PHONE");
    const between =
      type === "ADDRESS" && next
        ? /^[\s,、;:(]{1,3}([\u4e00-\u9fff·]{2,8})[\s,、;:(]{1,3}$/.exec(text.slice(end, next.start))
        : null;
    if (between?.[1] && !/收$|电话|手机|联系|收件|收货|号码/.test(between[1])) {
      const at = end + between[0].indexOf(between[1]);
      found.push(candidate("NAME", "beside_contact", at, at + between[1].length, 21));
    }
    return found;
  });
}

/** 欧阳修远, 慕容雪: a surname of two characters begins nothing else, but for those that are places or words as well. */
function compoundAt(text: string, at: number): number {
  if (!COMPOUND_SURNAMES.test(text.slice(at, at + 2))) return 0;
  const rest = after(text, at, 12);
  return COMPOUND_SURNAMES.test(rest) && !COMPOUND_WORDS.test(rest) ? nameAt(text, at, "word") : 0;
}

/** Names without any word about them: a surname with two characters usual in names, where the sentence goes on behind. */
function free(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (let at = 0; at < text.length - 2; at++) {
    const compound = compoundAt(text, at);
    if (compound > 0) found.push(candidate("NAME", "given_name", at, at + compound, 20));
    if (!CLOSE.has(text.charAt(at)) || endsWord(text, at)) continue;
    const word = text.slice(at, at + 3);
    if (NOT_NAMES.has(word.slice(0, 2)) || BRANDS.test(word) || TITLE_START.test(word.slice(1)) || !isUsualName(word)) continue;
    if (FOLLOWS.test(after(text, at + 3, 4))) found.push(candidate("NAME", "given_name", at, at + 3, 20));
  }
  return found;
}

/** Names that are the likeliest reading of the characters, whatever list they are on; a name once found is one wherever it stands. */
function byLikelihood(text: string, contacts: readonly Span[]): Candidate[] {
  const cues = cuesOf(text, contacts);
  const runs = [...text.matchAll(/[\u4e00-\u9fff]{2,}/g)];
  const read = () => runs.flatMap((run) => namesByLikelihood(text, run.index, run.index + run[0].length, cues));
  const first = read();
  if (first.length === 0) return [];
  joinedTo(text, first, cues);
  const spans = read();
  const found = spans.map(({ start, end }) => candidate("NAME", "given_name", start, end, 21.5));
  for (const name of new Set(spans.filter(({ start, end }) => end - start >= 3 || cues.surely[start] === 1).map(({ start, end }) => text.slice(start, end))))
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
      found.push(candidate("NAME", "given_name", at, at + name.length, 20.5));
  return found;
}
