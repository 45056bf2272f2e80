import { describe, expect, it } from "vitest";
import { phrasesOf } from "./phrases";

describe("where a heading may break", () => {
  it("breaks after punctuation", () => {
    expect(phrasesOf("AI客服说不通，到这里说。")).toEqual(["AI客服说不通，", "到这里说。"]);
  });
  it("keeps quotation marks with what they quote", () => {
    const parts = phrasesOf("答应“三天内原路退回”，系统里没有这笔退款");
    expect(parts.join("|")).not.toMatch(/“\||\|”|\|，/u);
  });
  it("keeps numbers with what they count", () => {
    const parts = phrasesOf("电话排队等了6分52秒才有人工，超过3分钟的上限");
    expect(parts.join("|")).not.toMatch(/\d\||\|\d+\||6分\|52/u);
    expect(parts.join("")).toBe("电话排队等了6分52秒才有人工，超过3分钟的上限");
  });
  it("cuts a phrase too long for a phone between words", () => {
    expect(phrasesOf("通话清单显示公司在约定时段内接通").length).toBeGreaterThan(2);
  });
  it("leaves English alone", () => {
    expect(phrasesOf("What happened, and when?")).toEqual(["What happened, and when?"]);
  });
});
