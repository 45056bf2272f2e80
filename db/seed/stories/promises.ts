import type { Situation } from "./types";

/** Promises and terms better than the truth, knowledge that is out of date (C2, A1.4). */
// biome-ignore format: texts, one a line
export const PROMISES: readonly Situation[] = [
  {
    key: "promise_broken", clauses: ["C2.1", "C2.2"], channels: [["app", 6], ["phone", 4]], money: true,
    facts: { humanRequests: [0, 3], reachedHuman: 0.6, promises: [
      { action: "三天内原路退回", inDays: 3, words: "三天内原路退回" },
      { action: "减免两个月费用", inDays: 30, words: "给您减免两个月", sectors: ["telecom", "education"] },
      { action: "48小时内补发", inDays: 2, words: "48小时内给您补发", sectors: ["retail", "food_delivery", "logistics"] },
      { action: "七个工作日全额退款", inDays: 9, words: "七个工作日全额退到您账上" },
      { action: "补偿一张同额券", inDays: 1, words: "给您补一张同等金额的券，24小时内到账", sectors: ["retail", "food_delivery", "travel"] } ] },
    headlines: ["答应“{promise}”，没有兑现", "{short}，承诺{promise}，{late}天没动静", "客服答应的事，系统里没有"],
    stories: [
      { lang: "zh-Hans", voice: "plain", by: "self", text: "{bg}客服在聊天里白纸黑字写着“{promise}”，我截了图。过了{late}天什么也没有，再去问，换了个机器人，说“没有查询到相关承诺”。截图我发过去，它说“请以系统显示为准”。" },
      { lang: "zh-Hans", voice: "angry", by: "self", text: "{bg}“{promise}”——这是你们自己说的，不是我编的！现在说机器人说的不算数。不算数你让它说什么？我找谁说理去？" },
      { lang: "zh-Hans", voice: "polite", by: "self", text: "{bg}智能客服明确答应“{promise}”，我因此没有再走别的途径。现已过{late}天，没有兑现。我的要求很简单：照当时说的办；如果办不到，也请说明是谁、凭什么答应的。" },
      { lang: "zh-Hans", voice: "terse", by: "self", text: "承诺：“{promise}”。结果：没有。过了{late}天。" },
      { lang: "zh-Hans", voice: "elder", by: "self", text: "我是信了那句话才没有去闹的。他说“{promise}”，我说谢谢你啊小同志。现在想想，我谢了个机器。{late}天了，钱也没有，人也没有。" },
      { lang: "zh-Hans", voice: "long", by: "self", text: "{bg}那天下午跟{bot}聊了二十分钟，它最后说“{promise}”，还问我“这样处理您满意吗”，我说满意，给了五星。等到第四天没有动静，我去问，人工说AI给出的方案“仅供参考”。聊天窗口里没有一个字写着仅供参考。五星能不能退给我？" },
      { lang: "zh-Hant", voice: "polite", by: "self", text: "客服系統於對話中承諾「{promise}」，本人有截圖為證。至今已{late}天，未見兌現。再查詢時，對方稱「查無此承諾」。事涉{short}，金額{amt}，懇請查明。" },
      { lang: "en", voice: "polite", by: "self", text: "{bgEn} The chat says in plain words what I was promised: {promiseEn}. That was {late} days ago. When I asked again I was told that what the assistant says is 'for reference only'." },
    ],
    asks: [{ remedy: "refund", text: "照答应的兑现" }, { remedy: "explanation", text: "说明为什么答应了又不认" }],
    titles: {
      upheld: ["答应“{promise}”，系统里没有这笔", "机器人答应的，公司说不算数", "说好“{promise}”，{late}天没有兑现"],
      partly_upheld: ["答应的事兑现了，晚了{late}天", "答应的两件事，做到了一件"],
      not_upheld: ["完整记录显示，所称承诺附有条件，条件未成就"],
      insufficient_evidence: ["双方记录里都没有这段对话，无法认定有过承诺", "截图无法与公司的会话记录对应"],
    },
    replies: {
      sincere: ["“{promise}”是我们的系统说的，就是我们说的，应当兑现，现已兑现。出错的原因是AI可以引用活动话术，却没有权限触发退款。现在凡涉及金额和日期的话，系统没有相应动作就不能发出。"],
      legal: ["智能客服的回复页面底部载明“内容由AI生成，仅供参考”。该回复不构成要约，我司不受其约束。"],
      canned: ["给您带来困扰深表歉意。AI客服还在学习中，我们已将您的情况反馈给算法团队优化，感谢您的理解。"],
      curt: ["AI误答，以规则为准。"],
    },
  },
  {
    key: "terms_embellished", clauses: ["C2.2", "C3.3"], channels: [["app", 6], ["phone", 4], ["web", 1]], money: true,
    matters: ["travel-hotel-cancel", "travel-flight-cancel", "travel-ticket", "travel-tour", "travel-car-deposit", "travel-visa", "retail-return-refund", "retail-custom", "retail-price", "retail-repair-fee", "tel-discount", "tel-plan", "tel-music", "food-membership", "ins-refused", "ins-cancel", "ins-claim-loop", "ins-renew", "edu-refund", "edu-promise", "edu-loan", "bank-fee", "bank-interest"],
    facts: { humanRequests: [0, 3], reachedHuman: 0.6 },
    headlines: ["{short}，说的比合同好", "AI说能退，条款写不能", "{short}，时限说短了一半"],
    stories: [
      { lang: "zh-Hans", voice: "plain", by: "self", text: "{bg}之前我特意问过客服，它说没有任何条件。等真要办了，拿出一页条款，条件列了六条。问它当时为什么不说，它说“详见协议第十四条”。" },
      { lang: "zh-Hans", voice: "angry", by: "self", text: "{bg}买的时候什么都能，出了事什么都不能。客服说的是一套，合同写的是另一套，我信谁？信嘴就是我傻，信纸就别让我看到嘴！" },
      { lang: "zh-Hans", voice: "polite", by: "self", text: "{bg}我保存了当时的对话，客服称“一般两到三天即可”。实际依据其公示规则，需要十五个工作日，且要提交三份材料。如果一开始如实告知，我会另作安排。" },
      { lang: "zh-Hans", voice: "terse", by: "self", text: "{bg}客服说无条件，条款写六个条件。截图、条款都附上。" },
      { lang: "zh-Hans", voice: "elder", by: "relative", text: "我父亲{age}岁，对方电话里跟他说“您放心，随时可以退，一分不少”，他就信了。{short}，现在要扣一大笔，说合同里写了。合同是在手机上点的，字比芝麻还小。" },
      { lang: "en", voice: "plain", by: "self", text: "{bgEn} I had asked beforehand and was told there were no conditions. When it came to it there were six, on page fourteen. I kept the chat." },
    ],
    asks: [{ remedy: "refund", text: "按客服当时说的条件办" }, { remedy: "explanation", text: "说明哪一个说法是真的" }],
    titles: {
      upheld: ["客服说“没有任何条件”，条款列了六条", "说两三天，规则写的是十五个工作日", "电话里说“一分不少”，合同里要扣"],
      partly_upheld: ["时限说短了，条件说对了"],
      not_upheld: ["客服的说法与公示条款一致，投诉人引用的是另一款产品"],
      insufficient_evidence: ["对话截图没有时间和账号，不能确定是哪一次"],
    },
    replies: {
      sincere: ["我们比对了话术和条款，话术里的时限是旧版促销期的，条款早就改了，投诉人听到的确实比真实条件好。已按他听到的条件办理，并把话术改成直接引用现行条款。"],
      legal: ["双方权利义务以书面协议为准，客服口头介绍不能变更合同内容。投诉人在签署时已勾选“已阅读并同意”。"],
      canned: ["具体规则请以页面公示为准，如有疑问欢迎随时咨询在线客服，祝您生活愉快。"],
      curt: ["以合同为准。"],
    },
  },
  {
    key: "stale_knowledge", clauses: ["A1.4", "C2.2"], channels: [["app", 6], ["phone", 3], ["web", 2]],
    facts: { humanRequests: [0, 2], reachedHuman: 0.5 },
    headlines: ["规则改了，机器人还按旧的答", "{short}，答复是过期的政策", "新规上线五天，客服仍引旧规"],
    stories: [
      { lang: "zh-Hans", voice: "plain", by: "self", text: "{bg}问{bot}，它给我讲的规定跟官网公告对不上。公告是上周发的，它说的还是去年那一版。我照它说的去办，白跑一趟。" },
      { lang: "zh-Hans", voice: "angry", by: "self", text: "{bg}规则是你们改的，改完不告诉自己的机器人？害我按老办法等了一个星期，过期了，说怪我没看公告。" },
      { lang: "zh-Hans", voice: "polite", by: "self", text: "{bg}我比对了三处：官网公告、App弹窗、智能客服的回答，前两处一致，第三处仍是旧规则。离新规生效已经五天。特此反映，以免更多人被误导。" },
      { lang: "zh-Hans", voice: "terse", by: "self", text: "{bg}机器人答的是旧规，新规已生效5天。" },
      { lang: "en", voice: "plain", by: "self", text: "{bgEn} The assistant quoted last year's rule. The new one had been on the website for five days. I followed the assistant and lost a week." },
    ],
    asks: [{ remedy: "fix_channel", text: "改规则的当天更新机器人" }, { remedy: "compensation", text: "按它答复的旧规给我办" }],
    titles: {
      upheld: ["新规生效五天，机器人仍按旧规回答", "官网和客服两个说法，差了一版规则"],
      partly_upheld: ["新规第二天已更新，晚了7个小时"],
      not_upheld: ["答复引用的是现行规则，投诉人看到的是预告"],
      insufficient_evidence: ["不能确定截图的日期在新规生效之前还是之后"],
    },
    replies: {
      sincere: ["知识库每月更新一次，这次新规恰好落在两次更新之间，五天没有同步。现已改为规则发布与知识库更新同一张工单，没有更新就不能发布。受影响的87位用户我们逐一联系了。"],
      legal: ["官网公告为唯一有效的规则发布渠道，智能客服仅提供辅助查询。用户应以公告为准。"],
      canned: ["感谢您的细心指正，知识库已更新，欢迎您继续监督。"],
      curt: ["已更新。"],
    },
  },
];
