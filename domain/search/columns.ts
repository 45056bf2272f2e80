import { type Bits, bitsFor, countBits, countBoth, join, keepOnly, put, take } from "./posting";
import { byDate } from "./relevance";

export const FACETS = ["company", "sector", "clause", "tier", "outcome", "channel", "group", "year"] as const;
export type Facet = (typeof FACETS)[number];
export type Filters = Partial<Record<Facet, readonly string[]>>;
/** All but the company have few values, so each value has a set of its own. */
const FEW = FACETS.filter((f) => f !== "company");
type Few = Exclude<Facet, "company">;

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

/** The facets of all documents in memory, one bit a document and value, two bytes for the company: about 12 bytes a document. */
export class Columns {
  size = 0;
  live: Bits = bitsFor(0);
  indexed: Bits = bitsFor(0);
  private readonly values = Object.fromEntries(FACETS.map((f) => [f, new Values()])) as Record<Facet, Values>;
  /** Which documents have a value, by its number; number 0 has none. */
  private readonly sets = Object.fromEntries(FEW.map((f) => [f, [bitsFor(0)]])) as Record<Few, Bits[]>;
  private companies = new Uint16Array(0);

  private grow(size: number): void {
    if (size > this.companies.length) {
      let room = Math.max(this.companies.length, 1_024);
      while (room < size) room *= 2;
      const larger = (old: Bits): Bits => {
        const made = bitsFor(room);
        made.set(old);
        return made;
      };
      for (const f of FEW) this.sets[f] = this.sets[f].map(larger);
      this.live = larger(this.live);
      this.indexed = larger(this.indexed);
      const companies = new Uint16Array(room);
      companies.set(this.companies);
      this.companies = companies;
    }
    this.size = Math.max(this.size, size);
  }

  put(d: DocumentFacets): void {
    this.grow(d.doc + 1);
    this.companies[d.doc] = this.values.company.code(d.company);
    const has: Record<Few, readonly (string | null)[]> = {
      sector: [d.sector],
      clause: d.clauses,
      tier: d.tiers,
      outcome: [d.outcome],
      channel: [d.channel],
      group: [d.group],
      year: [d.year],
    };
    for (const facet of FEW) {
      const sets = this.sets[facet];
      for (const set of sets) take(set, d.doc);
      for (const name of has[facet]) {
        const code = this.values[facet].code(name);
        if (code === 0) continue;
        sets[code] ??= bitsFor(this.companies.length);
        put(sets[code] as Bits, d.doc);
      }
    }
    (d.live ? put : take)(this.live, d.doc);
    (d.indexed ? put : take)(this.indexed, d.doc);
  }

  /** For each filtered facet the documents that have one of the wanted values. */
  private wanted(filters: Filters): Map<Facet, Bits> {
    const out = new Map<Facet, Bits>();
    for (const facet of FACETS) {
      const names = filters[facet];
      if (!names || names.length === 0) continue;
      const codes = names.flatMap((name) => this.values[facet].known(name) ?? []);
      const bits = bitsFor(this.companies.length);
      if (facet === "company") this.joinCompanies(bits, codes);
      else for (const code of codes) join(bits, this.sets[facet][code] as Bits);
      out.set(facet, bits);
    }
    return out;
  }

  /**
   * Filters a set of hits and counts what stands beside them. A facet's own values are counted under the other facets only: the numbers are what
   * one gets by choosing.
   */
  count(hits: Bits, filters: Filters): { kept: Bits; total: number; counts: Counts } {
    const wanted = this.wanted(filters);
    const under = (but: Facet | null): Bits => {
      const bits = hits.slice();
      for (const [facet, set] of wanted) if (facet !== but) keepOnly(bits, set);
      return bits;
    };
    const kept = under(null);
    const counts = Object.fromEntries(
      FACETS.map((facet) => [facet, this.countsOf(facet, wanted.has(facet) ? under(facet) : kept)]),
    ) as Counts;
    return { kept, total: countBits(kept), counts };
  }

  private countsOf(facet: Facet, bits: Bits): Map<string, number> {
    const { names } = this.values[facet];
    const sums =
      facet === "company" ? this.sumsByCompany(bits, names.length) : this.sets[facet].map((set) => countBoth(bits, set));
    const counts = new Map<string, number>();
    sums.forEach((n, code) => {
      if (code > 0 && n > 0) counts.set(names[code] as string, n);
    });
    return counts;
  }

  private joinCompanies(bits: Bits, codes: readonly number[]): void {
    const chosen = new Uint8Array(this.values.company.names.length);
    for (const code of codes) chosen[code] = 1;
    for (let doc = 0; doc < this.size; doc++) if (chosen[this.companies[doc] as number] === 1) put(bits, doc);
  }

  private sumsByCompany(bits: Bits, companies: number): Uint32Array {
    const sums = new Uint32Array(companies);
    for (let w = 0; w < bits.length; w++)
      for (let word = bits[w] as number; word !== 0; word &= word - 1) {
        const company = this.companies[w * 32 + 31 - Math.clz32(word & -word)] as number;
        sums[company] = (sums[company] as number) + 1;
      }
    return sums;
  }

  /** Numbers of the newest live documents that pass the filters, `most` at most. */
  newest(filters: Filters, most: number): number[] {
    const bits = this.live.slice();
    for (const set of this.wanted(filters).values()) keepOnly(bits, set);
    return byDate(bits, 0, most);
  }
}
