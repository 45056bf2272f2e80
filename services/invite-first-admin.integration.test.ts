import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "@/db/client";
import { insertPerson } from "@/db/queries/people";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { readInvitation } from "./accept-invitation";
import { inviteFirstAdmin } from "./invite-first-admin";

let test: TestDatabase;
const now = new Date("2026-09-17T02:00:00Z");
beforeAll(async () => {
  test = await createTestDatabase();
  useDatabase(test.db);
});
afterAll(() => test.drop());

describe("the first administrator", () => {
  it("gets a link that is good once, the last one asked for", async () => {
    const first = await inviteFirstAdmin("Lu@portal.example", "en", now);
    const second = await inviteFirstAdmin("lu@portal.example", "en", now);
    expect(await readInvitation(first.token, now)).toMatchObject({ state: "ended" });
    expect(await readInvitation(second.token, now)).toMatchObject({ state: "open", role: "admin" });
  });

  it("cannot be made this way once there is one", async () => {
    await insertPerson(test.db, { email: "lu@portal.example", role: "admin" });
    await expect(inviteFirstAdmin("wang@portal.example", "en", now)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("needs an address", async () => {
    await expect(inviteFirstAdmin("nobody", "en", now)).rejects.toMatchObject({ code: "invalid" });
  });
});
