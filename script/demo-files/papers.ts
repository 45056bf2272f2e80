import type { SituationKey } from "@/db/seed/stories/types";

/** Papers people hand in, printed by the browser with a real text layer. */
export interface Paper {
  readonly file: string;
  readonly kind: "letter" | "terms" | "bill" | "chat_export";
  readonly company: string;
  readonly situation: SituationKey;
  readonly matter: string;
  readonly html: string;
  readonly truth: Readonly<Record<string, string | number>>;
}

const FONTS = ["noto-sans-sc/400.css", "noto-sans-sc/700.css", "noto-serif-sc/400.css", "noto-serif-sc/700.css"];
/** Head with the fonts of the report: other CJK fonts map 目 人 月 to Kangxi radicals in the PDF. */
const page = (title: string, css: string, body: string) =>
  `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>${title}</title>${FONTS.map((f) => `<link rel="stylesheet" href="FONTS/${f}">`).join("")}<style>
@page{size:A4;margin:22mm 20mm}*{box-sizing:border-box}body{font:11pt/1.8 "Noto Sans SC";color:#1a1a1a;margin:0}h1{font:700 16pt/1.4 "Noto Sans SC";margin:0 0 6mm}
table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #bbb;padding:2mm 1.5mm;text-align:left;font-size:10pt}th{font-weight:700;background:#f3f3f3}td:last-child,th:last-child{text-align:right}.dim{color:#777;font-size:9pt}${css}</style><body>${body}</body></html>`;

const LETTER = `<h1>关于临溪银行电话没有人接的情况</h1>
<p>有关同志：</p>
<p>我今年七十二岁，是退休工人，老花眼，手机上的字看不清楚，办事都靠打电话。我写这封信，是因为女儿说可以写信，也能办。</p>
<p>九月八日上午九点半，我打临溪银行的电话，想问我老伴留下的存折怎么取。老伴走了三个月了，我不知道密码。电话里先讲防骗，这个讲得好，应该讲。可是后面一个一个念，念了七八样，没有一样说老年人按哪个键。我等它念完，按零，它问我要什么，我说找个人，它说没有听清。我说了三遍。</p>
<p>后来放音乐，放了两分多钟。我是站着打的，座机在墙上。等通了，姑娘说老年人优先要先在手机银行里登记。我说，姑娘，我要是会用手机银行，我就不打电话了。她也笑了，说她也没办法。</p>
<p>我不要赔钱。我只有两条：一是电话一接通就说清楚，老年人按哪个键；二是告诉我取存折要带什么，一次说全，我腿不好，不想跑第三趟。</p>
<p>字写得不好，请多担待。</p>
<p style="text-align:right">赵桂英<br>二〇二六年九月九日</p>
<p class="dim">联系电话1990000 7260，白天都在。地址：临渚市云栖路88弄6号301室。</p>`;

const TERMS = `<h1>泊舟旅行酒店退改规则</h1><p class="dim">版本3.2，2026年6月1日起施行</p>
${[
  ["免费取消", "标有“免费取消”的房型，在入住日前第3日18:00之前取消的，不收取费用。"],
  ["退款时限", "取消成功后，平台在1至3个工作日内向支付渠道发起退款；到账时间以支付渠道为准，一般为7至15个工作日。"],
  ["退款路径", "原路退回。原支付方式已注销的，用户须另行提交身份证明和收款账户。"],
  ["部分收费", "入住日前第3日18:00之后取消的，收取首晚房费；入住当日取消或未入住的，收取全部房费。"],
  ["不可抗力", "因台风、地震等不可抗力无法入住的，凭官方证明可申请免责，平台在15个工作日内答复。"],
  ["客服说明", "智能客服的回复仅供参考，以本规则为准。"],
]
  .map(([t, c], i) => `<p><b>第${"一二三四五六"[i]}条　${t}</b><br>${c}</p>`)
  .join("")}`;

const BILL = `<h1>鲸歌通信　月度账单</h1><p>客户：周*生　号码：199****4417　账期：2026年8月1日至8月31日</p>
<table><tr><th>项目</th><th>说明</th><th>金额（元）</th></tr>
${[
  ["套餐月费", "畅享79元套餐", "79.00"],
  ["套餐月费", "副卡一张", "10.00"],
  ["增值业务", "视频彩铃包（8月3日开通）", "12.00"],
  ["增值业务", "来电名片", "3.00"],
  ["违约金", "合约提前解除", "300.00"],
  ["优惠", "客服承诺减免两个月套餐费", "0.00"],
  ["语音通话", "套餐外17分钟", "2.55"],
]
  .map((r) => `<tr>${r.map((c) => `<td>${c}</td>`).join("")}</tr>`)
  .join("")}
<tr><th>合计</th><th></th><th>406.55</th></tr></table>
<p class="dim">对账单有疑问，请在鲸歌掌厅联系小鲸，或拨打000-8800-0086。</p>
<p style="margin-top:10mm;font-family:'Noto Serif SC'">（手写）这里：违约金300元，解约的时候没有人说过。减免那一行是0。</p>`;

const CHAT = [
  ["20:41:07", "用户", "退货签收十天了，转人工"],
  ["20:41:08", "系统", "正在排队"],
  ["20:43:30", "系统", "前方较忙，请稍候"],
  ["20:46:12", "用户", "前面还有几个人？"],
  ["20:46:13", "鹿小汀", "等待时间较长，您可以先看看自助服务。"],
  ["20:49:51", "系统", "即将为您接入"],
  ["20:50:40", "系统", "前方较忙，请稍候"],
  ["20:53:02", "用户", "到底还要多久"],
  ["20:53:03", "鹿小汀", "等待时间较长，您可以先看看自助服务。"],
  ["20:55:18", "用户", "人工"],
  ["20:57:44", "系统", "排队已失效，请重新发起"],
];
const EXPORT = `<h1>鹿汀商城　会话记录</h1><p class="dim">导出时间2026-09-14 09:12　订单LT20260828440917　会话编号S-77120458</p><table><tr><th>时间</th><th>发送方</th><th style="text-align:left">内容</th></tr>${CHAT.map((r) => `<tr>${r.map((c) => `<td style="text-align:left">${c}</td>`).join("")}</tr>`).join("")}</table>`;

export const PAPERS: readonly Paper[] = [
  {
    file: "letter-senior.pdf",
    kind: "letter",
    company: "linxi",
    situation: "senior_not_first",
    matter: "bank-inherit",
    html: page(
      "来信",
      'body{font:13pt/2.1 "Noto Serif SC"}h1{font:700 17pt/1.5 "Noto Serif SC";text-align:center}p{text-indent:2em}p:nth-of-type(1),p:nth-last-of-type(-n+2){text-indent:0}',
      LETTER,
    ),
    truth: { age: 72, humanRequests: 3 },
  },
  {
    file: "terms-hotel.pdf",
    kind: "terms",
    company: "bozhou",
    situation: "terms_embellished",
    matter: "travel-hotel-cancel",
    html: page("酒店退改规则", "", TERMS),
    truth: { refundWorkingDays: "7至15", promisedDays: 3 },
  },
  {
    file: "bill-fee.pdf",
    kind: "bill",
    company: "jingge",
    situation: "fee_untold",
    matter: "tel-discount",
    html: page("月度账单", "", BILL),
    truth: { feeYuan: 300, discountYuan: 0 },
  },
  {
    file: "chat-export.pdf",
    kind: "chat_export",
    company: "luting",
    situation: "queue_blind",
    matter: "retail-return-refund",
    html: page("会话记录", "", EXPORT),
    truth: { humanRequests: 2, waitSeconds: 997 },
  },
];

/** Chat exports as text; the truth is the text itself. */
export const EXPORTS: readonly {
  readonly file: string;
  readonly company: string;
  readonly situation: SituationKey;
  readonly matter: string;
  readonly text: string;
  readonly truth: Readonly<Record<string, string | number>>;
}[] = [
  {
    file: "chat-export.txt",
    company: "jingge",
    situation: "bot_only",
    matter: "tel-close",
    truth: { humanRequests: 4, sameReplyRepeated: 2 },
    text: `鲸歌掌厅 聊天记录导出\n会话开始 2026-09-06 09:02\n\n${[
      ["09:02:11", "我", "我要销户，App里最后一步让我联系客服"],
      ["09:02:12", "小鲸", "您好，请问您是想了解套餐优惠吗？"],
      ["09:02:40", "我", "不是，转人工"],
      ["09:02:41", "小鲸", "为了更快帮您解决，请先描述您的问题。"],
      ["09:03:15", "我", "我描述了，销户。转人工"],
      ["09:03:16", "小鲸", "保留号码可享月费5折，是否接受？"],
      ["09:04:02", "我", "不接受。人工"],
      ["09:04:03", "小鲸", "为了更快帮您解决，请先描述您的问题。"],
      ["09:05:20", "我", "找个人来行吗，人工！"],
      ["09:05:21", "小鲸", "销户业务请前往营业厅办理。"],
      ["09:06:10", "我", "营业厅让我来线上"],
      ["09:16:10", "系统", "会话超时结束"],
    ]
      .map(([t, w, c]) => `[${t}] ${w}：${c}`)
      .join("\n")}\n`,
  },
  {
    file: "chat-export.json",
    company: "yunyan",
    situation: "vague_reply",
    matter: "bank-frozen",
    truth: { humanRequests: 1, sameReplyRepeated: 3 },
    text: `${JSON.stringify(
      {
        app: "云砚",
        session: "YY-5520719",
        exportedAt: "2026-09-11T10:00:00+08:00",
        messages: [
          ["08:30:02", "user", "账户为什么被限制"],
          ["08:30:03", "bot", "您的账户存在风险，已被限制部分功能。"],
          ["08:31:10", "user", "什么风险，交什么材料"],
          ["08:31:11", "bot", "我们会尽快核实，请您耐心等待。"],
          ["08:33:45", "user", "给个编号"],
          ["08:33:46", "bot", "我们会尽快核实，请您耐心等待。"],
          ["08:35:00", "user", "转人工"],
          ["08:40:12", "agent", "您好，您的问题已经在核实中了。"],
          ["08:41:00", "user", "编号、期限、负责人"],
          ["08:41:30", "agent", "我们会尽快核实，请您耐心等待。"],
        ].map(([at, from, text]) => ({ at: `2026-09-10T${at}+08:00`, from, text })),
      },
      null,
      2,
    )}\n`,
  },
];
