import { after, before, type Candidate, candidate } from "./candidate";
import { englishNames } from "./english-names";
import { cuesOf } from "./name-cues";
import { LABELLED, LABELS, ROLES } from "./name-leads";
import { type Cues, namesByLikelihood } from "./name-model";
import { aroundDot, namesBySound } from "./other-names";
import type { Reason, Span } from "./types";
import { wordCost } from "./word-costs";

const ETHNIC = /[\u4e00-\u9fff]{2,10}[·•‧・][\u4e00-\u9fff]{2,6}/g;

/**
 * Names of persons: where nothing else explains the characters as well, the words around them weighed in; in Latin letters; of peoples
 * whose names have no surname. A surname with a title alone (王女士) shows no more than the redacted form does, and stays.
 * `contacts` are the spans found before: who stands next to a phone number or a card is its owner.
 */
export function names(text: string, contacts: readonly Span[]): Candidate[] {
  const found = [...byLikelihood(text, contacts), ...withDot(text), ...englishNames(text), ...namesBySound(text)];
  return [...found, ...alone(text, found), ...betweenContacts(text, contacts)];
}

// What goes on with the sentence behind a name.
const GOES_ON =
  /^(?:$|[说讲称表回答告通要让给的在是也又就却和与跟对向打等收已未没不来去把被承处负接发联拒挂叫问还才都从于为同今昨当后现及会曾]|先生|女士|小姐|老师|师傅|经理|主管|电话|手机)/;
// What foreign names are written with, by their sound.
const SOUND =
  "阿埃艾爱安昂奥巴白班邦保鲍贝本比彼宾波伯博布策查昌彻茨达戴丹道德登邓迪蒂丁东杜敦多厄恩尔法凡范菲费芬丰佛夫弗福盖甘冈高戈哥格根贡古瓜圭哈海汉豪赫亨洪胡华怀惠霍基吉加贾杰金津卡凯坎康考柯科克肯孔库夸奎昆拉腊莱赖兰朗劳勒雷蕾黎里利莉丽连廉列林琳龙隆卢鲁伦罗洛吕马玛迈麦曼芒毛梅门蒙米密敏明莫默姆穆拿纳娜南内尼涅宁纽农努诺欧帕派潘庞佩彭皮珀普齐奇恰钱乔切琴让热荣茹瑞若撒萨塞桑瑟沙山珊尚绍舍申圣施什史舒斯丝松苏索塔泰坦汤唐特腾提田廷图托瓦旺威韦维魏温翁沃乌西希锡夏香肖谢辛欣雄休修许雅亚延扬耶叶伊依因英尤泽扎詹珍芝治朱卓兹佐森烈伍力勃蓓丘帖";
const SOUNDS = new RegExp(`^[${SOUND}]{2,6}`);
const SOUNDS_BEFORE = new RegExp(`[${SOUND}]{2,6}$`);
const BEFORE_DOT = new RegExp(`^.*?(?:${LABELS}|${ROLES}|叫|是|姓名|名字|让|请|给|被)`);

/** Names with a dot between their parts, where a label or role stands before, or the sentence goes on behind. */
function withDot(text: string): Candidate[] {
  return [...text.matchAll(ETHNIC)].flatMap((match) => {
    const dot = match[0].search(/[·•‧・]/);
    const sound = aroundDot(text, match.index + dot);
    if (sound) return [candidate("NAME", "name_label", sound.start, sound.end, 24.5)];
    const lead = BEFORE_DOT.exec(match[0].slice(0, dot))?.[0] ?? "";
    const sounding = SOUNDS_BEFORE.exec(match[0].slice(0, dot))?.[0].length ?? dot;
    const start = match.index + Math.max(lead.length <= dot - 2 ? lead.length : 0, dot - sounding);
    if (/报|网|台|社|刊|版|集团|公司|大厦|广场|酒店|大学|店|馆|银行|品牌|系列|节|章/.test(match[0])) return [];
    const named = lead !== "" || sounding < dot || /(?:叫|是|名|人|客服|司机|师傅|[:,。(]|^)\s?$/.test(before(text, start, 3));
    const tail = match[0].slice(dot + 1);
    const sounds = SOUNDS.exec(tail)?.[0].length ?? tail.length;
    const ends = [2, 3, 4, 5, 6].find((size) => size <= tail.length && GOES_ON.test(tail.slice(size))) ?? tail.length;
    const length = Math.min(sounds, ends);
    return named ? [candidate("NAME", "name_label", start, match.index + dot + 1 + length, 24)] : [];
  });
}

/** 署名：一凡, without a surname: a field behind a label that holds two or three characters and no common word. */
function alone(text: string, found: readonly Candidate[]): Candidate[] {
  return [...text.matchAll(LABELLED)].flatMap((match) => {
    const start = match.index + match[0].length;
    const run = /^[\u4e00-\u9fff]{2,3}(?![\u4e00-\u9fff])/.exec(after(text, start, 4))?.[0];
    if (!match[2] || !run || found.some((one) => one.start < start + run.length && one.end > start)) return [];
    if (wordCost(run, 0, run.length) < 12 || /[我你他她它的不没无有同见空填略某]/.test(run)) return [];
    return [candidate("NAME", "name_label", start, start + run.length, 19)];
  });
}

/** Between an address and a number of the same person anything short is their name, of whatever people. */
function betweenContacts(text: string, contacts: readonly Span[]): Candidate[] {
  return contacts.flatMap(({ end, type }) => {
    const next = contacts.find((c) => c.start > end && c.start - end <= 14 && c.type === "PHONE");
    if (type !== "ADDRESS" || !next) return [];
    const between = /^[\s,、;:(]{1,3}([\u4e00-\u9fff·]{2,8})[\s,、;:(]{1,3}$/.exec(text.slice(end, next.start));
    if (!between?.[1] || /收$|电话|手机|联系|收件|收货|号码/.test(between[1])) return [];
    const at = end + between[0].indexOf(between[1]);
    return [candidate("NAME", "beside_contact", at, at + between[1].length, 21)];
  });
}

/** Names that are the likeliest reading of the characters, whatever list they are on; a name once found is one wherever it stands. */
function byLikelihood(text: string, contacts: readonly Span[]): Candidate[] {
  const cues = cuesOf(text, contacts);
  const runs = [...text.matchAll(/[\u4e00-\u9fff]{2,}/g)];
  const read = () => runs.flatMap((run) => namesByLikelihood(text, run.index, run.index + run[0].length, cues));
  const first = read();
  if (first.length === 0) return [];
  const spans = cues.joined(first) ? read() : first;
  const found = spans.map(({ start, end }) => candidate("NAME", whyOf(cues, start, end), start, end, 21.5));
  for (const name of new Set(
    spans
      .filter(({ start, end }) => end - start >= 3 || cues.surely[start] === 1)
      .map(({ start, end }) => text.slice(start, end)),
  ))
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
      found.push(candidate("NAME", "given_name", at, at + name.length, 20.5));
  return found;
}

function whyOf(cues: Cues, start: number, end: number): Reason {
  if (cues.titled(end)) return "title";
  const lead = cues.begins[start] ?? 0;
  return lead <= -8 ? "name_label" : lead <= -6 ? "role" : "given_name";
}
