import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { followedPlace, followedSearch, readFollow } from "./follow";

describe("what can be followed", () => {
  it.each([
    ["all", "anything", { kind: "all", target: "" }],
    ["company", "bozhou", { kind: "company", target: "bozhou" }],
    ["clause", "B2.1", { kind: "clause", target: "B2.1" }],
    ["search", "", { kind: "all", target: "" }],
    ["search", "page=3", { kind: "all", target: "" }],
    [
      "search",
      "clause=B2.1&q=%E6%8E%92%E9%98%9F&page=2&order=date",
      { kind: "search", target: "q=%E6%8E%92%E9%98%9F&clause=B2.1" },
    ],
  ])("%s %s", (kind, target, kept) => {
    expect(readFollow(kind, target)).toEqual(kept);
  });

  it.each([
    ["company", "../x"],
    ["company", ""],
    ["clause", "Z9.9"],
    ["other", ""],
    ["search", `q=${"x".repeat(700)}`],
  ])("refuses %s %s", (kind, target) => {
    expect(() => readFollow(kind, target)).toThrow("invalid");
  });

  it("keeps a search in one form, which finds the same again", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.constantFrom("", "&sector=telecom", "&clause=B2.1&clause=C2.1"), (q, rest) => {
        const once = readFollow("search", `q=${encodeURIComponent(q.toWellFormed())}${rest}`);
        expect(readFollow("search", once.target)).toEqual(once);
        if (once.kind === "search") expect(followedPlace(once)).toBe(`/rulings?${once.target}`);
        expect(followedSearch(once.target).words).toBe(q.toWellFormed().slice(0, 120).trim());
      }),
    );
  });
});
