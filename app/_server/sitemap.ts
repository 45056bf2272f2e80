import { env } from "@/platform/env";
import { LOCALES } from "@/platform/i18n/routing";

/** Rulings in one file: three languages each, and a file may hold 50,000 addresses. */
export const RULINGS_A_FILE = 10_000;

export interface Place {
  /** Without the language. */
  readonly path: string;
  readonly changedOn?: string;
}

/** A file of addresses: each page in each language, with the others beside it. */
export function sitemapFile(places: readonly Place[]): Response {
  const base = env().PUBLIC_URL;
  const links = (path: string) =>
    LOCALES.map((l) => `<xhtml:link rel="alternate" hreflang="${l}" href="${base}/${l}${path}"/>`).join("");
  const urls = places.flatMap(({ path, changedOn }) =>
    LOCALES.map(
      (l) => `<url><loc>${base}/${l}${path}</loc>${changedOn ? `<lastmod>${changedOn}</lastmod>` : ""}${links(path)}</url>`,
    ),
  );
  return xml(
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join("\n")}\n</urlset>`,
  );
}

export function sitemapIndex(parts: readonly string[]): Response {
  const base = env().PUBLIC_URL;
  return xml(
    `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${parts.map((p) => `<sitemap><loc>${base}/sitemaps/${p}</loc></sitemap>`).join("\n")}\n</sitemapindex>`,
  );
}

function xml(body: string): Response {
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`, {
    headers: {
      "content-type": "application/xml; charset=utf-8",
      "cache-control": "public, max-age=3600, stale-while-revalidate=86400",
    },
  });
}
