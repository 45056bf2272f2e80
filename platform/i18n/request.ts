import { locale as rootLocale } from "next/root-params";
import { getRequestConfig } from "next-intl/server";
import { DEFAULT_LOCALE, isLocale } from "./routing";

/**
 * Pages read the language from the path. Server actions and route handlers have no root params:
 * they pass it by name, `getTranslations({ locale, namespace })`.
 */
export default getRequestConfig(async ({ locale: named }) => {
  const wanted = named ?? (await rootLocale());
  const locale = isLocale(wanted) ? wanted : DEFAULT_LOCALE;
  return {
    locale,
    timeZone: "Asia/Shanghai",
    messages: (await import(`../../messages/${locale}.json`)).default,
  };
});
