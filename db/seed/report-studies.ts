import type { FullStudySource } from "@/db/queries/study-sources";
import type { StudyText, StudyWords } from "@/domain/report/case-study";

// What the alliance's editor makes of findings the demo's officers write: abstract, in two languages, without anything that tells who it was.

type Two = readonly [zh: string, en: string];
type Told = Record<"title" | "facts" | "reasons" | "lesson", Two>;

interface Telling {
  readonly clause: string;
  /** How the officer's facts begin. */
  readonly facts: RegExp;
  readonly tell: (found: RegExpExecArray, seconds: number) => Told;
}

const minutes = (seconds: number) => String(Math.max(1, Math.round(seconds / 60)));

const TELLINGS: readonly Telling[] = [
  {
    clause: "B1.2",
    facts: /^(?:人工入口位于|录屏逐级计数：人工入口位于)第(\d)级/,
    tell: ([, level = "5"]) => ({
      title: [`按到第${level}级才有人工`, `The button for a human was ${level} levels down`],
      facts: [
        `用户想找人工，App首页没有入口，一级一级点到第${level}级才出现按钮，字比正文还小。`,
        `A user looked for a human. The app’s first page offered none; the button came ${level} levels down, in type smaller than the text.`,
      ],
      reasons: [
        "按钮要固定、显眼，不得放在第三级及以下（B1.2）。层级从用户打开App的那一页数起，不从“客服中心”数起。",
        "The button must be fixed and conspicuous, never in level 3 or deeper (B1.2). Levels are counted from the page the app opens with, not from its help centre.",
      ],
      lesson: ["人工占比是结果，不该是目标。", "The share of human answers is a result. It should not be a target."],
    }),
  },
  {
    clause: "B2.1",
    facts: /^(?:从第一次要求人工|通话清单与录音一致)/,
    tell: (_found, seconds) => ({
      title: ["高峰不是等待的理由", "A busy day is no reason to wait"],
      facts: [
        `用户打电话要求人工，前后约${minutes(seconds)}分钟才有应答。录音和公司自己的通话清单对得上。`,
        `A user phoned and asked for a human; it took about ${minutes(seconds)} minutes until someone answered. The recording agrees with the company’s own call list.`,
      ],
      reasons: [
        "从第一次要求人工算起，最多180秒（B2.1）。3分钟是上限，不是平均数；高峰要多备三成人手，公司没有拿出当天的排班。",
        "From the first request at most 180 seconds may pass (B2.1). Three minutes are a limit, not an average. For peaks a third more staff is due; the company showed no roster of the day.",
      ],
      lesson: [
        "排队时间从用户开口那一刻算，不从系统愿意排队那一刻算。",
        "Waiting begins when the user asks, not when the system chooses to queue.",
      ],
    }),
  },
  {
    clause: "B3.2",
    facts: /^(?:从要求人工到接通|录音与清单一致)/,
    tell: (_found, seconds) => ({
      title: ["说了是优先用户，还是一样等", "Known to be a priority caller, and kept waiting like all"],
      facts: [
        `一位优先用户来电，说明情况以后，等了约${minutes(seconds)}分钟才接通，和普通用户没有两样。`,
        `A caller entitled to priority said so and still waited about ${minutes(seconds)} minutes, no less than anyone else.`,
      ],
      reasons: [
        "优先通道最多等60秒（B3.2）。公司没有说来电人不属于优先对象，录音和清单一致，时间超过界限。",
        "On the priority route 60 seconds are the limit (B3.2). The company did not claim that the caller was not entitled; recording and call list agree that it took longer.",
      ],
      lesson: [
        "优先不是一个按键，是接起来的那一分钟。",
        "Priority is not a key to press. It is the minute in which someone answers.",
      ],
    }),
  },
  {
    clause: "C1.2",
    facts: /^公司称款项已退/,
    tell: () => ({
      title: ["公司说退了，银行说没有", "The company said refunded, the bank said no"],
      facts: [
        "用户问退款到哪里了，公司答已经退回，银行却查无此笔。投诉以后公司才查出，钱卡在自己的对账环节。",
        "A user asked where a refund was. The company said it had been paid; the bank knew nothing of it. Only after the complaint did the company find the money stuck in its own reconciliation.",
      ],
      reasons: [
        "退款要说清到哪一步、预计哪天、逾期打哪个电话（C1.2）。公司自己都不知道钱在哪里，自然说不清；替它对账不是用户的事。",
        "A refund’s stage, expected date and a number to call must be told (C1.2). A company that does not know where the money is cannot tell; finding out is not the user’s job.",
      ],
      lesson: ["“处理中”不是进度。", "“In progress” is not a stage."],
    }),
  },
  {
    clause: "C1.2",
    facts: /^投诉人三次询问进度/,
    tell: () => ({
      title: ["问了三次，三种“处理中”", "Asked three times, three ways of saying “in progress”"],
      facts: [
        "用户三次询问退款进度，得到“处理中”“审核中”“渠道处理中”，没有到哪一步、哪天到账，也没有逾期了找谁。",
        "A user asked three times how a refund stood and was told it was in progress, under review, with the channel: no stage, no date, nobody to call if late.",
      ],
      reasons: [
        "退款进度要说三样：到哪一步、预计哪天、逾期打哪个电话（C1.2）。公司内部系统里都有，只是没有说。",
        "Three things are due: the stage, the expected date, a number to call if late (C1.2). The company’s own system held them; it did not say them.",
      ],
      lesson: ["内部看得到的进度，用户也该看得到。", "What the company can see of a refund, the user should see too."],
    }),
  },
  {
    clause: "B2.4",
    facts: /^投诉人的通话清单在约定时段/,
    tell: () => ({
      title: ["约好的回电没有来", "The callback that never came"],
      facts: [
        "用户约了回电，那个时段和之后24小时都没有来电。公司系统写着“未接通”，却拿不出运营商的呼叫记录。",
        "A user booked a callback. None came in that window or the 24 hours after it. The company’s system said “no answer”, but it could show no carrier’s record of a call.",
      ],
      reasons: [
        "回电要在用户选的时段、24小时之内（B2.4）。自己系统里的一个状态证明不了打过电话；记录在公司手里，拿不出来就作不利的认定。",
        "A callback is due in the window the user chose, within 24 hours (B2.4). A status in one’s own system proves no call; the record is the company’s to produce.",
      ],
      lesson: ["状态可以批量写，电话只能一个一个打。", "A status can be written in bulk. Calls are made one by one."],
    }),
  },
  {
    clause: "C2.1",
    facts: /^聊天记录载有“([^”]{2,24})”，没有附加条件/,
    tell: ([, promise = ""]) => ({
      title: ["机器人答应的也算数", "What a machine promised counts"],
      facts: [
        `智能客服在聊天里答应“${promise}”，没有附条件，到期没有兑现。`,
        "In a chat the AI made a promise with a date and without conditions. The day came and nothing happened.",
      ],
      reasons: [
        "只能答应做得到的事（C2.1）。用户没有办法分辨哪一句算数，话是以公司的名义说出来的。",
        "Only what the company can do may be promised (C2.1). A user cannot tell which sentence counts; it was said in the company’s name.",
      ],
      lesson: ["不敢兑现的话，先别让机器说。", "What you would not honour, do not let a machine say."],
    }),
  },
  {
    clause: "D1.3",
    facts: /^投诉人申请本人的通话录音/,
    tell: () => ({
      title: ["要自己的录音，被说成“内部资料”", "Asking for one’s own call, told it was internal"],
      facts: [
        "用户申请取得自己的通话录音和聊天记录，公司以“内部资料”为由不给。",
        "A user asked for the recording and transcript of their own conversations. The company refused: internal material.",
      ],
      reasons: [
        "一年之内，用户有权查自己的记录（D1.3）。里面有坐席的声音，可以处理后再给，不能因此不给。",
        "For a year users may have their own records (D1.3). An agent’s voice in them can be masked; it is no ground to refuse.",
      ],
      lesson: ["用户的话，用户有权再听一遍。", "What users said, they may hear again."],
    }),
  },
];

/** How companies answer, told in a sentence each. */
const POSITIONS: readonly (readonly [RegExp, Two])[] = [
  [
    /^投诉人说得对/,
    ["公司承认投诉属实，已经把按钮放回首屏。", "The company agreed and has put the button back on the first screen."],
  ],
  [
    /^我司认为层级/,
    [
      "公司主张层级应从客服中心数起，按它的数法只有三级。",
      "The company wanted levels counted from its help centre, which makes three.",
    ],
  ],
  [
    /^(?:当天高峰|尊敬的用户，近期咨询量)/,
    ["公司说当天咨询量大，对久等表示抱歉。", "The company said the day was busy and apologised for the wait."],
  ],
  [
    /^系统确实设了等待上限/,
    [
      "公司承认系统到点自动断线，已经取消这个设置。",
      "The company admitted that its system cut calls off after a while and has removed this.",
    ],
  ],
  [
    /^查了外呼系统/,
    ["公司查出回电任务没有执行，却被标成“未接通”。", "The company found that the task had never run and was marked “no answer”."],
  ],
  [
    /^我司系统显示已于约定时段外呼/,
    ["公司坚持自己的系统显示打过，只是没有接通。", "The company held that its system showed a call that was not answered."],
  ],
  [
    /^用户未事先登记/,
    [
      "公司说用户没有事先登记，系统认不出来。",
      "The company said the user had not registered beforehand and could not be recognised.",
    ],
  ],
  [
    /^我们请了两位/,
    [
      "公司请人照着重走了一遍，承认做得不好，已经改了流程。",
      "The company had people walk the same path, admitted it was poor and changed it.",
    ],
  ],
  [/^我们始终关注特殊群体/, ["公司表示重视，没有说明当天的情况。", "The company said it cared and did not explain that day."]],
  [
    /^款项卡在/,
    [
      "公司承认钱卡在对账环节，已经退回，并改了退款页面的写法。",
      "The company admitted the money was stuck in reconciliation, paid it and rewrote its refund page.",
    ],
  ],
  [
    /^退款到账时间取决于/,
    ["公司说到账快慢取决于支付渠道和银行。", "The company said that payment channels and banks decide how fast money arrives."],
  ],
  [/^您好，您的退款正在加急/, ["公司只回了一般的到账时间。", "The company replied with its usual times only."]],
  [
    /^给您带来困扰深表歉意。AI/,
    ["公司说AI还在学习，已经反馈给算法团队。", "The company said the AI was still learning and had told its team."],
  ],
  [
    /^(?:智能客服的回复页面|AI误答)/,
    [
      "公司认为AI生成的内容仅供参考，不受其约束。",
      "The company held that what its AI writes is for reference and does not bind it.",
    ],
  ],
  [
    /^(?:您好，录音资料|不对外提供|通话录音涉及)/,
    ["公司说录音供内部使用，不便提供。", "The company said recordings were for internal use and could not be handed out."],
  ],
  [
    /^录音由系统自动分段/,
    [
      "公司说录音分段存放，不排除另一方的版本经过处理。",
      "The company said recordings were stored in parts and doubted the other side’s copy.",
    ],
  ],
  [/^我们已为您重新调取/, ["公司在投诉以后重新调取了记录。", "The company looked the record up again after the complaint."]],
  [/^$/, ["公司没有答复。", "The company did not reply."]],
];

/** The words of a study, or null where this editor would choose another case. */
export function studyWords(source: FullStudySource, prefilled: StudyWords): StudyWords | null {
  const { finding, ruling } = source;
  const measure = finding.measure as { value?: number } | null;
  const position = POSITIONS.find(([begins]) => begins.test(ruling.companyReply ?? ""))?.[1];
  for (const { clause, facts, tell } of TELLINGS) {
    const found = clause === finding.clause ? facts.exec(finding.facts) : null;
    if (!found || !position) continue;
    const told = tell(found, measure?.value ?? 0);
    const both = Object.entries({ ...told, companyPosition: position }).map(([key, [zh, en]]) => [key, { "zh-Hans": zh, en }]);
    return { ...prefilled, ...(Object.fromEntries(both) as Partial<Record<StudyText, { "zh-Hans": string; en: string }>>) };
  }
  return null;
}
