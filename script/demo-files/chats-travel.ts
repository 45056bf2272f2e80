import { a, type ChatScript, s, u } from "./chat-types";

const BZ = { skin: "harbour", company: "bozhou", accent: "#1f6fd1", lang: "zh-Hans" } as const;
const ZY = { skin: "harbour", company: "zhiyuan", accent: "#c2334d", lang: "zh-Hans" } as const;

/** Travel. */
// biome-ignore format: one turn a line
export const CHATS_TRAVEL: readonly ChatScript[] = [
  { ...BZ, file: "chat-hotel-refund-1", theme: "light", format: "png", matter: "travel-hotel-cancel", situation: "promise_broken", title: "舟舟 · 智能客服", clock: "15:26", battery: 76,
    order: { name: "听潮湾酒店 海景双床房 2晚", price: "¥1,286", state: "已取消" },
    turns: [
      a("您好，我是舟舟，24小时为您服务。", { at: "15:12", chips: ["查询退款", "修改订单", "开发票"] }),
      u("酒店五天前取消的，免费取消，1286元还没退"), a("查询到您的订单已取消，退款金额¥1,286.00。"),
      u("什么时候到账？"), a("三天内原路退回，请您注意查收。", { at: "15:15" }),
      u("三天是自然日还是工作日"), a("是自然日哦，三天内原路退回，舟舟向您保证。"),
      u("好，我等三天"), a("感谢您的理解，请为本次服务评价。", { rate: true }) ],
    truth: { humanRequests: 0, reachedHuman: false, promise: { words: "三天内原路退回", action: "三天内原路退回", inDays: 3 }, lossYuan: 1286 } },
  { ...BZ, file: "chat-hotel-refund-2", theme: "light", format: "png", matter: "travel-hotel-cancel", situation: "refund_hidden", title: "舟舟 · 智能客服", clock: "10:44", battery: 51,
    order: { name: "听潮湾酒店 海景双床房 2晚", price: "¥1,286", state: "退款处理中" },
    turns: [
      u("退款到哪一步了", "10:21"), a("您的退款正在处理中，一般1至7个工作日到账，具体以银行到账时间为准。"),
      u("已经第九个工作日了"), a("您的退款正在处理中，一般1至7个工作日到账，具体以银行到账时间为准。"),
      u("银行说没有这笔在途"), a("建议您联系发卡行核实哦。", { at: "10:30" }),
      u("银行让我找你，你让我找银行"), a("非常理解您着急的心情～"),
      u("转人工"), a("转人工前请先选择问题类型：", { chips: ["退款进度", "退款金额有误", "其他"] }),
      u("退款进度", "10:38"), a("您的退款正在处理中，一般1至7个工作日到账，具体以银行到账时间为准。"),
      u("人工！"), s("当前排队人数较多，请稍候") ],
    truth: { humanRequests: 2, reachedHuman: false, sameReplyRepeated: 3, loopback: true, lossYuan: 1286 } },
  { ...BZ, file: "chat-hotel-queue-28", theme: "dark", format: "png", matter: "travel-no-room", situation: "long_queue", title: "人工客服", clock: "23:02", battery: 19,
    order: { name: "望樟民宿 三人间 1晚", price: "¥428", state: "今日入住" },
    turns: [
      u("到店没有房，带着老人孩子，转人工", "22:41"), s("正在为您转接人工客服"), s("您前面还有28位，预计等待12分钟"),
      u("能不能快点，站在大堂"), s("您前面还有24位，预计等待12分钟"),
      a("等待期间，您可以先看看常见问题：", { at: "22:49", chips: ["到店无房怎么办", "如何催发票"] }),
      u("我只要人"), s("您前面还有19位，预计等待12分钟"), u("二十分钟了", "23:01"), s("您前面还有11位，预计等待12分钟") ],
    truth: { humanRequests: 2, reachedHuman: false, waitSeconds: 1200, queuePlace: 28, interruptions: 1, lossYuan: 428 } },
  { ...BZ, file: "chat-hotel-en", theme: "light", format: "png", lang: "en", matter: "travel-hotel-cancel", situation: "bot_only", title: "Zhouzhou · Assistant", clock: "9:17", battery: 92,
    order: { name: "Tingchao Bay Hotel, 2 nights", price: "CNY 1,286", state: "Cancelled" },
    turns: [
      u("I cancelled five days ahead. Where is my refund?", "9:02"), a("Sure! Here is how to check a refund.", { chips: ["Refund status", "Cancel a booking"] }),
      u("It only says processing. Human agent please."), a("I can help you with that. Could you describe your problem?"),
      u("I already did. Please transfer me to a person.", "9:08"), a("I can help you with that. Could you describe your problem?"),
      u("Agent"), a("Transferring you to an agent, one moment please."), a("Hi, I am Zhouzhou, your travel assistant. How can I help you today?", { at: "9:13" }),
      u("You are the bot again. Human!"), a("I can help you with that. Could you describe your problem?"), u("转人工") , a("好的，请先描述您的问题。") ],
    truth: { humanRequests: 5, reachedHuman: false, sameReplyRepeated: 3, loopback: true, lossYuan: 1286 } },
  { ...ZY, file: "chat-flight-fee-1", theme: "light", format: "jpg", matter: "travel-flight-cancel", situation: "fee_untold", title: "纸鸢航空", clock: "08:33", battery: 67,
    order: { name: "ZY8217 昆明—泉港 2人", price: "¥1,940", state: "已退票" },
    turns: [
      u("航班取消了，我要退票", "08:10"), a("查询到您的航班ZY8217已取消。请问是否确认退票？", { chips: ["确认退票", "改签"] }),
      u("退票会有什么影响吗"), a("退票后该客票将作废，不可恢复。"),
      u("那确认退票"), a("好的，已为您提交退票申请。", { at: "08:14" }),
      s("短信通知：退票手续费¥388.00，实退¥1,552.00"), u("怎么扣了388？航班是你们取消的", "08:29"),
      a("根据退票规则，自愿退票需收取手续费，详见购票须知第十四条。"), u("我哪里自愿了？你刚才怎么不说收费") , a("根据退票规则，自愿退票需收取手续费，详见购票须知第十四条。") ],
    truth: { humanRequests: 0, reachedHuman: false, sameReplyRepeated: 2, feeYuan: 388, lossYuan: 1940 } },
  { ...ZY, file: "chat-flight-rebook-1", theme: "dark", format: "png", matter: "travel-flight-cancel", situation: "ai_first", title: "纸鸢航空", clock: "05:58", battery: 41,
    turns: [
      u("航班取消，一家四口怎么改签", "05:31"), a("复杂问题将先由智能专家为您评估，共9题，约3分钟。", { chips: ["开始评估"] }),
      u("不评估，转人工"), a("完成评估后才能为您匹配专属顾问哦。"), u("开始评估", "05:36"),
      s("评估进行中 9/9"), a("评估完成：建议自助办理。请点击改签链接。", { chips: ["前往改签"] }),
      u("链接里说暂无可改航班。人工", "05:49"), a("复杂问题将先由智能专家为您评估，共9题，约3分钟。", { chips: ["开始评估"] }),
      u("我刚评估完！转人工"), a("完成评估后才能为您匹配专属顾问哦。") ],
    truth: { humanRequests: 3, reachedHuman: false, sameReplyRepeated: 2, loopback: true, interruptions: 2, lossYuan: 3980 } },
  { skin: "peel", company: "zheliu", accent: "#0f8f7f", lang: "zh-Hans", file: "chat-ride-1", theme: "light", format: "png", matter: "travel-ride-overcharge", situation: "canned_reply", title: "客服中心", clock: "19:20", battery: 29,
    order: { name: "快车 9.4公里 · 42分钟", price: "¥71.6", state: "已支付" },
    turns: [
      u("司机绕路，平时三十块，收了我71.6", "19:01"), a("非常抱歉给您带来不好的体验，我们已记录您的反馈。"),
      u("申诉一分钟就驳回了，谁看的？"), a("非常抱歉给您带来不好的体验，我们已记录您的反馈。"),
      u("有没有人看看轨迹", "19:09"), a("非常抱歉给您带来不好的体验，我们已记录您的反馈。"), u("转人工"), a("请选择您要咨询的行程：", { chips: ["快车 ¥71.6", "其他行程"] }),
      u("快车 ¥71.6"), a("非常抱歉给您带来不好的体验，我们已记录您的反馈。") ],
    truth: { humanRequests: 1, reachedHuman: false, sameReplyRepeated: 4, loopback: true, lossYuan: 41 } },
  { skin: "peel", company: "zheliu", accent: "#0f8f7f", lang: "zh-Hans", file: "chat-ride-lost", theme: "dark", format: "webp", matter: "travel-lost-item", situation: "bot_only", title: "客服中心", clock: "18:47", battery: 8,
    turns: [
      u("手机落车上了！", "18:31"), a("别着急，您可以通过“行程详情-联系司机”拨打虚拟号码。"), u("司机关机，转人工"),
      a("已为您发送短信给司机，请耐心等待。"), u("手机在车上我怎么看短信，转人工", "18:36"), a("小柳可以帮您查询物品遗失指引哦。", { chips: ["物品遗失指引", "费用问题"] }),
      u("要人"), a("请问您是想咨询以下问题吗？", { chips: ["如何开发票", "如何注销账号"] }), u("转人工转人工转人工", "18:42"), a("当前暂无人工坐席，请您描述问题，我们会尽快回复。"), u("人工"), a("小柳可以帮您查询物品遗失指引哦。") ],
    truth: { humanRequests: 5, reachedHuman: false, sameReplyRepeated: 2, loopback: true } },
  { skin: "mini", company: "lusheng", accent: "#7a3fb0", lang: "zh-Hans", file: "chat-ticket-1", theme: "light", format: "png", matter: "travel-ticket", situation: "terms_embellished", title: "橹声票务", clock: "14:11", battery: 55,
    turns: [
      u("买之前问一下，改期了能退吗", "6月2日 20:15"), a("可以的，演出改期支持无条件退票，您放心购买。"), u("好"),
      s("您已购买：晚风音乐现场 ¥680×2"), u("演出改期了，我要退票", "13:58"), a("很抱歉，改期场次不支持退票，仅支持转赠。"),
      u("你上面说无条件退票"), a("退改规则详见购票页《须知》第六条，以规则为准。"), u("第六条写了六个条件。人工", "14:06"), a("桨桨已记录您的诉求，会有专员联系您。") ],
    truth: { humanRequests: 1, reachedHuman: false, lossYuan: 1360 } },
];
