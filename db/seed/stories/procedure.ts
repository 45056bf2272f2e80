/** Words spoken along the procedure: supplements, pauses, comments, withdrawals, settlements, reviews. */
// biome-ignore format: texts, one a line
export const SUPPLEMENTS: readonly { readonly ask: readonly string[]; readonly answer: string; readonly short: string }[] = [
  { short: "通话日期和号码", ask: ["您打电话的日期和大致时间", "您用哪个号码打的（后四位即可）", "通话记录的截图，没有可以不交"], answer: "是{day}下午打的，用的我自己的手机，后四位0000加我姓就能对上。通话记录截了图，一起传上来了。" },
  { short: "是哪一家公司", ask: ["您说的公司全称，或者App的图标截图", "在哪里联系的客服：App、小程序还是电话"], answer: "就是{co}，我写的是简称。是在{app}里联系的，截图补上了，最上面有名字。" },
  { short: "完整的聊天记录", ask: ["从您第一次要人工开始的聊天截图，按先后排列", "如果聊天记录可以导出，导出的文件也可以"], answer: "补了六张，从头到尾按顺序编了号。导出我不会，就截了图。" },
  { short: "代办的同意", ask: ["您替家人投诉的，请写明与当事人的关系", "当事人是否同意由您办理；本人口头同意、由您录一句话也可以"], answer: "我是她女儿。我妈说“就让她办”，我录了一段，十秒钟，传上来了。" },
  { short: "扣款凭证", ask: ["扣款的短信或账单，遮住卡号", "扣款之前与客服的对话"], answer: "账单截图补了，卡号我涂掉了。对话在第二张图里。" },
  { short: "承诺的原话", ask: ["客服答应您的那句话的截图或录音", "答应的日期，以及您后来又问过几次"], answer: "截图在这里，原话是“{promise}”，{day}说的。后来我问过两次，也截了。" },
  { short: "申请记录的经过", ask: ["您向公司申请记录的时间和方式", "公司的答复，邮件、短信、截图均可"], answer: "邮件转成PDF传上来了，他们的答复只有一行字，在第二页。" },
];

/** Words of a pause of the decision clock. */
export const PAUSE_WORDS = {
  appraisal: [
    "双方的通话录音长度不同，送鉴定核对有无剪接。",
    "聊天截图与公司导出不一致，送电子数据鉴定。",
    "录音中要求人工的时刻双方听法不一，送声音鉴定。",
  ],
  appraisalBack: [
    "鉴定意见收到：录音连续，未见剪接。",
    "鉴定意见收到：公司提供的录音在1分12秒处有编辑痕迹。",
    "鉴定意见收到：两份记录的差异为系统提示语。",
  ],
  mediation: ["双方同意先行调解，由本台主持。", "公司提出补偿方案，投诉人愿意谈，双方书面同意调解。"],
  mediationBack: ["调解未成，恢复办理。", "双方对金额没有谈拢，调解结束。"],
  competence: ["业务由两家公司共同提供，先确定由哪一家答复。", "涉及金融产品与平台客服的界线，商定由本台办理。"],
  competenceBack: ["已商定由本台办理。", "双方确认由签约公司答复。"],
  court: ["投诉人就同一合同另案起诉，费用部分待法院认定。"],
  forceMajeure: ["公司所在园区因洪水断电，数据暂不能调取。"],
} as const;

/** Reasons of the one extension, asked by the officer and granted by the supervisor. */
export const EXTENSIONS: readonly string[] = [
  "公司提交的通话清单与录音相差47秒，须向运营商核对，对方答复需两周。",
  "涉及三个渠道、五次会话，逐条比对尚未完成。",
  "投诉人住院，对草案的意见需要时间，双方同意延长。",
  "同批有六件同类投诉，须统一口径，防止前后不一。",
];

/** Why a ruling or an acceptance came late, published with it. */
export const LATE_REASONS: readonly string[] = [
  "承办人病假，交接时漏看了期限。责任在本台。",
  "本周收件为平时的两倍，本件在队列末尾，未及时分派。",
  "草案两次退回修改，超过了期限。",
  "等待公司补交排班表，不应等待而等待了。",
];

export const WITHDRAWALS: readonly string[] = [
  "他们打电话来解决了，不投诉了，谢谢你们。",
  "钱退回来了，算了。",
  "家里有事，没有精力弄了。",
  "误操作，交了两份，撤一份。",
  "公司的人上门道歉了，态度很诚恳，我撤回。",
];

export const SETTLEMENTS: readonly string[] = [
  "公司退还{amt}，书面道歉，并在七日内由专员回访；投诉人接受，双方不再争议。",
  "公司按当时的答复兑现，另补偿电话费50元；双方签字。",
  "公司为投诉人指定一名固定的人工联系人，为期一年；投诉人同意结案。",
  "公司免除{fee}，恢复原合同；双方确认。",
];

/** Ended after acceptance, signed by the supervisor. */
export const TERMINATIONS: readonly string[] = [
  "办理中查明，投诉人系该公司前员工，所述会话为内部测试账号产生，不是消费者的经过。",
  "办理中查明，同一经过已由外地同级机构裁决，不再重复处理。",
];

/** Comments on a draft ruling. */
export const COMMENTS = {
  complainant: [
    "没有意见，写得很清楚。",
    "等的时间写对了。我只补一句：那天我是站着等的。",
    "我觉得第二项也应该算成立，他们明明看得到。",
    "同意。希望真的会改。",
    "谢谢，看到有人把我数的次数写进去，心里舒服多了。",
    "第三项证据不足我能理解，我确实没录音。",
  ],
  company: [
    "无意见。",
    "请求在事实部分写明当日为台风天气。",
    "对第一项的层级有异议，认为应为轻微。",
    "我司已着手整改，恳请在裁决中注明。",
    "请求删除“故意”二字。",
    "认可事实，对后果部分请依最低幅度。",
  ],
} as const;

/** The supervisor returns a draft. */
export const RETURNS: readonly string[] = [
  "第二项的理由只说了结论，请写明为什么公司的解释不成立。",
  "等待时间的起点写成了拨号，应从要求人工起算，请改。",
  "事实部分有投诉人的姓，请先脱敏。",
];

/** Requests for a review, and how they ended. */
export const REVIEWS = {
  company: [
    "认定等待281秒所依据的录音由投诉人单方提供，请求以我司系统为准。",
    "裁决适用的版本为旧版，请求依现行版本重新认定层级。",
    "我司在草案阶段提交的排班表未被采纳，也未说明理由。",
  ],
  complainant: [
    "证据不足的那一项，我后来找到了通话录音，请重新看。",
    "他们说已经退款，我的账户里没有，请核对。",
    "不成立的理由说我没有进客服页，我进了，录屏第40秒。",
  ],
  upheld: ["复核认为原裁决事实清楚，公司没有提出新的证据，维持。", "排班表不足以证明储备三成人手，原认定正确，维持。"],
  varied: [
    "新提交的录音能够证明等待时间，该项由证据不足改为成立，其余维持。",
    "层级由严重改为一般：现有材料不足以认定有意为之。",
  ],
  annulled: ["复核查明录音所涉为另一家公司的热线，认定对象错误，撤销。", "原裁决依据的截图经鉴定为拼接，撤销，并更正记录。"],
} as const;

/** Why the case is closed when no supplement comes, and a later reopening. */
export const REOPENED: readonly string[] = ["之前住院没看到短信，现在补上。", "换了手机号，没收到通知，材料都在。"];

/** Replies of a company whose records do not bear the allegation out; {found} is what was found. */
// biome-ignore format: texts, one a line
export const DENIALS = {
  not_upheld: ["我们逐条核对了当天的记录，情况与投诉不符：{found}记录已随函提交，请核对。", "收到投诉后我们当天就查了。{found}可能有些误会，已去电向投诉人说明，他仍有疑问，我们愿意当面播放录音。", "{found}我司在本次服务中已按《标准》执行，恳请据实认定。", "情况不属实。{found}"],
  insufficient_evidence: ["当日记录因系统迁移没有完整保存，我们拿不出新的材料。投诉人所述，我们不否认，也不能证实；留存方面的问题已另行整改。", "经查，公司系统中的记录不足以还原当时的情况。愿意配合贵台的进一步调查。", "现有材料不能证明投诉人的说法，请依法认定。", "没有查到对应的记录。"],
} as const;
