import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** What may be wider than the phone scrolls in its own place, by key too. */
export function ScrollRegion({ label, children, className = "" }: { label?: string; children: ReactNode; className?: string }) {
  const t = useTranslations("ui.table");
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of no form; a region each would crowd the list of landmarks
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key (WCAG 2.1.1)
    <div role="group" aria-label={label ?? t("scroll")} tabIndex={0} className={`relative overflow-x-auto ${className}`}>
      {children}
    </div>
  );
}

export interface Column {
  key: string;
  label: ReactNode;
  /** Numbers stand at the right. */
  end?: boolean;
  /** The head is for screen readers only. */
  hiddenLabel?: boolean;
}

export interface TableRow {
  key: string;
  /** In the order of the columns; the first is the head of its row. */
  cells: ReactNode[];
}

/** A plain table: hairlines between rows, numbers at the right, caption for screen readers unless shown. */
export function DataTable({
  caption,
  showCaption,
  columns,
  rows,
  foot,
  empty,
}: {
  caption: string;
  showCaption?: boolean;
  columns: Column[];
  rows: TableRow[];
  foot?: ReactNode[];
  empty?: ReactNode;
}) {
  const end = (index: number) => (columns[index]?.end ? "end" : undefined);
  const row = (cells: ReactNode[]) =>
    cells.map((cell, index) =>
      index === 0 ? (
        <th key={columns[index]?.key} scope="row">
          {cell}
        </th>
      ) : (
        <td key={columns[index]?.key} data-align={end(index)}>
          {cell}
        </td>
      ),
    );
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <ScrollRegion label={caption}>
      <table className="table">
        <caption className={showCaption ? "pb-2 text-left text-small text-ink-2" : "sr-only"}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={column.key} scope="col" data-align={end(index)}>
                {column.hiddenLabel ? <span className="sr-only">{column.label}</span> : column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((item) => (
            <tr key={item.key}>{row(item.cells)}</tr>
          ))}
        </tbody>
        {foot && (
          <tfoot>
            <tr>{row(foot)}</tr>
          </tfoot>
        )}
      </table>
    </ScrollRegion>
  );
}

/** Names and values: what a ruling rests on, what a receipt says. */
export function KeyValue({
  items,
  small,
  className = "",
}: {
  items: { key: string; name: ReactNode; value: ReactNode }[];
  small?: boolean;
  className?: string;
}) {
  return (
    <dl
      className={`grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-[5px] leading-[1.6] ${small ? "text-small" : ""} ${className}`}
    >
      {items.map(({ key, name, value }) => (
        <div key={key} className="contents">
          <dt className="text-ink-2">{name}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
