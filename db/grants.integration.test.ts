import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, setTestClock, type TestDatabase } from "./testing";

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
