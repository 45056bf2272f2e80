import { RULINGS_A_FILE, sitemapFile } from "@/app/_server/sitemap";
import { readDb } from "@/db/client";
import { checkAddresses } from "@/db/queries/public-special-checks";
import { companyAddresses, rulingAddresses } from "@/db/queries/sitemap";
import { CLAUSE_IDS } from "@/domain/clauses";
import { SECTORS } from "@/domain/company-register";

export const dynamic = "force-dynamic";
const PAGES = [
  "",
  "/rulings",
  "/companies",
  "/badges",
  "/reports",
  "/standard",
  "/method",
  "/overdue",
  "/corrections",
  "/special-checks",
  "/statistics",
  "/deadlines",
  "/log",
  "/data",
  "/data/api",
];

/** Pages, companies, or a stretch of rulings. */
export async function GET(_request: Request, { params }: { params: Promise<{ part: string }> }): Promise<Response> {
  const { part } = await params;
  if (part === "pages.xml")
    return sitemapFile(
      [
        ...PAGES,
        ...CLAUSE_IDS.map((id) => `/standard/${id}`),
        ...SECTORS.map((sector) => `/companies/sectors/${sector}`),
        ...(await checkAddresses(readDb())).map((number) => `/special-checks/${number}`),
      ].map((path) => ({ path })),
    );
  if (part === "companies.xml")
    return sitemapFile(
      (await companyAddresses(readDb())).flatMap((slug) => [
        { path: `/companies/${slug}` },
        { path: `/companies/${slug}/human` },
      ]),
    );
  const n = Number(/^rulings-([1-9]\d{0,3})\.xml$/.exec(part)?.[1] ?? 0);
  const found = n > 0 ? await rulingAddresses(readDb(), (n - 1) * RULINGS_A_FILE, RULINGS_A_FILE) : [];
  if (found.length === 0) return new Response(null, { status: 404 });
  return sitemapFile(found.map((r) => ({ path: `/rulings/${r.number}`, changedOn: r.changedOn })));
}
