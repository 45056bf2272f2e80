import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText } from "./clean-text";
import { asksForHuman, factsOf, promiseIn } from "./facts";
import { joinTurns } from "./join-turns";
import { traditionalBy } from "./script";
import { timeIn, timeStampOf } from "./time-stamp";
import type { ChatTurn, TurnSide } from "./turns";

const turn = (side: TurnSide, text: string, at?: string): ChatTurn => {
  const time = at ? timeStampOf(at) : null;
  return { side, text, confidence: 90, ...(time ? { at: time } : {}) };
};
const u = (text: string, at?: string) => turn("user", text, at);
const a = (text: string, at?: string) => turn("agent", text, at);
const fact = (turns: ChatTurn[], name: string) => factsOf(turns).find((one) => one.fact === name);

describe("asking for a human", () => {
  it.each([
    "转人工",
    "轉人工！！",
    "我要人工客服",
    "给我转接人工",
    "人工",
    "真人客服",
    "找真人",
    "Human agent please.",
    "You are the bot again. Human!",
    "Agent",
    "I need to talk to a person",
    "Please transfer me to a human",
  ])("is heard in %s", (text) => expect(asksForHuman(text)).toBe(true));
  it.each(["退款", "这是人工智能吗", "不用转人工了", "The travel agent booked it", "人工费怎么算", "谢谢"])(
    "is not heard in %s",
    (text) => expect(asksForHuman(text)).toBe(false),
  );
});

describe("promises", () => {
  it.each([
    ["退款将在3个工作日内原路退回。请耐心等待。", "退款将在3个工作日内原路退回。"],
    ["我們會在24小時內回覆您", "我們會在24小時內回覆您"],
    ["We will get back to you within 24 hours", "We will get back to you within 24 hours"],
  ])("%s", (text, words) => expect(promiseIn(text)).toBe(words));
  it.each(["请问3天内收到退款了吗？", "您好，请稍等", "订单3天前已发出吗？"])("none in %s", (text) =>
    expect(promiseIn(text)).toBeNull(),
  );
});

describe("the facts of a chat", () => {
  const chat = [
    a("您好，智能助手小云为您服务", "10:00"),
    u("转人工", "10:01"),
    a("请先描述您遇到的问题哦～"),
    u("我要人工客服"),
    a("请先描述您遇到的问题哦～"),
    turn("system", "您选择了：没解决"),
    turn("system", "您选择了：没解决"),
    a("工号1024为您服务，三天内退款到账。", "10:06"),
  ];
  it("counts requests with their lines", () =>
    expect(fact(chat, "humanRequests")).toEqual({ fact: "humanRequests", value: 2, proof: [1, 3] }));
  it("measures the wait between the times shown", () =>
    expect(fact(chat, "waitSeconds")).toEqual({ fact: "waitSeconds", value: 300, proof: [1, 7] }));
  it("sees the same reply", () => expect(fact(chat, "sameReplyRepeated")).toMatchObject({ value: 2, proof: [2, 4] }));
  it("sees not solved twice", () => expect(fact(chat, "notSolvedTwice")).toMatchObject({ proof: [5, 6] }));
  it("sees a promise with its date", () => expect(fact(chat, "promisedAction")).toMatchObject({ proof: [7] }));
  it("sees being sent back to the machine", () =>
    expect(fact([u("转人工"), a("Hi，我是AI助手，很高兴为您服务")], "loopback")).toMatchObject({ proof: [0, 1] }));
  it("says nothing of a chat without them", () => expect(factsOf([u("你好"), a("您好，请讲")])).toEqual([]));
  it("proves each fact with turns that are there", () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            side: fc.constantFrom<TurnSide>("user", "agent", "system"),
            text: fc.constantFrom("转人工", "没解决", "请先描述您的问题，谢谢", "三天内退款", "工号1为您服务"),
            confidence: fc.constant(80),
          }),
        ),
        (turns) => {
          for (const one of factsOf(turns)) for (const place of one.proof) expect(turns[place]).toBeDefined();
        },
      ),
    ));
});

describe("joining overlapping screenshots", () => {
  const chat = fc.uniqueArray(
    fc.string({ minLength: 8, maxLength: 30 }).filter((s) => s.trim().length >= 8),
    { minLength: 4, maxLength: 16 },
  );
  it("gives the chat back whatever way it is cut", () =>
    fc.assert(
      fc.property(chat, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 6 }), (texts, shared, size) => {
        const whole = texts.map((text, i) => turn(i % 2 ? "agent" : "user", `${i}${i}${i} ${text} ${i}${i}${i}`));
        const pictures: ChatTurn[][] = [];
        const step = Math.max(1, size - shared);
        for (let from = 0; from < whole.length; from += step) {
          pictures.push(whole.slice(from, from + size));
          if (from + size >= whole.length) break;
        }
        expect(joinTurns(pictures).map((one) => one.turn.text)).toEqual(whole.map((one) => one.text));
      }),
    ));
  it("keeps a message that was said twice", () =>
    expect(joinTurns([[u("转人工"), a("请描述问题"), u("转人工")]])).toHaveLength(3));
  it("keeps the whole of a message that one picture cuts off", () =>
    expect(
      joinTurns([
        [u("我要退款"), a("您好，请先描述")],
        [a("您好，请先描述您遇到的问题哦"), u("转人工")],
      ]).map((one) => one.turn.text),
    ).toEqual(["我要退款", "您好，请先描述您遇到的问题哦", "转人工"]));
});

describe("times between messages", () => {
  it.each([
    ["12:40", 45_600],
    ["昨天 下午3:05", 54_300],
    ["2026年9月10日 09:12:33", 33_153],
    ["9:17 PM", 76_620],
    ["星期三 20:03", 72_180],
    ["9月14日 0:05", 300],
  ])("%s", (line, second) => expect(timeStampOf(line)?.second).toBe(second));
  it.each(["转人工", "99:99", "共 12:40 分", "12"])("none in %s", (line) => expect(timeStampOf(line)).toBeNull());
});

describe("the time an app sets inside a bubble", () => {
  it.each([
    ["18:46", 67_560],
    ["10:39 √/", 38_340],
    ["已读 下午3:05", 54_300],
    ["9.17", 33_420],
  ])("%s", (words, second) => expect(timeIn(words)?.second).toBe(second));
  it.each(["我们12:40到了", "订单2026", "99:99", ""])("none in %j", (words) => expect(timeIn(words)).toBeNull());
});

describe("what a recogniser saw", () => {
  it.each([
    ["转 人 工 ! !", "转人工！！"],
    ["您 的 订单 已 于 12:05 送 达 ， 如 未 收\n到 请 先", "您的订单已于12:05送达，如未收到请先"],
    ["Where\nis my refund?", "Where is my refund?"],
    ["| cancelled it", "I cancelled it"],
    ["充 了 半199.00 ， 没 到 账", "充了￥199.00，没到账"],
    ["请 联系 快递 （ 电话 95588 ) 。 ， 谢谢", "请联系快递（电话95588），谢谢"],
    ["请 联系 快递 〈 电话 95588 ） 或 见 〈 指南 〉", "请联系快递（电话95588）或见〈指南〉"],
  ])("%j", (seen, text) => expect(cleanText(seen)).toBe(text));
});

describe("which script was read", () => {
  const letters = (text: string, confidence: Record<string, number> = {}) =>
    [...text].map((one) => ({ text: one, confidence: confidence[one] ?? 98 }));
  const scripts = {
    toSimplified: (text: string) => ({ 會: "会", 盡: "尽", 處: "处", 說: "说" })[text] ?? text,
    toTraditional: (text: string) => ({ 会: "會", 尽: "盡", 处: "處", 说: "說" })[text] ?? text,
  };
  it("is traditional where the simplified pack takes a traditional letter for another", () =>
    expect(traditionalBy(letters("会画快处理", { 画: 59 }), letters("會盡快處理"), scripts)).toBeGreaterThan(0));
  it("is simplified where they only differ in their script, or the other pack errs", () => {
    expect(traditionalBy(letters("会尽快处理"), letters("會盡快處理"), scripts)).toBeLessThan(0);
    expect(traditionalBy(letters("菊会", { 菊: 61 }), letters("歉會"), scripts)).toBeLessThan(0);
  });
});
