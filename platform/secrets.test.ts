import { createPublicKey, sign, verify } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { checkSecrets, forgetSecrets, hmacKey, SECRET_NAMES, secret, signingKey, signingPublicKey } from "./secrets";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), "answered-keys-"));
  vi.stubEnv("DATA_DIR", dir);
  for (const name of SECRET_NAMES) vi.stubEnv(name, "");
  forgetSecrets();
});
afterEach(() => {
  vi.unstubAllEnvs();
  forgetSecrets();
  rmSync(dir, { recursive: true, force: true });
});

describe("secrets", () => {
  it("are made once, readable by their owner alone, and stay", () => {
    const first = secret("AUTH_SECRET");
    forgetSecrets();
    expect(secret("AUTH_SECRET")).toEqual(first);
    const keys = path.join(dir, "keys");
    for (const name of readdirSync(keys)) expect(statSync(path.join(keys, name)).mode & 0o777).toBe(0o600);
    expect(statSync(keys).mode & 0o777).toBe(0o700);
  });

  it("must be given in production, by name", () => {
    vi.stubEnv("NODE_ENV", "production");
    expect(checkSecrets()).toEqual(SECRET_NAMES.map((name) => `${name} is not set: 32 bytes in base64 (script/new-keys)`));
  });

  it("are refused when they are too short", () => {
    vi.stubEnv("HMAC_KEY", "c2hvcnQ=");
    expect(() => secret("HMAC_KEY")).toThrow("HMAC_KEY must be 32 bytes");
  });

  it("give each purpose a key of its own", () => {
    expect(hmacKey("contact")).not.toEqual(hmacKey("attempt"));
    expect(hmacKey("contact")).toEqual(hmacKey("contact"));
  });

  it("sign so that the published key verifies", () => {
    const text = Buffer.from("收据");
    const x = signingPublicKey().toString("base64url");
    const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
    expect(verify(null, text, key, sign(null, text, signingKey()))).toBe(true);
  });
});
