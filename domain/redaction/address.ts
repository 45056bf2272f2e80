import { englishAddresses } from "./address-english";
import { after, type Candidate, candidate } from "./candidate";
import { CITIES, NOT_ROADS, PROVINCES } from "./places";
import type { Reason } from "./types";

const NUMERAL = "(?:\\d{1,5}(?:-\\d{1,5})?|[一二三四五六七八九十百零〇]{1,6})";
const COMPOUND =
  "小区|花园|花苑|家园|新村|新城|名城|华庭|豪庭|雅苑|嘉园|佳园|嘉苑|公寓|公馆|别墅|山庄|宿舍|大厦|大楼|广场|中心|国际|科技园|产业园|工业园|软件园|创业园|园区|校区|府|苑|城|湾|里|居|庭|园";
const PART = "(?:\\d{1,4}|[A-Za-z]\\d{0,3}|[一二三四五六七八九十]{1,3}|[东西南北中])";

// A road with a house number; a building of a named compound; a building with a unit or room; a village with its group.
const ROAD = new RegExp(
  `(?:路|街|大道|巷|弄|胡同|[一二三四五六七八九十]条|里|道|坊)(?:[东西南北中]?[一二三四五六七八九十\\d]?段|[东西南北中])?\\s?[甲乙丙丁]?${NUMERAL}\\s?(?:[A-Za-z甲乙丙丁])?\\s?(?:号|弄|巷)(?!线|键|窗|客服|店员|机|人工|公告|文)|(?:路|街|大道|巷)[A-Za-z]座`,
  "g",
);
const BUILDING = new RegExp(
  `(?:${COMPOUND})(?:[一二三四五\\d]期|[东西南北A-Za-z]区|[东南西北]苑)?\\s?${PART}\\s?(?:号楼|栋|幢|座|塔|单元|门(?=\\d)|号院)`,
  "g",
);
const ROOM =
  /(?<![\d])\d{1,2}单元\s?\d{3,4}(?!\d|[年元块])(?:室|房|户)?|(?<![\dA-Za-z])(?:\d{1,3}|[A-Za-z]|[一二三四五六七八九十]{1,3})(?:号楼|栋|幢|座)\s?(?:(?:\d{1,2}|[一二三四五六七八九十])单元\s?)?(?:\d{1,2}[楼层]\s?)?(?:\d{3,4}(?!\d|[年元块])(?:室|房|户)?|\d{1,2}0\d(?:室|房))/g;
const SUITE = new RegExp(`(?:${COMPOUND})\\s?(?:[A-Za-z]座)?(?:\\d{1,2}[楼层]\\s?)?\\d{3,4}(?:室|房(?!间))`, "g");
const IN_DISTRICT = /[省市区县镇乡][\u4e00-\u9fffA-Za-z\d]{2,10}?\d{1,3}(?:号楼|栋|幢|座)(?:\s?\d{1,2}单元)?(?:\s?\d{3,4}室?)?/g;
// 送到恒大绿洲3-2-501
// 乐从镇河滨南路华安家具城D区118档, 西海路人民医院家属院2单元5楼
const STALL =
  /(?<=[\u4e00-\u9fff]{2})(?:城|底商|市场|商场|商城|广场|家属院|家属楼|宿舍|大院)(?:[A-Z\d]区)?[A-Z]?\d{1,4}(?:档口?|铺|号|摊位?|单元(?:\d{1,2}楼)?(?:[左右]手)?|号档|栋)/g;
// 烟雨苑17-2-401
const HYPHENED = new RegExp(`(?:${COMPOUND})\\d{1,3}-\\d{1,2}-\\d{2,4}(?![\\d-])`, "g");
const BLOCK = /\d{1,3}(?:号楼|栋|幢|座)\d{1,2}单元\d{1,2}[楼层](?:[东南西北][户边]|[左右]手)?/g;
const SHORT =
  /(?<=(?:送到?|寄到?|住在?|家在|搬到|派到|装在|地址(?:是|:|在)?)|(?:^|[,。;!?:\s]))(?![到在是住寄送放搬]|.{0,4}[号码格例])[\u4e00-\u9fff]{2,10}\d{1,3}-\d{1,2}-\d{3,4}(?![\d-])/g;
// 中山路88-3
const ROAD_HYPHENED = /(?:路|街|大道|巷|弄|胡同)\d{1,4}(?:-\d{1,4}){1,3}(?![\d-]|\s?[天年月日元块分个次号公米站栋幢室楼点])/g;
const GROUP =
  /[\u4e00-\u9fff](?:社区|村|镇|乡)[\u4e00-\u9fff]{1,4}(?:组|队|屯|湾|自然村)\s?\d{1,4}号|[\u4e00-\u9fff](?:社区|村)\d{1,3}组\d{1,4}号/g;
const VILLAGE = /(?:村|屯|庄|寨|社)(?:委会)?\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s?(?:组|队|社|屯|号)(?:\d{1,4}号)?/g;

// Where roads are called 道, 里, 径 and 马路 without a district before them.
const OVERSEAS =
  /香港|九龙|新界|港岛|澳门|氹仔|路环|旺角|尖沙咀|铜锣湾|湾仔|中环|上环|北角|油麻地|深水埗|观塘|荃湾|葵涌|青衣|沙田|大埔|元朗|屯门|将军澳|西贡|天水围|鲗鱼涌|红磡|黄大仙|土瓜湾|长沙湾|荔枝角|筲箕湾|柴湾|金钟|坚尼地城|跑马地|何文田|九龙塘|钻石山|马鞍山|粉岭|上水|东涌/;
const LABEL =
  /(?<!IP|ip|网络|邮箱|邮件|网站|链接|网|下载|MAC)(?:(?:收货|收件|寄件|发货|退货|送货|配送|派送|安装|上门|家庭|居住|联系|详细|通讯|通信|户籍|现)?(?:地址|住址|住地|户籍地|居住地)|寄往|家住|现居|现住|住(?=在?:))(?:写的是|写的|写成|写|填的是|填的|填|是|为|在)?\s?[:\s]{0,2}/g;
const HAN = /[\u4e00-\u9fff]/;
// Before a place these are words of the sentence; the pairs are places that hold one of them.
const STOP = new Set(
  "在到是于为址往回给从我你他她它们的了和跟与及寄送住发说把被让请找去来至叫您这那就不也都还又错丢扔放搬去家点要派件店说将向走离过户",
);
const KEPT =
  "和平 解放 和田 和县 和顺 呼和 来宾 来安 回民 从化 从江 于都 于洪 那曲 向阳 张家 家园 发展 石家 人和 太和 泰和 顺和 和谐 丰和 永和 祥和 和睦 和兴 至善 家乐 家和 过境 都匀 成都 新都 江都 都江 都市 首都 花都 送变 走马 不夜 来广 回龙 东来 福来 要塞 万家 李家 王家 陈家 刘家 杨家 赵家 周家 徐家 马家 宋家 罗家 何家 郑家 家桥 家湾 家村 家庄 家坡 都会 户县 户部 万户 点将 十里 向荣".split(
    " ",
  );

/** Addresses down to a house, a building or a group of a village; a town or district alone is none. */
export function addresses(text: string): Candidate[] {
  const found: Candidate[] = [];
  const take = (from: number, to: number, why: Reason, weight: number) => {
    const start = leftEnd(text, from);
    const end = rightEnd(text, to);
    if (end - start >= 4) found.push(candidate("ADDRESS", why, start, end, weight));
  };
  for (const match of text.matchAll(ROAD)) {
    const sign = /^(?:大道|胡同|.条|.)/.exec(match[0])?.[0] ?? "";
    const name = text.slice(Math.max(0, match.index - 6), match.index + sign.length);
    const weak = /^[里道坊]/.test(match[0]) && !OVERSEAS.test(text.slice(Math.max(0, match.index - 24), match.index));
    if (!HAN.test(text.charAt(match.index - 1)) || NOT_ROADS.test(name) || (weak && !hasDivision(text, match.index))) continue;
    take(match.index, match.index + match[0].length, "house_number", 30);
  }
  for (const match of text.matchAll(ROAD_HYPHENED))
    if (HAN.test(text.charAt(match.index - 1)) && !NOT_ROADS.test(text.slice(Math.max(0, match.index - 6), match.index + 1)))
      take(match.index, match.index + match[0].length, "house_number", 29);
  for (const match of text.matchAll(BUILDING))
    if (HAN.test(text.charAt(match.index - 1))) take(match.index, match.index + match[0].length, "building", 29);
  for (const match of text.matchAll(SUITE))
    if (HAN.test(text.charAt(match.index - 1))) take(match.index, match.index + match[0].length, "building", 28);
  for (const match of text.matchAll(ROOM)) take(match.index, match.index + match[0].length, "building", 27);
  for (const match of text.matchAll(IN_DISTRICT)) take(match.index + 1, match.index + match[0].length, "building", 27);
  for (const match of text.matchAll(SHORT))
    found.push(candidate("ADDRESS", "building", match.index, match.index + match[0].length, 28));
  for (const match of text.matchAll(HYPHENED)) take(match.index, match.index + match[0].length, "building", 28);
  for (const match of text.matchAll(BLOCK)) take(match.index, match.index + match[0].length, "building", 28);
  for (const match of text.matchAll(STALL)) take(match.index, match.index + match[0].length, "building", 28);
  for (const match of text.matchAll(GROUP)) take(match.index, match.index + match[0].length, "village", 28);
  for (const match of text.matchAll(VILLAGE))
    if (HAN.test(text.charAt(match.index - 1))) take(match.index, match.index + match[0].length, "village", 28);
  return merged(text, [...found, ...labelled(text), ...englishAddresses(text)]);
}

function labelled(text: string): Candidate[] {
  return [...text.matchAll(LABEL)].flatMap((match) => {
    const start = match.index + match[0].length;
    const value =
      /^[^,。;!?\n]{4,60}?(?=[,。;!?\n]|$|的[\u4e00-\u9fff]|\s?(?:电话|手机|[收发寄]件人|收货人|联系|邮编|姓名)|[\s(](?:\+?86)?1[3-9]\d)/
        .exec(after(text, start, 62))?.[0]
        ?.trimEnd() ?? "";
    const places =
      value.match(/省|市|区|县|旗|镇|乡|街道|村|路|街|巷|弄|号|栋|幢|座|室|苑|小区|花园|大厦|广场|公寓|园/g)?.length ?? 0;
    const plain = /[:=]\s*$/.test(match[0]) || /^(?:.{2,3}省|.{2,4}市|.{1,4}[区县])/.test(value);
    if (places < 2 || !plain || /[吗呢吧了的]$/.test(value) || /(?:不|没|填|写|错|改|系统|超区)/.test(value)) return [];
    return [candidate("ADDRESS", "address_label", start, start + value.length, 26)];
  });
}

/** Walks left over the names of districts and roads to where the sentence ends and the address begins. */
function leftEnd(text: string, from: number): number {
  let at = from;
  for (let steps = 0; at > 0 && steps < 40; steps++, at--) {
    const letter = text.charAt(at - 1);
    const pairs = [text.slice(at - 2, at), text.slice(at - 1, at + 1)];
    if (STOP.has(letter) && !pairs.some((pair) => KEPT.includes(pair))) break;
    if (letter === " " && /[省市区县镇路号]$/.test(text.slice(0, at - 1))) continue;
    if (letter === "," && /[省市区县]$/.test(text.slice(0, at - 1))) continue;
    if (!HAN.test(letter) && !/[\dA-Za-z]/.test(letter)) break;
  }
  const known = knownStart(text, from);
  if (known >= 0) return known;
  const words = text.slice(at, from);
  const trimmed =
    /^(?:成(?![都华安武县])|.{0,6}(?:地址|住址|单位|公司|快递|包裹|师傅|门店|昨天|今天|现在|目前|已经|结果|之前|后来)+)/.exec(
      words,
    )?.[0].length ?? 0;
  at += trimmed;
  // Without a known place a division has at most four characters before its sign, a road at most six.
  const division = /(?<![小社园校厂])区|[省市县旗镇乡]|街道/.exec(text.slice(at, from));
  if (division && division.index > 4 && !/[苑园城村里庄寨湾]/.test(text.slice(at, at + division.index)))
    return at + division.index - 3;
  const opened = at === 0 || /[是在到住址于为:,。\s"“(]/.test(text.charAt(at - 1));
  if (!division && from - at > (opened ? 10 : 6)) return from - 4;
  return at;
}

// A word no address holds: what stands before it is another part of the sentence.
const BREAK = /[的了我你他她们说吗呢吧这那没不是址寄]|[^\u4e00-\u9fff\dA-Za-z ,-]|,(?<![省市区县],)|\d{7}/g;

/** Where the first province or city is named, when nothing but places follows; -1 when none is, or it only names a road. */
function knownStart(text: string, from: number): number {
  const left = Math.max(0, from - 45);
  const window = text.slice(left, from);
  const breaks = [...window.matchAll(BREAK)].map((match) => match.index + 1);
  const words = window.slice(Math.max(0, ...breaks));
  const starts = [...PROVINCES, ...CITIES].flatMap((name) => {
    const index = words.indexOf(name);
    if (index < 0) return [];
    const rest = words.slice(index + name.length);
    const road = rest === "" || /^(?:[东西南北中]{0,2}[一二三四五]?)(?:路|街|大道|大街)/.test(rest);
    const inside = /(?:[省市区县镇乡]|街道)$/.test(words.slice(0, index));
    // No districts with a sign of their own stand between these and the road.
    const island = /^(?:香港|澳门|九龙|新界|氹仔|路环)$/.test(name) && rest.length <= 18;
    if (island) return [index];
    return road || inside || !/^(?:省|市|自治区|特别行政区)?.{0,8}?(?:[省市区县旗镇乡]|街道|$)/.test(rest) ? [] : [index];
  });
  return starts.length > 0 ? from - words.length + Math.min(...starts) : -1;
}

const RIGHT = [
  /^附\d{1,3}号/,
  /^[甲乙丙丁](?![方醇醛单\d])|^[前后东西南北中]座|^(?:店面|铺面|门面|底商|车库)/,
  /^(?:地下(?![停车通铁商水管])室?|地库|地铺|阁楼|天台|[前后侧]门)(?:[A-Z]?\d{1,3}号?[铺档室])?/,
  /^顶楼|^之[一二三四五六]|^(?:\d{3,4}|[A-Z]\d{3})(?:寝|宿舍|病房|床)|^[东南西北](?=[,。;!?\s]|$)/,
  /^[甲乙丙丁戊]?\s?[甲乙丙丁戊一二三四五六七八九十]单元/,
  /^[A-Za-z]?\d{1,4}(?:户|档口?|铺位?|摊位?|柜台?|号档|号铺)/,
  /^[东南西北中左右](?:手(?:边|间)?|户|边户?|侧|门)(?![\u4e00-\u9fff])/,
  /^[A-Z](?:区|座|栋|馆)/,
  /^\s?\d{1,4}-[A-Za-z]?\d{1,5}(?:-\d{1,5})*(?:单元|室|号|房)?/,
  /^[\s,]?第?(?:\d{1,5}|[A-Za-z]\d{0,3}|[一二三四五六七八九十]{1,3}|[东西南北])(?:号楼|号院|号房|栋|幢|座|塔|舍|单元|层|字?楼|F|f|室|房(?!间)|弄|户(?!口)|门(?!卫|口)|区|期|排|组|号)(?:楼)?/,
  /^\s?-\s?[A-Za-z]?\d{1,5}(?:-\d{1,5})*/,
  new RegExp(
    `^\\s?[\\u4e00-\\u9fffA-Za-z\\d]{2,10}?(?:${COMPOUND.replace("|里|居|庭|园", "|学校|医院|酒店|宾馆|饭店|大学|学院|银行|商场|市场|楼")}|院)(?=[\\dA-Za-z一二三四五六七八九十东西南北\\s,。;!?)\\n]|旁|附近|对面|门口|楼下|前台|大堂|地[下库铺]|阁楼|$)`,
  ),
  /^[\u4e00-\u9fff]{2,8}?(?=[一二三四五\d]期|第?\d{1,3}(?:栋|幢|号楼|座))/,
  /^\s?[A-Za-z]?\d{3,4}(?:房间)?(?![\d.]|[年元块天次分]|-\d)/,
  /^ ?\(?(?:邮编)?[:\s]{0,2}[0-8]\d{5}\)?(?!\d|[.元])/,
  /^[甲乙丙丁]?(?:院|楼)(?=[\d,。;\s]|$)/,
  /^[一二三四五\d]期/,
  /^之\d{1,3}/,
  /^(?:[甲乙丙丁]|[A-Z]\d?)(?![A-Za-z\d]|[\u4e00-\u9fff](?<![收冇唔嘅嚟係没不有是]))/,
];

/** Steps right over buildings, units, floors and rooms. */
function rightEnd(text: string, to: number): number {
  let at = to;
  for (let steps = 0; steps < 8; steps++) {
    const rest = after(text, at, 24);
    const next = RIGHT.map((pattern) => pattern.exec(rest)?.[0] ?? "").find((part) => part !== "" && !crossesSentence(part));
    if (!next) break;
    at += next.length;
  }
  return at;
}

const crossesSentence = (part: string) =>
  /人(?!民)|件|电话|手机/.test(part) ||
  Array.from(part.replace("都会", "")).some((letter) => STOP.has(letter) && !"家和点店户".includes(letter));
const hasDivision = (text: string, at: number) =>
  /[省市区县镇乡][\u4e00-\u9fff]{1,6}$/.test(text.slice(Math.max(0, at - 12), at));

/** Finds of one address (its road, its building, its room) become one span. */
function merged(text: string, found: Candidate[]): Candidate[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const out: Candidate[] = [];
  for (const one of sorted) {
    const last = out.at(-1);
    const gap = last ? text.slice(last.end, one.start) : "";
    if (last && (one.start <= last.end || (gap.length <= 1 && /^[\s,]?$/.test(gap)))) {
      last.end = Math.max(last.end, one.end);
      if (one.weight > last.weight) [last.weight, last.why] = [one.weight, one.why];
    } else out.push({ ...one });
  }
  return out;
}
