import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { seedBench } from "./seed";
import { TABLES } from "./seed/rows";

const SIZE = { complaints: 600, rulings: 120, companies: 40 };
const databases: TestDatabase[] = [];

beforeAll(async () => {
  for (let i = 0; i < 2; i++) {
    const made = await createTestDatabase();
    databases.push(made);
    const owner = new URL(made.ownerUrl);
    owner.pathname = new URL(made.url).pathname;
    await seedBench(owner.toString(), SIZE);
  }
});
afterAll(async () => {
  for (const made of databases) await made.drop();
});

/** What a table holds, without the order the database numbered things in. */
async function checksum(test: TestDatabase, table: string): Promise<string> {
  const name = sql.identifier(table);
  const drop = table === "case_events" ? sql`- 'seq'` : sql``;
  const [row] = await test.owner.execute<{ sum: string }>(
    sql`select md5(string_agg(r, '|' order by r)) as sum from (select (to_jsonb(t) ${drop})::text as r from ${name} t) x`,
  );
  return row?.sum ?? "";
}

describe("the filled database", () => {
  it("holds the same rows for the same size", async () => {
    const [a, b] = databases as [TestDatabase, TestDatabase];
    for (const table of [...TABLES, "companies", "company_exposures"])
      expect([table, await checksum(a, table)]).toEqual([table, await checksum(b, table)]);
  });

  it("holds what was asked for, rulings of about 1,500 characters numbered in order of signing", async () => {
    const test = databases[0] as TestDatabase;
    const [n] = await test.db.execute(sql`select (select count(*)::int from complaints) as complaints,
      (select count(*)::int from published_rulings) as rulings, (select count(*)::int from companies) as companies`);
    expect(n).toEqual(SIZE);
    const [text] = await test.db.execute<{ chars: number; ordered: boolean }>(sql`
      select avg(length(r.title) + length(r.decision) + coalesce(length(r.company_reply), 0) + coalesce(length(r.consumer_words), 0) + f.chars)::int as chars,
        bool_and(r.in_order) as ordered
      from (select *, signed_on >= lag(signed_on, 1, signed_on) over (order by number) as in_order from published_rulings) r
      join lateral (select sum(length(facts) + length(reasons) + length(title))::int as chars from published_findings f where f.published_ruling_id = r.id) f on true`);
    expect(text?.chars).toBeGreaterThan(1_300);
    expect(text?.chars).toBeLessThan(1_800);
    expect(text?.ordered).toBe(true);
  });

  it("keeps rows and their parts together: every state has the days it needs", async () => {
    const [bad] = await (databases[0] as TestDatabase).db.execute<{ n: number }>(sql`
      select count(*)::int as n from complaints c where
        (state in ('ruled', 'final') and (accepted_at is null or ruled_at is null or company_id is null or ruled_at < accepted_at))
        or (state = 'final') <> (final_at is not null)
        or event_count <> (select count(*) from case_events e where e.complaint_id = c.id)
        or (state in ('ruled', 'final')) <> exists (select 1 from published_rulings r where r.complaint_id = c.id)`);
    expect(bad?.n).toBe(0);
  });
});
