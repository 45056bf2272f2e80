"use client";

import { usePathname } from "next/navigation";
import { LocalLink } from "./local-link";
import { inLanguage } from "./places";

export interface NavLink {
  href: string;
  label: string;
  /** Number after the label, already formatted. */
  count?: string;
  /** Current only on this very page, not below it. */
  exact?: boolean;
}

/** "page" on the page itself, "true" below it. */
function current(pathname: string, { href, exact }: NavLink): "page" | "true" | undefined {
  const path = `/${pathname.split("/").slice(2).join("/")}`;
  const target = href.split("?")[0] ?? href;
  if (path === target) return "page";
  return !exact && target !== "/" && path.startsWith(`${target}/`) ? "true" : undefined;
}

/** Links that know which page one is on. A menu they stand in is shut when one of them is followed. */
export function NavLinks({ links, className, linkClassName }: { links: NavLink[]; className?: string; linkClassName?: string }) {
  const pathname = usePathname() ?? "/";
  return (
    <ul className={className}>
      {links.map((link) => (
        <li key={link.href}>
          <LocalLink
            href={link.href}
            className={linkClassName}
            aria-current={current(pathname, link)}
            onClick={(event) => event.currentTarget.closest("details")?.removeAttribute("open")}
          >
            {link.label}
            {link.count !== undefined && <small className="text-note text-ink-3">{link.count}</small>}
          </LocalLink>
        </li>
      ))}
    </ul>
  );
}

/** The same page in the other languages; what was searched for is kept. `names`: language → its own name. */
export function LanguageLinks({
  locale,
  names,
  className,
  linkClassName,
}: {
  locale: string;
  names: Record<string, string>;
  className?: string;
  linkClassName?: string;
}) {
  const pathname = usePathname() ?? `/${locale}`;
  return (
    <ul className={className}>
      {Object.entries(names)
        .filter(([language]) => language !== locale)
        .map(([language, name]) => (
          <li key={language}>
            <a
              href={inLanguage(pathname, language)}
              hrefLang={language}
              lang={language}
              className={`[font-family:inherit] ${linkClassName ?? ""}`}
              onClick={(event) => {
                event.currentTarget.search = location.search;
              }}
            >
              {name}
            </a>
          </li>
        ))}
    </ul>
  );
}
