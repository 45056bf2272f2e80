import { readDb } from "@/db/client";
import { errorFields, log } from "@/platform/log";
import { searchRulings } from "@/services/search-rulings";

/**
 * Reads into this process what search holds in memory (facets of all rulings, what no chunk holds yet, the word cutter's dictionary), so that the first
 * reader does not wait for it. Never throws: search reads it itself when it is asked.
 */
export async function warmSearch(): Promise<void> {
  const began = performance.now();
  try {
    const { total } = await searchRulings(readDb(), { words: "人工", filters: {}, order: "date", offset: 0, limit: 1 });
    log("info", "search.warm", { hits: total, ms: Math.round(performance.now() - began) });
  } catch (error) {
    log("warn", "search.not_warm", errorFields(error));
  }
}
