import { createHash } from "node:crypto";
import { startOfDay } from "@/domain/day";
import { type AttachedFile, toldChannel } from "./attachments";
import type { CaseWords } from "./case-words";
import { seedId } from "./ids";
import type { PlannedCase } from "./plan";
import { type Random, random } from "./random";

const ASK = ["转人工", "人工", "人工客服", "我要人工", "找人工客服", "转人工！", "麻烦转人工", "有人吗，转人工", "能不能转个人"];
const DEFLECT = [
  "为了更快帮您解决，请先描述您的问题。",
  "请问您是想咨询以下问题吗？1.订单查询 2.退款进度 3.开发票",
  "正在努力学习中，请换个说法试试。",
  "您可以在“我的-帮助中心”查看相关说明。",
  "当前咨询人数较多，建议您使用自助服务。",
  "已为您查询到相关信息，请问还有其他问题吗？",
];
const CANNED = [
  "很抱歉给您带来不便，已为您反馈相关部门，请耐心等待。",
  "您的问题正在处理中，请耐心等待。",
  "非常理解您的心情，我们会尽快为您处理。",
];
const ENDS = ["会话超时，已自动结束", "会话已结束", "对方已结束会话"];

/** A running clock that only moves forward, in steps of some seconds. */
function clockFrom(plan: PlannedCase, rng: Random) {
  let at = startOfDay(plan.incidentOn).getTime() + rng.int(8 * 60, 21 * 60) * 60_000 + rng.int(0, 59) * 1000;
  return {
    after: (from: number, to: number) => {
      at += rng.int(from, to) * 1000;
      // Shanghai is always eight hours ahead of UTC.
      return new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace("T", " ");
    },
  };
}

/** The chat as an app exports it: what the case tells, line by line. */
function chatText(plan: PlannedCase, words: CaseWords, rng: Random): string {
  const { facts } = words;
  const { bot, app } = plan.company;
  const time = clockFrom(plan, rng);
  const lines: string[] = [];
  const say = (who: string, text: string, from = 2, to = 40) => lines.push(`${time.after(from, to)} ${who}：${text}`);
  say("我", `${plan.matter.short}，我想${plan.matter.want}`);
  const canned = rng.pick(CANNED);
  const repeats = facts.sameReplyRepeated ?? 0;
  const asks = facts.humanRequests ?? 0;
  for (let i = 0; i < Math.max(asks, repeats, 1); i++) {
    say(bot, i < repeats ? canned : rng.pick(DEFLECT), 1, 3);
    if (i < asks) say("我", rng.pick(ASK), 5, 90);
    else if (i < repeats - 1) say("我", rng.pick(["到底什么时候", "你答非所问", "还是没有解决", "上面已经说过了"]), 8, 120);
  }
  if (words.slots.promise) say(facts.reachedHuman ? "客服" : bot, `${words.slots.promise}，请您放心。`, 2, 60);
  else if (facts.reachedHuman) {
    say("系统", "已为您转接人工客服", facts.waitSeconds ?? 20, (facts.waitSeconds ?? 20) + 1);
    say("客服", "您好，您的问题已经登记了，会尽快处理。", 3, 30);
  } else say(bot, rng.pick(DEFLECT), 1, 3);
  say("系统", rng.pick(ENDS), 120, 600);
  return `${app} 聊天记录\n\n${lines.join("\n")}\n`;
}

/** The list of calls as a telephone company prints it. */
function callList(plan: PlannedCase, words: CaseWords, rng: Random): string {
  const time = clockFrom(plan, rng);
  const wait = words.facts.waitSeconds ?? rng.int(60, 200);
  const long = (s: number) => `${String(Math.floor(s / 60)).padStart(2, "0")}:${String(s % 60).padStart(2, "0")}`;
  const rows = Array.from(
    { length: rng.int(1, 3) },
    (_, i) => `${time.after(60, 2400)}  呼出  客服热线  ${long(i === 0 ? wait + rng.int(40, 160) : rng.int(20, 190))}`,
  );
  return `通话清单（本机尾号${words.slots.phone?.slice(-4)}）\n时间  类型  对方  时长\n${rows.join("\n")}\n`;
}

/** For a case without a picture or recording: now and then a text of its own, made from its facts. */
export function writtenFor(plan: PlannedCase, words: CaseWords): AttachedFile[] {
  const rng = random(`written evidence of case ${plan.n}`);
  if (plan.course === "declined" || plan.lang === "en" || !rng.chance(0.42)) return [];
  const phone =
    toldChannel(plan.story) === "phone" || (plan.situation.channels[0]?.[0] === "phone" && toldChannel(plan.story) === null);
  const content = Buffer.from(phone ? callList(plan, words, rng) : chatText(plan, words, rng));
  const file = phone ? "通话清单.txt" : "聊天记录.txt";
  return [
    {
      file,
      name: file,
      id: seedId(`written ${plan.n}`),
      kind: "text",
      shows: phone ? "screen" : "chat_export",
      mime: "text/plain",
      sha256: createHash("sha256").update(content).digest("hex"),
      bytes: content.length,
      company: null,
      matter: null,
      situation: plan.situation.key,
      truth: {},
      content,
    },
  ];
}
