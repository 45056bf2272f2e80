import { sql } from "drizzle-orm";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { type Random, random } from "@/db/seed/random";
import { FACETS, type Filters } from "@/domain/search/columns";
import { holds, readQuery } from "@/domain/search/query";
import { cutWords } from "@/platform/cut-words";
import { foldText } from "@/platform/fold-text";
import { searchRulings } from "@/services/search-rulings";
import { benchDatabase, options } from "./database";

const say = (line: string) => void process.stdout.write(`${line}\n`);
const CONNECTIONS = 4;

interface Asked {
  readonly kind: "two" | "phrase" | "facet";
  readonly words: string;
  readonly filters: Filters;
  readonly total: number;
}
interface Quarter {
  readonly name: string;
  readonly fits: (share: number, total: number) => boolean;
}
const QUARTERS: readonly Quarter[] = [
  { name: "under 100", fits: (_share, n) => n > 0 && n < 100 },
  { name: "1 to 5 %", fits: (share) => share >= 0.01 && share <= 0.05 },
  { name: "10 to 30 %", fits: (share) => share >= 0.1 && share <= 0.3 },
  { name: "over 50 %", fits: (share) => share > 0.5 },
];

async function total(db: Database, words: string, filters: Filters): Promise<number> {
  return (await searchRulings(db, { words, filters, order: "date", offset: 0, limit: 0 })).total;
}

/** A piece of a ruling's text: two letters, or a phrase of three to nine in quotation marks. */
function piece(rng: Random, texts: readonly string[], kind: "two" | "phrase"): string {
  for (;;) {
    const runs = rng.pick(texts).match(/[\u4e00-\u9fff]{2,}/g) ?? [];
    if (runs.length === 0) continue;
    const run = rng.pick(runs);
    const length = kind === "two" ? 2 : Math.min(run.length, rng.int(3, 9));
    const at = rng.int(0, run.length - length);
    const text = run.slice(at, at + length);
    return kind === "two" ? text : `"${text}"`;
  }
}

/** Words that stand in most rulings, for the last quarter: they are few, so they are looked for. */
const COMMON = [
  "公司",
  "投诉",
  "人工",
  "记录",
  "客服",
  "转人工",
  "没有",
  "说明",
  "要求",
  "系统",
  "投诉人",
  "标准",
  "应当",
  "整改",
  "裁决",
];
const COMMON_PHRASES = [
  "裁决生效",
  "个工作日内整改",
  "个工作日内整改并报告",
  "项诉求",
  "项成立",
  "公司须在裁决生效后",
  "整改并报告",
  "须在裁决",
  "工作日内",
  "生效后",
  "投诉人",
  "没有订单号",
  "可以选",
  "订单号可以",
];

function facetOf(rng: Random, wide: boolean): Filters {
  if (wide)
    return rng.pick<Filters>([
      { channel: ["app", "phone", "mini_program"] },
      { outcome: ["upheld", "partly_upheld"] },
      { year: ["2024", "2025", "2026"] },
    ]);
  return rng.pick<Filters>([
    { sector: [rng.pick(["retail", "travel", "telecom", "banking"])] },
    { channel: [rng.pick(["app", "phone", "web"])] },
    { outcome: [rng.pick(["upheld", "partly_upheld", "not_upheld"])] },
    { tier: [rng.pick(["minor", "moderate", "serious"])] },
    { year: [rng.pick(["2024", "2025", "2026"])] },
    { clause: [rng.pick(["B1.1", "B2.1", "A2.2", "C1.1"])] },
  ]);
}

/** Finds so many different queries for each quarter by trying, in an order that depends on nothing but the data. */
async function chooseQueries(db: Database, each: number, documents: number): Promise<Map<string, Asked[]>> {
  const rng = random("bench queries");
  const rows = await db.execute<{ text: string }>(
    sql`select title || E'\n' || body as text from search_documents where live and doc % greatest(1, ${documents} / 400) = 0 order by doc limit 400`,
  );
  const texts = rows.map((r) => r.text);
  const chosen = new Map<string, Asked[]>(QUARTERS.map((q) => [q.name, []]));
  const seen = new Set<string>();
  const kinds = ["two", "phrase", "facet"] as const;
  for (let turn = 0; turn < 60_000; turn++) {
    const open = QUARTERS.filter((q) => (chosen.get(q.name) as Asked[]).length < each);
    if (open.length === 0) break;
    const kind = kinds[turn % 3] as (typeof kinds)[number];
    const wide = open.length === 1 && open[0]?.name === "over 50 %";
    const words = wide
      ? kind === "phrase"
        ? `"${rng.pick(COMMON_PHRASES)}"`
        : rng.chance(0.5)
          ? rng.pick(COMMON)
          : `${rng.pick(COMMON)} ${rng.pick(COMMON)}`
      : piece(rng, texts, kind === "facet" ? rng.pick(["two", "phrase"] as const) : kind);
    const filters = kind === "facet" ? facetOf(rng, wide) : {};
    const key = `${words} ${JSON.stringify(filters)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const n = await total(db, words, filters);
    const fit = open.find((q) => q.fits(n / documents, n));
    if (fit) (chosen.get(fit.name) as Asked[]).push({ kind, words, filters, total: n });
  }
  return chosen;
}

const quantile = (sorted: readonly number[], q: number) =>
  sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)] ?? 0;

/** The counts of a query by reading every text. */
async function bruteForce(db: Database, asked: Asked): Promise<{ total: number; sectors: Map<string, number> }> {
  const { terms } = readQuery(foldText(asked.words), cutWords);
  const any = terms.map(
    (t) =>
      sql`(${sql.join(
        t.any.map((w) => sql`position(${w} in title || E'\n' || body) > 0`),
        sql` or `,
      )})`,
  );
  const rows = await db.execute<{ text: string | null; sector: string; row: Record<string, string[]> }>(sql`
    select case when ${terms.some((t) => t.any.some((w) => /[a-z0-9]/.test(w)))} then title || E'\n' || body end as text, sector,
      jsonb_build_object('sector', array[sector], 'channel', array[channel], 'outcome', array[outcome], 'group', array[priority_group], 'year', array[year::text], 'tier', tiers, 'clause', clauses) as row
    from search_documents where live and ${sql.join(any, sql` and `)}`);
  const sectors = new Map<string, number>();
  let n = 0;
  for (const r of rows) {
    if (r.text !== null && !terms.every((t) => t.any.some((w) => holds(r.text as string, w)))) continue;
    if (FACETS.some((f) => asked.filters[f] && !asked.filters[f]?.some((v) => r.row[f]?.includes(v)))) continue;
    n++;
    sectors.set(r.sector, (sectors.get(r.sector) ?? 0) + 1);
  }
  return { total: n, sectors };
}

export interface SearchMeasure {
  readonly documents: number;
  readonly p95: number;
  readonly quarters: Record<string, number>;
  readonly wrong: number;
  readonly compared: number;
}

/** 200 queries, a quarter each by how much they match, at four connections; each is asked once, so no answer is remembered from another. */
export async function measureSearch(url: string, each = 50, check = 6): Promise<SearchMeasure> {
  const db = openDatabase(url, CONNECTIONS);
  try {
    const began = performance.now();
    const [{ n: documents }] = (await db.execute<{ n: number }>(
      sql`select count(*)::int as n from search_documents where live`,
    )) as unknown as [{ n: number }];
    await total(db, "", {});
    say(`${documents} rulings; first look ${((performance.now() - began) / 1000).toFixed(1)} s`);
    const chosen = await chooseQueries(db, each, documents);
    const queue = random("order").shuffled([...chosen].flatMap(([quarter, list]) => list.map((asked) => ({ quarter, asked }))));
    const times: { quarter: string; ms: number; right: boolean; words: string }[] = [];
    const rest = [...queue];
    await Promise.all(
      Array.from({ length: CONNECTIONS }, async () => {
        for (let next = rest.pop(); next; next = rest.pop()) {
          const from = performance.now();
          const found = await searchRulings(db, {
            words: next.asked.words,
            filters: next.asked.filters,
            order: "relevance",
            offset: 0,
            limit: 20,
          });
          times.push({
            quarter: next.quarter,
            ms: performance.now() - from,
            right: found.total === next.asked.total,
            words: next.asked.words,
          });
        }
      }),
    );
    let wrong = times.filter((t) => !t.right).length;
    let compared = 0;
    for (const [, list] of chosen)
      for (const asked of list.slice(0, check)) {
        const truth = await bruteForce(db, asked);
        const found = await searchRulings(db, { words: asked.words, filters: asked.filters, order: "date", offset: 0, limit: 0 });
        const sectorsAgree =
          asked.filters.sector !== undefined || [...truth.sectors].every(([s, n]) => found.counts.sector.get(s) === n);
        compared++;
        if (truth.total !== found.total || !sectorsAgree) wrong++;
      }
    const all = times.map((t) => t.ms).sort((a, b) => a - b);
    const quarters: Record<string, number> = {};
    for (const { name } of QUARTERS) {
      const own = times.filter((t) => t.quarter === name).sort((a, b) => a.ms - b.ms);
      const ms = own.map((t) => t.ms);
      quarters[name] = quantile(ms, 0.95);
      say(
        `${name.padEnd(12)} ${String(own.length).padStart(3)} queries  p50 ${quantile(ms, 0.5).toFixed(0)} ms  p95 ${quantile(ms, 0.95).toFixed(0)} ms  most ${(ms.at(-1) ?? 0).toFixed(0)} ms (${own.at(-1)?.words ?? ""})`,
      );
    }
    say(
      `all          ${all.length} queries  p50 ${quantile(all, 0.5).toFixed(0)} ms  p95 ${quantile(all, 0.95).toFixed(0)} ms  (at most 200; each quarter 300)`,
    );
    say(`compared with reading every text: ${compared}, wrong ${wrong}`);
    return { documents, p95: quantile(all, 0.95), quarters, wrong, compared };
  } finally {
    await closeDatabase(db);
  }
}

/** `npm run bench -- public search` over a filled database. */
export async function run(args: string[]): Promise<void> {
  const given = options(args);
  const database = await benchDatabase();
  try {
    await measureSearch(database.url, Number(given.each ?? 50), Number(given.check ?? 6));
  } finally {
    await database.stop();
  }
}
