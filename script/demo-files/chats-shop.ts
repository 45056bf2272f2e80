import { a, type ChatScript, s, u } from "./chat-types";

const LT = { skin: "harbour", company: "luting", accent: "#b5522b", lang: "zh-Hans" } as const;

/** Shops, banks, insurance, courses, and a few that name nobody. */
// biome-ignore format: one turn a line
export const CHATS_SHOP: readonly ChatScript[] = [
  { ...LT, file: "chat-return-queue", theme: "light", format: "png", matter: "retail-return-refund", situation: "queue_blind", title: "人工客服", clock: "20:58", battery: 64,
    order: { name: "羊毛混纺大衣 M码", price: "¥599", state: "退货已签收" },
    turns: [
      u("退货签收十天了，转人工", "20:41"), s("正在排队"), s("前方较忙，请稍候"), u("前面还有几个人？", "20:46"), s("即将为您接入"), s("前方较忙，请稍候"),
      a("等待时间较长，您可以先看看自助服务。", { chips: ["退款进度", "修改订单"] }), u("到底还要多久", "20:53"), s("前方较忙，请稍候"), s("排队已失效，请重新发起") ],
    truth: { humanRequests: 1, reachedHuman: false, waitSeconds: 720, interruptions: 1, lossYuan: 599 } },
  { ...LT, file: "chat-return-freight", theme: "light", format: "png", matter: "retail-return-refund", situation: "freight_untold", title: "鹿小汀", clock: "09:25", battery: 77,
    order: { name: "智能台灯 护眼款", price: "¥329", state: "退货中" },
    turns: [
      u("灯有频闪，想退", "9月3日 14:20"), a("好的呢，您直接寄回就可以哦～"), u("要带什么吗"), a("您直接寄回就可以哦～"), s("商家已签收退货"),
      u("怎么只退了301", "09:11"), a("非质量问题退货，运费由买家承担，已扣除¥28.00。"), u("你让我直接寄回的时候怎么不说"), a("退货须知详见商品页面哦～"), u("那就是没说", "09:24") ],
    truth: { humanRequests: 0, reachedHuman: false, sameReplyRepeated: 2, feeYuan: 28, lossYuan: 329 } },
  { ...LT, file: "chat-price-long", theme: "light", format: "webp", matter: "retail-price", situation: "not_solved_twice", title: "鹿小汀", clock: "21:40", battery: 58,
    turns: [
      u("买完第三天降了120，价保为什么不符合", "21:02"), a("价保申请结果：不符合条件。", { rate: true }), s("您选择了：未解决"), a("请选择未解决的原因：", { chips: ["答非所问", "太复杂", "其他"] }), u("答非所问"),
      a("价保申请结果：不符合条件。", { rate: true, at: "21:08" }), s("您选择了：未解决"), a("感谢您的反馈，祝您购物愉快！"), s("会话已结束"),
      u("哪一条不符合，总得告诉我", "21:20"), a("您好，我是鹿小汀，请问有什么可以帮您？"), u("价保，第三次问了"), a("价保申请结果：不符合条件。", { rate: true }), s("您选择了：未解决"),
      a("请选择未解决的原因：", { chips: ["答非所问", "太复杂", "其他"] }), u("转人工", "21:33"), a("人工服务时间为9:00至21:30，现在请使用自助服务。"), u("我21:02就开始说了") , a("感谢您的反馈，祝您购物愉快！") ],
    truth: { humanRequests: 1, reachedHuman: false, sameReplyRepeated: 3, notSolved: 3, loopback: true, lossYuan: 120 } },
  { skin: "mini", company: "beimai", accent: "#d08a00", lang: "zh-Hans", file: "chat-repair-1", theme: "light", format: "png", matter: "retail-repair-fee", situation: "terms_embellished", title: "北麦服务", clock: "12:12", battery: 69,
    turns: [
      u("洗衣机漏水，上门收费吗", "8月30日 10:05"), a("免费上门检测，不收任何费用哦～"), u("那约明天"), s("预约成功"),
      u("师傅进门就说要80", "11:50"), a("上门费30元起，以师傅报价为准。"), u("你说的免费上门"), a("免费上门检测适用于保修期内产品。"), u("当时怎么不说", "11:58"), a("详见服务协议，麦麦祝您生活愉快。") ],
    truth: { humanRequests: 0, reachedHuman: false, feeYuan: 80, lossYuan: 80 } },
  { skin: "mini", company: "yunyan", accent: "#3a4a8c", lang: "zh-Hans", file: "chat-frozen-1", theme: "light", format: "png", matter: "bank-frozen", situation: "vague_reply", title: "云砚支付", clock: "08:57", battery: 90,
    turns: [
      u("账户为什么被限制", "08:30"), a("您的账户存在风险，已被限制部分功能。"), u("什么风险"), a("具体原因涉及风控规则，无法告知。"), u("要交什么材料，多久解", "08:36"),
      a("我们会尽快核实，请您耐心等待。"), u("给个编号"), a("我们会尽快核实，请您耐心等待。"), u("谁负责？人工", "08:44"), s("已转接人工"),
      a("您好，您的问题已经在核实中了。", { name: "专员", at: "08:49" }), u("编号，期限，负责人"), a("暂时没有，我们会尽快的。", { name: "专员" }) ],
    truth: { humanRequests: 1, reachedHuman: true, waitSeconds: 300, sameReplyRepeated: 2 } },
  { skin: "mini", company: "linxi", accent: "#98262f", lang: "zh-Hans", file: "chat-bank-stale", theme: "light", format: "png", matter: "bank-fee", situation: "stale_knowledge", title: "临溪手机银行", clock: "13:03", battery: 60,
    turns: [
      u("白金卡年费怎么减免", "12:50"), a("一年内刷满6次，即可免次年年费。"), u("公告上说改成12次了"), a("一年内刷满6次，即可免次年年费。"), u("我已经刷了8次，还是扣了年费300", "12:56"), a("很抱歉，您未达到12次，故收取年费。"),
      u("那你刚才说6次？"), a("一年内刷满6次，即可免次年年费。") ],
    truth: { humanRequests: 0, reachedHuman: false, sameReplyRepeated: 3, feeYuan: 300, lossYuan: 300 } },
  { skin: "harbour", company: "qingli", accent: "#22735d", lang: "zh-Hans", file: "chat-claim-1", theme: "light", format: "png", matter: "ins-claim-loop", situation: "canned_reply", title: "小砾 · 理赔助手", clock: "15:47", battery: 38,
    turns: [
      a("请上传住院发票、费用清单、出院小结。", { at: "15:20" }), s("[图片] 3张"), a("材料已收到。请上传住院发票、费用清单、出院小结。"), u("刚传了"), s("[图片] 3张"),
      a("材料已收到。请上传住院发票、费用清单、出院小结。", { at: "15:29" }), u("是哪一张看不清？"), a("材料已收到。请上传住院发票、费用清单、出院小结。"), u("你能不能说一次说全到底缺什么", "15:36"),
      a("材料已收到。请上传住院发票、费用清单、出院小结。"), u("转人工"), a("理赔专员会在24小时内与您联系。"), u("上周也是这么说的", "15:46") ],
    truth: { humanRequests: 1, reachedHuman: false, sameReplyRepeated: 4, lossYuan: 4260 } },
  { skin: "harbour", company: "songjian", accent: "#3c7a3a", lang: "zh-Hans", file: "chat-course-ai-1", theme: "light", format: "jpg", matter: "edu-refund", situation: "ai_first", title: "松果老师", clock: "19:36", battery: 53,
    turns: [
      u("还剩51节课，申请退费", "19:02"), a("退费申请需先由AI学习顾问评估孩子的学习状态，预计24小时。"), u("不是学习问题，是老师换了三个"), a("请完成评估问卷，共12题。", { chips: ["开始评估"] }),
      u("做完了", "19:20"), a("评估未通过，原因：信息不完整。"), u("哪里不完整"), a("请重新完成评估问卷，共12题。", { chips: ["开始评估"] }), u("转人工", "19:28"), a("退费类问题需评估通过后由专属顾问处理。"), u("评估不过就见不到人？转人工") , a("退费类问题需评估通过后由专属顾问处理。") ],
    truth: { humanRequests: 2, reachedHuman: false, sameReplyRepeated: 2, loopback: true, lossYuan: 5100 } },
  { skin: "harbour", company: "songjian", accent: "#3c7a3a", lang: "zh-Hans", file: "chat-course-promise", theme: "dark", format: "png", matter: "edu-refund", situation: "promise_broken", title: "课程顾问", clock: "14:22", battery: 85,
    turns: [
      u("按合同七天内可以全退，我第三天就申请了", "14:01"), a("您好家长，已经帮您提交了。", { name: "顾问小松" }), u("什么时候到账"), a("七个工作日全额退到您账上。", { name: "顾问小松", at: "14:08" }),
      u("6800一分不少？"), a("是的家长，七个工作日，全额。", { name: "顾问小松" }), u("好，我记下了"), s("对方已关闭会话") ],
    truth: { humanRequests: 0, reachedHuman: true, promise: { words: "七个工作日全额退到您账上", action: "七个工作日全额退款", inDays: 9 }, lossYuan: 6800 } },
  { skin: "mini", accent: "#4a5560", lang: "zh-Hans", file: "chat-any-callback", theme: "light", format: "png", situation: "no_callback", title: "在线客服", clock: "18:20", battery: 40,
    turns: [
      u("转人工", "11:48"), s("坐席全忙，是否预约回电？"), u("预约"), a("请选择时段：", { chips: ["14:00至16:00", "16:00至18:00"] }), u("14:00至16:00"), s("预约成功，24小时之内一定有专员给您回电"),
      s("回电失败：未能接通"), u("我手机一直在手里，没有来电", "16:20"), a("您可以重新预约回电。", { chips: ["重新预约"] }), u("约了也不打", "18:19") ],
    truth: { humanRequests: 1, reachedHuman: false, promise: { words: "24小时之内一定有专员给您回电", action: "24小时内由专员回电", inDays: 1 } } },
  { skin: "peel", accent: "#8a5a2b", lang: "zh-Hans", file: "chat-any-bot", theme: "light", format: "png", situation: "bot_only", title: "智能客服", clock: "22:05", battery: 66,
    turns: [
      u("转人工", "21:44"), a("请先描述您的问题，我会尽力帮您。"), u("描述过了，转人工"), a("您可以这样问我：", { chips: ["订单查询", "退款进度", "发票"] }), u("人工客服"), a("请先描述您的问题，我会尽力帮您。"),
      u("人工", "21:53"), a("正在努力学习中～"), u("找人"), a("您可以这样问我：", { chips: ["订单查询", "退款进度", "发票"] }), u("我要人工客服！", "22:01"), a("请先描述您的问题，我会尽力帮您。") ],
    truth: { humanRequests: 6, reachedHuman: false, sameReplyRepeated: 3, loopback: true } },
  { skin: "harbour", accent: "#2d5f8a", lang: "zh-Hans", file: "chat-any-complaint", theme: "light", format: "webp", situation: "complaint_untold", title: "在线客服", clock: "17:09", battery: 72,
    turns: [
      u("我要投诉，流程是什么", "16:50"), a("您先别投诉，我帮您再催催。", { name: "客服" }), u("多久有结果"), a("您消消气，我们一定尽快。", { name: "客服" }), u("对结果不服找谁", "16:57"), a("投诉也是转到我们这里哦。", { name: "客服" }), u("三个问题你一个没答"), a("建议您耐心等待处理结果。", { name: "客服", at: "17:05" }) ],
    truth: { humanRequests: 0, reachedHuman: true } },
  { skin: "mini", accent: "#4a5560", lang: "zh-Hans", file: "chat-any-records", theme: "dark", format: "png", situation: "records_refused", title: "在线客服", clock: "10:30", battery: 95,
    turns: [
      u("请提供我9月2日的通话录音，是我本人打的", "10:11"), a("您好，录音资料属于公司内部资料，不对外提供。", { name: "客服" }), u("我要的是我自己的录音"), a("只能由公安机关凭手续调取。", { name: "客服" }),
      u("聊天记录呢", "10:19"), a("聊天记录也暂不支持个人查询。", { name: "客服" }), u("请书面答复"), a("以上即为答复，祝您生活愉快。", { name: "客服", at: "10:26" }) ],
    truth: { humanRequests: 0, reachedHuman: true } },
];
