import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Phrases } from "../ui/phrases";

interface Props {
  id?: string;
  /** A question the drawing answers, or what it shows. */
  title: string;
  /** Number, sample, period, what is left out. */
  note?: ReactNode;
  children: ReactNode;
  /** The same as numbers: a table, folded away on the screen, open in print and where scripts do not run. */
  table?: ReactNode;
  /** A short table stands open. */
  tableOpen?: boolean;
  /** Files of the data: their addresses bear no language. */
  downloads?: { label: string; href: string }[];
  /** SHA-256 of the data. */
  hash?: string;
  level?: 2 | 3;
}

/** Frame of a chart: its title says or asks, the table is below it, the data can be taken away. Never broken in print. */
export function Figure({ id, title, note, children, table, tableOpen = false, downloads = [], hash, level = 3 }: Props) {
  const t = useTranslations("ui.chart");
  const Title = level === 2 ? "h2" : "h3";
  return (
    <figure id={id} className="figure">
      <Title className="text-[max(1.375rem,var(--t-h3))] leading-head">
        <Phrases text={title} />
      </Title>
      {note && <p className="mb-3 text-note text-ink-2">{note}</p>}
      {children}
      {table && (
        <details className="figure-table mt-3" open={tableOpen}>
          <summary className="py-1 text-small text-act">{t("table")}</summary>
          {table}
        </details>
      )}
      {(downloads.length > 0 || hash) && (
        <ul className="mt-3 flex flex-wrap gap-x-[18px] gap-y-0.5 text-note text-ink-2">
          {downloads.map(({ label, href }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
          {hash && <li className="wrap-anywhere">sha256 {hash}</li>}
        </ul>
      )}
    </figure>
  );
}
