import type { Outcome } from "@/domain/findings";
import type { FindingText, StoryClause } from "./types";

type Texts = Readonly<Record<Outcome, readonly FindingText[]>>;

/** An officer's words on answers, promises and disclosure (C). */
// biome-ignore format: texts, one a line
export const FINDINGS_C: Partial<Record<StoryClause, Texts>> = {
  "C1.1": {
    upheld: [
      { facts: "三次答复分别为“尽快处理”“已反馈”“请耐心等待”，没有受理编号、承办人或回复期限。24小时内没有后续联系。", reasons: "实质答复应当有编号、有人、有24小时之内的期限。三项全无，属于空泛答复。" },
      { facts: "公司系统内没有查到对应的受理记录，答复中所称“已登记”没有依据。", reasons: "没有登记而称已登记，投诉人无从追问，违反该条。" } ],
    partly_upheld: [{ facts: "答复给出了受理编号，没有给出承办人和期限。", reasons: "三项缺两项，认定部分成立。" }],
    not_upheld: [{ facts: "短信记录显示，通话结束后4分钟内已发送编号、承办人和回电时间。", reasons: "内容完整，时间在24小时之内。" }],
    insufficient_evidence: [{ facts: "通话没有录音，短信已被删除，公司的工单系统只保留结果。", reasons: "不能确认答复的内容，证据不足。" }],
  },
  "C1.2": {
    upheld: [
      { facts: "投诉人三次询问进度，得到“处理中”“审核中”“渠道处理中”三种答复，均没有阶段、预计日期和逾期联系电话。", reasons: "退款进度应当说明三项：到哪一步、预计哪天、逾期打哪个电话。公司内部系统有该笔款项的对账状态，能够告知而没有告知。" },
      { facts: "公司称款项已退，投诉人的银行查无此笔。公司在答复期内才查明款项滞留在对账环节。", reasons: "公司自己都不清楚款项所在，自然无法如实告知。用户不应成为核对账目的人。" } ],
    partly_upheld: [{ facts: "人工说明了预计日期，没有说明阶段，也没有给逾期联系电话。款项已到账。", reasons: "三项中说明了一项，认定部分成立。" }],
    not_upheld: [{ facts: "退款页列明阶段、预计日期和联系电话，款项在预计日期之前到账。", reasons: "告知完整，没有违反该条。" }],
    insufficient_evidence: [{ facts: "投诉人没有保存查询时的页面，公司日志只记录状态变更。", reasons: "不能还原当时显示的内容，证据不足。" }],
  },
  "C1.3": {
    upheld: [
      { facts: "聊天记录中同一答复出现{reps}次，文字完全一致；投诉人提出的三个具体问题没有一个得到回答。", reasons: "用同一段话回答不同的问题，属于循环答复。口径统一不等于内容空转。" },
      { facts: "投诉人已提供的信息被再次索取{reps}次，其中两次在同一会话之内。", reasons: "说过的不应再问。信息在会话中可见，系统没有使用。" } ],
    partly_upheld: [{ facts: "机器人重复{reps}次，人工接手后一次答复清楚。", reasons: "循环只发生在机器人阶段，认定部分成立。" }],
    not_upheld: [{ facts: "投诉人以相同文字提问，每次得到的答复准确、完整。", reasons: "同问同答且内容正确，不构成循环。" }],
    insufficient_evidence: [{ facts: "截图只有公司一侧的消息，看不到提问。", reasons: "不能判断答复是否切题，证据不足。" }],
  },
  "C1.4": {
    upheld: [
      { facts: "投诉人连续两次选择“未解决”，系统未转人工，第二次之后会话被关闭。", reasons: "连续两次未解决即应转接。“继续咨询”没有写明是人工，用户无从知道。" },
      { facts: "会话日志记录“未解决”两次以上，每次之后均返回同一问题列表。", reasons: "反馈只进入统计、不进入流程，不符合该条。" } ],
    partly_upheld: [{ facts: "第二次“未解决”后出现按钮“继续咨询”，点击可到人工。", reasons: "有路径但没有说明，认定部分成立。" }],
    not_upheld: [{ facts: "第二次“未解决”后{quick}秒已转人工并接通。", reasons: "符合要求。" }],
    insufficient_evidence: [{ facts: "公司日志只记录一次“未解决”，投诉人没有截图。", reasons: "次数不能确定，证据不足。" }],
  },
  "C2.1": {
    upheld: [
      { facts: "聊天记录载有“{promise}”，没有附加条件。期满后没有兑现，公司系统中没有任何对应的操作记录。", reasons: "承诺应以公司能够做到为限。由AI说出的，同样是公司的承诺；页面底部的“仅供参考”不能抵销明确的日期和金额。" },
      { facts: "“{promise}”由智能客服作出，公司确认其无权触发该操作，同类话术在当月使用逾千次。投诉人因信赖该承诺错过了其他办法，损失{amt}。", reasons: "明知做不到而让系统作出承诺，且造成实际损失，依《标准》为严重。", tier: "serious" } ],
    partly_upheld: [{ facts: "承诺兑现，比约定晚{late}天。", reasons: "兑现了，但不是当时说的时间，认定部分成立。" }],
    not_upheld: [{ facts: "完整记录显示，该承诺以提交材料为条件，投诉人没有提交。", reasons: "条件明确且未成就，不构成虚假承诺。" }],
    insufficient_evidence: [{ facts: "双方的记录里都没有这段对话，公司的留存完整，未见删改。", reasons: "不能认定有过该承诺，证据不足。" }],
  },
  "C2.2": {
    upheld: [
      { facts: "客服答复的条件与公示条款对照，有两处更为有利，均未在条款中出现。", reasons: "应当说真实的时间和条件。说得比实际好，用户据此作了决定，责任在公司。" },
      { facts: "客服称“两到三天”，公示规则为十五个工作日。", reasons: "时限相差数倍，不是口误的范围。合同文本不能补救口头的误导。" } ],
    partly_upheld: [{ facts: "时限说短，条件说明正确。", reasons: "部分不实，认定部分成立。" }],
    not_upheld: [{ facts: "答复与现行条款一致，投诉人引用的是另一款产品的条款。", reasons: "没有不实。" }],
    insufficient_evidence: [{ facts: "对话截图没有日期和账号，不能与公司的会话对应。", reasons: "证据不足。" }],
  },
  "C3.1": {
    upheld: [
      { facts: "退货引导中没有说明寄出期限、所需凭证和运费承担，投诉人自付运费{fee}。", reasons: "三项都应主动告知。商品页有规则，不能代替客服在引导退货时的说明。" } ],
    partly_upheld: [{ facts: "说明了期限，没有说明运费由谁承担。", reasons: "告知不完整，认定部分成立。" }],
    not_upheld: [{ facts: "客服发送的退货单载明期限、凭证和运费，投诉人已打开。", reasons: "已主动告知。" }],
    insufficient_evidence: [{ facts: "对话缺前半段，公司的消息记录只有时间没有内容。", reasons: "证据不足。" }],
  },
  "C3.2": {
    upheld: [
      { facts: "投诉人三次询问投诉的流程和期限，答复均为劝其等待，没有说明流程、期限、权利和义务。", reasons: "用户问如何投诉，就应告诉他如何投诉。劝阻不是答复。" },
      { facts: "公司提交的坐席手册要求“优先安抚，避免进入投诉流程”。", reasons: "不告知系公司的要求，不是个别坐席的疏忽。" } ],
    partly_upheld: [{ facts: "说明了流程，没有说明期限和不服时的办法。", reasons: "内容不完整，认定部分成立。" }],
    not_upheld: [{ facts: "客服当场发送投诉须知，投诉人于两分钟后打开。", reasons: "已告知。" }],
    insufficient_evidence: [{ facts: "没有录音，双方陈述不一致。", reasons: "证据不足。" }],
  },
  "C3.3": {
    upheld: [
      { facts: "投诉人取消或签约之前，客服没有提及将收取{fee}；费用只写在需展开两屏的规则里。", reasons: "影响决定的事项应当主动说。投诉人问过“有什么影响”，客服答非所问，过错更为明显。" },
      { facts: "录音与聊天记录均未出现费用，短信在扣款之后发出。", reasons: "先扣款、后告知，用户失去了选择的机会。" } ],
    partly_upheld: [{ facts: "说明了将收取费用，没有说明金额。", reasons: "金额才影响决定，认定部分成立。" }],
    not_upheld: [{ facts: "确认页以与正文相同的字号列明费用和金额，投诉人勾选后提交。", reasons: "已在决定之前告知。" }],
    insufficient_evidence: [{ facts: "没有录音，投诉人的摘记不能单独作为依据。", reasons: "证据不足。" }],
  },
  "D1.3": {
    upheld: [
      { facts: "投诉人申请本人的通话录音和聊天记录，公司以“内部资料”为由拒绝，有书面答复为证。", reasons: "用户在一年之内有权查询自己的记录。坐席的信息可以遮盖，不能因此拒绝全部。拒绝提供的，依《标准》为严重。", tier: "serious" },
      { facts: "申请先后被要求改用邮件、表格和邮寄，最终答复“经评估不予提供”，没有理由。", reasons: "层层转换申请方式，最后不予提供，实质是拒绝。", tier: "serious" } ],
    partly_upheld: [{ facts: "聊天记录已提供，通话录音没有提供。", reasons: "部分提供，认定部分成立。", tier: "moderate" }],
    not_upheld: [{ facts: "公司在第二个工作日已发送下载链接，邮箱退信后改以短信通知。", reasons: "已按期提供，没有拒绝。", tier: "serious" }],
    insufficient_evidence: [{ facts: "申请以口头提出，没有录音，双方对申请的内容陈述不一。", reasons: "不能认定拒绝的是什么，证据不足。", tier: "serious" }],
  },
  "D1.4": {
    upheld: [
      { facts: "申请次日公司确认收到，第{late}天送达，超过3个工作日的界限。", reasons: "内部审批和脱敏都在界限之内完成，界限没有为此延长。" } ],
    partly_upheld: [{ facts: "聊天记录按时送达，录音晚两个工作日。", reasons: "部分超时，认定部分成立。" }],
    not_upheld: [{ facts: "第三个工作日17时送达，有签收记录。", reasons: "当日24时之前送达的，在期限之内。" }],
    insufficient_evidence: [{ facts: "申请的日期双方相差四天，没有书面材料。", reasons: "证据不足。" }],
  },
  "D1.5": {
    upheld: [
      { facts: "公司提供的记录比投诉人保存的少7条，均为公司一方的发言；公司确认导出工具作了过滤。", reasons: "记录应当完整。过滤不是篡改，但结果不完整，认定为轻微。", tier: "minor" },
      { facts: "鉴定意见：公司提供的录音在1分12秒处有编辑痕迹，缺少约110秒。", reasons: "缺少的部分恰为争议内容，公司不能说明原因。改动记录的，依《标准》为严重。", tier: "serious" } ],
    partly_upheld: [{ facts: "缺系统消息，双方的话都在。", reasons: "不完整但不影响事实，认定部分成立。", tier: "minor" }],
    not_upheld: [{ facts: "鉴定意见：录音连续，未见剪接。两份记录的差异为系统提示语。", reasons: "完整性没有问题。", tier: "minor" }],
    insufficient_evidence: [{ facts: "双方录音的格式和采样率不同，鉴定不能得出结论。", reasons: "证据不足。", tier: "minor" }],
  },
};
