import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { useDatabase as replaceDatabase } from "@/db/client";
import { mails, users, verificationTokens } from "@/db/schema";
import { createTestDatabase, setTestClock, type TestDatabase } from "@/db/testing";
import { forgetSecrets } from "@/platform/secrets";
import { LINK_LIMITS } from "@/services/send-sign-in-link";
import { authOptions, nextPath } from "./auth";
import { networkOf } from "./network";

vi.mock("next/headers", () => ({ headers: async () => new Headers({ "x-forwarded-for": "203.0.113.7" }) }));

let test: TestDatabase;
let dir: string;
beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), "answered-auth-"));
  vi.stubEnv("DATA_DIR", dir);
  forgetSecrets();
  test = await createTestDatabase();
  replaceDatabase(test.db);
  await setTestClock(test.owner, new Date("2026-09-17T01:00:00Z"));
});
afterAll(async () => {
  await test.drop();
  vi.unstubAllEnvs();
  forgetSecrets();
  rmSync(dir, { recursive: true, force: true });
});

type Authorize = (given: Record<string, string>) => Promise<unknown>;
const provider = (id: string) =>
  authOptions("en").providers.find((p) => (p.options as { id?: string }).id === id)?.options as unknown as {
    authorize: Authorize;
  };
const signIn = (email: string, verificationRequest: boolean) =>
  authOptions("en").callbacks?.signIn?.({
    user: { id: email, email },
    account: { provider: "email", type: "email", providerAccountId: email },
    email: { verificationRequest },
  } as never);

describe("one-click sign-in", () => {
  it("refuses outside the demo, whatever is sent", async () => {
    for (const key of ["admin", "supervisor", ""]) expect(await provider("demo").authorize({ key })).toBeNull();
  });
});

describe("mail links", () => {
  it("are for consumers, known or not; staff get a letter instead, and the page does not tell", async () => {
    await test.db.insert(users).values([
      { email: "c@mail.example", role: "complainant" },
      { email: "o@answered.example", role: "officer" },
      { email: "d@mail.example", role: "complainant", disabledAt: new Date() },
    ]);
    expect(await signIn("c@mail.example", true)).toBe(true);
    expect(await signIn("new@mail.example", true)).toBe(true);
    expect(await signIn("o@answered.example", true)).toBe("/en/sign-in/check-mail");
    expect(await signIn("d@mail.example", true)).toBe("/en/sign-in/check-mail");
    // Not even with a link in hand.
    expect(await signIn("o@answered.example", false)).toBe(false);
    expect(await signIn("d@mail.example", false)).toBe(false);
    expect((await test.db.select().from(mails)).map((m) => [m.to, m.template])).toEqual([
      ["o@answered.example", "sign_in_by_password"],
    ]);
    expect(await test.db.select().from(verificationTokens)).toEqual([]);
  });

  it("are sent a few times an hour to one address", async () => {
    for (let n = 0; n < LINK_LIMITS.address.max; n += 1) expect(await signIn("often@mail.example", true)).toBe(true);
    await expect(signIn("often@mail.example", true)).rejects.toThrow(/^tooMany$/);
  });
});

describe("what a request says of itself", () => {
  it("is believed as far as the nearest proxy wrote it", () => {
    const from = (value: string) => networkOf(new Headers({ "x-forwarded-for": value }));
    expect(from("1.2.3.4, 203.0.113.9")).toBe("203.0.113.9");
    expect(from("::ffff:203.0.113.9")).toBe("203.0.113.9");
    expect(from("2001:db8:1:2:3:4:5:6")).toBe(from("2001:db8:1:2::1"));
    expect(from("2001:db8:1:2::1")).not.toBe(from("2001:db8:1:3::1"));
    expect(networkOf(new Headers())).toBe("unknown");
  });

  it("leads on within this site only", () => {
    expect(nextPath("/en/desk?x=1")).toBe("/en/desk?x=1");
    expect(nextPath("http://127.0.0.1:3000/en/desk")).toBe("/en/desk");
    for (const bad of [
      "//evil.example",
      "/\\evil.example",
      "https://evil.example",
      "javascript:alert(1)",
      "",
      null,
      "/a b",
      "http://127.0.0.1:3000.evil.example/",
    ])
      expect(nextPath(bad), String(bad)).toBeNull();
  });
});
