import { after, before, type Candidate, candidate } from "./candidate";

const EMAIL =
  /(?<![A-Za-z0-9])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}(?:\s?(?:@|\(at\)|\[at\]|艾特|圈a)\s?|#)(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.|\s?(?:\(dot\)|\[dot\]|点)\s?)){1,6}(?!(?:png|jpe?g|gif|webp|svg|css|js|html?)(?![A-Za-z]))[A-Za-z]{2,24}/gi;

// Spelt out: leaf.hero at mail dot example.
const SPELT =
  /(?<![A-Za-z0-9])(?!(?:me|us|him|her|them|it|is|are|be|available|only|shop|here)\s)[A-Za-z0-9][A-Za-z0-9._-]{2,40} at (?:[A-Za-z0-9-]{2,40}(?:\.| dot )){1,4}[A-Za-z]{2,12}(?![A-Za-z0-9@._-]*@|[A-Za-z0-9])/gi;

// The dot of a domain is the first thing lost where letters are read off a picture.
const DOTLESS = /(?<![A-Za-z0-9])[A-Za-z0-9][A-Za-z0-9._%+-]{2,63}@[A-Za-z][A-Za-z0-9-]{5,40}(?![A-Za-z0-9.-])/g;

/** E-mail addresses, also with (at) for the sign, or without the dot. */
export function emails(text: string): Candidate[] {
  return [
    ...[...text.matchAll(EMAIL)].map((match) => candidate("EMAIL", "email", match.index, match.index + match[0].length, 95)),
    ...[...text.matchAll(SPELT)].map((match) => candidate("EMAIL", "email", match.index, match.index + match[0].length, 94)),
    ...[...text.matchAll(DOTLESS)].map((match) => candidate("EMAIL", "email", match.index, match.index + match[0].length, 44)),
  ];
}

const ORDER_WORDS =
  "订单|定单|运单|报案|理赔|查勘|备案|回执|快件|配送|提货|取货|充值|提现|转账|汇款|收据|凭证|信访|诉求|补单|采购|团购|拼单|支付宝|账单|机票|酒店|门票|租赁|租房|装修|安装|课程|会诊|病历|处方|挂号单|就诊|调解|仲裁|立案|举报|反馈|咨询|会话|申请|审批|快递|物流|面单|包裹|交易|支付|付款|商户|退款|退货|退换货?|换货|售后|服务|工单|维修|报修|投诉|受理|申诉|案件|预约|预订|保单|合同|发票|挂号|取票|出票|票";
const ORDER_LABEL = new RegExp(
  `(?:(?:${ORDER_WORDS})(?:单|流水)?(?:编号|单号|号码|号|ID|id)|单号|流水号|工单编?号?|(?:order|tracking|waybill|invoice|ticket|case|booking reference|booking|reference|ref|parcel|shipment|confirmation|reservation|claim|complaint|transaction|payment)(?: (?:number|no\\.?|id|code))?|(?<!手机|会员)(?:订单|运单|快递|包裹|物流单?|工单|申请|(?:售后|退货|退款|换货|维修|采购|服务|预约|保)单|下的单|(?<=[下这那此该本]|一)单))`,
  "gi",
);
const BETWEEN = /^(?:码|数)?\s*(?:[:#=\s"'“”「」()[\]【】<>]|是|为|is|was|号){0,6}\s*/i;
const VALUE = /^[A-Za-z0-9](?:[A-Za-z0-9]|[-_](?=[A-Za-z0-9])){4,39}(?![A-Za-z0-9])/;
// "订单号我发你：", "运单号填的": a few words between the label and the number.
const SAID =
  /^(?:[\u4e00-\u9fff]{1,6}[:是]|(?:我?[填写给报发传留念输]了?的|我[填写给报发传留念输]了|[换变改]成了?|就是|应该是|显示[是为]?))\s*/;
const NEXT = /^\s*(?:[、,/;&]|和|及|与|以及|跟|还有|and)\s*/;
const CARRIERS =
  /(?<![A-Za-z0-9])(?:SF\d{12,15}|JD[A-Z]{0,2}\d{10,15}|(?:YT|YD|ZTO|STO|ZT|ST|HT|JT|DB|DPK|TT|DN|UC|FW|LP|CN|TB|PDD|DD)\d{11,17}|[A-Z]{2}\d{9}CN)(?![A-Za-z0-9])/g;
const BY_CARRIER =
  /(?:韵达|中通|圆通|申通|顺丰|极兔|百世|德邦|邮政|EMS|天天|优速|宅急送|丹鸟|菜鸟|京东物流|京东快递|跨越)(?:快递|速递|速运|物流|快运|裹裹|的)?(?:单|件)?[:\s]{0,2}([A-Z]{0,4}\d{10,17})(?![\dA-Za-z]|\.\d|[元块])/g;
const LOOSE =
  /(?:订单|运单|快递|物流|包裹|下单|货单|单子|order|tracking)[^\d。;!?\n]{1,8}?(\d{12,24}|\d{4}(?: \d{4}){2,4})(?! \d|[\dA-Za-z]|\.\d|[元块])/gi;

// The number first, what it is of behind it: 查77420118这个订单, 7893…这个快递.
const TURNED =
  /(?<![A-Za-z0-9.#-])((?=(?:[A-Za-z-]*\d){8})[A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9])){7,29}|\d{4}(?: \d{4}){2,4})\s?(?:[这那]?[个笔张份一]?|[这那][个笔张份一][\u4e00-\u9fff]{1,4}?的?)(?:订单|单子|快递|快件|包裹|运单|物流|工单|保单|退款单|单(?!独|位|纯|方|价|次))/g;

// Of several: 两个订单，一个是…，另一个是….
const ONE_OF =
  /(?:订单|快递|单子|包裹|单号)[^\n。]{0,16}?(?:一[个笔单件]|分别|编号)(?:就?是|叫|为)?[:\s]{0,2}([A-Z]{0,4}\d[\d-]{6,23})(?![\dA-Za-z]|\.\d|[元块])/g;

// Asked for in one turn of a chat, given alone in the next.
const ANSWERED = /(?:订单号?|单号|运单|快递号)[^\n]{0,24}\n(?:[^\n\d]{0,16}[:\s])?([A-Z]{0,4}\d{10,24})(?=\s*(?:\n|$|[,。]))/g;

/** Numbers of orders, parcels, refunds, contracts and cases: after their label, or in the form a carrier gives them. */
export function orderNumbers(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const label of text.matchAll(ORDER_LABEL)) {
    let at = label.index + label[0].length;
    at += BETWEEN.exec(after(text, at, 24))?.[0].length ?? 0;
    at += SAID.exec(after(text, at, 12))?.[0].length ?? 0;
    const weak = !/(号|ID|no\.?|number|id|code|#)$/i.test(
      text
        .slice(label.index, at)
        .trim()
        .replace(/[:\s"'“”「()[\]【】是为is]+$/i, ""),
    );
    for (;;) {
      const value = VALUE.exec(after(text, at, 48))?.[0];
      if (!value || !isNumber(value, weak, after(text, at + value.length, 2))) break;
      found.push(candidate("ORDER_NO", "order_label", at, at + value.length, 88));
      at += value.length;
      at += NEXT.exec(after(text, at, 6))?.[0].length ?? 0;
    }
  }
  for (const match of text.matchAll(CARRIERS))
    found.push(candidate("ORDER_NO", "carrier_number", match.index, match.index + match[0].length, 82));
  for (const match of [
    ...text.matchAll(LOOSE),
    ...text.matchAll(ANSWERED),
    ...text.matchAll(BY_CARRIER),
    ...text.matchAll(TURNED),
    ...text.matchAll(ONE_OF),
  ]) {
    const digits = match[1] ?? "";
    const start = match.index + match[0].lastIndexOf(digits);
    found.push(candidate("ORDER_NO", "order_label", start, start + digits.length, 40));
  }
  return found;
}

// "订单20231105" may be a day and "订单12345元" a price: without 号 it takes more digits to be a number of an order.
function isNumber(value: string, weak: boolean, right: string): boolean {
  const digits = value.replace(/\D/g, "").length;
  // The last: the portal's own numbers of cases are public.
  if (
    /^[元块年月日个件万天次]/.test(right) ||
    /^(?:19|20)\d{2}-\d{1,2}(?:-\d{1,2})?$/.test(value) ||
    /^AC-20\d{2}-\d{6}$/.test(value)
  )
    return false;
  // A booking reference of an airline or hotel has few digits or none but capital letters.
  if (!weak && /^(?=.*\d)(?=.*[A-Z])[A-Z0-9]{5,8}$/.test(value)) return true;
  return weak ? digits >= 8 && !/^(?:19|20)\d{2}(?:0[1-9]|1[0-2])[0-3]\d$/.test(value) : digits >= 4;
}

const PLATE =
  /(?<![A-Za-z0-9])([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵黔粤青藏川宁琼使领])\s?([A-HJ-NP-Za-hj-np-z])[·•‧・.\s-]?([A-HJ-NP-Z0-9]{4,5}挂(?![了在着上号靠失掉断机])|[A-HJ-NP-Za-hj-np-z0-9]{5,6}|[A-HJ-NP-Z0-9]{4}(?:[警学港澳领试超]))(?![A-Za-z0-9])/g;
// Hong Kong, Macao and Taiwan: letters and digits alone, so only behind the word for a plate.
const PLATE_LABEL =
  /(?:车牌|车号|牌照|号牌|plate)(?:号码|号|照| number| no\.?)?(?:是|为|系|係|is)?[:#\s]{0,3}([A-Z]{2,3}[- ]?\d{1,4}|\d{3,4}-[A-Z]{2,3}|M[A-Z]-\d{2}-\d{2})(?![A-Za-z0-9])/gi;
const WORD_BEFORE: Record<string, RegExp> = {
  新: /[全最更崭创焕刷]$/,
  云: /[里讯为度动信]$/,
  青: /[年]$/,
  宁: /[安康]$/,
  使: /[即驱]$/,
  领: /[带率占]$/,
};

/** Number plates of the mainland, new-energy and cross-border ones too. */
export function plates(text: string): Candidate[] {
  const abroad = [...text.matchAll(PLATE_LABEL)].map((match) => {
    const end = match.index + match[0].length;
    return candidate("PLATE", "plate", end - (match[1] ?? "").length, end, 75);
  });
  const mainland = [...text.matchAll(PLATE)].flatMap((match) => {
    const [all, place = "", , tail = ""] = match;
    if (tail.replace(/\D/g, "").length < 2 || WORD_BEFORE[place]?.test(before(text, match.index, 1))) return [];
    return [candidate("PLATE", "plate", match.index, match.index + all.length, 75)];
  });
  return [...mainland, ...abroad];
}

const SITES =
  "微信|威信|薇信|徽信|V信|v信|(?<![A-Za-z])[Vv](?=[:：])|(?<![A-Za-z])(?:Facebook|Instagram|Twitter|Skype|Signal|Threads|Discord|Steam|TikTok|LinkedIn|IG|FB)|加V|加v|企业微信|(?<![A-Za-z0-9])QQ|扣扣|企鹅|微博|抖音|快手|小红书|支付宝|淘宝|天猫|京东|拼多多|闲鱼|旺旺|B站|哔哩哔哩|知乎|豆瓣|钉钉|贴吧|(?<![A-Za-z0-9])(?:Telegram|WhatsApp|WeChat|Weibo|Douyin|Alipay|LINE|vx|wx)";
// Whose names are words too: taken with 账号, ID … behind them only.
const PLACES =
  "携程|美团|饿了么|滴滴|得物|唯品会|陌陌|探探|飞书|斗鱼|虎牙|推特|脸书|百度|网易|头条|西瓜|同程|去哪儿|盒马|转转|游戏|平台";
const HANDLE = "@?[A-Za-z0-9][A-Za-z0-9_.-]{3,29}(?:@[A-Za-z]{2,10}(?![A-Za-z.]))?";
// With 号, 账号, ID, 昵称 … after the site anything may stand, also a nickname in Chinese behind a colon.
const ACCOUNT_NAMED = new RegExp(
  `(?:(?:${SITES}|${PLACES})\\s?(?:的)?(?:账号|账户|号码|号|ID|id|用户名|会员名|会员号|昵称|名字?|群号?|account)|(?<!银行|收款|对公)(?:用户名|账号名|会员名|会员号|登录名|登录账号|游戏ID|用户ID|昵称|网名|账号(?=[:是为]?\\s?@?[A-Za-z])|username|account (?:name|id)))\\s?(?:是|为|叫|is)?[:：\\s]{0,3}`,
  "gi",
);
const ACCOUNT_BARE = new RegExp(
  `(?:加|搜|联系)?(?:${SITES})(?:上|里|上面)?(?:号|id|ID)?(?:搜索|搜|找|加|关注|是|为| is)?[:\\s]{0,3}(?=@?[A-Za-z0-9])`,
  "gi",
);
const AT_NICKNAME = new RegExp(
  `(?:${SITES})(?:上|里)?(?:的|是|叫|为|搜|关注)?[:\\s]{0,2}(@[\\u4e00-\\u9fffA-Za-z0-9_-]{2,15}?)(?=[上里]|也|就|可以|能|都|里|看|有|发[了过帖]|说|转发|曝光|的(?=[^\\u4e00-\\u9fff]|帖|微博|视频|评论)|[^\\u4e00-\\u9fffA-Za-z0-9_-]|$)`,
  "g",
);
const NOT_AN_ACCOUNT =
  /^(?:v?\d+(?:\.\d+)+|\d{1,2}[:.]\d{2}|(?:APP|VIP|SVIP|PC|iOS|Android|Pay|com|www|https?|HD|MAX|PLUS)(?![A-Za-z0-9_])|[\w.-]+\.(?:com|cn|net|org)(?![A-Za-z]))/i;

/** Accounts in social networks, shops and payment, after the name of the site or the word for an account. */
export function accounts(text: string): Candidate[] {
  const found: Candidate[] = [];
  const add = (start: number, value: string) => {
    if (value && !NOT_AN_ACCOUNT.test(value)) found.push(candidate("ACCOUNT", "account_label", start, start + value.length, 45));
  };
  for (const match of text.matchAll(ACCOUNT_NAMED)) {
    if (/(官方|公众)$/.test(before(text, match.index, 4))) continue;
    const at = match.index + match[0].length;
    const rest = after(text, at, 40);
    const nickname = rest.startsWith("@")
      ? /^@[\u4e00-\u9fffA-Za-z0-9_.·-]{2,15}?(?=[上里]|也|就|可以|能|都|里|看|有|发[了过帖]|说|转发|曝光|[^\u4e00-\u9fffA-Za-z0-9_.·-]|$)/.exec(
          rest,
        )?.[0]
      : /[:]\s*$/.test(match[0])
        ? /^[\u4e00-\u9fffA-Za-z0-9_.·-]{2,20}/.exec(rest)?.[0]
        : undefined;
    add(at, new RegExp(`^${HANDLE}(?![A-Za-z0-9])`).exec(rest)?.[0].replace(/[.-]+$/, "") ?? nickname ?? "");
  }
  for (const match of text.matchAll(AT_NICKNAME)) {
    const nickname = match[1] ?? "";
    add(match.index + match[0].length - nickname.length, nickname);
  }
  for (const match of text.matchAll(ACCOUNT_BARE)) {
    if (/(官方|公众)$/.test(before(text, match.index, 4))) continue;
    const at = match.index + match[0].length;
    const value =
      /^@?(?:[A-Za-z](?:[A-Za-z0-9_-]|\.(?=[A-Za-z0-9])){4,29}|[1-9]\d{4,11})(?![A-Za-z0-9._])/.exec(after(text, at, 32))?.[0] ??
      "";
    const amount = /^\s?(?:[万亿]?[元块]|[年月日个次条人])/.test(after(text, at + value.length, 3));
    if (!amount && !/^[A-Za-z]+$/.test(value)) add(at, value);
  }
  return found;
}
