import type { Situation } from "./types";

/** Queue, no information, cut off, callback that never came (B2). */
// biome-ignore format: texts, one a line
export const WAIT: readonly Situation[] = [
  {
    key: "long_queue", clauses: ["B2.1", "B2.2", "C1.2"], channels: [["phone", 7], ["app", 4]],
    facts: { humanRequests: [1, 4], waitSeconds: [214, 1480], reachedHuman: 0.8, queuePlace: [12, 46] },
    headlines: ["{short}，等人工{wait}", "电话等了{wait}才有人接", "{short}，排队{about}"],
    stories: [
      { lang: "zh-Hans", voice: "plain", by: "self", text: "{bg}我打{co}的客服电话，要人工，说“正在为您转接，请稍候”，然后就是音乐。我开着免提放在桌上，洗了碗，收了衣服，{about}才有人说话。通话记录有时长，录音我也留了。" },
      { lang: "zh-Hans", voice: "angry", by: "self", text: "{bg}{about}！我等了{about}的音乐！中间每隔三十秒插一句“您的来电对我们非常重要”，重要你倒是接啊。等到有人了，说她不是这个部门的，要再给我转，我说别转了，再转天都黑了。" },
      { lang: "zh-Hans", voice: "polite", by: "self", text: "{bg}理解节假日来电多。但从我提出要人工，到有人应答，一共等了{wait}，期间没有告诉我前面有多少人、还要多久，也没有问我要不要回电。接通后的工作人员态度是好的，只是事情仍没有解决，我{want}的诉求也没有下文。" },
      { lang: "zh-Hans", voice: "terse", by: "self", text: "{bg}等人工{wait}。录音在。" },
      { lang: "zh-Hans", voice: "long", by: "self", text: "{bg}我说了四遍要人工，它问我是不是想查订单。后来说正在为您转接，放了{about}音乐。中间还卖了我两次会员。我看着手机上的计时，从三分钟的时候想挂，到后来就是想看看到底要等多久。接起来的姑娘声音也很累，说今天就三个人在接。我不怪她，我怪排班的人。我就想{want}。" },
      { lang: "zh-Hans", voice: "elder", by: "self", text: "我打电话用的是座机，站着打的。{bg}等人工等了{about}，腿都站麻了，不敢挂，怕挂了又要从头排。后来好不容易通了，那头说系统升级查不了，让我明天再打。" },
      { lang: "zh-Hans", voice: "plain", by: "relative", text: "替我岳父打的。{short}，他自己打过两次都没等到人。我打的这次从按0到有人应答，等了{wait}，手机通话记录截图附后。他那两次多久，他说不上来，只说“一锅粥都熬好了”。" },
      { lang: "zh-Hant", voice: "polite", by: "self", text: "因為{short}致電{co}，由要求轉接真人到有人接聽，足足等了{wait}。等候期間只有音樂，沒有告知輪候人數，也沒有回電選項。長途電話費由我自己付，這點希望公司也考慮。" },
      { lang: "en", voice: "plain", by: "self", text: "{bgEn} I called, asked for a person and waited {waitEn} with music. Nobody told me how many were before me or offered to call back. When somebody answered she was kind but could not help." },
    ],
    asks: [{ remedy: "human_contact", text: "以后三分钟内有人接" }, { remedy: "explanation", text: "说明当天为什么等这么久" }, { remedy: "compensation", text: "补偿长时间等待的电话费" }],
    titles: {
      upheld: ["电话排队等了{wait}才有人工，超过3分钟的上限", "找人工，等了{wait}", "等人工{wait}，没有位次，也没有回电选项"],
      partly_upheld: ["等人工{wait}，其中一段是用户切出后重新排队", "等人工{wait}，系统中途给过回电，用户没有选"],
      not_upheld: ["投诉人称等了{about}，录音显示从要求人工到接通{okWait}秒", "等待时间从拨号算起超过三分钟，从要求人工算起没有超过"],
      insufficient_evidence: ["双方录音都缺了转接前的两分钟，无法认定等了多久", "没有录音，通话清单不能区分等待和通话"],
    },
    replies: {
      sincere: ["等待{wait}属实，与我们的话务清单一致。当天进线是平日的三倍，备勤没有跟上，这是我们的责任，不是用户的责任。自下月起高峰班次增加四成，等待超过90秒自动提供回电。"],
      legal: ["当日因不可预见的天气因素，进线量达到平日的3.1倍，属客观情形。且{wait}系自用户首次按键起计，若自有效请求起计应予扣减。同期全国平均接通时长为102秒，个案不能代表整体服务水平。"],
      canned: ["尊敬的用户，近期咨询量激增，让您久等了，我们深感抱歉！您也可以通过App自助服务、智能客服等渠道获得7×24小时服务。感谢您的耐心等待！"],
      curt: ["当天高峰，等待时间长，属实。"],
    },
  },
  {
    key: "queue_blind", clauses: ["B2.2", "B2.3", "B2.1"], channels: [["app", 5], ["phone", 5], ["mini_program", 1]],
    facts: { humanRequests: [1, 3], waitSeconds: [186, 760], reachedHuman: 0.55 },
    headlines: ["{short}，排队没有位次也没有时间", "等了{wait}，不知道前面还有几个人", "只说“请稍候”，没有回电可选"],
    stories: [
      { lang: "zh-Hans", voice: "plain", by: "self", text: "{bg}点了转人工，屏幕上转着一个圈，写着“正在排队”，前面几个人、要等多久，一个字没有。我不敢切出去，怕一切就没了，就这么干看着等了{about}。" },
      { lang: "zh-Hans", voice: "angry", by: "self", text: "{bg}银行叫号还有个小票呢，你们让人等，连前面几个人都不告诉。是不敢告诉吧？等了{about}，也没问我要不要回电话。" },
      { lang: "zh-Hans", voice: "polite", by: "self", text: "{bg}等待本身我可以接受，只是希望知道要等多久，好安排手上的事。当时我正在接孩子，站在校门口等了{wait}，既没有位次提示，也没有“挂断后回电”的选择。" },
      { lang: "zh-Hans", voice: "terse", by: "self", text: "{bg}排队{wait}，无位次，无预计时间，无回电。" },
      { lang: "zh-Hans", voice: "long", by: "self", text: "{bg}一开始写“前方较忙”，过一会儿写“即将为您接入”，再过一会儿又写“前方较忙”。“较忙”是多忙？我截了六张图，每张隔一分钟，字一模一样。后来手机来了个电话，切回去，显示“排队已失效，请重新发起”。" },
      { lang: "en", voice: "terse", by: "self", text: "{bgEn} The screen said 'queueing' for {waitEn}: no place in the queue, no estimate, no offer to call back." },
    ],
    asks: [{ remedy: "fix_channel", text: "排队时显示位次和预计时间" }, { remedy: "callback", text: "给一个回电的选择" }],
    titles: {
      upheld: ["排队{wait}，没有位次，没有预计时间", "只说“请稍候”，不说前面还有几个人", "要等多久不说，回电也不给选"],
      partly_upheld: ["报了位次，没有报预计时间", "位次只在第一次播报，之后不再更新"],
      not_upheld: ["录音显示每60秒播报一次位次", "屏幕上方有位次，投诉人的截图裁去了这一部分"],
      insufficient_evidence: ["截图不是排队时的页面，无法认定"],
    },
    replies: {
      sincere: ["排队页面确实没有显示位次，接口早就有这个数据，一直没有排上期。投诉之后我们用了九天把它做完：位次、预计时间、回电选项，三样都在，每15秒更新。"],
      legal: ["系统在接入时已提示“前方较忙”，已履行告知义务。《标准》B2.2要求的“实时”在技术上难以精确，贸然给出预计时间反而可能构成不实承诺。"],
      canned: ["您好，感谢您的建议！排队信息展示功能我们已纳入优化计划，敬请期待。"],
      curt: ["功能在开发。"],
    },
  },
  {
    key: "cut_off", clauses: ["B2.1", "B2.3", "A2.2"], channels: [["phone", 8], ["app", 3]],
    facts: { humanRequests: [2, 5], waitSeconds: [240, 1260], reachedHuman: 0, loopback: 0.5, queuePlace: [8, 33] },
    headlines: ["{short}，等{about}后断线", "排到一半被挂断，重打从头排", "等着等着又回到机器人"],
    stories: [
      { lang: "zh-Hans", voice: "plain", by: "self", text: "{bg}打电话等人工，等到{about}的时候，“嘟”一声，断了。再打，又从头按菜单、从头排。第二次等的时间短一点，也断了。录音两段都有。" },
      { lang: "zh-Hans", voice: "angry", by: "self", text: "{bg}等了{about}给我挂了！挂之前说“坐席繁忙，请您稍后再拨”，我等的不就是坐席吗？合着你们是等够了时间就撵人走？" },
      { lang: "zh-Hans", voice: "polite", by: "self", text: "{bg}一共拨打三次，每次都是等待一段时间后自动挂断，最长的一次{wait}。挂断前没有提供留言或者回电的选择。希望能告知设定的等待上限是多少，到了上限为什么不能回电。" },
      { lang: "zh-Hans", voice: "terse", by: "self", text: "{bg}排到第3位，断线。重打，第{queue}位。" },
      { lang: "zh-Hans", voice: "long", by: "self", text: "{bg}最气的是这个：App里排队排到前面只剩一个人，屏幕一闪，回到{bot}：“您好，请问有什么可以帮您？”我说我在排队，它说“请描述您的问题”。我重新点转人工，前面{queue}个人。等到第三次，我把手机递给我爱人，说你看着，我怕我把它摔了。" },
      { lang: "zh-Hans", voice: "elder", by: "self", text: "我耳朵不好，电话要贴着听。{bg}听了{about}的音乐，没声音了，我以为有人了，“喂喂”喊了半天，原来是断了。重新打，又是那个女的让我按这按那。" },
      { lang: "zh-Hant", voice: "angry", by: "self", text: "等了{wait}，眼看快到我了，電話自動掛斷。再打又要由頭排過。{short}本來是小事，現在變成我跟{co}的大事。請問這是巧合還是設定？" },
      { lang: "en", voice: "angry", by: "self", text: "{bgEn} After {waitEn} on hold the line simply went dead. I called again and started from the menu. The second time it was cut off as well. Nobody called back." },
    ],
    asks: [{ remedy: "callback", text: "断线之后主动回电" }, { remedy: "human_contact", text: "给一个打得通的人工" }, { remedy: "explanation", text: "说明是不是设了等待上限" }],
    titles: {
      upheld: ["等了{wait}，电话被挂断，没有回电", "排到最后一位，会话回到了机器人", "等到上限就挂断，重打从头排"],
      partly_upheld: ["断线一次，40分钟后公司回电", "第一次断线因公司系统，第二次因投诉人的网络"],
      not_upheld: ["通话清单显示主叫方先挂断"],
      insufficient_evidence: ["录音在断线前结束，不能判断是哪一方断开"],
    },
    replies: {
      sincere: ["系统确实设了等待上限，到点自动释放线路，这个设置是早年线路紧张时留下的，早该取消。现已取消；凡等待中断线的，10分钟内由坐席回拨。投诉人当天的三次来电我们已逐一回拨致歉。"],
      legal: ["通话中断原因包括网络、终端等多种因素，现有证据不足以证明系我司主动挂断。系统等待上限属于容量保护措施，行业内普遍采用。"],
      canned: ["非常抱歉，可能由于线路繁忙导致通话中断，建议您避开高峰时段拨打，或使用在线客服。祝您生活愉快！"],
      curt: ["线路原因。可重拨。"],
    },
  },
  {
    key: "no_callback", clauses: ["B2.4", "C1.1"], channels: [["phone", 6], ["app", 4]],
    facts: { humanRequests: [1, 3], waitSeconds: [90, 400], reachedHuman: 0.3, promises: [
      { action: "24小时内由专员回电", inDays: 1, words: "24小时之内一定有专员给您回电" },
      { action: "当天18点前回电", inDays: 0, words: "今天下午六点之前给您回过去" },
      { action: "次日上午回电", inDays: 1, words: "明天上午十点到十二点之间回电" } ] },
    headlines: ["说好回电，{late}天没有打来", "{short}，选了回电，没有人打", "答应“{promise}”，没有兑现"],
    stories: [
      { lang: "zh-Hans", voice: "plain", by: "self", text: "{bg}系统说排队人多，可以选回电，我就选了，它说“{promise}”。我那天手机没敢静音，洗澡都放在门口。到今天{late}天，一个电话也没有。" },
      { lang: "zh-Hans", voice: "angry", by: "self", text: "{bg}“{promise}”，说得跟真的一样。我等了{late}天，推销电话接了七个，你们的一个没有。不打你就别说打，说了不打，这叫什么？" },
      { lang: "zh-Hans", voice: "polite", by: "self", text: "{bg}客服登记了我的电话，告诉我“{promise}”。到约定的时间没有来电，我又打过去，对方说“已催促”。第二次约定的时间也过了。通话清单里这{late}天没有贵司的来电，附上供核对。" },
      { lang: "zh-Hans", voice: "terse", by: "self", text: "承诺“{promise}”。{late}天了，没有。" },
      { lang: "zh-Hans", voice: "elder", by: "self", text: "那个小伙子讲得很客气，说阿姨您放心，“{promise}”。我就坐在电话旁边等，午觉都没睡。第二天又等了一天。{late}天了，我儿子说妈你别等了，人家不会打了。我不信，做生意的人怎么能说话不算话呢。" },
      { lang: "zh-Hans", voice: "long", by: "self", text: "{bg}第一次选回电，它说“{promise}”。到点没人打，系统发短信说“回电失败，未能接通”，可我的手机一直有信号，通话清单里没有那个时段的来电。第二次又选了一回，还是“未能接通”，还是没有来电。我怀疑它根本没有打，只是把状态改了。" },
      { lang: "en", voice: "polite", by: "self", text: "{bgEn} I chose to be called back and was told it would be within 24 hours. It has been {late} days. My call list shows no call from the company in that time; I attach it." },
    ],
    asks: [{ remedy: "callback", text: "在我选的时段回电" }, { remedy: "explanation", text: "说明为什么没有回电" }],
    titles: {
      upheld: ["说好24小时内回电，{late}天没有打来", "选了回电，系统记“未能接通”，通话清单里没有来电", "两次约定回电，两次都没有打"],
      partly_upheld: ["回电打了，晚了31个小时", "回电打到了投诉人登记的旧号码"],
      not_upheld: ["投诉人称没有回电。通话清单显示公司在约定时段内接通", "公司按约回电两次，均无人接听，随后发了短信"],
      insufficient_evidence: ["双方的通话清单互相矛盾，无法认定有没有打过"],
    },
    replies: {
      sincere: ["查了外呼系统，两次回电任务都因为批处理出错没有拨出，状态却被标成“未接通”。这不只是这一单的问题，同一天有214位用户没有等到回电，我们已全部补拨并道歉。状态改为以运营商返回的结果为准。"],
      legal: ["我司系统显示已于约定时段外呼，未能接通。是否接通受用户终端状态影响，我司已尽合理努力。用户提交的通话清单仅能反映成功接续的呼叫。"],
      canned: ["给您造成不便，敬请谅解。我们已为您加急登记，会有专员尽快与您联系，请您保持电话畅通。"],
      curt: ["打过，没人接。"],
    },
  },
];
