import { createPublicKey, verify } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { forgetSecrets } from "./secrets";
import { signText, verifySigned } from "./signing";

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), "answered-sign-"));
  vi.stubEnv("DATA_DIR", dir);
  forgetSecrets();
});
afterAll(() => {
  vi.unstubAllEnvs();
  forgetSecrets();
  rmSync(dir, { recursive: true, force: true });
});

it("signs so that the document verifies with the key it names, and one changed letter does not", () => {
  const text = '{"evidence":[{"bytes":2,"sha256":"ab"}],"reference":"2026-0917-4082"}';
  const receipt = signText(text);
  expect(receipt.signed).toBe(text);
  expect(verify(null, Buffer.from(receipt.signed), createPublicKey(receipt.key), Buffer.from(receipt.signature, "base64"))).toBe(
    true,
  );
  expect(verifySigned(receipt)).toBe(true);
  expect(verifySigned({ ...receipt, signed: receipt.signed.replace("4082", "4083") })).toBe(false);
});
