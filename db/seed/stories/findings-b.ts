import type { Outcome } from "@/domain/findings";
import type { FindingText, StoryClause } from "./types";

type Texts = Readonly<Record<Outcome, readonly FindingText[]>>;

/** An officer's words on waiting, callbacks and priority (B2, B3). */
// biome-ignore format: texts, one a line
export const FINDINGS_B: Partial<Record<StoryClause, Texts>> = {
  "B2.1": {
    upheld: [
      { facts: "从第一次要求人工（{t1}）起，等待{waitSec}秒，界限180秒，超出{over}秒。录音与公司的通话清单相差不到3秒。", reasons: "等待自用户提出要求时起算，不从系统开始排队时起算。公司称当日进线为平日三倍，《标准》B2.6要求高峰多备三成人手，公司没有提交当日排班，不能免责。" },
      { facts: "通话清单与录音一致：要求人工后{waitSec}秒方有应答，或直至挂断无人应答，超过180秒的界限。", reasons: "3分钟是上限，不是平均值。全国平均接通时长不能替代本次的实际等待。" } ],
    partly_upheld: [{ facts: "等待{waitSec}秒，超出{over}秒；其中有一段因投诉人中途切出，重新排队。", reasons: "扣除重新排队的部分仍超过180秒，但超时没有投诉所称的那么久，认定部分成立。" }],
    not_upheld: [{ facts: "录音显示从要求人工到接通{okWait}秒，界限180秒。投诉人的计时包含了菜单播放。", reasons: "180秒以内符合要求。菜单过长另属B1.3、B1.4的问题。" }],
    insufficient_evidence: [{ facts: "双方的录音都缺少转接前后的一段，通话清单只有总时长。", reasons: "不能从总时长推算等待时间，证据不足。" }],
  },
  "B2.2": {
    upheld: [
      { facts: "排队期间没有显示或播报位次，也没有预计时间，录音（录屏）全段核对。", reasons: "《标准》要求实时告知排队位次和预计等待。“前方较忙”既不是位次，也不是时间。" },
      { facts: "六张截图间隔约一分钟，文字均为“正在排队”，没有数字。", reasons: "公司称接口已有数据而未显示，说明能够做到而没有做。" } ],
    partly_upheld: [{ facts: "接入时播报过一次位次，之后不再更新，没有预计时间。", reasons: "告知不完整，认定部分成立。" }],
    not_upheld: [{ facts: "录音显示每60秒播报一次位次和预计时间。", reasons: "已实时告知，没有违反该条。" }],
    insufficient_evidence: [{ facts: "截图不是排队时的页面，公司没有留存排队界面的记录。", reasons: "证据不足。" }],
  },
  "B2.3": {
    upheld: [
      { facts: "等待期间没有提供回电的选择，线路到达系统上限后自动释放。", reasons: "继续等待或改为回电，两种都应当提供。到时挂断而不回电，把等待的成本全部留给了用户。" },
      { facts: "录音全段没有出现“回电”选项。公司确认当时未开通该功能。", reasons: "未提供即为违反，开发计划不能替代。" } ],
    partly_upheld: [{ facts: "回电选项在等待满5分钟后才出现。", reasons: "提供过晚，认定部分成立。" }],
    not_upheld: [{ facts: "等待第62秒已播报“按1预约回电”。", reasons: "两种选择均已提供。" }],
    insufficient_evidence: [{ facts: "录音在等待中途结束，不能确定之后有无回电选项。", reasons: "证据不足。" }],
  },
  "B2.4": {
    upheld: [
      { facts: "投诉人的通话清单在约定时段及其后24小时内没有公司的来电。公司系统记为“未接通”，但未能提交运营商的呼叫记录。", reasons: "回电应在用户选定的时段、24小时之内。单方状态不足以证明拨打过，呼叫记录由公司掌握而未提交，作对其不利的认定。" },
      { facts: "公司外呼日志显示两次回电任务均未执行，状态由批处理写入。", reasons: "任务没有执行而标为未接通，回电没有发生。" } ],
    partly_upheld: [{ facts: "回电在选定时段之后31小时拨出并接通。", reasons: "回电了，但超过24小时，认定部分成立。" }],
    not_upheld: [{ facts: "运营商清单显示，公司在约定时段内拨出并接通，通话2分14秒。", reasons: "公司已按约回电，投诉人所称没有回电与清单不符。" }],
    insufficient_evidence: [{ facts: "双方的通话清单互相矛盾，运营商答复已超过查询期限。", reasons: "不能认定是否拨打，证据不足。" }],
  },
  "B3.1": {
    upheld: [
      { facts: "语音菜单全程没有提示老年人或残障人士的优先方式，录音全段核对。公司的优先通道须先在App内登记。", reasons: "优先应当通过语音或按键直接得到。要求先在App登记，恰好排除了最需要的人。" },
      { facts: "来电人在通话中说明了年龄或残障情况，系统没有转入优先队列。", reasons: "已经表明身份仍不优先，违反该条。" } ],
    partly_upheld: [{ facts: "有优先按键，排在菜单第七项，第52秒才播出。", reasons: "通道存在但不便使用，认定部分成立。" }],
    not_upheld: [{ facts: "录音第9秒播出优先方式，按键后进入专席。", reasons: "符合要求。" }],
    insufficient_evidence: [{ facts: "没有录音，话务记录没有优先标记字段。", reasons: "不能判断来电人是否表明身份，证据不足。" }],
  },
  "B3.2": {
    upheld: [
      { facts: "从要求人工到接通{waitSec}秒，优先用户的界限为60秒，超出{overPriority}秒。", reasons: "优先通道的上限是一分钟。本次等待与普通用户相同，优先没有实现。" },
      { facts: "录音与清单一致，等待{waitSec}秒。公司没有主张当时来电人不属于优先对象。", reasons: "身份没有争议，时间超过界限，予以认定。" } ],
    partly_upheld: [{ facts: "按键后进入了优先专席，但用了{waitSec}秒，超过界限{overPriority}秒，接通后一次办结。", reasons: "通道有，时间不达标，认定部分成立。" }],
    not_upheld: [{ facts: "表明身份后{okPriority}秒接通专席，界限60秒。", reasons: "在一分钟之内。" }],
    insufficient_evidence: [{ facts: "通话清单不能区分菜单时间和等待时间。", reasons: "证据不足。" }],
  },
};
