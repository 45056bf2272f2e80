import { after, before, type Candidate, candidate } from "./candidate";

// What may stand between a label and its value.
const SEP = "(?:\\s?(?:号|是|为|叫做?|即|写的?是?|填的?是?|搜|加|[:=#\"'“”「『（(【]))*\\s?";
const ID_WORDS =
  "(?<![A-Za-z?&])UID|(?<![A-Za-z])ID(?![A-Za-z])|宽带号|缴费编?号|注册名|登[录陆]号|常旅客(?:卡|号)?(?:号|编号)?|旅客卡号|账号|账户名?|帐号|帐户|账户号|飞行常客|常客卡?|里程卡|[餐饭]卡(?:编号|号)?|一卡通(?:编号|号)?|学号|学员号|学籍号|(?:平台|学习|用户|会员|学员)编号|用户名|用户号|用户编号|客户号|客户编号|客户代码|会员号|会员码|会员编号|会员卡号|会员卡|会员ID|登录名|登陆名|户号|群号|主播号|频道号|直播间号?|房间号|主页|角色ID|role id|user ?name|user id|handle|member(?:ship)? (?:number|no\\.?|id)|account(?: (?:number|no\\.?|name|id))?";
const ACCOUNT = new RegExp(
  `(?<!(?:[A-Za-z?&](?=[A-Za-z]))|银行|收款|对公|公司|结算|商品|订单|设备|信用|储蓄)(?:${ID_WORDS})${SEP}((?:[A-Z]{2} )?\\d{3,4}(?: \\d{3,4}){1,3}(?!\\d)|@?[A-Za-z0-9](?:[A-Za-z0-9_-]|\\.(?=[A-Za-z0-9])){3,29})(?![A-Za-z0-9@])`,
  "gi",
);
const CHAT =
  /(?:加[VvWw薇微威]|[薇威微][Xx信]?|绿泡泡|绿色软件|(?<![A-Za-z])(?:vx|wx|v信|ins|tg|qq|line)(?![A-Za-z])|推特|电报|纸飞机|小飞机|扣扣|企鹅)号?(?:是|为|:|\s|加|搜|->|→){0,3}\s?(@?[A-Za-z0-9](?:[A-Za-z0-9_-]|\.(?=[A-Za-z0-9])){4,29})(?![A-Za-z0-9@])/gi;
const GAMES =
  /(?:王者荣耀|王者|和平精英|原神|崩坏|英雄联盟|阴阳师|蛋仔派对|我的世界|梦幻西游|穿越火线|永劫无间|战网|Steam|PSN|Switch|米游社|大众点评|陌陌|探探|爱奇艺|优酷|Soul|知乎|豆瓣|虎牙|斗鱼|贴吧|B站)(?:号|账号|编号|ID|id)?\s?:?\s?([1-9]\d{6,11})(?!\d|\s?[元块个次天年月])/gi;
// 听书会员M20394817765
const MEMBER = /会员[卡号):\s]{0,3}([A-Z]{1,3}\d{7,12})(?!\d)/g;
// zyq_fisher2009 where an account is spoken of beside it.
const UNDERSCORED =
  /(?<=(?:号|账号|帐号|微信|那个|这个|用|上|叫|是|加|关注|用户|会员)\s?)([A-Za-z0-9]+(?:_[A-Za-z0-9]+)+)(?=登录|登陆|被|里的?|这个|那个|一个人|[,。;!?]|$)/g;
// user_9f3kq2: small letters, digits and an underline make a name somebody was given, wherever they stand.
const GIVEN_HANDLE =
  /(?<![A-Za-z0-9_./@:=&?-])(?!err|code|img|file|screen|video|log|test|utm|page|btn|api)([a-z]{2,}\d*_(?=[a-z0-9_]*\d)[a-z0-9_]{4,})(?![A-Za-z0-9_./@=(-])/g;
const THIS_HANDLE = /(?<![A-Za-z0-9_-])([A-Za-z][A-Za-z0-9_-]{4,24})(?=[这那]个(?:微信|号(?![码线])|账号|帐号|QQ|用户))/g;
// Signs nobody writes but in the name of a player.
const DECORATED =
  /(?<=^|[叫是区服号名为,。;:\s"“])([\u4e00-\u9fffA-Za-z0-9]{0,10}?[\u4e00-\u9fffA-Za-z][丶灬丨々ゞ][\u4e00-\u9fffA-Za-z0-9丶灬丨々_]{0,10}?|[\u4e00-\u9fff]{2,10}灬)(?=[,。;!?\s被在的"”]|这个|那个|$)/g;
const PLAYED = /(?:游戏里|原来|以前|网上|贴吧里|直播间)叫([\u4e00-\u9fffA-Za-z0-9_丶灬丨·]{4,14}?)(?=[,。;!?\s]|$|被|的)/g;
const WECHAT_ID = /(?<![A-Za-z0-9])(wxid_[A-Za-z0-9]{6,30})(?![A-Za-z0-9])/g;
// U10028374655申请注销
const USER_NUMBER =
  /(?<![A-Za-z0-9-])([UuMm][_-]?\d{7,12})(?=\s?(?:申请)?(?:注销|登录|登不|被封|被锁|账号|账户|用户|会员|这个号))/g;
const THIS_ONE =
  /(?<=^|[,。;!?、\s"“「])([\u4e00-\u9fffA-Za-z0-9_丶·]{2,14}?)(?=[这那]个(?:角色|号(?![码线])|账号|帐号|昵称|网名|ID|用户名))/g;
// 贴吧号北方的狼_0537, 微博ID 今天也要吃三碗饭，
const SITE_NICK =
  /(?:贴吧|微博|抖音|快手|小红书|B站|知乎|豆瓣|闲鱼|淘宝|斗鱼|虎牙|微信|QQ|游戏)(?:号|ID|id|账号|帐号|昵称|名)(?:是|叫|:|\s)?\s?((?=[\u4e00-\u9fff])[\u4e00-\u9fffA-Za-z0-9_丶·]{2,14}?)(?=[,。;!?\s]|$|申诉|被|无法|登|注销|发|的(?=[那这]|客服|用户|人|卖家|网友))/g;
const NICK_WORDS =
  "昵称|网名|微信名|微博名|抖音名|QQ名|游戏名|角色名|角色名字|角色|艺名|笔名|用户名|账号名|会员名|店铺名|ID|id|nickname|screen name|gamertag";
const QUOTED = new RegExp(`(?:${NICK_WORDS})(?:是|为|叫做?|:|\\s)*["'“「『【]([^"'”」』】\\n]{2,20})["'”」』】]`, "gi");
const NICK = new RegExp(
  `(?:${NICK_WORDS})(?:是|为|叫做?|:)\\s?([\\u4e00-\\u9fffA-Za-z0-9_丶·.-]{2,14}?)(?=的(?:账号|号|用户|人|玩家)|被|在|已|无法|登|显示|[,。;!?、()"\\s]|$)`,
  "gi",
);
// Plain words of the sentence rather than a name somebody gave himself.
const NOT_NICK =
  /^(?:我|你|他|她|为什么|什么|怎么|一直|都|就|还|又|不|没|被|用|把|结果|现在|已经|无法|登录|绑定|注册|注销|申诉|找回|密码|异常|封|买|卖|的|里|上|和|要|会|能|只|输入|填写|客服|商家|平台|系统|停用|恢复|删除|冻结|启用|换|选|看|查|这|那|登记|点|取消)|(?:我|你|他|的|了|是)$/;
const NICK_DIRECT =
  /(?:昵称|网名|用户名|账号名|会员名)((?![是为叫])(?=[\u4e00-\u9fff])[\u4e00-\u9fffA-Za-z0-9_丶·]{3,14}?)(?=[,。;!?\s]|$|被|申诉|无法|登|的(?=[那这]|客服|用户|人|卖家|网友))/g;
// 知乎用户半夜写诗的人被封
const SITE_USER = /(?:微博|抖音|快手|小红书|B站|知乎|豆瓣|闲鱼|贴吧)用户([\u4e00-\u9fffA-Za-z0-9_丶·]{3,12}?)(?=被[封禁删])/g;
const NO_NICK = /^\[[A-Z_]+\]$|^(?:已|未|没|不|无|什么|哪个|空|必填|中文|英文|乱码|不能|不允许|违规|敏感|重复|随便|一样|同)/;

const NUMBERS =
  "订单|定单|工单|运单|保单|单子|单号|单|(?:下单|提交|办理|业务|受理|登记|查询)的?编号|流水号?|凭证号?|票号|受理号|参考号|查询号|申请号|案号|业务号|协议号|合同号?|发票号?|包裹|快递|物流|交易号?|(?:确认|预订|预约)(?:号|码)|服务请求|服务编号|出库|入库|提单|service request|work order|job|request|case|ticket|order|tracking|reference|ref|invoice|booking|confirmation";
const NUMBER = new RegExp(
  `(?:${NUMBERS})(?:的?(?:编号|号码|单号|号|后面|内容|序号|number|no\\.?|id|code))?${SEP}((?:[A-Za-z]{1,6}[-_ ]?)?\\d(?:[A-Za-z0-9]|[-_/](?=[A-Za-z0-9])| (?=\\d{3,})){5,35})(?![A-Za-z0-9])`,
  "gi",
);
// The portal's own numbers of cases are public.
const OWN_NUMBER = /^AC-20\d{2}-\d{6}$/;
const NO_NUMBER =
  /(?:工号|型号|货号|批号|批次|标准|序列号?|版本|条形?码|商品|邮编|航班|车次|座位|热线|分机|电话|手机|身份证|银行|卡号|账号|金额|验证码|后四位|尾号|产品|设备|门店|房间|IMEI|SN|数量|时间戳|客服代码|批准文号|许可证|执照|信用代码|备案|国药准字|专利)(?:编号|号)?[^\d\n]{0,4}$/i;
// 编号为20261103001的工单
const OF_CASE = /编号(?:是|为)?\s?:?\s?([A-Za-z]{0,4}[\d-]{6,24})的?(?:工单|订单|单子|案件|投诉|申请|报修|合同|保单)/g;
// Letters and at least eight digits, in one or with hyphens, as offices and shops count their cases: no model and no standard has as many.
const CODE =
  /(?<![A-Za-z0-9./_-])(?!QQ|UID|ID|EMS|VIP|TEL|SN|ISBN|IMEI|WX|VX)(1Z[A-Z0-9]{16}|(?=(?:[A-Z-]*\d-?){8})[A-Z]{1,5}-?(?:[A-Z]{1,3}-)?\d{2,}(?:-[A-Z0-9]+)*|\d{3}-\d{10}|(?=(?:[A-Z-]*\d-?){7})[A-Z]{2,5}\d*-\d{3,}-[A-Z0-9-]+|(?=(?:[A-Z-]*\d-?){8})\d{4,8}-[A-Z]{1,4}-?\d{3,}(?:-[A-Z0-9]+)*)(?![A-Za-z0-9_-]|\.\d|\()/g;
// So many digits in a row number nothing but payments and orders.
const LONG =
  /(?<![A-Za-z0-9.+-]|\d )(\d{14,32}|\d{6}-\d{15}|\d{4}(?: \d{4}){3} \d{3}|(?<=(?:淘宝|天猫|饿了么|美团|京东|拼多多|闲鱼|抖音|快手|唯品会|得物|苏宁|盒马|叮咚|多点|携程|去哪儿|飞猪|同程|滴滴|曹操|顺丰|中通|圆通|申通|韵达)\s?)\d{11,24})(?![A-Za-z0-9-]| \d|\.\d|[元块个])/g;
// A few words before a code of any make: 挂号GH0311-A207, 行李牌MU 0781 442936.
const TICKET =
  /(?:挂号|取号|行李牌|行李条|换货|退货|预订|预约|打车|机票|客票|提货|受理|报修|面单|小票|凭条|回执|运单)(?:单|号|券)?[:\s]?((?=(?:[A-Z -]*\d){6})[A-Z]{1,4} ?\d[A-Z0-9-]{3,}(?: \d{3,6})?)(?![A-Za-z0-9-])/g;
const RECORD =
  /(?:PNR|(?:预约|核销|兑换|提货|入园|取票|券)码|订座(?:编码|记录|编号)|预订(?:编码|代码|编号|号)|确认(?:号|码|编号)|记录编号|booking (?:code|reference|ref)|confirmation (?:code|number)|record locator)(?:\s?(?:是|为|is|[:#]))*\s?((?=[A-Z0-9]*[A-Z])[A-Z0-9]{5,8})(?![A-Za-z0-9])/gi;

// （2026）沪0105民初1234号, 2026沪消投字0398号
const COURT =
  /([([〔]20\d{2}[)\]〕][\u4e00-\u9fff]\d{0,6}[\u4e00-\u9fff]{1,6}(?:字第)?\d{1,7}号|(?<!\d)20\d{2}[\u4e00-\u9fff]{2,6}字第?\d{2,7}号)/g;

/** Accounts behind a word for an account, and nicknames behind a word for one, whatever site they are of. */
export function labelledAccounts(text: string): Candidate[] {
  const found: Candidate[] = [];
  const add = (match: RegExpMatchArray & { index: number }, weight: number) => {
    const value = (match[1] ?? "").replace(/^.*区(?=.{2})/, "");
    const start = match.index + match[0].lastIndexOf(value);
    if (/(?:官方|公众)$/.test(before(text, match.index, 2)) || NO_NICK.test(value)) return;
    found.push(candidate("ACCOUNT", "account_label", start, start + value.length, weight));
  };
  // A code of any make counts members behind 会员编号, and cases behind WX.
  const weighed = [...text.matchAll(ACCOUNT)].map((match) => [match, 47] as const);
  for (const [match, weight] of [...weighed, ...[...text.matchAll(CHAT)].map((match) => [match, 45] as const)]) {
    const value = match[1] ?? "";
    const unit = /^\s?(?:[万亿]?[元块]|[年月日个次条人])/.test(after(text, match.index + match[0].length, 3));
    if (unit || (/^[A-Za-z]+$/.test(value) && !/[:是为叫]\s?$/.test(match[0].slice(0, -value.length)))) continue;
    if (/^(?:19|20)\d{2}-?\d{2}-?\d{2}$|^\d{1,3}(?:\.\d+)+$/.test(value)) continue;
    add(match, weight);
  }
  for (const match of [
    ...text.matchAll(GAMES),
    ...text.matchAll(WECHAT_ID),
    ...text.matchAll(USER_NUMBER),
    ...text.matchAll(MEMBER),
    ...text.matchAll(UNDERSCORED),
    ...text.matchAll(GIVEN_HANDLE),
    ...text.matchAll(THIS_HANDLE),
    ...text.matchAll(PLAYED),
  ])
    add(match, 47);
  for (const match of text.matchAll(DECORATED)) if (/[\u4e00-\u9fff]/.test(match[1] ?? "")) add(match, 44);
  for (const match of [
    ...text.matchAll(THIS_ONE),
    ...text.matchAll(SITE_NICK),
    ...text.matchAll(NICK_DIRECT),
    ...text.matchAll(SITE_USER),
  ])
    if (/_|丶|\d/.test(match[1] ?? "") || !NOT_NICK.test(match[1] ?? "")) add(match, 42);
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
    if (digits < 5 || OWN_NUMBER.test(value) || NO_NUMBER.test(before(text, start, 14))) continue;
    if (
      /^(?:19|20)\d{2}[-/]?\d{1,2}[-/]?\d{1,2}$/.test(value) ||
      /^\s?(?:[万亿]?[元块]|[年月日个件次条人天])/.test(after(text, start + value.length, 3))
    )
      continue;
    found.push(candidate("ORDER_NO", "order_label", start, start + value.length, 41));
  }
  for (const match of [
    ...text.matchAll(RECORD),
    ...text.matchAll(OF_CASE),
    ...text.matchAll(CODE),
    ...text.matchAll(LONG),
    ...text.matchAll(TICKET),
    ...text.matchAll(COURT),
  ]) {
    const value = match[1] ?? "";
    if (
      OWN_NUMBER.test(value) ||
      /^\s?(?:是?(?:商品|批次|批号|条码)|[件个条])/.test(after(text, match.index + match[0].length, 5)) ||
      NO_NUMBER.test(before(text, match.index, 14))
    )
      continue;
    const start = match.index + match[0].indexOf(value);
    found.push(candidate("ORDER_NO", "order_label", start, start + value.length, 46));
  }
  return found;
}
