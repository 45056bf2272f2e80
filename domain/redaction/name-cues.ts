import { after, before } from "./candidate";
import { AFTER_ROLE, AFTER_WORD, FIELD, INTRODUCED, LABELLED, NAMED } from "./name-leads";
import type { Cues } from "./name-model";
import type { Span } from "./types";

const TITLES =
  /(?:先生|女士|小姐|同学|老师|师傅|经理|主管|主任|店长|医生|大夫|护士|律师|总监|教授|教练|阿姨|叔叔|大爷|大妈|大姐|大哥|太太|姐|哥|叔|姨|婶|伯|总(?!是|额|共|部|要|不)|工(?![\u4e00-\u9fff])|太(?=全名|话|讲|住|嘅|喺|同)|夫人|老板|专员|队长|站长|警官|法官|组长|班长|院长|校长|所长|科长|处长|部长|客服|管家)/y;
const SPEAKS =
  /(?:说|讲|称|表示|告诉|告知|回复|答复|答应|回答|承诺|保证|声称|解释|建议|介绍|要求|让|叫|问|拒绝|坚持|始终|反复|一再|一直|接听|接待|接的|接了|来电|打来|打电话|负责|经手|处理|亲自|亲口|确认|登记|签收|签字|签名|代签|代收|收到|收|购买|买的|预订|预约|下单|投诉|申请|办理|名下|本人|名义|住|患|因|于|今年|现年|昨天|今天|上周|已经|已|曾|正在|没有|没|不|也|就|都|可以|能|会|要|愿|想|可|所|才|又|还|再|先|每|这|那|即|当|突|竟|居然|态度|教|写|发|骂|托|推|找|帮|替|陪|带|拿|送|修|看|跑|走|回|聊|谈|学|考|合租|租车|租房|坐|等|排|订|退|赔|装|拆|付|交|取|寄|吃|过来|离|有|需|卡|被|态度|上门|直接|马上|立刻|把|被|给|向|跟|和|与|在|从|用)/y;
const NO_PERSON =
  /(?:公司|集团|银行|超市|商城|商场|商店|专卖店|旗舰店|门店|酒店|饭店|餐厅|餐饮|宾馆|医院|诊所|药店|药房|学校|学院|大学|中学|小学|幼儿园|科技|网络|通讯|通信|电子|电器|数码|家居|食品|物流|快递|速运|快运|旅游|保险|证券|基金|地产|物业|传媒|教育|消费|金融|支付|出行|健身|影城|影院|路|街|大道|镇|乡|村|县|市|省|区|州|站|机场|广场|大厦|小区|花园|公寓|公园|景区|山|湖|河|桥|牌|版|款|系列|产品)/y;

// 就叫高兴, 收货人？我：文静
const SURELY =
  /(?:(?:身份证|户口本|护照|证件)上?写(?:的|着)(?:就是|是)?|[我就]叫|名叫|真名是?|姓名[:是为]|名字[:是叫]|(?:姓名|名字|联系人|收件人|收货人|称呼您?|怎么称呼)[^\n]{0,6}\n[^\n:]{0,6}:)[\s"'“「]*/g;
const OWNS =
  /的(?:爸|妈|父|母|儿|女|老公|老婆|家|账|帐|手机|电话|号|上级|领导|名|卡|身份|证|单|订单|快递|包裹|签|信息|车|房|票|行李|合同|押金|工资|退款|笔迹|声音)/y;
// 金星是我姨, 侯建设电话13…
const KNOWN = /是我(?:爸|妈|爹|娘|哥|姐|弟|妹|姨|姑|叔|舅|爷|奶|儿|女|老|同|朋|邻|家)|(?:的)?(?:联系)?(?:电话|手机)[:是]?\s?\d/y;
const PROVES = /\s?(?:[(,]?(?:真名|本名|实名|化名|全名)|之(?:父|母|子|女|妻|夫|监护人|代理人|法定))/y;
const JOINS = /[、/&]|和|与|跟|及|以及|或/y;

/** What stands around every position of the text, as a change of what a name there costs. */
export function cuesOf(text: string, contacts: readonly Span[]): Cues {
  const begins = new Float64Array(text.length + 1);
  const ends = new Float64Array(text.length + 1);
  const known = new Uint8Array(text.length + 1);
  const titles = new Uint8Array(text.length + 1);
  const surely = new Uint8Array(text.length + 1);
  const less = (list: Float64Array, at: number, weight: number) => {
    list[at] = Math.min(list[at] ?? 0, -weight);
  };
  for (let at = 0; at <= text.length; at++) {
    if (!isHan(text, at - 1)) less(begins, at, 1);
  }
  const lead = (pattern: RegExp, weight: (match: RegExpExecArray) => number) => {
    for (const match of text.matchAll(pattern)) less(begins, match.index + match[0].length, weight(match as RegExpExecArray));
  };
  lead(LABELLED, (match) => (match[2] ? 10 : match[1] ? 9 : 8));
  lead(FIELD, () => 8);
  lead(NAMED, () => 9);
  for (const match of text.matchAll(SURELY)) surely[match.index + match[0].length] = 1;
  lead(SURELY, () => 11);
  lead(INTRODUCED, () => 8);
  // One role may stand in another: 客服小姐姐.
  AFTER_ROLE.lastIndex = 0;
  for (let match = AFTER_ROLE.exec(text); match; match = AFTER_ROLE.exec(text)) {
    less(begins, match.index + match[0].length, 6.5);
    AFTER_ROLE.lastIndex = match.index + 1;
  }
  lead(/兹有|[早晚夜白中值]班|(?<=的)叫/g, () => 6);
  lead(
    /劝|接到|没接到|谢谢(?!惠顾|光临)|感谢|多亏|幸亏|亏得|有劳|认识|表扬|夸奖?|怪|投诉|举报|听|见到?|遇到|碰到|联系上?|咨询|问了?|给了?|喊|陪|背着|当着|瞒着|那个|这个|那位|这位|名为|一名|属于?|归|写着?|写成|输入|改成|填了?/g,
    () => 2.5,
  );
  lead(AFTER_WORD, () => 3);
  lead(/叫/g, () => 4);
  lead(/是我|(?<![\u4e00-\u9fff])我/g, () => 2);
  lead(/[与和对由请找比及让给跟替是为]/g, () => 1.5);
  // Who stands beside a number is its owner.
  for (const { start, end, type } of contacts) {
    if (!["PHONE", "ID_CARD", "ADDRESS", "BANK_CARD"].includes(type)) continue;
    const left =
      /[\s,、;:/(]{0,3}(?:的?(?:联系|收货|家庭|现)?(?:电话|手机|身份证|证件|银行卡|卡|地址|住址|家?住在?)?(?:号码?)?)(?:是|为|:)?[\s:]{0,2}$/.exec(
        before(text, start, 12),
      );
    less(ends, start - (left?.[0].length ?? 0), 4);
    const right = /^([\s,、;:/)(]{1,3})([\u4e00-\u9fff]{2,4}?)收?(?![\u4e00-\u9fff])/.exec(after(text, end, 10));
    if (right?.[1] && right[2]) {
      less(begins, end + right[1].length, 4);
      less(ends, end + right[1].length + right[2].length, 1);
    }
  }
  // A word or two that stand alone: between signs, as the speaker of a line, or signed below.
  for (const run of text.matchAll(/[\u4e00-\u9fff]{2,4}(?![\u4e00-\u9fff])/g)) {
    if (isHan(text, run.index - 1)) continue;
    const end = run.index + run[0].length;
    const opens = run.index === 0 || /[\n\]]\s?$/.test(text.slice(0, run.index));
    const rest = text.slice(end);
    less(begins, run.index, opens && /^\s?(?::|\s\d{1,2}:\d{2})/.test(rest) ? 5 : 2.5);
    if (text.length > 12 && run.index > 0 && /^[\s。.]*$|^[\s,]*\d{4}年/.test(rest)) less(ends, end, 4);
  }
  // Where one name is found, what is joined to it by 、 or 和 is likely another.
  const joined = (found: readonly { start: number; end: number }[]) => {
    let more = false;
    for (const { start, end } of found) {
      JOINS.lastIndex = end;
      const next = JOINS.exec(text);
      if (next) less(begins, end + next[0].length, 5);
      const last = /(?:[、/&]|和|与|跟|及|以及|或)$/.exec(before(text, start, 3));
      if (last) less(ends, start - last[0].length, 5);
      more ||= Boolean(next ?? last);
    }
    return more;
  };
  // What follows is looked at only where a name might end.
  const follow = (at: number) => {
    if (known[at]) return;
    known[at] = 1;
    titles[at] = matches(TITLES, text, at) ? 1 : 0;
    const what = isHan(text, at) ? (titles[at] ? -7 : behind(text, at)) : matches(PROVES, text, at) ? -6 : -1;
    ends[at] = what > 0 ? what : Math.min(ends[at] ?? 0, what);
  };
  return {
    begins,
    surely,
    ends: (at) => {
      follow(at);
      return ends[at] ?? 0;
    },
    titled: (at) => {
      follow(at);
      return titles[at] === 1;
    },
    joined,
  };
}

function behind(text: string, at: number): number {
  if (matches(NO_PERSON, text, at)) return 8;
  if (matches(PROVES, text, at)) return -6;
  if (matches(KNOWN, text, at)) return -6;
  if (matches(OWNS, text, at)) return -3;
  return matches(SPEAKS, text, at) ? -2 : 0;
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

const isHan = (text: string, at: number) => /[\u4e00-\u9fff]/.test(text.charAt(at));
