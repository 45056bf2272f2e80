import { RULINGS_A_FILE, sitemapIndex } from "@/app/_server/sitemap";
import { readDb } from "@/db/client";
import { visibleRulingCount } from "@/db/queries/sitemap";

export const dynamic = "force-dynamic";

/** The list of the files that list the pages. */
export async function GET(): Promise<Response> {
  const files = Math.ceil((await visibleRulingCount(readDb())) / RULINGS_A_FILE);
  return sitemapIndex(["pages.xml", "companies.xml", ...Array.from({ length: files }, (_, i) => `rulings-${i + 1}.xml`)]);
}
