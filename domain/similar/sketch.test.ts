import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cannedReplies, sketchOf } from "./sketch";

const shared = (a: readonly number[], b: readonly number[]) => a.filter((x) => b.includes(x)).length;
const STORY =
  "我九月三日在手机上要求退款，机器人说三个工作日到账，到今天已经第九天，一分钱也没有回来。我要求转人工十一次，每次都让我再描述一遍问题，最后说感谢您的理解与支持就结束了对话。";

describe("the sketch of a text", () => {
  it("is the same for the same words however they are pointed, and shares much with a text changed here and there", () => {
    expect(sketchOf(STORY.replaceAll("，", " "))).toEqual(sketchOf(STORY));
    const changed = STORY.replace("九月三日", "九月十日").replace("十一次", "六次").replace("第九天", "第五天");
    expect(shared(sketchOf(STORY), sketchOf(changed))).toBeGreaterThan(6);
  });

  it("shares hardly anything with another story, and is empty where there is nothing to compare", () => {
    const other = "父亲七十六岁，电话里听不懂按键，语音菜单念了四分多钟也没有提到人工，只好请邻居帮忙去营业厅办理停机保号业务。";
    expect(shared(sketchOf(STORY), sketchOf(other))).toBeLessThan(2);
    expect(sketchOf("退钱。")).toEqual([]);
  });

  it("has 24 numbers PostgreSQL takes as integers, always the same ones", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 0, maxLength: 300 }), (text) => {
        const bands = sketchOf(text);
        expect([0, 24]).toContain(bands.length);
        for (const band of bands) expect(Number.isInteger(band) && band >= -(2 ** 31) && band < 2 ** 31).toBe(true);
        expect(sketchOf(text)).toEqual(bands);
      }),
      { numRuns: 50 },
    );
  });
});

describe("canned replies", () => {
  const say = (side: string, text: string) => ({ side, text });

  it("are what an agent repeats and what is quoted, not greetings, not the person's own words", () => {
    const chat = [
      say("agent", "您好！"),
      say("user", "我要人工，我已经说了很多遍了"),
      say("agent", "感谢您的理解与支持，我们会尽快处理。"),
      say("user", "我要人工，我已经说了很多遍了"),
      say("agent", "感谢您的理解与支持 我们会尽快处理"),
    ];
    const replies = cannedReplies([chat], "");
    expect(replies).toHaveLength(1);
    expect(cannedReplies([], "它只会说“感谢您的理解与支持，我们会尽快处理！”，别的没有。")).toEqual(replies);
    expect(cannedReplies([chat.slice(0, 3)], "它说“您好”。")).toEqual([]);
  });
});
