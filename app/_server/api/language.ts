import { DEFAULT_LOCALE, isLocale, type Locale } from "@/platform/i18n/routing";

const HANT = /^zh-(hant|tw|hk|mo)\b/;

/** The portal's language a range of Accept-Language means; null for one it does not speak. */
function meant(range: string): Locale | null {
  const tag = range.toLowerCase();
  if (HANT.test(tag)) return "zh-Hant";
  if (tag === "zh" || tag.startsWith("zh-")) return "zh-Hans";
  return tag === "en" || tag.startsWith("en-") ? "en" : null;
}

/** The language a request prefers (RFC 9110, 12.5.4); the portal's own when it asks for none of the three. */
export function preferredLanguage(request: Request): Locale {
  const asked = (request.headers.get("accept-language") ?? "").slice(0, 200).split(",");
  const ranked = asked.flatMap((part, order) => {
    const [range = "", ...rest] = part.trim().split(";");
    const q = Number(
      rest
        .find((r) => r.trim().startsWith("q="))
        ?.trim()
        .slice(2) ?? 1,
    );
    const locale = isLocale(range) ? range : meant(range);
    return locale && q > 0 ? [{ locale, q, order }] : [];
  });
  return ranked.sort((a, b) => b.q - a.q || a.order - b.order)[0]?.locale ?? DEFAULT_LOCALE;
}
