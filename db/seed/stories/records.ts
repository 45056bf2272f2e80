import type { Situation } from "./types";

/** The person's own records (D1). */
// biome-ignore format: texts, one a line
export const RECORDS: readonly Situation[] = [
  {
    key: "records_refused", clauses: ["D1.3", "C1.1"], channels: [["phone", 4], ["app", 4], ["web", 1]],
    facts: { humanRequests: [1, 3], reachedHuman: 0.7 },
    headlines: ["要自己的通话录音，被拒绝", "{short}，调聊天记录说“内部资料”", "申请记录，答复“仅限警方”"],
    stories: [
      { lang: "zh-Hans", voice: "plain", by: "self", text: "{bg}后来要说理，我跟他们要那天的通话录音，是我自己打的电话。客服说“录音属于公司内部资料，只能由公安机关调取”。我又没要别人的，要的是我自己说的话。" },
      { lang: "zh-Hans", voice: "angry", by: "self", text: "{bg}“本次通话可能会被录音”，录的时候说得那么响，要的时候说不提供。录了给谁听的？" },
      { lang: "zh-Hans", voice: "polite", by: "self", text: "{bg}本人于{day}书面申请调取与贵司客服的全部聊天与通话记录，日期、号码、身份均已提供。答复为“不支持个人查询”。据我了解，用户一年内可以查询自己的服务记录。" },
      { lang: "zh-Hans", voice: "terse", by: "self", text: "申请本人录音，被拒。理由：内部资料。" },
      { lang: "zh-Hans", voice: "long", by: "self", text: "{bg}当时客服在电话里答应得好好的，我没有录音。我想，他们有，每次都说会录音的。于是我打电话要，说要走邮件；发邮件，说要填表；填了表，说要寄原件；寄了原件，说“经评估不予提供”。评估了什么，没说。我只是想听听自己那天到底听到了什么。" },
      { lang: "en", voice: "polite", by: "self", text: "{bgEn} I asked for the recording of my own call. I was told it is 'internal material' and only given to the police. It is my voice on it." },
    ],
    asks: [{ remedy: "records", text: "提供我本人的全部聊天和通话记录" }],
    titles: {
      upheld: ["要自己的通话录音，被以“内部资料”拒绝", "申请本人的聊天记录，答复“仅限警方调取”"],
      partly_upheld: ["聊天记录给了，通话录音没有给"],
      not_upheld: ["公司在第二个工作日已发送下载链接，投诉人的邮箱退信"],
      insufficient_evidence: ["申请的时间和内容双方各执一词，没有书面材料"],
    },
    replies: {
      sincere: ["拒绝是错的，一线用的是三年前的旧口径。录音和聊天记录已在当天刻盘送达本人。现在App里“我的记录”可以自助下载一年内的全部会话，电话录音三个工作日内送达。"],
      legal: ["通话录音涉及坐席人员的个人信息及公司商业秘密，我司有权审慎提供。投诉人可在现场听取。"],
      canned: ["您好，录音资料仅用于内部服务质量提升，暂不对外提供，感谢您的理解。"],
      curt: ["不对外提供。"],
    },
  },
  {
    key: "records_late", clauses: ["D1.4"], channels: [["phone", 3], ["app", 4], ["web", 2]],
    facts: { humanRequests: [1, 2], reachedHuman: 0.8 },
    headlines: ["调取聊天记录，等了{late}天", "申请录音，超过3个工作日", "{short}，记录一拖再拖"],
    stories: [
      { lang: "zh-Hans", voice: "plain", by: "self", text: "{bg}跟他们要聊天记录，说三个工作日给。三个工作日过了，说在审批；一个星期，说在脱敏；到第{late}天才发来。我等着它去做别的事呢。" },
      { lang: "zh-Hans", voice: "polite", by: "self", text: "{day}提出查询本人服务记录的申请，次日确认收到，直至第{late}天方才收到文件。事关{short}，迟延影响了我后续的处理。" },
      { lang: "zh-Hans", voice: "angry", by: "self", text: "{bg}不就是导个聊天记录吗？{late}天！我手抄都抄完了！" },
      { lang: "zh-Hans", voice: "terse", by: "self", text: "申请记录，第{late}天才给。" },
    ],
    asks: [{ remedy: "records", text: "按三个工作日提供记录" }],
    titles: {
      upheld: ["调取本人的记录，第{late}天才给"],
      partly_upheld: ["聊天记录按时给了，录音晚了两个工作日"],
      not_upheld: ["第三个工作日17点已送达，在期限之内"],
      insufficient_evidence: ["申请日期无法确定"],
    },
    replies: {
      sincere: ["记录导出要经过三个部门签字，走完就{late}天，这个流程本身就不可能在三个工作日内完成。现在由客服直接导出，事后抽查。"],
      legal: ["期间因涉及第三人信息需要脱敏处理，脱敏时间不应计入三个工作日。"],
      canned: ["由于申请量较大，处理时间有所延长，给您带来不便深表歉意。"],
      curt: ["已提供。"],
    },
  },
  {
    key: "records_cut", clauses: ["D1.5", "D1.3"], channels: [["phone", 5], ["app", 4]],
    facts: { humanRequests: [1, 4], reachedHuman: 0.7 },
    headlines: ["通话录音疑被剪接", "给的记录缺了中间一段", "{short}，导出的聊天少了公司说过的话"],
    stories: [
      { lang: "zh-Hans", voice: "plain", by: "self", text: "{bg}要来的录音比我的通话时长少了一分五十秒，正好少了他们答应我的那一段。前后接得不自然，背景声音一下子就断了。" },
      { lang: "zh-Hans", voice: "angry", by: "self", text: "{bg}聊天记录给我了，可是他们答应我的那几句没有了！我截图里有，他们导出来的没有。两边一对，少了七条，偏偏就是那七条。" },
      { lang: "zh-Hans", voice: "polite", by: "self", text: "{bg}贵司提供的聊天记录共41条，我手机里保存的同一会话为48条。缺少的7条均为客服一方的发言。请说明原因，并提供完整版本。" },
      { lang: "zh-Hans", voice: "terse", by: "self", text: "记录少7条。我有截图。" },
      { lang: "zh-Hans", voice: "long", by: "self", text: "{bg}我爱人是做音频的，她把两段波形叠在一起给我看：我手机录的这一版，1分12秒到3分02秒之间是客服在说怎么赔；他们给的那一版，1分12秒之后直接就是“感谢您的来电”。我不敢说是谁剪的，但它不完整，这是看得见的。" },
    ],
    asks: [{ remedy: "records", text: "提供完整、未经剪接的记录" }, { remedy: "explanation", text: "说明缺的部分去哪了" }],
    titles: {
      upheld: ["提供的录音少了一分五十秒", "导出的聊天记录缺七条，都是公司说的话"],
      partly_upheld: ["聊天记录缺系统消息，双方的话都在"],
      not_upheld: ["经鉴定，录音连续，未见剪接", "两份记录差异为系统提示语，双方的话一致"],
      insufficient_evidence: ["双方录音格式不同，鉴定不能得出结论"],
    },
    replies: {
      sincere: ["导出工具默认只导“有效对话”，把系统判为寒暄的消息过滤掉了，偏偏承诺也被判成了寒暄。完整记录已重新提供，过滤功能关闭，并请第三方对近一年的导出做了核对。"],
      legal: ["录音由系统自动分段存储，分段处可能出现静默，不能据此推断剪接。我司不排除投诉人一方录音经过处理。"],
      canned: ["我们已为您重新调取记录，如仍有疑问请您联系在线客服。"],
      curt: ["记录系统自动生成。"],
    },
  },
];
