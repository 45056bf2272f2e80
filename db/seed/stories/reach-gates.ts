import type { Situation } from "./types";

/** Gates before the transfer: numbers demanded first, the machine first, not understood (A2.3, A3.3, B1.5). */
// biome-ignore format: texts, one a line
export const GATES: readonly Situation[] = [
  {
    key: "order_number_first", clauses: ["B1.5", "A2.2"], channels: [["phone", 4], ["app", 5], ["mini_program", 2]],
    facts: { humanRequests: [3, 6], reachedHuman: 0.3, loopback: 0.5 },
    headlines: ["{short}，不报订单号不给转人工", "先要订单号、再选问题类型，才肯转", "{short}，转人工前被要求填四项信息"],
    stories: [
      { lang: "zh-Hans", voice: "plain", by: "self", text: "{bg}要转人工，它先要订单号。我报了，它又要“问题类型”，八个选项没有一个是我的。选“其他”，它说“其他问题请自助查询”。不选，就一直停在那儿。合着没有合适的问题就不配找人。" },
      { lang: "zh-Hans", voice: "angry", by: "self", text: "{bg}不报订单号就不转人工，这是谁定的规矩？我的问题就是订单在系统里查不到，你让我上哪儿给你变一个号出来？说了{asksZh}遍我没有号，它说“请输入正确的订单号”。" },
      { lang: "zh-Hans", voice: "elder", by: "self", text: "我{age}岁，打他们电话。{bg}机器里一个女的说请输入订单编号，以井号键结束。我哪里知道什么编号，纸条早扔了。我不按，她就一遍一遍说，说到第三遍“感谢您的来电，再见”，挂了。我打了{asksZh}次，次次这样。" },
      { lang: "zh-Hans", voice: "terse", by: "self", text: "{bg}转人工前必填：订单号、手机号、问题类型、截图。缺一项按钮是灰的。" },
      { lang: "zh-Hans", voice: "polite", by: "self", text: "{bg}我能理解核实身份的需要，但在还没接通人工之前，系统就要求填写订单号后四位、手机号、问题类型和一段不少于二十字的说明，否则不进入排队。我替家里老人办事，订单号确实不在手边。希望能先接通，再核对。" },
      { lang: "zh-Hans", voice: "long", by: "self", text: "{bg}我特地试了不同的办法：报一个真的订单号，它说“该订单已完成，无需人工”；报一个进行中的订单号，它说“订单进行中，请耐心等待”；不报，它说“请提供订单号”。三条路都通向同一个地方——不转。一共问它要了{asksZh}次人工。" },
      { lang: "zh-Hant", voice: "polite", by: "self", text: "想反映一下{co}的電話系統。我因為{short}致電，系統一定要輸入訂單編號才肯轉接專員，但我是收件人，不是下單人，根本沒有編號。按0、按*、不按，全部回到同一句。前後打了{asks}次。" },
    ],
    asks: [{ remedy: "fix_channel", text: "转人工之前不要再要订单号" }, { remedy: "human_contact", text: "人工回电处理" }],
    titles: {
      upheld: ["不报订单号就不转人工", "转人工之前要填四项信息，缺一项按钮是灰的", "没有订单号的人，电话打{asksZh}次也转不进去"],
      partly_upheld: ["电话里要订单号才转，App里可以跳过", "可以跳过订单号，跳过的按钮没有写明"],
      not_upheld: ["订单号一栏写明“可不填”，不填同样进入排队", "要订单号的是接通之后的人工，用于核对身份"],
      insufficient_evidence: ["通话只录到后半段，听不到有没有跳过的提示"],
    },
    replies: {
      sincere: ["转人工前收集订单号的本意是让坐席提前看到单子，结果成了门槛，我们认。现在改为先排队，排队时可填可不填；电话里不输入订单号，等3秒自动转接。"],
      legal: ["要求提供订单号系履行个人信息核验义务，避免向无关人员泄露订单内容，与《标准》B1.5所称“隐性门槛”性质不同。且菜单中另有“无订单咨询”选项，投诉人未予选择。"],
      canned: ["您好，提供订单号有助于我们更快更准地为您服务，给您造成的不便我们深表歉意，感谢您的宝贵意见。"],
      curt: ["没有订单号可以选“其他”。"],
    },
  },
  {
    key: "ai_first", clauses: ["A2.3", "A2.1", "B1.5"], channels: [["app", 7], ["phone", 2], ["web", 1]],
    facts: { humanRequests: [2, 6], reachedHuman: 0.25, interruptions: [1, 4] },
    headlines: ["{short}，要先由AI评估", "{short}，被要求先和智能助手确认三轮", "{short}，“智能预审”不过不给人工"],
    stories: [
      { lang: "zh-Hans", voice: "plain", by: "self", text: "{bg}找客服，弹出来一句“复杂问题将先由智能专家为您评估”。评估要答九道题，答完显示“评估完成，建议自助办理”。自助办不了我才来的。再点人工，又从第一题开始评估。" },
      { lang: "zh-Hans", voice: "angry", by: "self", text: "{bg}一个机器来“评估”我有没有资格找人，这是看病分诊吗？它评估了三轮，结论是“您的问题不属于人工服务范围”。我的钱，我的事，轮得到它说属不属于？" },
      { lang: "zh-Hans", voice: "polite", by: "self", text: "{bg}页面提示需要先和{bot}完成三轮确认，才能提交给人工。我照做了：第一轮确认身份，第二轮确认诉求，第三轮它问我“是否接受自助方案”，我选“不接受”，流程就结束了，并没有转人工。请核实这样的安排是否合适。" },
      { lang: "zh-Hans", voice: "terse", by: "self", text: "{bg}“请先由AI评估”，评估没有结果，也没有下一步。" },
      { lang: "zh-Hans", voice: "long", by: "self", text: "{bg}这种事明摆着是要人来处理的，可他们设了一道“智能预审”。预审员是个机器人，名字还起得像个人，叫“资深顾问小某”。它问的问题我上次都回答过，答案它也有，还是要我再填。填完告诉我预审要24小时，24小时后来了一条短信：预审未通过，原因是“信息不完整”。哪里不完整，没有说。我又要人工，它说请重新预审。" },
      { lang: "zh-Hans", voice: "plain", by: "relative", text: "帮我外公弄的，{short}。{bot}说要先“智能面谈”，对着手机点头、读数字，外公耳朵背，读错两次就从头来。我说有没有人，它说面谈通过以后就有人了。{age}岁的人，面谈什么呢？" },
      { lang: "en", voice: "polite", by: "self", text: "{bgEn} Before I could speak to anyone I had to complete an 'AI assessment' of nine questions. The result was 'self-service recommended'. When I asked for a person again, the assessment started from question one." },
    ],
    asks: [{ remedy: "human_contact", text: "不用评估，直接让人工处理" }, { remedy: "fix_channel", text: "取消人工之前的AI评估" }],
    titles: {
      upheld: ["退费要先过“AI评估”，评估没有下一步", "要和智能助手确认三轮，确认完也没有人工", "“智能预审”不通过，就见不到人"],
      partly_upheld: ["设了AI预审，四小时后人工主动来电", "预审可以跳过，跳过的链接在第三题之后才出现"],
      not_upheld: ["所谓评估是排队时的可选问卷，不影响转接"],
      insufficient_evidence: ["投诉人的账号页面已变，无法重现当时的评估流程"],
    },
    replies: {
      sincere: ["“AI评估”原本只用于简单咨询，上线时没有把{short}这类事项排除在外，属于我们的过失。自本周起，凡涉及退款、投诉、扣费争议，一律不经评估，直接进人工队列。"],
      legal: ["智能评估是对用户问题进行分类，目的在于匹配合适的专员，并非以评估替代人工。《标准》A2.3禁止的是“先和AI谈”，评估并不提供解决方案，二者不同。"],
      canned: ["尊敬的客户，为了给您匹配最合适的专属顾问，我们设置了智能评估环节，全程仅需3分钟。给您带来困扰非常抱歉，我们会认真听取您的意见。"],
      curt: ["评估结果就是自助办理。流程没有问题。"],
    },
  },
  {
    key: "not_understood", clauses: ["A3.3", "A2.2"], channels: [["app", 5], ["phone", 4], ["mini_program", 2]],
    facts: { humanRequests: [1, 4], reachedHuman: 0.2, sameReplyRepeated: [3, 6] },
    headlines: ["{short}，机器人说“没听懂”{repsZh}次也不转", "{short}，{repsZh}次“没听懂”，不给转人工", "{short}，答非所问，听不懂也不转人工"],
    stories: [
      { lang: "zh-Hans", voice: "plain", by: "self", text: "{bg}我把事情说了一遍，{bot}回“抱歉，我没有理解您的问题，请换个说法”。我换了说法，还是没理解。换了{repsZh}次，它没理解{repsZh}次，就是不说“那我给您转人工”。" },
      { lang: "zh-Hans", voice: "angry", by: "self", text: "{bg}听不懂就转人工啊！听不懂还硬聊，“您是想了解以下内容吗”，推给我的是新人优惠券。问东答西{repsZh}个回合，我血压都上来了。" },
      { lang: "zh-Hans", voice: "elder", by: "self", text: "我普通话说不好，一辈子讲乡下话。打电话过去，机器人说“请说出您要办理的业务”，我说了{repsZh}遍，它次次说“对不起，没有听清”。我说叫个人来听，它也没听清。{short}，到现在没办成。" },
      { lang: "zh-Hans", voice: "terse", by: "self", text: "{bg}问A答B，{repsZh}次，不转人工。" },
      { lang: "zh-Hans", voice: "polite", by: "self", text: "{bg}我的情况确实有些特殊，机器人不理解我不怪它。但按理说，识别不了的问题应该交给人。它连续{repsZh}次回复“换个问法试试”，最后一次建议我“参考热门问题”。" },
      { lang: "zh-Hans", voice: "long", by: "relative", text: "我母亲{age}岁，只会讲家乡话。{short}，她打了{co}的热线，语音机器人让她“用一句话描述问题”，她说完，对方说没听清；再说，还是没听清。我在旁边听着，她从大声说到小声说，最后跟机器说“对不起啊我不会讲”。我当时鼻子一酸。一共{repsZh}次没听清，没有一次说给她转个人。" },
      { lang: "zh-Hant", voice: "polite", by: "self", text: "因{short}聯絡線上客服。我用了不同的說法，{bot}連續{reps}次回覆「沒有理解您的問題，請換個說法試試」，既沒有解決，也沒有轉給真人。頁面上的截圖附上，請查看。" },
      { lang: "zh-Hant", voice: "plain", by: "self", text: "我講廣東話，普通話一般。打{co}熱線查{short}，語音系統連續{reps}次話「沒有聽清楚」，又沒有按鍵選擇，也不會轉給真人。難道不會說普通話就不用理我們？" },
    ],
    asks: [{ remedy: "human_contact", text: "听不懂的时候直接转人工" }, { remedy: "explanation", text: "说明为什么一直不转" }],
    titles: {
      upheld: ["连续{repsZh}次“没有理解”，仍不转人工", "听不懂，也不转给听得懂的人", "答非所问{repsZh}回，没有一回转人工"],
      partly_upheld: ["前三次没听懂未转，第四次自动转了人工"],
      not_upheld: ["第二次未识别后已弹出转人工，投诉人选了“继续提问”"],
      insufficient_evidence: ["通话录音杂音大，听不清投诉人说了什么"],
    },
    replies: {
      sincere: ["《标准》说得明白：识别不了就当复杂问题转人工。我们的系统设的是“连续5次未识别才转”，而且换一个说法就重新计数，等于永远转不了。现已改为第一次未识别即提示转人工，第二次自动转。"],
      legal: ["用户的表述缺少关键信息，系统引导其补充，属于正常的多轮交互，不能等同于“无法识别”。系统记录显示置信度在0.42至0.58之间，高于转接阈值。"],
      canned: ["很抱歉没能理解您的意思，{bot}会继续努力学习，争取早日成为您的贴心小助手！"],
      curt: ["识别率97%，个别情况难免。"],
    },
  },
];
