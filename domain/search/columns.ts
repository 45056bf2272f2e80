import { type Bits, bitsFor, has, put, take } from "./posting";

export const FACETS = ["company", "sector", "clause", "tier", "outcome", "channel", "group", "year"] as const;
export type Facet = (typeof FACETS)[number];
export type Filters = Partial<Record<Facet, readonly string[]>>;
const SINGLE = ["company", "sector", "outcome", "channel", "group", "year"] as const satisfies readonly Facet[];
type Single = (typeof SINGLE)[number];

/** What the facets need of one document. */
export interface DocumentFacets {
  readonly doc: number;
  readonly company: string | null;
  readonly sector: string | null;
  readonly outcome: string | null;
  readonly channel: string | null;
  readonly group: string | null;
  readonly year: string | null;
  readonly clauses: readonly string[];
  readonly tiers: readonly string[];
  readonly live: boolean;
  readonly indexed: boolean;
}

/** Values of a facet by small numbers; 0 is none. */
class Values {
  readonly names: string[] = [""];
  private readonly codes = new Map<string, number>();
  code(name: string | null): number {
    if (name === null) return 0;
    let code = this.codes.get(name);
    if (code === undefined) {
      code = this.names.length;
      this.names.push(name);
      this.codes.set(name, code);
    }
    return code;
  }
  known(name: string): number | undefined {
    return this.codes.get(name);
  }
}

export type Counts = Record<Facet, Map<string, number>>;

/** The facets of all documents, column by column, in memory: about 14 bytes a document. */
export class Columns {
  size = 0;
  live: Bits = bitsFor(0);
  indexed: Bits = bitsFor(0);
  private readonly values = Object.fromEntries([...SINGLE, "clause", "tier"].map((f) => [f, new Values()])) as Record<
    Facet,
    Values
  >;
  private columns = Object.fromEntries(SINGLE.map((f) => [f, new Uint16Array(0)])) as Record<Single, Uint16Array>;
  private low = new Uint32Array(0);
  private high = new Uint32Array(0);
  private tiers = new Uint8Array(0);

  private grow(size: number): void {
    if (size <= this.size) return;
    const room = Math.max(this.low.length, 1_024);
    if (size > this.low.length) {
      let next = room;
      while (next < size) next *= 2;
      const larger = <T extends Uint8Array | Uint16Array | Uint32Array>(old: T, made: T): T => {
        made.set(old);
        return made;
      };
      for (const f of SINGLE) this.columns[f] = larger(this.columns[f], new Uint16Array(next));
      this.low = larger(this.low, new Uint32Array(next));
      this.high = larger(this.high, new Uint32Array(next));
      this.tiers = larger(this.tiers, new Uint8Array(next));
      this.live = larger(this.live, bitsFor(next));
      this.indexed = larger(this.indexed, bitsFor(next));
    }
    this.size = size;
  }

  put(d: DocumentFacets): void {
    this.grow(d.doc + 1);
    for (const f of SINGLE) this.columns[f][d.doc] = this.values[f].code(d[f]);
    let low = 0;
    let high = 0;
    for (const clause of d.clauses) {
      const bit = this.values.clause.code(clause) - 1;
      if (bit < 32) low |= 1 << bit;
      else high |= 1 << (bit - 32);
    }
    this.low[d.doc] = low;
    this.high[d.doc] = high;
    let tiers = 0;
    for (const tier of d.tiers) tiers |= 1 << (this.values.tier.code(tier) - 1);
    this.tiers[d.doc] = tiers;
    (d.live ? put : take)(this.live, d.doc);
    (d.indexed ? put : take)(this.indexed, d.doc);
  }

  /** One test a filtered facet: whether a document has one of the wanted values. */
  private tests(filters: Filters): { facet: Facet; test: (doc: number) => boolean }[] {
    const out: { facet: Facet; test: (doc: number) => boolean }[] = [];
    for (const facet of FACETS) {
      const wanted = filters[facet];
      if (!wanted || wanted.length === 0) continue;
      const codes = wanted.flatMap((name) => this.values[facet].known(name) ?? []);
      if (facet === "clause") {
        let low = 0;
        let high = 0;
        for (const code of codes)
          if (code <= 32) low |= 1 << (code - 1);
          else high |= 1 << (code - 33);
        out.push({ facet, test: (doc) => ((this.low[doc] as number) & low) !== 0 || ((this.high[doc] as number) & high) !== 0 });
      } else if (facet === "tier") {
        const mask = codes.reduce((m, code) => m | (1 << (code - 1)), 0);
        out.push({ facet, test: (doc) => ((this.tiers[doc] as number) & mask) !== 0 });
      } else {
        const column = this.columns[facet];
        const set = new Set(codes);
        const [first] = codes;
        out.push({ facet, test: codes.length === 1 ? (doc) => column[doc] === first : (doc) => set.has(column[doc] as number) });
      }
    }
    return out;
  }

  /**
   * Filters a set of hits and counts what stands beside them. A facet's own values are counted under the other facets only: the numbers are what
   * one gets by choosing.
   */
  count(hits: Bits, filters: Filters): { kept: Bits; total: number; counts: Counts } {
    const tests = this.tests(filters);
    const kept = bitsFor(hits.length * 32);
    const sums = Object.fromEntries(FACETS.map((f) => [f, new Uint32Array(this.values[f].names.length + 1)])) as Record<
      Facet,
      Uint32Array
    >;
    let total = 0;
    for (let w = 0; w < hits.length; w++) {
      let word = hits[w] as number;
      while (word !== 0) {
        const doc = w * 32 + 31 - Math.clz32(word & -word);
        word &= word - 1;
        let failed: Facet | null = null;
        let fails = 0;
        for (let t = 0; t < tests.length && fails < 2; t++) {
          const { facet, test } = tests[t] as (typeof tests)[number];
          if (!test(doc)) {
            fails++;
            failed = facet;
          }
        }
        if (fails > 1) continue;
        if (fails === 0) {
          total++;
          put(kept, doc);
          for (const facet of FACETS) this.tally(facet, doc, sums[facet]);
        } else if (failed) this.tally(failed, doc, sums[failed]);
      }
    }
    const counts = Object.fromEntries(
      FACETS.map((f) => [
        f,
        new Map([...sums[f]].flatMap((n, code) => (code > 0 && n > 0 ? [[this.values[f].names[code] as string, n]] : []))),
      ]),
    ) as Counts;
    return { kept, total, counts };
  }

  /** Numbers of the newest live documents that pass the filters, `most` at most; nothing is counted, so few are looked at. */
  newest(filters: Filters, most: number): number[] {
    const tests = this.tests(filters);
    const out: number[] = [];
    for (let doc = this.size - 1; doc >= 0 && out.length < most; doc--)
      if (has(this.live, doc) && tests.every(({ test }) => test(doc))) out.push(doc);
    return out;
  }

  private tally(facet: Facet, doc: number, sums: Uint32Array): void {
    if (facet === "clause") {
      for (let bits = this.low[doc] as number; bits !== 0; bits &= bits - 1) bump(sums, 32 - Math.clz32(bits & -bits));
      for (let bits = this.high[doc] as number; bits !== 0; bits &= bits - 1) bump(sums, 64 - Math.clz32(bits & -bits));
    } else if (facet === "tier") {
      for (let bits = this.tiers[doc] as number; bits !== 0; bits &= bits - 1) bump(sums, 32 - Math.clz32(bits & -bits));
    } else bump(sums, this.columns[facet][doc] as number);
  }

  isLive(doc: number): boolean {
    return doc < this.size && has(this.live, doc);
  }
}

function bump(sums: Uint32Array, at: number): void {
  sums[at] = (sums[at] as number) + 1;
}
