import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldName, romanName } from "./fold-name";

describe("names", () => {
  it("compare alike in both scripts, wide and narrow, with or without marks", () => {
    expect(foldName("鯨歌 通信（集團）")).toBe(foldName("鲸歌通信集团"));
    expect(foldName("簷語家居")).toBe("檐语家居");
    expect(foldName("裏")).toBe(foldName("裡"));
    expect(foldName("ＷＨＡＬＥ song!")).toBe("whalesong");
    expect(foldName(" （）")).toBe("");
  });

  it("fold once and for all", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (name) => foldName(foldName(name)) === foldName(name)));
  });

  it("have a pinyin and initials, in either script", () => {
    expect(romanName("鲸歌通信")).toEqual({ pinyin: "jing ge tong xin", initials: "jgtx" });
    expect(romanName("鯨歌通信").initials).toBe("jgtx");
    expect(romanName("拾橙App").pinyin).toBe("shi cheng app");
  });
});
