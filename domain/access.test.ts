import { describe, expect, it } from "vitest";
import { admit } from "./access";
import { ROLES } from "./actors";
import { maskEmail, readEmail } from "./email-address";

describe("doors", () => {
  it("let in the roles they are for, ask others to sign in, and do not exist for the wrong ones", () => {
    expect(admit({ role: "officer" }, ["officer", "supervisor"])).toBe("in");
    expect(admit(null, ["officer"])).toBe("sign_in");
    for (const role of ROLES.filter((r) => r !== "admin")) expect(admit({ role }, ["admin"])).toBe("not_found");
    expect(admit(null, "anyone")).toBe("in");
  });
});

describe("mail addresses", () => {
  it("are stored one way", () => {
    expect(readEmail("  Wang.Yu@Example.COM ")).toBe("wang.yu@example.com");
    expect(readEmail("ｗａｎｇ@example.com")).toBe("wang@example.com");
  });

  it("are refused when mail could not reach them, or could reach two", () => {
    for (const typed of [
      "",
      "a",
      "a@b",
      "a@b@c.de",
      "a b@c.de",
      "a@b.c, d@e.f",
      "a@.de",
      `${"x".repeat(250)}@a.de`,
      "<a@b.de>",
      "a\n@b.de",
    ])
      expect(readEmail(typed), typed).toBeNull();
  });

  it("are told without telling", () => expect(maskEmail("wang.yu@mail.example")).toBe("w***@mail.example"));
});
