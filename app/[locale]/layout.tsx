import "../globals.css";
import type { Metadata, Viewport } from "next";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SerifFaces } from "@/components/ui/serif-faces";
import { SIZE_SCRIPT } from "@/components/ui/size-script";
import { env } from "@/platform/env";
import { isLocale, LOCALES } from "@/platform/i18n/routing";

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

/** Languages are rendered when first asked for: the build needs no database. */
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: { params: Promise<{ locale: string }> }): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = await getTranslations({ locale, namespace: "site" });
  return {
    metadataBase: new URL(env().PUBLIC_URL),
    title: { default: `${t("name")} · ${t("tagline")}`, template: `%s · ${t("name")}` },
    description: t("description"),
    alternates: { languages: Object.fromEntries(LOCALES.map((l) => [l, `/${l}`])) },
  };
}

export default async function RootLayout({ children, params }: { children: ReactNode; params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return (
    <html lang={locale} id="large" suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant, allowed by its hash; large type must not flash */}
        <script dangerouslySetInnerHTML={{ __html: SIZE_SCRIPT }} />
      </head>
      <body>
        <NextIntlClientProvider messages={null}>{children}</NextIntlClientProvider>
        <SerifFaces script={locale === "zh-Hant" ? "TC" : "SC"} />
      </body>
    </html>
  );
}
