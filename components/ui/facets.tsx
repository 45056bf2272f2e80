import type { ReactNode } from "react";
import { LocalLink } from "./local-link";

export interface FacetGroup {
  key: string;
  title: string;
  links: { href: string; label: string; count?: string; current?: boolean }[];
}

/** What narrows a queue: one heading a kind, a link with its count a value. Folds into one line below 1280 px. */
export function Facets({ label, groups, above }: { label: string; groups: FacetGroup[]; above?: ReactNode }) {
  const chosen = groups.flatMap((group) => group.links.filter((link) => link.current).map((link) => link.label));
  const lists = groups.map((group) => (
    <div key={group.key}>
      <h2>{group.title}</h2>
      <ul>
        {group.links.map((link) => (
          <li key={link.href}>
            <LocalLink href={link.href} aria-current={link.current ? "true" : undefined}>
              <span>{link.label}</span>
              {link.count !== undefined && <small>{link.count}</small>}
            </LocalLink>
          </li>
        ))}
      </ul>
    </div>
  ));
  return (
    <>
      <nav aria-label={label} className="facets no-print">
        {above}
        {lists}
      </nav>
      <details className="facets-folded no-print">
        <summary>
          {label} <span className="text-ink-2">{chosen.join(" ")}</span>
        </summary>
        <nav aria-label={label} className="facets">
          {above}
          {lists}
        </nav>
      </details>
    </>
  );
}
