import type { MetadataRoute } from "next";
import { env } from "@/platform/env";
import { LOCALES } from "@/platform/i18n/routing";

export const dynamic = "force-dynamic";
const WORKING = ["desk", "company", "alliance", "admin", "account", "sign-in", "file", "receipt", "track"];

/** The public record is for everyone; desks, filing and tracking are no reading matter. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: LOCALES.flatMap((l) => WORKING.map((w) => `/${l}/${w}/`)).concat("/api/internal/"),
    },
    sitemap: `${env().PUBLIC_URL}/sitemap.xml`,
  };
}
