import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "@/db/client";
import { clauseCounts, countStatistics, foldStatistics, rebuildStatistics } from "@/db/queries/statistics";
import { createDemoDatabase } from "@/db/seed/testing";
import type { TestDatabase } from "@/db/testing";
import { MEASURE_NAMES, MEASURES, type MeasureRule } from "@/domain/statistics";

let test: TestDatabase;

beforeAll(async () => {
  test = await createDemoDatabase();
  useDatabase(test.owner);
}, 300_000);
afterAll(async () => {
  await test.drop();
});

type Row = Record<string, unknown>;

/** Everything counted, folded or not. */
const everything = () =>
  test.db.execute<Row>(sql`
    select sector, month, channel, priority_group, clause, measure, sum(n)::int as n
    from (select sector, month, channel, priority_group, clause, measure, n from statistic_sectors
          union all select sector, month, channel, priority_group, clause, measure, n from statistic_deltas) counted
    group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0 order by 6, 2, 1, 3, 4, 5`);
const ofCompanies = () =>
  test.db.execute<Row>(sql`
    select company_id, month, clause, measure, sum(n)::int as n
    from (select company_id, month, clause, measure, n from statistic_companies
          union all select company_id, month, clause, measure, n from statistic_deltas where company_id is not null) counted
    group by 1, 2, 3, 4 having sum(n) <> 0 order by 1, 4, 2, 3`);

/** Final findings of each clause, counted from the findings themselves. */
async function clausesByHand() {
  const rows = await test.db.execute<{ clause: string; upheld: number; decided: number }>(sql`
    select clause, count(*) filter (where outcome in ('upheld', 'partly_upheld'))::int as upheld, count(*)::int as decided
    from published_findings where final_on is not null and annulled_on is null group by clause`);
  return new Map(rows.map((row) => [row.clause, { upheld: row.upheld, decided: row.decided }]));
}

async function sameAfterRebuild(): Promise<void> {
  const before = [[...(await everything())], [...(await ofCompanies())]];
  expect(before[0]?.length).toBeGreaterThan(0);
  const counted = await clauseCounts(test.db);
  expect(counted.size).toBeGreaterThan(10);
  expect(counted).toEqual(await clausesByHand());
  await test.db.transaction((tx) => rebuildStatistics(tx));
  expect([[...(await everything())], [...(await ofCompanies())]]).toEqual(before);
  expect(await clauseCounts(test.db)).toEqual(counted);
}

describe("the counts of the statistics page", () => {
  it("are the same when counted anew, folded or not", async () => {
    await test.db.transaction((tx) => foldStatistics(tx));
    await sameAfterRebuild();
  });

  it("follow a company into another sector", async () => {
    await test.owner.execute(sql`update companies set sector = 'education' where slug = 'jingge'`);
    await sameAfterRebuild();
  });

  it("follow a case that changes its company, is ruled on, or goes", async () => {
    await test.owner.execute(sql`
      update complaints set company_id = (select id from companies where slug = 'jingge'), channel = 'web', wait_seconds = 999
      where id in (select id from complaints where state = 'submitted' order by id limit 5)`);
    await test.owner.execute(sql`
      update published_rulings set annulled_on = '2026-09-01', status = 'annulled'
      where id in (select id from published_rulings order by id limit 3)`);
    await test.owner.execute(sql`
      update published_findings set annulled_on = '2026-09-01'
      where published_ruling_id in (select id from published_rulings where status = 'annulled')`);
    await sameAfterRebuild();
  });

  it("agree with a plain count of the rows, for each filter", async () => {
    const [plain] = await test.db.execute<{ received: number; telecom: number; app: number }>(sql`
      select count(*)::int as received,
             count(*) filter (where k.sector = 'telecom')::int as telecom,
             count(*) filter (where c.channel = 'app' and filed_at at time zone 'Asia/Shanghai' >= '2026-01-01')::int as app
      from complaints c left join companies k on k.id = c.company_id`);
    const sum = async (filter: Parameters<typeof countStatistics>[3]) =>
      (await countStatistics(test.db, ["received"], "month", filter)).reduce((total, row) => total + row.n, 0);
    expect(await sum({})).toBe(plain?.received);
    expect(await sum({ sector: "telecom" })).toBe(plain?.telecom);
    expect(await sum({ channel: "app", from: "2026-01" })).toBe(plain?.app);
    const [one] = await test.db.execute<{ n: number }>(sql`
      select count(*)::int as n from complaints c join companies k on k.id = c.company_id where k.slug = 'jingge'`);
    expect(await sum({ company: "jingge" })).toBe(one?.n);
  });

  it("never let a part be more than its whole", async () => {
    for (const name of MEASURE_NAMES) {
      const { part, whole }: MeasureRule = MEASURES[name];
      if (!whole) continue;
      const total = async (kinds: readonly string[]) =>
        (await countStatistics(test.db, kinds, "sector", {})).reduce((sum, row) => sum + row.n, 0);
      const all = await total(whole);
      expect(all).toBeGreaterThan(0);
      expect(await total(part)).toBeLessThanOrEqual(all);
    }
  });
});
