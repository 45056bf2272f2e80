import { sql } from "drizzle-orm";
import postgres from "postgres";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { rebuildStatistics } from "@/db/queries/statistics";
import { portalClock } from "@/db/schema";
import { loadCalendarSeed } from "@/db/seed/calendar";
import { startOfDay } from "@/domain/day";
import { rebuildSearch } from "@/services/build-search";
import { benchDatabase, LOADING, options } from "./database";
import { loadCompanies, planCompanies } from "./seed/companies";
import { bare, Copy } from "./seed/copy";
import { benchRandom, dayAt, endOf, filedOn, ruledPlaces, type Size, TODAY, TODAY_INDEX, workingDaysAfter } from "./seed/plan";
import { TABLES, type Tables, writeCase } from "./seed/rows";
import { Texts, zipf } from "./seed/texts";

const say = (line: string) => void process.stdout.write(`${line}\n`);
const COLUMNS_OF_OURS = ["seq"];

/** The columns of a table, in order, those the database numbers itself aside. */
async function columnsOf(db: postgres.Sql, table: string): Promise<string[]> {
  const rows = await db<{ name: string }[]>`
    select column_name as name from information_schema.columns where table_schema = 'public' and table_name = ${table} and is_identity = 'NO'
      and column_default is null or (table_name = ${table} and column_name in ('id', 'recorded_at', 'created_at', 'deemed', 'event_count', 'paused', 'filed_for',
        'contact_verified', 'wants_kinds', 'added_by', 'ord', 'version', 'evidence_kinds', 'recurs', 'reports'))
    order by ordinal_position`;
  return rows.map((r) => r.name).filter((n) => !COLUMNS_OF_OURS.includes(n));
}

/** Days of signing and the numbers that go with them, in order of signing; 0 and "" where nothing is ruled. */
function planRulings(size: Size): { signed: Int32Array; numbers: string[] } {
  const rng = benchRandom("signing");
  const places = ruledPlaces(size);
  const signed = new Int32Array(size.complaints);
  const order: number[] = [];
  for (let i = 0; i < size.complaints; i++)
    if (places[i] === 1) {
      signed[i] = Math.min(TODAY_INDEX - 1, workingDaysAfter(filedOn(i, size.complaints), rng.int(18, 33)));
      order.push(i);
    }
  order.sort((a, b) => (signed[a] as number) - (signed[b] as number) || (a % 480) - (b % 480) || a - b);
  const numbers: string[] = [];
  for (const [k, i] of order.entries())
    numbers[i] = `${dayAt(signed[i] as number).slice(0, 4)}-${String(k + 1).padStart(5, "0")}`;
  return { signed, numbers };
}

/** Fills a migrated, empty database (as its owner) with complaints, rulings and companies; the same size gives the same rows. */
export async function seedBench(ownerUrl: string, size: Size, report: (line: string) => void = () => undefined): Promise<void> {
  const began = Date.now();
  const note = (what: string) => report(`${((Date.now() - began) / 1000).toFixed(1).padStart(7)} s  ${what}`);
  const db = openDatabase(ownerUrl, 4);
  const raw = postgres(ownerUrl, { max: TABLES.length + 2, onnotice: () => undefined, connection: LOADING });
  try {
    const [held] = await raw`select 1 from complaints limit 1`;
    if (held) throw new Error("the database holds complaints already; take an empty one");
    const anchor = new Date(startOfDay(TODAY).getTime() + 9 * 3_600_000);
    await db
      .insert(portalClock)
      .values({ id: 1, mode: "test", anchorReal: new Date(), anchorPortal: anchor })
      .onConflictDoNothing();
    await db.transaction((tx) => loadCalendarSeed(tx));
    const companies = planCompanies(size.companies);
    await loadCompanies(db, companies);
    note(`${size.companies} companies`);

    const putBack = await bare(raw, TABLES);
    const to = Object.fromEntries(
      await Promise.all(TABLES.map(async (t) => [t, await Copy.open(raw, t, await columnsOf(raw, t))])),
    ) as Tables;
    const rng = benchRandom("cases");
    const texts = new Texts();
    const company = zipf(companies.length, 0.9);
    const { signed, numbers } = planRulings(size);
    for (let n = 0; n < size.complaints; n++) {
      const filed = filedOn(n, size.complaints);
      const ruled = signed[n] as number;
      const end = ruled > 0 ? "ruled" : endOf(rng, filed);
      await writeCase(
        to,
        {
          n,
          filed,
          end,
          signed: ruled,
          number: numbers[n] ?? "",
          company: companies[company(rng)] as (typeof companies)[number],
        },
        rng,
        texts,
      );
      if ((n + 1) % 100_000 === 0) note(`${n + 1} complaints`);
    }
    for (const table of TABLES) await to[table].end();
    note("rows written");
    await putBack();
    await raw`select setval('ruling_numbers', ${Math.max(1, size.rulings)})`;
    note("indexes built");
    await rollUp(db, raw, note);
  } finally {
    await raw.end({ timeout: 5 });
    await closeDatabase(db);
  }
}

/** What the portal keeps in step as it goes along, counted once at the end. */
async function rollUp(db: Database, raw: postgres.Sql, note: (what: string) => void): Promise<void> {
  await raw`vacuum analyze`;
  note("vacuumed");
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`);
    await rebuildStatistics(tx);
  });
  note("statistics counted");
  await rebuildSearch(db, note);
  await raw`vacuum analyze search_documents, search_postings, search_stale`;
  note("search built");
}

/** `npm run bench -- seed --complaints 1000000 --rulings 200000 --companies 5000` */
export async function run(args: string[]): Promise<void> {
  const given = options(args);
  const number = (name: string, usual: number) => Number(given[name] ?? usual);
  const size: Size = {
    complaints: number("complaints", 1_000_000),
    rulings: number("rulings", 200_000),
    companies: number("companies", 5_000),
  };
  const database = await benchDatabase();
  try {
    await seedBench(database.ownerUrl, size, say);
  } finally {
    await database.stop();
  }
}
