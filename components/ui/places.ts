/** Where the portal's own pages stand, without the language (LocalLink adds it). */
export const PLACES = {
  home: "/",
  file: "/file",
  track: "/track",
  rulings: "/rulings",
  companies: "/companies",
  badges: "/badges",
  reports: "/reports",
  standard: "/standard",
  method: "/method",
  scope: "/scope",
  overdue: "/overdue",
  deadlines: "/deadlines",
  corrections: "/corrections",
  specialChecks: "/special-checks",
  log: "/log",
  data: "/data",
  statistics: "/statistics",
  accessibility: "/accessibility",
  privacy: "/privacy",
  offline: "/offline",
  signIn: "/sign-in",
  desk: "/desk",
} as const;

/** The address of a page in a language; addresses that do not begin with a single "/" stay as they are. */
export function localHref(href: string, locale: string): string {
  if (!href.startsWith("/") || href.startsWith("//")) return href;
  return href === "/" ? `/${locale}` : `/${locale}${href}`;
}

/** The same page in another language: replaces the first part of the path. */
export function inLanguage(pathname: string, locale: string): string {
  return `/${[locale, ...pathname.split("/").slice(2)].join("/")}`.replace(/\/$/, "") || `/${locale}`;
}
