import { describe, expect, it } from "vitest";
import { caseReference, inFours, readReference, readSecret, SECRET_LENGTH, SECRET_LETTERS } from "./case-number";

describe("a reference", () => {
  it("names the day and the digits drawn", () => expect(caseReference("2026-09-17", "4082")).toBe("2026-0917-4082"));
  it.each([
    ["2026-0917-4082", "2026-0917-4082"],
    [" 2026 0917 4082 ", "2026-0917-4082"],
    ["２０２６－０９１７－４０８２", "2026-0917-4082"],
    ["编号2026-0917-12345678", "2026-0917-12345678"],
    ["2026-0917-40", null],
    ["", null],
  ])("is read as typed: %s", (typed, read) => expect(readReference(typed)).toBe(read));
});

describe("a secret", () => {
  it("has no letters that are read as one another", () => {
    expect(SECRET_LETTERS).not.toMatch(/[01ILOS]/);
    expect(SECRET_LENGTH * Math.log2(SECRET_LETTERS.length)).toBeGreaterThan(58);
  });
  it.each([
    ["K7M2 QX9T 4RBD", "K7M2QX9T4RBD"],
    ["k7m2-qx9t-4rbd", "K7M2QX9T4RBD"],
    ["K7M2QX9T4RBS", "K7M2QX9T4RB5"],
    ["K7M2QX9T4RB", null],
    ["K7M2QX9T4RB0", null],
  ])("is read as typed: %s", (typed, read) => expect(readSecret(typed)).toBe(read));
  it("is written down in fours", () => expect(inFours("K7M2QX9T4RBD")).toBe("K7M2 QX9T 4RBD"));
});
