import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedBench } from "@/bench/seed";
import { findPublishedRuling } from "@/db/queries/public-record";
import { random } from "@/db/seed/random";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { FACETS, type Facet, type Filters } from "@/domain/search/columns";
import { CHUNK } from "@/domain/search/posting";
import { holds, readQuery } from "@/domain/search/query";
import { cutWords } from "@/platform/cut-words";
import { foldText } from "@/platform/fold-text";
import { buildChunks, keepSearch, rebuildSearch } from "./build-search";
import { indexRulings, indexStale } from "./index-rulings";
import { searchRulings } from "./search-rulings";
import { similarRulings } from "./similar-rulings";

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  const owner = new URL(test.ownerUrl);
  owner.pathname = new URL(test.url).pathname;
  await seedBench(owner.toString(), { complaints: 2_400, rulings: 500, companies: 30 });
  await indexStale(test.db);
});
afterAll(() => test.drop());

interface Read {
  number: string;
  text: string;
  values: Record<Facet, readonly string[]>;
}

/** Everything published, read the plain way: from the record, not from the index. */
async function record(): Promise<Read[]> {
  const rows = await test.db.execute<Record<string, string> & { texts: string[]; clauses: string[]; tiers: string[] }>(sql`
    select r.number, c.slug as company, r.sector, r.outcome, r.channel, r.priority_group as "group", extract(year from r.signed_on)::int::text as year, r.status,
      array[r.title, r.decision, coalesce(r.company_reply, ''), coalesce(r.consumer_words, ''), r.number, c.name, c.name_en] as texts, f.texts as more, f.clauses, f.tiers
    from published_rulings r join companies o on o.id = r.company_id join companies c on c.id = coalesce(o.merged_into_id, o.id)
    join lateral (select array_agg(distinct clause) as clauses, array_remove(array_agg(distinct tier), null) as tiers,
      array_agg(title || E'\n' || facts || E'\n' || reasons) as texts from published_findings f where f.published_ruling_id = r.id) f on true
    where r.archived_on is null`);
  const en = (await import("@/messages/en.json")).default.clauses as unknown as Record<string, { title: string }>;
  const zh = (await import("@/messages/zh-Hans.json")).default.clauses as unknown as Record<string, { title: string }>;
  return rows.map((r) => {
    const of = (c: string) => [c, en[c.replace(".", "_")]?.title ?? "", zh[c.replace(".", "_")]?.title ?? ""];
    const texts =
      r.status === "annulled" ? r.texts.slice(4) : [...r.texts, ...(r.more as unknown as string[]), ...r.clauses.flatMap(of)];
    const one = (value: string | undefined | null) => (value ? [value] : []);
    const values = {
      company: one(r.company),
      sector: one(r.sector),
      outcome: one(r.outcome),
      channel: one(r.channel),
      group: one(r.group),
      year: one(r.year),
      clause: r.clauses,
      tier: r.tiers,
    };
    return { number: r.number as string, text: foldText(texts.join("\n")), values };
  });
}

function bruteForce(all: readonly Read[], words: string, filters: Filters) {
  const { terms } = readQuery(foldText(words), cutWords);
  const hits = all.filter((r) => terms.every((t) => t.any.some((w) => holds(r.text, w))));
  const passes = (r: Read, but?: Facet) =>
    FACETS.every((f) => f === but || !filters[f] || filters[f].some((v) => r.values[f].includes(v)));
  const counts = Object.fromEntries(
    FACETS.map((f) => {
      const sums = new Map<string, number>();
      for (const r of hits) if (passes(r, f)) for (const v of new Set(r.values[f])) sums.set(v, (sums.get(v) ?? 0) + 1);
      return [f, sums];
    }),
  ) as Record<Facet, Map<string, number>>;
  return { numbers: new Set(hits.filter((r) => passes(r)).map((r) => r.number)), counts };
}

/** Queries as people and machines ask them: words out of the texts, two to nine letters, quoted or not, with up to two filters. */
async function compare(times: number, seed: string): Promise<void> {
  const all = await record();
  const rng = random(seed);
  for (let i = 0; i < times; i++) {
    const parts = Array.from({ length: rng.int(1, 2) }, () => {
      const { text } = rng.pick(all);
      const at = rng.int(0, Math.max(0, text.length - 10));
      const piece = text.slice(at, at + rng.int(2, 9)).replace(/["“”「」\n]/g, "");
      return rng.chance(0.4) ? `"${piece}"` : piece;
    });
    const words = rng.chance(0.05) ? rng.pick(["转人工", "refunds", "真人 退款", "B2.1", "callback"]) : parts.join(" ");
    const filters: Filters = {};
    for (const facet of rng.shuffled([...FACETS]).slice(0, rng.int(0, 2))) {
      const value = rng.pick(all).values[facet][0];
      if (value) filters[facet] = [value];
    }
    const expected = bruteForce(all, words, filters);
    const order = rng.chance(0.5) ? ("relevance" as const) : ("date" as const);
    const found = await searchRulings(test.db, { words, filters, order, offset: 0, limit: 1_000 });
    expect({ words, filters, total: found.total }).toEqual({ words, filters, total: expected.numbers.size });
    expect(new Set(found.hits.map((h) => h.number))).toEqual(expected.numbers);
    for (const facet of FACETS)
      if (facet !== "company")
        expect([words, facet, [...found.counts[facet]].sort()]).toEqual([words, facet, [...expected.counts[facet]].sort()]);
    // Of companies the most frequent are named; each number is right.
    for (const [slug, n] of found.counts.company)
      expect([words, slug, n]).toEqual([words, slug, expected.counts.company.get(slug) ?? 0]);
  }
}

describe("search of rulings", () => {
  it("finds and counts as reading every ruling does, before any postings are built", () => compare(60, "before"), 120_000);

  it("finds and counts the same from postings: 300 queries", async () => {
    await buildChunks(test.db, [0]);
    await compare(300, "after");
  }, 240_000);

  it("finds a ruling from the moment its transaction ends, varied, annulled, archived and gone, without building anything", async () => {
    await test.owner.execute(
      sql`update published_rulings set title = '独角兽牌电饭锅的客服不接电话' where number = (select min(number) from published_rulings where status = 'final')`,
    );
    await indexStale(test.db);
    const once = (words: string) => searchRulings(test.db, { words, filters: {}, order: "relevance", offset: 0, limit: 10 });
    expect((await once("独角兽")).total).toBe(1);
    expect((await once("獨角獸牌電飯鍋")).hits[0]?.titlePieces.find((p) => p.hit)?.text).toContain("独角兽");
    await test.owner.execute(
      sql`update published_rulings set status = 'annulled', annulled_on = '2026-09-16' where title like '独角兽%'`,
    );
    await indexStale(test.db);
    expect((await once("独角兽")).total).toBe(0);
    await test.owner.execute(
      sql`update published_rulings set archived_on = '2026-09-16' where number like '2025-%' and status = 'final'`,
    );
    await indexStale(test.db);
    await compare(40, "changed");
  }, 120_000);

  it("names as similar the newest standing rulings on the main clause, the company's own first, never itself", async () => {
    const rows = await test.db.execute<{
      number: string;
      clause: string;
      outcome: string;
      company: string;
      standing: boolean;
    }>(sql`
      select r.number, (select clause from published_findings f where f.published_ruling_id = r.id order by ord limit 1) as clause,
        r.outcome, r.company_id::text as company, r.status <> 'annulled' as standing
      from published_rulings r join search_documents d on d.corpus = 'ruling' and d.id = r.id where r.archived_on is null order by d.doc desc`);
    const withClause = async (clause: string) =>
      new Set(
        (
          await test.db.execute<{ number: string }>(sql`
            select r.number from published_rulings r join published_findings f on f.published_ruling_id = r.id where f.clause = ${clause}`)
        ).map((r) => r.number),
      );
    for (const one of rows.filter((_, i) => i % 40 === 0)) {
      const ruling = await findPublishedRuling(test.db, one.number);
      if (!ruling) throw new Error("gone");
      const on = await withClause(one.clause);
      const fit = rows.filter((r) => on.has(r.number));
      const near = [
        ...fit.filter((r) => r.company === one.company).slice(0, 5),
        ...fit.filter((r) => r.outcome === one.outcome).slice(0, 5),
      ];
      const wanted = [...new Set(near)].filter((r) => r.standing && r.number !== one.number).slice(0, 4);
      expect((await similarRulings(test.db, ruling, 4)).map((r) => r.number)).toEqual(wanted.map((r) => r.number));
    }
  });

  it("does not find what a rolled-back transaction wrote", async () => {
    const { total } = await searchRulings(test.db, { words: "", filters: {}, order: "date", offset: 0, limit: 1 });
    const undone = test.owner.transaction(async (tx) => {
      const [row] = await tx.execute<{ id: string }>(
        sql`update published_rulings set archived_on = '2026-09-16' where archived_on is null returning id`,
      );
      await indexRulings(tx, [row?.id ?? ""]);
      throw new Error("undo");
    });
    await expect(undone).rejects.toThrow("undo");
    expect((await searchRulings(test.db, { words: "", filters: {}, order: "date", offset: 0, limit: 1 })).total).toBe(total);
  });

  it("gives the same rows when everything is built anew", async () => {
    const rows = async () =>
      (
        await test.db.execute<{ docs: string; postings: string }>(sql`
        select (select md5(string_agg((to_jsonb(d) - 'change_xid' - 'indexed')::text, '|' order by doc)) from search_documents d) as docs,
          (select md5(string_agg(token || encode(docs, 'hex'), '|' order by chunk, token)) from search_postings) as postings`)
      )[0];
    await buildChunks(test.db, [0]);
    const before = await rows();
    await rebuildSearch(test.db);
    await compare(40, "rebuilt");
    const after = await rows();
    expect(after?.docs).toBe(before?.docs);
    // The dictionary may have grown; built once more with it, nothing moves.
    await buildChunks(test.db, [0]);
    expect((await rows())?.postings).toBe(after?.postings);
  }, 120_000);

  it("builds chunks by itself when much waits, and leaves little alone", async () => {
    await test.owner.execute(sql`update published_rulings set title = title || '。' where archived_on is null`);
    const { read } = await keepSearch(test.db);
    expect(read).toBeGreaterThan(0);
    const [open] = await test.db.execute<{ n: number }>(sql`select count(*)::int as n from search_documents where not indexed`);
    expect(open?.n).toBeLessThanOrEqual(400);
    expect(CHUNK).toBe(32_768);
    await compare(20, "kept");
  }, 120_000);
});
