import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Bits, bitsFor, has, put } from "./posting";
import { byRelevance, type TermBits } from "./relevance";

const DOCUMENTS = 70;
const set = fc.uniqueArray(fc.nat(DOCUMENTS - 1)).map((docs) => {
  const bits = bitsFor(DOCUMENTS);
  for (const doc of docs) put(bits, doc);
  return bits;
});
const term: fc.Arbitrary<TermBits> = fc.record({ all: set, title: set, often: set });

/** As the rule says it, one document after the other. */
function plainly(kept: Bits, terms: readonly TermBits[]): number[] {
  const size = (bits: Bits) => Array.from({ length: DOCUMENTS }, (_, doc) => has(bits, doc)).filter(Boolean).length;
  const score = (doc: number) =>
    terms.reduce((sum, { all, title, often }) => {
      const weight = Math.log(1 + DOCUMENTS / (1 + size(all))) * 100;
      const inTitle = title && has(title, doc) ? Math.round(weight * 2) : 0;
      return sum + inTitle + (often && has(often, doc) ? Math.round(weight * 0.6) : 0);
    }, 0);
  return Array.from({ length: DOCUMENTS }, (_, doc) => doc)
    .filter((doc) => has(kept, doc))
    .sort((a, b) => score(b) - score(a) || b - a);
}

describe("by relevance", () => {
  it("is the order of the scores, equals newest first, whatever page is asked for", () => {
    fc.assert(
      fc.property(
        set,
        fc.array(term, { maxLength: 4 }),
        fc.nat(40),
        fc.integer({ min: 1, max: 30 }),
        (kept, terms, offset, limit) => {
          expect(byRelevance(kept, terms, DOCUMENTS, offset, limit)).toEqual(plainly(kept, terms).slice(offset, offset + limit));
        },
      ),
    );
  });

  it("puts a rare word in the title before a common one said often", () => {
    const bits = (...docs: number[]) => {
      const out = bitsFor(DOCUMENTS);
      for (const doc of docs) put(out, doc);
      return out;
    };
    const all = bits(1, 2, 3);
    expect(byRelevance(all, [{ all, title: bits(1), often: bits(2) }], DOCUMENTS, 0, 3)).toEqual([1, 2, 3]);
  });
});
