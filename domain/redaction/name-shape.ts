import { after, before } from "./candidate";
import {
  BRANDS,
  COMPOUND_SURNAMES,
  ENDS_OF_WORDS,
  NEVER_GIVEN,
  NOT_GIVEN,
  NOT_NAMES,
  SURNAMES,
  SURNAMES_WIDE,
  USUAL_GIVEN,
} from "./name-words";

export const HAN = /[\u4e00-\u9fff]/;
const WIDE = new Set(SURNAMES_WIDE);
export const CLOSE = new Set(SURNAMES);
// What may follow a name: a sign, a digit, or the word that goes on with the sentence.
export const FOLLOWS =
  /^(?:$|[^\u4e00-\u9fff]|先生|女士|小姐|同学|老师|师傅|经理|主管|主任|店长|医生|律师|客服|电话|手机|身份证|名下|本人|在吗|合[租作伙买住]|共同|[两二]人|夫妇|一(?:直|再|开始|个人|口|听)|(?:正|还|仍|刚|都|也|今|前|上|每)(?:在|刚|才|天|次|早|晚|年|月|周)|始终|至今|每次|反复|的(?:名|电话|手机|号|身份|卡|地址|微信|名义|签名|车|账)|联名|报[的名了]|可以|替|代|陪|帮|读|签收|在线|当班|值班|已|可能|可是|应该|已经|立刻|马上|随后|接着|突然|居然|竟然|其实|似乎|好像|投诉|要求|申请|建议|介绍|安排|保证|确认|登记|签|提|态度|坦言|宣|上门|解释|[说讲称表回答告通要让给的在是也又就却和与跟对向打等收已未没不来去把被承处负接发联拒挂叫问还才都从于为同今昨当后现及会曾本亲骗擅居竟只直两三将自很非住因工年男女多反根先请以希想帮办经指作起诉带哭笑坚坦直赶立马误约迟拖停调修装检取丢搬催辱骂威推欺隐瞒冒私故送或失认核需拿买看查])/;
export const TITLE_WORDS =
  "先生|女士|小姐|同学|老师|师傅|经理|主管|主任|店长|医生|律师|总监|教授|阿姨|叔叔|大爷|大妈|专员|队长|站长|警官|法官";
export const TITLE_START = new RegExp(`^(?:${TITLE_WORDS}|某|氏|姓|总|工(?![\\u4e00-\\u9fff])|姐|哥|老板)`);

/** How sure the words before a place are that a name stands there: 名叫 and 姓名是 leave no doubt, a label or role little, a word much. */
export type Lead = "named" | "labelled" | "role" | "word";

/** Length of the name at `at`, 0 when there is none. */
export function nameAt(text: string, at: number, lead: Lead): number {
  const rest = after(text, at, 12);
  const compound = COMPOUND_SURNAMES.exec(rest)?.[0].length ?? 0;
  const family = compound || 1;
  const surnames = lead === "named" ? WIDE : CLOSE;
  if (
    !compound &&
    !surnames.has(rest.charAt(0)) &&
    !(lead === "word" ? isUsualName(rest.slice(0, 3), WIDE) : isUsualIn(rest, WIDE))
  )
    return 0;
  if (
    TITLE_START.test(rest.slice(family)) ||
    BRANDS.test(rest) ||
    (lead !== "named" && !compound && NOT_NAMES.has(rest.slice(0, 2)) && !(lead !== "word" && isWholeName(rest)))
  )
    return 0;
  const given = lead === "named" ? isGivenLoosely : isGiven;
  const fits = (length: number) => given(rest.slice(family, length)) && FOLLOWS.test(rest.slice(length));
  const [two, three] = [fits(family + 1), fits(family + 2)];
  // 张和平说: where both could be, the shorter name that ends before a word of the sentence, unless the next letter is one of names.
  if (two && three) return isUsualAfter(rest.charAt(family + 1)) ? family + 2 : family + 1;
  if (two || three) return two ? family + 1 : family + 2;
  if (lead === "word") return 0;
  const usual = Array.from(rest.slice(family, family + 2)).findIndex((letter) => !USUAL_GIVEN.has(letter));
  return usual === 0 ? 0 : family + (usual < 0 ? 2 : 1);
}

/** Behind a label and a colon: up to the next sign, cut before a word that begins the next field. */
export function nameInField(text: string, at: number): number {
  const run = /^[\u4e00-\u9fff]{1,12}/.exec(after(text, at, 12))?.[0] ?? "";
  const cut = run.search(/电话|手机|地址|身份|联系|号码|先生|女士|小姐|性别|年龄|收(?!$)|订单|单号|卡号/);
  const name = cut > 0 ? run.slice(0, cut) : run;
  const compound = COMPOUND_SURNAMES.test(name);
  // A given name alone: made of nothing but characters usual in names, and nothing else in its field.
  if (!compound && name.length === 2 && !WIDE.has(name.charAt(0)) && Array.from(name).every((letter) => USUAL_GIVEN.has(letter)))
    return 2;
  if (!compound && (!WIDE.has(name.charAt(0)) || TITLE_START.test(name.slice(1)))) return 0;
  if (
    name.length >= 2 &&
    name.length <= (compound ? 4 : 3) &&
    isGivenLoosely(name.slice(compound ? 2 : 1)) &&
    !/客服|公司|本人/.test(name)
  )
    return name.length;
  return nameAt(text, at, "named");
}

/** Length of the full name that ends before a title at `end`: surname and one or two more characters. */
export function nameBefore(text: string, end: number): number {
  const left = before(text, end, 4);
  if (
    !COMPOUND_SURNAMES.test(left) &&
    isUsualName(left.slice(-3), WIDE) &&
    !NOT_NAMES.has(left.slice(-3, -1)) &&
    !endsWord(text, end - 3)
  )
    return 3;
  for (const length of [4, 3, 2]) {
    const name = left.slice(-length);
    if (name.length < length) continue;
    const compound = COMPOUND_SURNAMES.test(name);
    const family = compound ? 2 : 1;
    if ((length === 4 && !compound) || name.length <= family) continue;
    if (!compound && (!CLOSE.has(name.charAt(0)) || NOT_NAMES.has(name.slice(0, 2)))) continue;
    if (isGiven(name.slice(family)) && !BRANDS.test(name) && !endsWord(text, end - length)) return length;
  }
  return 0;
}

/** Is a word that stands between two signs a name? */
export function standsAsName(word: string): boolean {
  const family = COMPOUND_SURNAMES.test(word) ? 2 : 1;
  if (family === 1 && (!CLOSE.has(word.charAt(0)) || NOT_NAMES.has(word.slice(0, 2)) || word.length > 3)) return false;
  return (
    isGiven(word.slice(family)) && !BRANDS.test(word) && !TITLE_START.test(word.slice(family)) && !/[卡款证码单机号]$/.test(word)
  );
}

/** Is the character at `at` the end of a word that began before it? */
export const endsWord = (text: string, at: number) => ENDS_OF_WORDS.has(text.slice(at - 1, at + 1));

const isGiven = (given: string) =>
  given.length > 0 && Array.from(given).every((letter) => HAN.test(letter) && !NOT_GIVEN.has(letter));
const isGivenLoosely = (given: string) =>
  given.length > 0 && Array.from(given).every((letter) => HAN.test(letter) && !NEVER_GIVEN.has(letter));
/** A rarer surname with one or two characters usual in names, where the sentence goes on behind. */
const isUsualIn = (rest: string, surnames: Set<string>) =>
  isUsualName(rest.slice(0, 3), surnames) ||
  (surnames.has(rest.charAt(0)) && USUAL_GIVEN.has(rest.charAt(1)) && FOLLOWS.test(rest.slice(2)));

/** 高大山, not 高大的: a surname and two characters usual in names with the sentence going on behind, though the first two make a word. */
const isWholeName = (rest: string) => isUsualName(rest.slice(0, 3)) && FOLLOWS.test(rest.slice(3));

/** A surname and two characters usual in names. */
export const isUsualName = (word: string, surnames = CLOSE) =>
  word.length === 3 && surnames.has(word.charAt(0)) && Array.from(word.slice(1)).every((letter) => USUAL_GIVEN.has(letter));
const isUsualAfter = (letter: string) => USUAL_GIVEN.has(letter) && !/[说讲称表回答告通要让给的在是也又就却]/.test(letter);
