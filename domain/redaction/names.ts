import { after, before, type Candidate, candidate } from "./candidate";
import { englishNames } from "./english-names";
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

const LABELS =
  "姓名|名字|抬头|联络人|承租人|出租人|投诉方|代办人|代领人|代收人|代签人|陪同人|报名人|参与人|见证人|证人|同住人|紧急联系人|收件人|收货人|签收人|寄件人|发件人|联系人|户名|开户名|持卡人|投诉人|举报人|申请人|申诉人|当事人|被投诉人|机主|车主|业主|租客|房客|乘客|乘机人|旅客|入住人|预订人|预约人|下单人|付款人|收款人|经办人|经手人|负责人|法定代表人|法人代表|法人|代理人|委托人|监护人|患者|病人|学生|学员|家长|会员姓名|客户姓名|用户姓名|客户名|署名|落款|承办人|接待人|对接人|担保人|借款人|投保人|被保险人|受益人|原告|被告|上诉人|第三人|诉讼代理人|认证人|实名人|登记人|操作人|签约人|签字人|报案人|受害人|推荐人|介绍人|来电人|致电人|发布人|接线人|值班人|签署人|发起人|开户人|账户人|卡主|号主|店主|房主|东家|接收人|取件人|提货人|领取人|使用人|参保人|就诊人|住客|考生|队员";
const LABELLED = new RegExp(
  `(?:${LABELS})(?:姓名|名字)?(写的是|填的是|留的是|写的|填的|留的|是|为|叫|写|填)?\\s?([:=]?)\\s?`,
  "g",
);
// Any other word for a person before a colon: 同行人：, 登记者：.
const FIELD = /(?:^|[^\u4e00-\u9fff])[\u4e00-\u9fff]{1,4}[人者]\s?:\s?/g;
const NAMED =
  /(?:名叫|名字叫|名字是|全名|真名|自称|化名|曾用名|[他她人妈爸亲子儿婆公友生员服]叫|[一那]?[个位名]叫|叫做|姓名(?=[是为叫:]))(?:是|叫|为)?\s?[:"'“「]?\s?/g;
const INTRODUCED =
  /(?:(?<=^|[\n。！!])-{1,2}|我叫|本人|我是|这里是|转告|人是|经理是|主管是|客服是|专员是)(?:叫|为)?\s?[:"'“「]?\s?/g;
const ROLES =
  "儿媳|嫂子|弟媳|姐夫|妹夫|表哥|表弟|表姐|表妹|堂哥|堂弟|婶婶|伯父|伯母|叔|姨|太太|(?<=[我他她你])先生|外公|外婆|干妈|闺女|女婿|媳妇|岳父|岳母|公公|婆婆|叔叔|姑姑|舅舅|侄子|侄女|外甥|孙子|孙女|室友|舍友|闺蜜|领班|前台|教练|导游|主播|经纪人|管理者|人员|员工|(?<![会动裁满超复全])员|记者|专家|教授|律师|客服|专员|坐席|座席|话务员|接线员|工作人员|业务员|推销员|营业员|柜员|主管|店长|店员|老板|老板娘|销售|导购|快递员|配送员|外卖员|骑手|师傅|维修工|维修员|安装工|司机|老师|医生|护士|保安|经理|副经理|总监|助理|主任|会计|顾问|代表|站长|队长|管家|房东|中介|同事|朋友|上级|领导|组长|班长|部长|下属|搭档|爸爸|爸|父亲|妈妈|妈|母亲|爷爷|奶奶|外公|外婆|姥姥|儿子|女儿|老公|老婆|妻子|丈夫|爱人|弟弟|哥哥|姐姐|妹妹|孩子|同学|邻居|客户|用户|消费者|顾客|户主|老人|对接|警官|民警|社工|志愿者|阿姨|大姐|大哥|(?<=[我他她你])[爸妈哥姐弟妹爷奶叔姨舅姑婆](?![爸妈哥姐弟妹爷奶叔姨舅姑婆])";
// Words behind which a person may stand as well as anything else.
const WORDS =
  "之后|随后|接着|然后|在场的有|在场的是|有个叫|还有|包括|我和|我找|联系|请找|找到|找|已向|向|昨天|今天|后来|由|被|跟|是|(?:转账|退|还|转|打|发|交|付|寄)给了?|的是|负责[\u4e00-\u9fff]{1,6}的|[公贵]司的|你们的|知道|认识|要找|说要|等|替|帮|代|让|请问|麻烦";
const AFTER_ROLE = new RegExp(
  `(?:${ROLES})(?:小姐|小哥|人员|经理|主管|专员|代表|师傅|先生|女士)?(?:叫|是|:|名叫|姓名|名字|为)?\\s?`,
  "g",
);
const AFTER_WORD = new RegExp(`(?:${WORDS})\\s?`, "g");
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
  found.push(...withDot(text), ...besideContacts(text, contacts), ...free(text));
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
