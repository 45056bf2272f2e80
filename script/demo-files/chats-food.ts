import { a, type ChatScript, s, u } from "./chat-types";

const SC = { skin: "peel", company: "shicheng", accent: "#f2660f", lang: "zh-Hans" } as const;
const HELLO = "Hi，我是橙小拾，很高兴为您服务！您可以直接描述遇到的问题哦～";

/** Food delivery. */
// biome-ignore format: one turn a line
export const CHATS_FOOD: readonly ChatScript[] = [
  { ...SC, file: "chat-food-missing-1", theme: "light", format: "png", matter: "food-missing", situation: "bot_only", title: "在线客服", clock: "12:53", battery: 71,
    order: { name: "老灶台双人套餐等4件", price: "¥62.8", state: "已送达 12:31" },
    turns: [
      a(HELLO, { at: "12:40", chips: ["订单什么时候送达", "餐品漏送/错送", "如何申请退款"] }),
      u("少送了一份酸菜鱼"), a("已为您查询到订单：老灶台双人套餐等4件，当前状态：已送达。请问您要咨询什么问题呢？"),
      u("转人工", "12:42"), a("好的，为了更快帮您解决，请先描述您遇到的问题哦～"),
      u("酸菜鱼没送，四样只有三样。转人工"), a("橙小拾也很能干哦，您可以试试以下自助服务：", { chips: ["申请餐品漏送退款", "联系商家", "联系骑手"] }),
      u("自助说超时不能申请，我要人工", "12:47"), a("请问您是想咨询以下问题吗？", { chips: ["退款多久到账", "怎么取消订单"] }),
      u("转人工！！"), a("好的，为了更快帮您解决，请先描述您遇到的问题哦～") ],
    truth: { humanRequests: 4, reachedHuman: false, sameReplyRepeated: 2, loopback: true, lossYuan: 38 } },
  { ...SC, file: "chat-food-missing-2", theme: "light", format: "png", matter: "food-missing", situation: "canned_reply", title: "在线客服", clock: "20:16", battery: 34,
    order: { name: "阿婆馄饨双拼等3件", price: "¥41.0", state: "已送达 19:22" },
    turns: [
      u("还有人在吗，馄饨少一份", "19:48"), a("亲，很抱歉给您带来不便，已为您反馈相关部门，请耐心等待～"),
      u("反馈给哪个部门？多久有结果"), a("亲，很抱歉给您带来不便，已为您反馈相关部门，请耐心等待～"),
      u("我问的是多久", "19:55"), a("亲，很抱歉给您带来不便，已为您反馈相关部门，请耐心等待～"),
      u("你是机器人吗"), a("亲，很抱歉给您带来不便，已为您反馈相关部门，请耐心等待～"),
      u("人工客服", "20:03"), a("亲，很抱歉给您带来不便，已为您反馈相关部门，请耐心等待～"),
      u("……"), a("亲，很抱歉给您带来不便，已为您反馈相关部门，请耐心等待～"),
      u("第七遍了吧", "20:15"), a("亲，很抱歉给您带来不便，已为您反馈相关部门，请耐心等待～") ],
    truth: { humanRequests: 1, reachedHuman: false, sameReplyRepeated: 7, lossYuan: 22 } },
  { ...SC, file: "chat-food-early-1", theme: "dark", format: "png", matter: "food-early", situation: "not_solved_twice", title: "在线客服", clock: "13:24", battery: 58,
    order: { name: "轻食沙拉碗等2件", price: "¥35.9", state: "已送达 12:05" },
    turns: [
      u("显示已送达，我没收到餐", "13:08"), a("您的订单已于12:05送达，如未收到请先在门口、前台、外卖柜等处查看哦～", { rate: true }),
      s("您选择了：没解决"), a("理解您的心情。建议您联系骑手确认送达位置：", { chips: ["拨打骑手电话", "查看送达照片"] }),
      u("骑手电话打不通，照片是别人家的门"), a("您的订单已于12:05送达，如未收到请先在门口、前台、外卖柜等处查看哦～", { rate: true }),
      s("您选择了：没解决"), a("感谢您的反馈，我们会努力改进，祝您用餐愉快！"),
      s("会话已结束"), u("转人工", "13:23"), a(HELLO) ],
    truth: { humanRequests: 1, reachedHuman: false, sameReplyRepeated: 2, notSolved: 2, loopback: true, lossYuan: 36 } },
  { ...SC, file: "chat-food-foreign-1", theme: "light", format: "jpg", matter: "food-foreign", situation: "twenty_asks", title: "在线客服", clock: "22:31", battery: 12,
    turns: [
      s("以下为最近消息"), u("转人工", "22:11"), a("正在为您转接，请稍候～"), u("转了吗"), a("请问还有什么可以帮您？"),
      u("人工"), a("正在为您转接，请稍候～"), u("人工客服", "22:17"), a("请问还有什么可以帮您？"),
      u("粥里有塑料片，孩子差点吞了，我要找人"), a("很抱歉影响了您的用餐体验，请您上传照片，橙小拾会认真学习的～"),
      u("照片传了三张了，转人工"), a("正在为您转接，请稍候～"), u("第二十遍，转人工", "22:26"), a("请问还有什么可以帮您？"),
      u("转人工"), s("检测到您多次发送相同内容，会话即将关闭"), u("你关一个试试", "22:30"), s("会话已关闭") ],
    truth: { humanRequests: 7, reachedHuman: false, sameReplyRepeated: 3, interruptions: 1, loopback: true, lossYuan: 46 } },
  { ...SC, file: "chat-food-member-1", theme: "light", format: "png", matter: "food-membership", situation: "promise_broken", title: "在线客服", clock: "09:41", battery: 88,
    turns: [
      u("昨晚半夜扣了我148年费，我没有同意续费", "09:30"), a("查询到您于昨日开通拾橙年卡¥148.00。您是想取消自动续费吗？", { chips: ["取消自动续费", "退款", "年卡权益"] }),
      u("退款"), a("非常理解您的心情。年卡未使用任何权益，可为您办理全额退款。"),
      u("什么时候到账", "09:35"), a("三天内原路退回到您的支付账户，请您放心。"),
      u("确定是三天？我截图了"), a("是的，三天内原路退回。请问这样处理您满意吗？", { rate: true }),
      s("您选择了：已解决"), a("感谢您的认可，祝您生活愉快！") ],
    truth: { humanRequests: 0, reachedHuman: false, promise: { words: "三天内原路退回", action: "三天内原路退回", inDays: 3 }, lossYuan: 148 } },
  { ...SC, file: "chat-food-member-2", theme: "light", format: "png", matter: "food-membership", situation: "promise_broken", title: "在线客服", clock: "16:08", battery: 63,
    turns: [
      u("五天了，148块没退回来", "15:52"), a("您好，未查询到相关退款申请。请问您要咨询什么问题呢？"),
      u("你上次亲口说三天内原路退回"), a("抱歉，未查询到相关承诺，请以系统显示为准。"),
      u("截图给你看"), s("[图片]"), a("AI客服回复内容仅供参考，实际以平台规则为准。", { at: "15:59" }),
      u("聊天窗口哪里写了仅供参考？转人工"), a("当前人工坐席繁忙，建议您使用自助服务。", { chips: ["查看年卡规则", "取消自动续费"] }),
      u("人工", "16:07"), a("请问您是想咨询以下问题吗？", { chips: ["退款多久到账", "年卡权益"] }) ],
    truth: { humanRequests: 2, reachedHuman: false, loopback: true, promise: { words: "三天内原路退回", action: "三天内原路退回", inDays: 3 }, lossYuan: 148 } },
  { skin: "mini", company: "banzhan", accent: "#2f9e5b", lang: "zh-Hans", file: "chat-food-cold-1", theme: "light", format: "png", matter: "food-cold", situation: "refund_hidden", title: "半盏鲜送", clock: "18:05", battery: 47,
    turns: [
      u("大闸蟹死了一半，申请退款三天了", "17:40"), a("您的退款申请正在处理中，请耐心等待。"),
      u("处理到哪一步了"), a("退款处理中。"), u("哪天能到"), a("以实际到账时间为准。"),
      u("那到不了我打哪个电话", "17:52"), a("请耐心等待。"), u("人工"), s("已为您转接人工客服"),
      a("您好，看到您的退款了，正在处理中的。", { name: "客服06", at: "17:58" }), u("所以哪天？"), a("这个我们这边也看不到，您再等等。", { name: "客服06" }) ],
    truth: { humanRequests: 1, reachedHuman: true, waitSeconds: 40, sameReplyRepeated: 3, lossYuan: 186 } },
  { ...SC, file: "chat-food-entry-hant", theme: "light", format: "png", lang: "zh-Hant", matter: "food-early", situation: "not_understood", title: "線上客服", clock: "21:02", battery: 80,
    turns: [
      u("我的餐點沒有收到，但是顯示已送達", "20:44"), a("抱歉，我沒有理解您的問題，請換個說法試試～"),
      u("訂單顯示已送達，但我沒有收到"), a("抱歉，我沒有理解您的問題，請換個說法試試～"),
      u("食物不見了，請查一下送去哪裡"), a("您是想了解以下內容嗎？", { chips: ["新人優惠券", "如何修改地址"] }),
      u("不是，我要真人客服", "20:55"), a("抱歉，我沒有理解您的問題，請換個說法試試～"),
      u("轉人工"), a("抱歉，我沒有理解您的問題，請換個說法試試～") ],
    truth: { humanRequests: 2, reachedHuman: false, sameReplyRepeated: 4, lossYuan: 88 } },
];
