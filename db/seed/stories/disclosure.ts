import type { Situation } from "./types";

/** What should have been told without being asked (C3). */
// biome-ignore format: texts, one a line
export const DISCLOSURE: readonly Situation[] = [
  {
    key: "fee_untold", clauses: ["C3.3", "C2.2"], channels: [["app", 6], ["phone", 4], ["web", 1]], money: true,
    matters: ["travel-hotel-cancel", "travel-flight-cancel", "travel-ticket", "travel-ride-cancel", "travel-tour", "travel-car-deposit", "tel-discount", "tel-plan", "tel-music", "food-membership", "ins-cancel", "ins-renew", "edu-refund", "edu-loan", "bank-fee", "bank-interest", "parcel-freight"],
    facts: { humanRequests: [0, 3], reachedHuman: 0.6 },
    headlines: ["{short}，取消要收费没有说", "办之前没说扣{fee}", "{short}，扣了{fee}才知道"],
    stories: [
      { lang: "zh-Hans", voice: "plain", by: "self", text: "{bg}办取消的时候客服只说“好的，已为您提交”，没有一个字提到要收费。提交完短信来了，扣{fee}。早知道要扣，我晚一天取消就不用扣了。" },
      { lang: "zh-Hans", voice: "angry", by: "self", text: "{bg}要钱的事一声不吭，扣完了才通知！{fee}是不多，可你得先说啊。我要是知道，打死也不点那个“确认”。" },
      { lang: "zh-Hans", voice: "polite", by: "self", text: "{bg}我在取消之前特意问了“取消会有什么影响吗”，{bot}回答“取消后订单将关闭”。随后扣除违约金{fee}。我认为这项费用会影响我的决定，应当事先主动告知。" },
      { lang: "zh-Hans", voice: "terse", by: "self", text: "{bg}取消前没告知收费，取消后扣{fee}。" },
      { lang: "zh-Hans", voice: "elder", by: "self", text: "那边问我要不要取消，我说取消，他说好。就这三句话。回头孙子一看，扣了{fee}。他要是说一声要扣钱，我就不取消了嘛。" },
      { lang: "zh-Hans", voice: "long", by: "self", text: "{bg}取消的页面是这样的：一个大按钮“确认取消”，一个小按钮“再想想”。费用写在“取消规则”里，“取消规则”是一个灰色的问号，要点开，要往下拉两屏。客服全程在线，我还跟它说了谢谢。扣了{fee}以后我再问，它第一次主动说了一句完整的话：“根据取消规则，您需承担违约金。”" },
      { lang: "zh-Hant", voice: "plain", by: "self", text: "取消之前，客服沒有提過要收手續費。取消之後才發現被扣了{fee}。問它為什麼不早說，它說「規則頁面有列明」。{short}，請還我一個公道。" },
      { lang: "en", voice: "polite", by: "self", text: "{bgEn} Before I cancelled I asked whether cancelling had any consequence. The assistant said the order would be closed. Then {fee} was taken. I would have decided otherwise had I known." },
    ],
    asks: [{ remedy: "refund", text: "退还{fee}" }, { remedy: "fix_channel", text: "取消之前把费用说清楚" }],
    titles: {
      upheld: ["取消之前没有说要扣{fee}", "扣了{fee}，短信来了才知道", "问了有什么影响，没有提费用"],
      partly_upheld: ["说了要收费，没有说收多少"],
      not_upheld: ["确认页写明费用和金额，投诉人勾选后提交"],
      insufficient_evidence: ["通话只有投诉人的摘记，没有录音"],
    },
    replies: {
      sincere: ["费用在规则里有，客服确实没有主动说，这正是《标准》要求我们说的。{fee}已退。取消按钮上现在直接写金额：“确认取消，扣{fee}”。"],
      legal: ["取消规则在下单时已以链接形式展示，并经用户确认同意。客服无义务就已公示的内容重复告知。"],
      canned: ["您好，费用收取系统依据规则自动执行，给您带来的不便敬请谅解，建议您操作前仔细阅读相关规则。"],
      curt: ["规则里有。"],
    },
  },
  {
    key: "freight_untold", clauses: ["C3.1", "C1.1"], channels: [["app", 7], ["phone", 2], ["web", 1]], money: true, sectors: ["retail"], matters: ["retail-size", "retail-fake", "retail-custom"],
    facts: { humanRequests: [0, 3], reachedHuman: 0.5 },
    headlines: ["退货运费谁出，没有说", "{short}，退货期限没告知", "寄回之后才说运费自付"],
    stories: [
      { lang: "zh-Hans", voice: "plain", by: "self", text: "{bg}客服让我把货寄回去，没说运费谁出，也没说要留什么凭证。我寄了，花了{fee}，到了说“非质量问题运费自理”，又说少了吊牌不给退。这些话为什么不在寄之前说？" },
      { lang: "zh-Hans", voice: "angry", by: "self", text: "{bg}“您直接寄回就可以哦”，我直接寄回了，然后“超过七天了哦”。第八天才告诉我只有七天，你们掐得真准。" },
      { lang: "zh-Hans", voice: "polite", by: "self", text: "{bg}关于退货，我需要知道三件事：最晚哪天寄出、要附什么凭证、运费由谁承担。客服一件都没有主动说明，我照字面理解寄回，结果承担了{fee}运费。" },
      { lang: "zh-Hans", voice: "terse", by: "self", text: "{bg}让寄回，没说运费自付。花了{fee}。" },
      { lang: "en", voice: "terse", by: "self", text: "{bgEn} I was told to send it back. Nobody said that I would pay the freight ({fee}) or that a tag had to be on it." },
    ],
    asks: [{ remedy: "refund", text: "退运费{fee}" }, { remedy: "explanation", text: "把退货的期限、凭证、运费说清楚" }],
    titles: {
      upheld: ["让寄回，没说运费谁出", "期限、凭证、运费，三样一样没说"],
      partly_upheld: ["说了期限，没说运费"],
      not_upheld: ["退货单上三项都有，客服发送时已附链接"],
      insufficient_evidence: ["对话缺了前半段，不能确定有没有说明"],
    },
    replies: {
      sincere: ["退货引导话术里漏了运费和凭证两项，已补上，并改为固定的三行：最晚哪天、要带什么、运费谁出。投诉人的{fee}由我们承担。"],
      legal: ["退货政策在商品页公示，用户下单即视为知悉。"],
      canned: ["退货须知详见商品页面，感谢您的支持与理解，期待您的再次光临。"],
      curt: ["页面有写。"],
    },
  },
  {
    key: "complaint_untold", clauses: ["C3.2", "C1.1"], channels: [["app", 4], ["phone", 5], ["web", 1]],
    facts: { humanRequests: [1, 4], reachedHuman: 0.6, waitSeconds: [30, 160] },
    headlines: ["问怎么投诉，没有人说", "{short}，投诉流程和时限都不告知", "说要投诉，被劝“再等等”"],
    stories: [
      { lang: "zh-Hans", voice: "plain", by: "self", text: "{bg}我说我要投诉，问流程是什么、多久有结果。客服说“您先别投诉，我帮您再催催”。再问，她说“投诉也是转到我们这里”。到最后也没告诉我投诉怎么办。" },
      { lang: "zh-Hans", voice: "angry", by: "self", text: "{bg}一说投诉就开始哄：“亲，投诉会影响小二绩效哦。”绩效关我什么事？投诉渠道呢？时限呢？装听不见。" },
      { lang: "zh-Hans", voice: "polite", by: "self", text: "{bg}我询问内部投诉的流程、期限，以及不服时可以找谁。对方答复“建议您耐心等待处理结果”。三个问题都没有得到回答。" },
      { lang: "zh-Hans", voice: "terse", by: "self", text: "问投诉流程，答“再等等”。问三次，一样。" },
      { lang: "zh-Hans", voice: "elder", by: "self", text: "我问，同志，我要告你们，往哪儿告？那头笑了，说大爷您消消气。我没生气，我是真问。" },
      { lang: "en", voice: "plain", by: "self", text: "{bgEn} I asked how to make a formal complaint, how long it takes and what I can do if I disagree. I was asked to 'please wait a little longer'." },
    ],
    asks: [{ remedy: "explanation", text: "书面告知投诉的流程、期限和权利" }],
    titles: {
      upheld: ["问怎么投诉，得到的是“再等等”", "三次询问投诉流程，三次没有回答"],
      partly_upheld: ["说了流程，没有说期限和不服的办法"],
      not_upheld: ["客服当场发送了投诉须知链接，投诉人已打开"],
      insufficient_evidence: ["通话内容双方说法不一，没有录音"],
    },
    replies: {
      sincere: ["一线把劝阻投诉当成了考核指标，责任在管理，不在坐席。该指标已取消，客服页面新增“我要投诉”，写明三个工作日答复，以及不服可以找谁。"],
      legal: ["用户服务协议第二十二条列明争议解决方式，已属告知。"],
      canned: ["您的满意是我们最大的追求，已为您升级处理，请您耐心等待，谢谢。"],
      curt: ["协议里有。"],
    },
  },
];
