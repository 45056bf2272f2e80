import { describe, expect, it } from "vitest";
import { pagesShown } from "./pagination";
import { inLanguage, localHref } from "./places";

describe("addresses keep the language", () => {
  it("adds it to paths only", () => {
    expect(localHref("/", "en")).toBe("/en");
    expect(localHref("/rulings?q=a", "zh-Hant")).toBe("/zh-Hant/rulings?q=a");
    expect(localHref("#main", "en")).toBe("#main");
    expect(localHref("//elsewhere.example", "en")).toBe("//elsewhere.example");
    expect(localHref("https://elsewhere.example/", "en")).toBe("https://elsewhere.example/");
  });
  it("changes it and keeps the page", () => {
    expect(inLanguage("/zh-Hans/companies/bozhou", "en")).toBe("/en/companies/bozhou");
    expect(inLanguage("/zh-Hans", "zh-Hant")).toBe("/zh-Hant");
    expect(inLanguage("/", "en")).toBe("/en");
  });
});

describe("pages of a list", () => {
  it("shows the ends and the neighbours, and no gap of one page", () => {
    expect(pagesShown(1, 3)).toEqual([1, 2, 3]);
    expect(pagesShown(4, 12)).toEqual([1, 2, 3, 4, 5, null, 12]);
    expect(pagesShown(6, 12)).toEqual([1, null, 5, 6, 7, null, 12]);
    expect(pagesShown(12, 12)).toEqual([1, null, 11, 12]);
  });
});
