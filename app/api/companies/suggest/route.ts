import { type NextRequest, NextResponse } from "next/server";
import { readDb } from "@/db/client";
import { type Suggestion, suggestCompanies } from "@/db/queries/companies";
import { nameIn } from "@/domain/company-register";
import { foldName } from "@/platform/fold-name";

/** What the type-ahead gets: the name in the reader's language, and the alias that was hit. */
export interface CompanySuggestion {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly alias: string | null;
  readonly sector: string;
}

const LONGEST = 60;
const KEPT_MS = 30_000;
const KEPT_MOST = 500;
const kept = new Map<string, { at: number; hits: Suggestion[] }>();

/** What was asked in the last half minute is not asked of the database again: a class typing the same name costs one query. */
async function hitsFor(typed: string): Promise<Suggestion[]> {
  const known = kept.get(typed);
  if (known && Date.now() - known.at < KEPT_MS) return known.hits;
  const hits = await suggestCompanies(readDb(), typed);
  kept.delete(typed);
  kept.set(typed, { at: Date.now(), hits });
  const [oldest] = kept.keys();
  if (kept.size > KEPT_MOST && oldest !== undefined) kept.delete(oldest);
  return hits;
}

/** GET ?q=鲸歌&locale=en → {"companies": [...]}; public, the names stand in the register anyway. Kept by browsers and proxies for a minute. */
export async function GET(request: NextRequest): Promise<NextResponse> {
  const typed = (request.nextUrl.searchParams.get("q") ?? "").trim().slice(0, LONGEST);
  const locale = request.nextUrl.searchParams.get("locale") ?? "zh-Hans";
  const hits = typed === "" ? [] : await hitsFor(typed);
  const companies: CompanySuggestion[] = hits.map((hit) => {
    const name = nameIn(hit, locale);
    // "鲸歌" is no news beside 鲸歌通信.
    const alias = hit.alias && !foldName(name).includes(foldName(hit.alias)) ? hit.alias : null;
    return { id: hit.id, slug: hit.slug, name, alias, sector: hit.sector };
  });
  return NextResponse.json({ companies }, { headers: { "cache-control": "public, max-age=60" } });
}
