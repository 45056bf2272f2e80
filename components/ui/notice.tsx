import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { isChinese } from "../format";

/** Beside the text, calm: what it means, what happens otherwise. `bound`: the authority's own promise or breach, in vermilion. */
export function Notice({
  children,
  title,
  tone = "calm",
  live = false,
  small = false,
}: {
  children: ReactNode;
  title?: ReactNode;
  tone?: "calm" | "ink" | "bound";
  live?: boolean;
  small?: boolean;
}) {
  const edge = { calm: "border-line-2", ink: "border-ink", bound: "border-seal" }[tone];
  return (
    <div role={live ? "status" : undefined} className={`border-l-(length:--double) pl-3.5 ${edge} ${small ? "text-small" : ""}`}>
      {title && <p className="font-medium">{title}</p>}
      {children}
    </div>
  );
}

/** Nothing here: what was looked for, the nearest hit, what absence does not mean. */
export function EmptyState({
  looked,
  nearest,
  meaning,
  children,
}: {
  looked: ReactNode;
  nearest?: ReactNode;
  meaning?: ReactNode;
  children?: ReactNode;
}) {
  const locale = useLocale();
  return (
    <div className="border-l-(length:--double) border-line-2 pl-3.5">
      <p>{looked}</p>
      {(nearest || meaning) && (
        <p className="text-small text-ink-2">
          {nearest}
          {nearest && meaning && !isChinese(locale) ? " " : ""}
          {meaning}
        </p>
      )}
      {children}
    </div>
  );
}

/** Steps still owed, each with its small square: full when done. */
export function Checklist({ items }: { items: { key: string; done: boolean; words: ReactNode }[] }) {
  return (
    <ul>
      {items.map(({ key, done, words }) => (
        <li key={key} className={`grid grid-cols-[22px_1fr] py-1.5 leading-[1.5] hair-b ${done ? "text-ink-2" : ""}`}>
          <span className="box mt-[.3em]" data-done={done ? "" : undefined} />
          <span>{words}</span>
        </li>
      ))}
    </ul>
  );
}

/** What comes when: a time or a condition, and what happens then. Also a case's course, newest first. */
export function ThenList({ items, ordered }: { items: { key: string; when: ReactNode; what: ReactNode }[]; ordered?: boolean }) {
  const List = ordered ? "ol" : "ul";
  return (
    <List className="then">
      {items.map(({ key, when, what }) => (
        <li key={key}>
          <span className="text-ink-2">{when}</span>
          <span>{what}</span>
        </li>
      ))}
    </List>
  );
}
