import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, guardDates, setTestClock, type TestDatabase } from "./testing";

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

/** PostgreSQL's code for a right one does not have. */
const refused = (statement: string) =>
  expect(test.db.execute(sql.raw(statement))).rejects.toMatchObject({ cause: { code: "42501" } });

describe("the runtime role", () => {
  for (const table of ["case_events", "admin_events"]) {
    it(`cannot rewrite ${table}`, async () => {
      await refused(`update ${table} set at = now()`);
      await refused(`delete from ${table}`);
      await refused(`truncate ${table}`);
      await refused(`drop table ${table}`);
      await refused(`alter table ${table} disable trigger all`);
      await expect(test.db.execute(sql.raw(`select count(*) from ${table}`))).resolves.toHaveLength(1);
    });
  }

  it("owns nothing and makes nothing", async () => {
    const owned = await test.db.execute(sql`select 1 from pg_class where relowner = current_user::regrole`);
    expect(owned).toHaveLength(0);
    await refused("create table public.mine (a int)");
    await refused("create role mine");
    await refused("set role answered_owner");
  });

  it("moves the clock only forward and only through its function", async () => {
    await setTestClock(test.owner, new Date("2026-09-17T02:00:00Z"));
    await refused("update portal_clock set anchor_portal = now()");
    await test.db.execute(sql`select advance_portal_clock('2026-09-18T00:00:00Z')`);
    const [row] = await test.db.execute<{ day: string }>(
      sql`select to_char(portal_now() at time zone 'UTC', 'YYYY-MM-DD') as day`,
    );
    expect(row?.day).toBe("2026-09-18");
  });

  it("sees Chinese as letters (trigram search depends on it)", async () => {
    const [row] = await test.db.execute<{ n: number }>(sql`select array_length(show_trgm('云桥快运'), 1) as n`);
    expect(row?.n).toBeGreaterThan(3);
  });
});

describe("an event is dated by the database, not by whoever writes it", () => {
  const write = (role: string, type: string, at: string, recorded = "default") =>
    sql.raw(`insert into case_events (complaint_id, ord, at, recorded_at, type, actor_role, data, salt)
      values (gen_random_uuid(), 1, ${at}, ${recorded}, '${type}', '${role}', '{}', '\\x00112233445566778899aabbccddeeff')`);
  const stands = (statement: ReturnType<typeof write>) => expect(test.db.execute(statement)).resolves.toBeDefined();
  const dated = (statement: ReturnType<typeof write>) =>
    expect(test.db.execute(statement)).rejects.toMatchObject({ cause: { constraint_name: "case_events_not_back_dated" } });
  beforeAll(() => guardDates(test.ownerUrl, true));

  it("what people did is of now: neither back nor ahead, by whatever role they call themselves", async () => {
    await stands(write("officer", "accepted", "portal_now()"));
    await stands(write("officer", "accepted", "portal_now() - interval '9 minutes'"));
    for (const role of ["officer", "supervisor", "company", "complainant", "admin"])
      await dated(write(role, "accepted", "portal_now() - interval '11 minutes'"));
    await dated(write("system", "accepted", "portal_now() - interval '1 day'"));
    await dated(write("officer", "accepted", "portal_now() + interval '1 hour'"));
    await dated(write("officer", "accepted", "portal_now()", "portal_now() - interval '3 days'"));
  });

  it("what a clock brings about is dated when it was due, however late, but never ahead or written another day", async () => {
    await stands(write("system", "deemed_accepted", "portal_now() - interval '40 days'"));
    await dated(write("officer", "deemed_accepted", "portal_now() - interval '40 days'"));
    await dated(write("system", "deemed_accepted", "portal_now() + interval '1 day'"));
    await dated(write("system", "deemed_accepted", "portal_now()", "portal_now() - interval '1 day'"));
  });

  it("a history is loaded by the owner alone once the clock is real", async () => {
    const loading = (db: TestDatabase["db"], statement: ReturnType<typeof write>) =>
      db.transaction(async (tx) => {
        await tx.execute(sql`select set_config('answered.loading', 'yes', true)`);
        await tx.execute(statement);
      });
    const old = write("officer", "accepted", "portal_now() - interval '400 days'");
    await test.owner.execute(sql`delete from portal_clock`);
    await expect(loading(test.db, old)).rejects.toMatchObject({ cause: { constraint_name: "case_events_not_back_dated" } });
    await expect(loading(test.owner, old)).resolves.toBeUndefined();
    await dated(old);
  });
});
