import { after, before, type Candidate, candidate } from "./candidate";

// What may stand between a label and its value.
const SEP = "(?:\\s?(?:号|是|为|叫做?|即|写的?是?|填的?是?|搜|加|[:=#\"'“”「『（(【\\[]))*\\s?";
const ID_WORDS =
  "UID|(?<![A-Za-z])ID(?![A-Za-z])|账号|账户名?|账户号|用户名|用户号|用户编号|客户号|客户编号|客户代码|会员号|会员编号|会员卡号|会员卡|会员ID|登录名|登陆名|户号|群号|主播号|频道号|直播间号?|房间号|主页|角色ID|role id|user ?name|user id|handle|member(?:ship)? (?:number|no\\.?|id)|account(?: (?:number|no\\.?|name|id))?";
const ACCOUNT = new RegExp(
  `(?<![A-Za-z?&]|银行|收款|对公|公司|结算|商品|订单|设备|信用|储蓄)(?:${ID_WORDS})${SEP}(@?[A-Za-z0-9](?:[A-Za-z0-9_-]|\\.(?=[A-Za-z0-9])){3,29})(?![A-Za-z0-9@])`,
  "gi",
);
const CHAT =
  /(?:加[VvWw薇微威]|[薇威微][Xx信]?|绿泡泡|绿色软件|(?<![A-Za-z])(?:vx|wx|v信|ins|tg|qq|line)(?![A-Za-z])|推特|电报|纸飞机|小飞机|扣扣|企鹅)号?(?:是|为|:|\s|加|搜|->|→){0,3}\s?(@?[A-Za-z0-9](?:[A-Za-z0-9_-]|\.(?=[A-Za-z0-9])){4,29})(?![A-Za-z0-9@])/gi;
const NICK_WORDS =
  "昵称|网名|微信名|微博名|抖音名|QQ名|游戏名|角色名|角色名字|角色|艺名|笔名|用户名|账号名|会员名|店铺名|ID|id|nickname|screen name|gamertag";
const QUOTED = new RegExp(`(?:${NICK_WORDS})(?:是|为|叫做?|:|\\s)*["'“「『【]([^"'”」』】\\n]{2,20})["'”」』】]`, "gi");
const NICK = new RegExp(
  `(?:${NICK_WORDS})(?:是|为|叫做?|:)\\s?([\\u4e00-\\u9fffA-Za-z0-9_丶·.-]{2,14}?)(?=的(?:账号|号|用户|人|玩家)|被|在|已|无法|登|显示|[,。;!?、()"\\s]|$)`,
  "gi",
);
const NO_NICK = /^(?:什么|哪个|空|必填|中文|英文|乱码|不能|不允许|违规|敏感|重复|随便|一样|同)/;

const NUMBERS =
  "订单|定单|工单|运单|保单|单子|单号|单|(?:下单|提交|办理|业务|受理|登记|查询)的?编号|流水号?|凭证号?|票号|受理号|参考号|查询号|申请号|案号|业务号|协议号|合同号?|发票号?|包裹|快递|物流|交易号?|case|ticket|order|tracking|reference|ref|invoice|booking|confirmation";
const NUMBER = new RegExp(
  `(?:${NUMBERS})(?:的?(?:编号|号码|单号|号|后面|内容|序号|number|no\\.?|id|code))?${SEP}((?:[A-Za-z]{1,6}[-_ ]?)?\\d(?:[A-Za-z0-9]|[-_/](?=[A-Za-z0-9])| (?=\\d{3,})){5,35})(?![A-Za-z0-9])`,
  "gi",
);
const NO_NUMBER =
  /(?:工号|型号|货号|批号|批次|标准|序列号?|版本|条形?码|商品|邮编|航班|车次|座位|热线|分机|电话|手机|身份证|银行|卡号|账号|金额|验证码|后四位|尾号|产品|设备|门店|房间)(?:编号|号)?[^\d\n]{0,4}$/i;
// 编号为20261103001的工单
const OF_CASE = /编号(?:是|为)?\s?:?\s?([A-Za-z]{0,4}[\d-]{6,24})的?(?:工单|订单|单子|案件|投诉|申请|报修|合同|保单)/g;
const RECORD =
  /(?:PNR|订座(?:编码|记录|编号)|预订(?:编码|代码|编号|号)|确认(?:号|码|编号)|记录编号|booking (?:code|reference|ref)|confirmation (?:code|number)|record locator)(?:\s?(?:是|为|is|[:#]))*\s?((?=[A-Z0-9]*[A-Z])[A-Z0-9]{5,8})(?![A-Za-z0-9])/gi;

/** Accounts behind a word for an account, and nicknames behind a word for one, whatever site they are of. */
export function labelledAccounts(text: string): Candidate[] {
  const found: Candidate[] = [];
  const add = (match: RegExpMatchArray & { index: number }, weight: number) => {
    const value = match[1] ?? "";
    const start = match.index + match[0].lastIndexOf(value);
    if (/(?:官方|公众)$/.test(before(text, match.index, 2)) || NO_NICK.test(value)) return;
    found.push(candidate("ACCOUNT", "account_label", start, start + value.length, weight));
  };
  for (const match of [...text.matchAll(ACCOUNT), ...text.matchAll(CHAT)]) {
    const value = match[1] ?? "";
    const unit = /^\s?(?:[万亿]?[元块]|[年月日个次条人])/.test(after(text, match.index + match[0].length, 3));
    if (unit || (/^[A-Za-z]+$/.test(value) && !/[:是为叫]\s?$/.test(match[0].slice(0, -value.length)))) continue;
    if (/^(?:19|20)\d{2}-?\d{2}-?\d{2}$|^\d{1,3}(?:\.\d+)+$/.test(value)) continue;
    add(match, 43);
  }
  for (const match of text.matchAll(QUOTED)) add(match, 46);
  for (const match of text.matchAll(NICK)) add(match, 42);
  return found;
}

/** Numbers of six characters and more behind a word for an order or a case, with a word or a sign between. */
export function labelledNumbers(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const value = match[1] ?? "";
    const start = match.index + match[0].length - value.length;
    const digits = value.replace(/\D/g, "").length;
    if (digits < 5 || NO_NUMBER.test(before(text, start, 14))) continue;
    if (/^(?:19|20)\d{2}[-/]?\d{1,2}[-/]?\d{1,2}$/.test(value) || /^\s?(?:[万亿]?[元块]|[年月日个件次条人天])/.test(after(text, start + value.length, 3)))
      continue;
    found.push(candidate("ORDER_NO", "order_label", start, start + value.length, 41));
  }
  for (const match of [...text.matchAll(RECORD), ...text.matchAll(OF_CASE)]) {
    const value = match[1] ?? "";
    const start = match.index + match[0].indexOf(value);
    found.push(candidate("ORDER_NO", "order_label", start, start + value.length, 41));
  }
  return found;
}
