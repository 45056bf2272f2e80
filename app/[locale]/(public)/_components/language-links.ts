import { LOCALES } from "@/platform/i18n/routing";

/** The one address of a page and the same page in the other languages; `path` without the language. */
export function languageLinks(path: string, locale: string): { canonical: string; languages: Record<string, string> } {
  return {
    canonical: `/${locale}${path}`,
    languages: { ...Object.fromEntries(LOCALES.map((l) => [l, `/${l}${path}`])), "x-default": `/zh-Hans${path}` },
  };
}
