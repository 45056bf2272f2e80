import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Columns, type DocumentFacets, FACETS, type Facet, type Filters } from "./columns";
import { bitsFor, docsOf, put } from "./posting";

const VALUES = ["a", "b", "c"];
const one = fc.option(fc.constantFrom(...VALUES), { nil: null });
const many = fc.uniqueArray(fc.constantFrom(...VALUES));
const document = fc.record({
  company: one,
  sector: one,
  outcome: one,
  channel: one,
  group: one,
  year: one,
  clauses: many,
  tiers: many,
  live: fc.boolean(),
  indexed: fc.boolean(),
});
const filters: fc.Arbitrary<Filters> = fc.record(
  Object.fromEntries(
    FACETS.map((f) => [f, fc.uniqueArray(fc.constantFrom(...VALUES, "unknown"), { minLength: 1, maxLength: 2 })]),
  ) as Record<Facet, fc.Arbitrary<string[]>>,
  { requiredKeys: [] },
);

const valuesOf = (d: DocumentFacets, facet: Facet): readonly (string | null)[] =>
  facet === "clause" ? d.clauses : facet === "tier" ? d.tiers : [d[facet]];
const passes = (d: DocumentFacets, asked: Filters, but?: Facet) =>
  FACETS.every((f) => f === but || !asked[f] || valuesOf(d, f).some((v) => v !== null && asked[f]?.includes(v)));

function filled(...versions: readonly Omit<DocumentFacets, "doc">[][]) {
  const columns = new Columns();
  for (const version of versions) version.forEach((d, doc) => void columns.put({ ...d, doc }));
  return { columns, documents: (versions.at(-1) as Omit<DocumentFacets, "doc">[]).map((d, doc) => ({ ...d, doc })) };
}

describe("facets in memory", () => {
  const twice = fc.integer({ min: 1, max: 40 }).chain((n) => {
    const list = fc.array(document, { minLength: n, maxLength: n });
    return fc.tuple(list, list);
  });

  it("counts what one gets by choosing: each facet under all the others, after changes as well", () => {
    fc.assert(
      fc.property(twice, filters, fc.infiniteStream(fc.boolean()), ([before, after], asked, coin) => {
        const { columns, documents } = filled(before, after);
        const hits = documents.filter(() => coin.next().value);
        const bits = bitsFor(documents.length);
        for (const { doc } of hits) put(bits, doc);
        const found = columns.count(bits, asked);
        const kept = hits.filter((d) => passes(d, asked));
        expect(docsOf(found.kept)).toEqual(kept.map((d) => d.doc));
        expect(found.total).toBe(kept.length);
        for (const facet of FACETS)
          for (const value of VALUES) {
            const n = hits.filter((d) => passes(d, asked, facet) && valuesOf(d, facet).includes(value)).length;
            expect(found.counts[facet].get(value) ?? 0).toBe(n);
          }
      }),
    );
  });

  it("finds the newest that are public and pass the filters", () => {
    fc.assert(
      fc.property(twice, filters, fc.nat(5), ([before, after], asked, most) => {
        const { columns, documents } = filled(before, after);
        const all = documents.filter((d) => d.live && passes(d, asked)).map((d) => d.doc);
        expect(columns.newest(asked, most)).toEqual(all.toReversed().slice(0, most));
      }),
    );
  });

  it("grows past its first room and keeps what it holds", () => {
    const made = Array.from({ length: 3_000 }, (_, i) => ({
      company: "a",
      sector: i % 2 === 0 ? "b" : "c",
      outcome: null,
      channel: null,
      group: null,
      year: null,
      clauses: [],
      tiers: [],
      live: true,
      indexed: true,
    }));
    const { columns } = filled(made);
    const { total, counts } = columns.count(columns.live, {});
    expect([total, counts.sector.get("b"), counts.company.get("a")]).toEqual([3_000, 1_500, 3_000]);
  });
});
