import { a, type ChatScript, s, u } from "./chat-types";

const JG = { skin: "mini", company: "jingge", accent: "#0a7ea4", lang: "zh-Hans" } as const;

/** Telecom, music, parcels. */
// biome-ignore format: one turn a line
export const CHATS_TELECOM: readonly ChatScript[] = [
  { ...JG, file: "chat-close-ai-1", theme: "light", format: "png", matter: "tel-close", situation: "ai_first", title: "鲸歌掌厅", clock: "10:08", battery: 83,
    turns: [
      u("我要销户", "09:41"), a("销户需由小鲸先与您确认三轮，确认后为您提交。第一轮：请问是因为资费不满意吗？", { chips: ["是", "不是"] }),
      u("不是，号不用了"), a("第二轮：现在保留号码可享月费5折，是否接受？", { chips: ["接受", "不接受"] }),
      u("不接受", "09:47"), a("第三轮：赠送10GB流量，您看可以吗？", { chips: ["可以", "不可以"] }),
      u("不可以，我要销户"), a("确认完成。系统检测到您可能仍需使用，建议保留号码。"),
      u("转人工", "09:55"), a("销户需由小鲸先与您确认三轮，确认后为您提交。第一轮：请问是因为资费不满意吗？", { chips: ["是", "不是"] }),
      u("又从头来？人工！") , a("请选择“是”或“不是”。") ],
    truth: { humanRequests: 2, reachedHuman: false, sameReplyRepeated: 2, interruptions: 3, loopback: true } },
  { ...JG, file: "chat-discount-1", theme: "light", format: "webp", matter: "tel-discount", situation: "promise_broken", title: "鲸歌掌厅", clock: "17:33", battery: 44,
    turns: [
      u("我要转网", "17:12"), s("已为您转接人工客服，工号2207"), a("先生您是老用户了，我帮您申请一下优惠。", { name: "客服2207" }),
      u("什么优惠"), a("给您减免两个月套餐费，下个账期就生效，一共158元。", { name: "客服2207", at: "17:18" }),
      u("不用我办什么？"), a("不用，系统自动减免，您正常使用就可以。", { name: "客服2207" }), u("行，那我先不转了"),
      a("感谢您的支持，请对本次服务做出评价。", { rate: true }) ],
    truth: { humanRequests: 0, reachedHuman: true, promise: { words: "给您减免两个月", action: "减免两个月费用", inDays: 30 }, lossYuan: 158 } },
  { ...JG, file: "chat-plan-hant", theme: "dark", format: "png", lang: "zh-Hant", matter: "tel-plan", situation: "vague_reply", title: "鯨歌掌廳", clock: "11:26", battery: 62,
    turns: [
      u("我的帳單多了視訊彩鈴包，沒有申請過", "11:02"), a("已為您登記，會盡快處理。"), u("登記編號是多少？"), a("我們非常重視您的反饋，會盡快給您滿意的答覆。"),
      u("誰處理？哪一天？", "11:10"), a("會有專人處理，請您耐心等候。"), u("請轉真人"), s("已為您轉接人工客服"), a("您好，這邊看到已經登記了喔，會盡快的。", { name: "客服3316", at: "11:19" }), u("編號呢"), a("系統不支援查詢編號喔。", { name: "客服3316" }) ],
    truth: { humanRequests: 1, reachedHuman: true, waitSeconds: 60, lossYuan: 120 } },
  { ...JG, file: "chat-suspended-1", theme: "dark", format: "png", matter: "tel-suspended", situation: "bot_only", title: "鲸歌掌厅", clock: "07:52", battery: 36,
    turns: [
      u("号码被停了，里面还有八十多块", "07:20"), a("检测到您的号码存在异常使用，已为您保护性停机。"), u("什么异常？转人工"),
      a("请您提供以下材料：身份证正反面、手持照片、使用承诺书。"), u("我送货的，一上午要打一百个电话，转人工", "07:31"), a("请您提供以下材料：身份证正反面、手持照片、使用承诺书。"),
      u("材料交了，多久复机"), a("审核中，请耐心等待。"), u("人工人工", "07:40"), a("为了更快帮您解决，请先描述您的问题。"), u("找人！！！"), a("请您提供以下材料：身份证正反面、手持照片、使用承诺书。"), u("转人工", "07:51") , s("小鲸正在输入") ],
    truth: { humanRequests: 5, reachedHuman: false, sameReplyRepeated: 3, loopback: true } },
  { skin: "harbour", company: "wanchao", accent: "#5b3fd6", lang: "zh-Hans", file: "chat-music-1", theme: "dark", format: "png", matter: "tel-music", situation: "no_human_entry", title: "潮汐助手", clock: "00:18", battery: 27,
    turns: [
      u("自动续费在哪里取消", "00:02"), a("猜您想问：", { chips: ["如何开通连续包年", "会员权益介绍", "如何分享歌单"] }), u("取消！不是开通"),
      a("您可以在“我的-会员中心-管理”中操作哦～"), u("管理里没有取消", "00:07"), a("猜您想问：", { chips: ["如何开通连续包年", "会员权益介绍", "如何分享歌单"] }),
      u("人工客服"), a("为您找到相关内容：《人工智能推荐是怎么工作的》"), u("我要真人", "00:15"), a("当前暂无人工坐席，请描述您的问题。") ],
    truth: { humanRequests: 2, reachedHuman: false, sameReplyRepeated: 2, lossYuan: 188 } },
  { skin: "peel", company: "zhuying", accent: "#3d7d2e", lang: "zh-Hans", file: "chat-parcel-1", theme: "light", format: "jpg", matter: "parcel-lost", situation: "order_number_first", title: "竹影客服", clock: "16:40", battery: 73,
    turns: [
      u("转人工", "16:12"), a("请先输入运单号，以便为您转接。"), u("我是收件人，没有运单号"), a("请输入正确的运单号。"), u("收件人没有运单号！人工", "16:17"),
      a("请输入正确的运单号。"), u("ZY7300412296"), a("该运单状态：运输中，请耐心等待，无需人工处理。"), u("九天没动了还运输中？转人工", "16:25"), a("请选择问题类型：", { chips: ["时效查询", "修改地址", "投诉快递员"] }),
      u("丢件"), a("未识别到该类型，请重新选择。"), u("人工", "16:38"), a("请先输入运单号，以便为您转接。") ],
    truth: { humanRequests: 4, reachedHuman: false, sameReplyRepeated: 2, loopback: true, lossYuan: 960 } },
  { skin: "peel", company: "zhuying", accent: "#3d7d2e", lang: "zh-Hans", file: "chat-parcel-2", theme: "dark", format: "png", matter: "parcel-damaged", situation: "cut_off", title: "竹影客服", clock: "11:59", battery: 50,
    turns: [
      u("显示器寄来屏幕碎了，转人工", "11:20"), s("正在排队，前面还有14人"), s("正在排队，前面还有6人"), s("正在排队，前面还有1人"), s("会话超时，已自动结束"),
      a("您好，我是小竹，请问有什么可以帮您？", { at: "11:34" }), u("我在排队啊，前面就剩一个人"), a("请描述您的问题。"), u("转人工", "11:36"), s("正在排队，前面还有33人"), u("离谱", "11:58"), s("会话超时，已自动结束") ],
    truth: { humanRequests: 2, reachedHuman: false, waitSeconds: 1320, queuePlace: 14, loopback: true, lossYuan: 1299 } },
];
