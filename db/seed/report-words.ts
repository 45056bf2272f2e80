import type { ReportWords, WordPlace } from "@/domain/report/words";
import type { ReportNumbers } from "./report-numbers";

type Two = readonly [zh: string, en: string];

/** Clauses in plain words, as an editor names them. */
const CLAUSES: Readonly<Record<string, Two>> = {
  "A2.1": ["复杂的事交给机器定", "leaving complex matters to a machine"],
  "A2.2": ["要人工不马上转", "not transferring at once"],
  "A2.3": ["先和AI谈", "making people talk to the AI first"],
  "B1.1": ["找不到人工的门", "no way to a human"],
  "B1.2": ["按钮藏得深", "a hidden button"],
  "B1.5": ["转人工先要订单号", "asking for an order number before a transfer"],
  "B2.1": ["等人工超过3分钟", "waiting more than 3 minutes"],
  "B2.4": ["约好的回电没有来", "callbacks that do not come"],
  "C1.1": ["没有实质的答复", "answers without substance"],
  "C1.2": ["退款说不清", "refunds nobody can explain"],
  "C1.3": ["说过的又问", "asking again what was said"],
  "C1.4": ["两次没解决也不转", "no transfer after two failures"],
  "C2.1": ["答应了不算", "promises not kept"],
  "C2.2": ["说得比规则好", "terms told better than they are"],
  "D1.3": ["不给自己的记录", "refusing people their own records"],
  "D1.4": ["记录给得晚", "records handed over late"],
};
const CHANNELS: Readonly<Record<string, Two>> = {
  app: ["App", "apps"],
  phone: ["电话", "the phone"],
  web: ["网页", "websites"],
  mini_program: ["小程序", "mini-programs"],
  other: ["别处", "elsewhere"],
  unknown: ["没有说的地方", "places not told"],
};

const clauseZh = (id: string | undefined) => (id ? `“${CLAUSES[id]?.[0] ?? id}”（${id}）` : "");
const clauseEn = (id: string | undefined) => (id ? `${CLAUSES[id]?.[1] ?? "breaches of"} (${id})` : "");
const change = (share: number | null): Two => {
  if (share === null) return ["", ""];
  const size = `${Math.abs(Math.round(share * 1000) / 10).toFixed(1)}%`;
  return share < 0
    ? [`，比上季少${size}`, `, ${size} fewer than the quarter before`]
    : [`，比上季多${size}`, `, ${size} more than the quarter before`];
};

/** What the two reports of the demo have in common: sentences that say what the figures say. */
function common(n: ReportNumbers): Partial<Record<WordPlace, Two>> {
  const [first, second, third] = n.clauses;
  const [one, two] = n.channels;
  const moved = change(n.change);
  const late = n.rulingsLate;
  return {
    highlights: [
      `收到投诉${n.received}件${moved[0]}。${n.admissible}符合受理条件，${n.acceptedInTime}在5个工作日内由人作了答复。

裁决${n.decided}件，${n.upheld}成立或部分成立，95%区间${n.upheldInterval[0]}至${n.upheldInterval[1]}。到期的${n.rulingsDue}件里，${late > 0 ? `${late}件没有按时` : "没有一件迟到"}。

查实最多的是${clauseZh(first?.clause)}，${first?.n ?? 0}项；其次是${clauseZh(second?.clause)}和${clauseZh(third?.clause)}。

整改到期${n.rectificationsDue}项，${n.rectifiedInTime}在7个工作日内报告并验收合格，${n.overdue}项到冻结日还没有改好。`,
      `${n.received} complaints came in${moved[1]}. ${n.admissible} were admissible; a person answered ${n.acceptedInTime} of them within 5 working days.

${n.decided} cases were decided; ${n.upheld} were upheld in whole or part, 95% interval ${n.upheldInterval[0]} to ${n.upheldInterval[1]}. Of ${n.rulingsDue} that fell due, ${late > 0 ? `${late} were not ruled on in time` : "none was late"}.

Found most often: ${clauseEn(first?.clause)}, ${first?.n ?? 0} times; then ${clauseEn(second?.clause)} and ${clauseEn(third?.clause)}.

${n.rectificationsDue} rectifications fell due; ${n.rectifiedInTime} were reported within 7 working days and accepted, ${n.overdue} were still not put right at the freeze.`,
    ],
    intake: [
      `遇到AI客服的地方，${CHANNELS[one?.channel ?? "unknown"]?.[0]}最多（${one?.n ?? 0}件），其次是${CHANNELS[two?.channel ?? "unknown"]?.[0]}（${two?.n ?? 0}件）。到冻结日，本季收到的投诉里，${n.rectifiedStage}件已经走完从收到到整改合格的全程。

答复过的${n.answered}件里受理${n.accepted}件，其中${n.deemed}件是期限到了没有人决定，依规则视为受理。不予受理的都写了理由和还可以找谁。`,
      `Most met the AI on ${CHANNELS[one?.channel ?? "unknown"]?.[1]} (${one?.n ?? 0}), then on ${CHANNELS[two?.channel ?? "unknown"]?.[1]} (${two?.n ?? 0}). By the freeze ${n.rectifiedStage} of the quarter’s complaints had gone the whole way, from being received to being put right.

Of ${n.answered} answered, ${n.accepted} were accepted, ${n.deemed} of them because the time ran out and nobody had decided. Each decline gave its reason and where else to turn.`,
    ],
    timeliness: [
      `受理的一半在${n.acceptanceMedian}个工作日内有了答复，裁决的一半在${n.rulingMedian}个工作日内作出。${n.paused}件有过暂停，暂停的日子不算在内。${late > 0 ? `没有按时的${late}件，期限一过就上了逾期公示。` : ""}

公司一方，${n.repliedInTime}在10个工作日内答复；${n.firstAnswer}在72小时内先给了实质的一句，一半的首次答复在${n.medianHours}小时内。${n.missingReplies}件到期没有等到答复。`,
      `Half of the decisions on acceptance came within ${n.acceptanceMedian} working days, half of the rulings within ${n.rulingMedian}. ${n.paused} cases were paused for a time, which is not counted. ${late > 0 ? `The ${late} that were late went on the public register when their time was over.` : ""}

Of the companies, ${n.repliedInTime} replied within 10 working days; ${n.firstAnswer} gave a first answer of substance within 72 hours, half of them within ${n.medianHours}. ${n.missingReplies === 1 ? "In one case" : `In ${n.missingReplies} cases`} no reply had come when it was due.`,
    ],
    outcomes: [
      `成立率高，不等于公司做得差：来投诉的多半先自己问过、留过证据。行业之间的区间大多相交，件数少的行业尤其宽，不能拿来排名。`,
      `A high share upheld does not mean that companies do badly: most who complain have asked before and kept evidence. The intervals of most sectors overlap, widest where there are few cases; they make no ranking.`,
    ],
    clauses: [
      `按成立的项数看，${clauseZh(first?.clause)}、${clauseZh(second?.clause)}、${clauseZh(third?.clause)}排在前面。它们都不用新技术就能改：把流程里那一步拿掉，或者把系统里已经有的话说出来。`,
      `By findings, ${clauseEn(first?.clause)}, ${clauseEn(second?.clause)} and ${clauseEn(third?.clause)} come first. None of them needs new technology: take that step out, or say what the system knows already.`,
    ],
    access: [
      `随机拨测${n.tests}次。普通路线${n.connectedInTime}在180秒内接通，优先路线${n.priorityInTime}在60秒内；一半在${n.medianSeconds}秒内有人应。${n.neverConnected}次始终没有接通。

一半的拨测要求${n.medianRequests}次就有人来。${n.told}的电话在15秒内说了怎么转人工：这一句不花钱，说在前面，人就不用听完整段菜单。`,
      `${n.tests} random dial tests. By the usual route ${n.connectedInTime} were connected within 180 seconds, by the priority route ${n.priorityInTime} within 60; half were answered within ${n.medianSeconds} seconds. ${n.neverConnected} never were.

Half needed to ask ${n.medianRequests === 1 ? "once" : `${n.medianRequests} times`}. ${n.told} of the calls told within 15 seconds how to reach a human: the sentence costs nothing, and said first it spares people the whole menu.`,
    ],
    priority: [
      `走优先路线的拨测${n.priorityTests}次，${n.priorityInTime}在60秒内接通，一半在${n.medianPriority}秒以内。查过的电话里，${n.priorityOffered}有这条路线。`,
      `${n.priorityTests} tests took the priority route: ${n.priorityInTime} were connected within 60 seconds, half within ${n.medianPriority}. Where it was looked for, ${n.priorityOffered} have such a route.`,
    ],
    specialChecks: [
      n.checks === 0
        ? "本季没有专项检查。人数没有到门槛，不代表没有人投诉。"
        : `本季进行过的专项检查${n.checks}项，到冻结日还有${n.checksOpen}项没有结束。立案只说明人数到了门槛，不说明公司有错。`,
      n.checks === 0
        ? "No special check this quarter. That the number was not reached does not mean that nobody complained."
        : `Special checks that ran this quarter: ${n.checks}; still open at the freeze: ${n.checksOpen}. Opening one says that the number was reached, not that the company was wrong.`,
    ],
    companies: [
      `${n.scored}家公司证据够，给了分数，中位${n.medianScore}。和上季比，${n.fallen}家降，${n.risen}家升；多数变化比区间窄，说不上真的变了。区间相交的不分先后。`,
      `${n.scored} companies have evidence enough for a score; the median is ${n.medianScore}. Against the quarter before ${n.fallen} fell and ${n.risen} rose; most changes are narrower than the interval and prove nothing. Companies whose intervals overlap stand in no order.`,
    ],
    rectification: [
      `到期的${n.rectificationsDue}项里${n.repeats}项是再犯：整改合格以后12个月内又犯同一条。改了一处、没有改流程，多半就会再来。`,
      `${n.repeats} of the ${n.rectificationsDue} due were repeats: the same clause within 12 months of an accepted rectification. Where one case is mended and the process is not, it tends to come back.`,
    ],
  };
}

/** 2026Q1 as its editor wrote it. */
export function firstReportWords(n: ReportNumbers): Partial<Record<WordPlace, Two>> {
  const top = n.clauses[0]?.clause;
  return {
    ...common(n),
    lead: [
      `查实最多的是${clauseZh(top)}。十个公司答复里有九个按时，可一半的首次答复要等${n.medianHours}个小时，用户等的往往只是一句实话。`,
      `Found most often: ${clauseEn(top)}. Most companies reply in time, yet half of the first answers take ${n.medianHours} hours, when all that users wait for is one true sentence.`,
    ],
    practice: [
      `一家小公司没有钱买系统，把“转人工”做成一个电话号码，写在每条自动回复的第一行，由三个人轮流接。半年里没有一件关于找人工的投诉成立。

一家银行把退款页改成三行：到哪一步、最晚哪天、晚了打谁的电话。改完以后，问进度的来电少了四成。（两例都由公司提供，联盟看过页面，没有核对数字。）`,
      `A small firm without money for a system put a phone number in the first line of every automatic reply, answered by three people in turn. In half a year no complaint about reaching a human was upheld against it.

A bank rewrote its refund page in three lines: the stage, the latest date, whom to call if late. Calls about refunds fell by four tenths. (Both told by the companies; the alliance saw the pages and did not check the numbers.)`,
    ],
    recommendations: [
      `转人工的按钮放在首屏，固定不动，改版时先数一遍级数。

等待从用户开口算起，到2分30秒就问要不要回电，不要等线路自己断。

退款写三样：到哪一步、最晚哪天、晚了打谁的电话。

机器人答应的事，先过一遍能不能兑现；不能的，让它说“我做不了主，给您转人工”。`,
      `Keep the button for a human on the first screen, fixed, and count its levels before every redesign.

Count waiting from when the user asks; offer a callback at two and a half minutes instead of letting the line drop.

For a refund say three things: the stage, the latest date, whom to call if late.

Check what the machine may promise; for the rest let it say “I cannot decide this, I will get someone who can”.`,
    ],
  };
}

/** 2026Q2 as its editor wrote it. */
export function secondReportWords(n: ReportNumbers): Partial<Record<WordPlace, Two>> {
  const [first, second] = n.clauses;
  return {
    ...common(n),
    lead: [
      `查实最多的两桩，是${clauseZh(first?.clause)}和${clauseZh(second?.clause)}，都不是技术做不到。改是改了的多，可到期的整改里有${n.repeats}项是再犯。`,
      `Found most often: ${clauseEn(first?.clause)} and ${clauseEn(second?.clause)}. Neither is beyond technology. Most of it was put right, yet ${n.repeats} of the rectifications due were repeats.`,
    ],
    practice: [
      `一家外卖平台让坐席在结束会话前读一遍三样东西：编号、谁回电、几点前。读不出来，系统不让结束。两个月里“没有实质答复”的投诉少了一半多。

一家旅行公司每月把成立的裁决贴在客服排班表旁边，谁的流程谁来讲。（两例都由公司提供，联盟看过页面，没有核对数字。）`,
      `A delivery platform has agents read three things before they may close a chat: the number, who calls back, by when. Without them the system does not close. In two months complaints about answers without substance fell by more than half.

A travel company pins each month’s upheld rulings beside the roster; whoever owns the process explains it. (Both told by the companies; the alliance saw the pages and did not check the numbers.)`,
    ],
    recommendations: [
      `每一句“会处理”后面，跟一个编号、一个人、一个时间。给不出来，就说给不出来。

整改要改流程，不要只赔这一单。再犯的按一倍半计分，是因为它本来可以不发生。

不予提供录音之前，先看看能不能处理掉坐席的声音。用户要的是自己说过的话。

老人和残障用户说了一次，就不要让他们再证明一次。`,
      `Behind every “we will see to it” put a number, a person and a time. If you cannot, say that you cannot.

Mend the process, not only the case. A repeat counts half as much again because it need not have happened.

Before you refuse a recording, see whether the agent’s voice can be masked. Users want what they said themselves.

When older or disabled people have said it once, do not have them prove it again.`,
    ],
    F1: ["投诉从哪里来？App和电话占了多数", "Where do complaints come from? Apps and the phone, mostly"],
    F5: [`30个工作日内裁决，${n.ruledInTime}做到了`, `Ruled on within 30 working days: ${n.ruledInTime}`],
  };
}

/** Words by place and language, as a report keeps them. Traditional Chinese is made from simplified when it is read. */
export function asReportWords(words: Partial<Record<WordPlace, Two>>): ReportWords {
  return Object.fromEntries(Object.entries(words).map(([place, [zh, en]]) => [place, { "zh-Hans": zh, en }]));
}
