import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { generateSync } from "otplib";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { newRecoveryCodes, readRecoveryCode, totpSecretFor, totpStep, totpUri } from "./one-time-code";
import { openText, sealText } from "./sealed-text";
import { forgetSecrets } from "./secrets";

const NOW = new Date("2026-09-17T01:00:00Z");
const codeAt = (secret: string, at: Date) => generateSync({ secret, epoch: Math.floor(at.getTime() / 1000) });

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), "answered-codes-"));
  vi.stubEnv("DATA_DIR", dir);
  forgetSecrets();
});
afterAll(() => {
  vi.unstubAllEnvs();
  forgetSecrets();
  rmSync(dir, { recursive: true, force: true });
});

describe("codes of the authenticator", () => {
  it("belong to an enrolment: the same when the page is shown again, another for another person", () => {
    expect(totpSecretFor("a")).toBe(totpSecretFor("a"));
    expect(totpSecretFor("a")).not.toBe(totpSecretFor("b"));
    expect(totpSecretFor("a")).toMatch(/^[A-Z2-7]{32}$/);
    expect(totpUri("有回音", "a@b.example", totpSecretFor("a"))).toMatch(/^otpauth:\/\/totp\//);
  });

  it("count once", () => {
    const secret = totpSecretFor("once");
    const code = codeAt(secret, NOW);
    const step = totpStep(secret, code, NOW, null);
    expect(step).toBe(Math.floor(NOW.getTime() / 30_000));
    expect(totpStep(secret, code, NOW, step)).toBeNull();
  });

  it("forgive one step of drift and no more", () => {
    const secret = totpSecretFor("drift");
    const code = codeAt(secret, NOW);
    expect(totpStep(secret, code, new Date(NOW.getTime() + 30_000), null)).not.toBeNull();
    expect(totpStep(secret, code, new Date(NOW.getTime() - 30_000), null)).not.toBeNull();
    expect(totpStep(secret, code, new Date(NOW.getTime() + 61_000), null)).toBeNull();
  });

  it("are six digits and nothing else", () => {
    const secret = totpSecretFor("shape");
    for (const typed of ["", "12345", "1234567", "abcdef", "１２３４５６"]) expect(totpStep(secret, typed, NOW, null)).toBeNull();
  });
});

describe("recovery codes", () => {
  it("are read however they are typed", () => {
    const [code = ""] = newRecoveryCodes();
    expect(code).toMatch(/^[2-9a-z]{4}(-[2-9a-z]{4}){2}$/);
    expect(readRecoveryCode(code.toUpperCase().replaceAll("-", " "))).toBe(code);
    expect(readRecoveryCode("123456")).toBeNull();
    expect(new Set(newRecoveryCodes()).size).toBe(8);
  });
});

describe("sealed text", () => {
  it("opens for its owner and purpose only", () => {
    const sealed = sealText("totp", "row-1", "SECRET");
    expect(sealed).not.toContain("SECRET");
    expect(openText("totp", "row-1", sealed)).toBe("SECRET");
    expect(() => openText("totp", "row-2", sealed)).toThrow();
    expect(() => openText("other", "row-1", sealed)).toThrow();
    const other = sealed.at(10) === "A" ? "B" : "A";
    expect(() => openText("totp", "row-1", `${sealed.slice(0, 10)}${other}${sealed.slice(11)}`)).toThrow();
  });
});
