import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openDatabase, useDatabase as replaceDatabase } from "@/db/client";
import { insertSession, revokeSessions } from "@/db/queries/sessions";
import { users } from "@/db/schema";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { INVITED_ROLES, type Role } from "@/domain/actors";
import { isDatabaseGone } from "./faults";
import { currentActor, requireActor, requirePage } from "./session";

const cookie = vi.hoisted(() => ({ sid: null as unknown }));
vi.mock("next-auth", () => ({ getServerSession: async () => (cookie.sid === null ? null : { sid: cookie.sid }) }));
vi.mock("next-intl/server", () => ({ getLocale: async () => "en" }));
vi.mock("./auth", () => ({ sessionOptions: () => ({}) }));

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(() => replaceDatabase(test.db));

async function signIn(role: Role): Promise<{ userId: string; sessionId: string }> {
  const [row] = await test.db
    .insert(users)
    .values({ email: `${role}.${Math.random()}@answered.example`, role })
    .returning();
  if (!row) throw new Error("no user");
  cookie.sid = await insertSession(test.db, row.id, 1, null);
  return { userId: row.id, sessionId: cookie.sid as string };
}

const leadsTo = (path: string) => expect.objectContaining({ digest: expect.stringContaining(`;${path};`) });
const nothing = expect.objectContaining({ digest: "NEXT_HTTP_ERROR_FALLBACK;404" });

describe("who acts", () => {
  it("is whom the session's row says, and nobody once it ended", async () => {
    const { userId, sessionId } = await signIn("officer");
    expect(await currentActor()).toMatchObject({ role: "officer", userId, sessionId });
    await revokeSessions(test.db, userId, { only: sessionId });
    expect(await currentActor()).toBeNull();
  });

  it("is nobody for a cookie that names no session", async () => {
    for (const sid of [null, undefined, 7, "00000000-0000-7000-8000-000000000000"]) {
      cookie.sid = sid;
      expect(await currentActor()).toBeNull();
    }
  });

  it("is not forgotten when the database is gone: that is a fault, not a sign-out", async () => {
    await signIn("officer");
    replaceDatabase(openDatabase("postgres://nobody@127.0.0.1:1/none", 1));
    const fault = await currentActor().catch((error: unknown) => error);
    expect(isDatabaseGone(fault)).toBe(true);
  });
});

describe("doors", () => {
  it("lead to the sign-in page and back, without saying what is behind them", async () => {
    cookie.sid = null;
    await expect(requirePage(["admin"], "/admin/people")).rejects.toEqual(leadsTo("/en/sign-in?next=%2Fen%2Fadmin%2Fpeople"));
    await expect(requirePage(["admin"], "/admin/no-such-page")).rejects.toEqual(
      leadsTo("/en/sign-in?next=%2Fen%2Fadmin%2Fno-such-page"),
    );
    await expect(requireActor(["officer"], "zh-Hant")).rejects.toEqual(leadsTo("/zh-Hant/sign-in"));
    expect(await requireActor("anyone", "en")).toEqual({ role: "public" });
  });

  it("are not there for the wrong role", async () => {
    for (const role of ["complainant", ...INVITED_ROLES] as const) {
      await signIn(role);
      if (role === "admin") expect((await requirePage(["admin"])).role).toBe("admin");
      else await expect(requirePage(["admin"]), role).rejects.toEqual(nothing);
      if (role !== "officer") await expect(requireActor(["officer"], "en"), role).rejects.toEqual(nothing);
    }
  });
});
