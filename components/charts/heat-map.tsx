import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatNumber } from "../format";
import { ScrollRegion } from "../ui/table";

export interface HeatRow {
  key: string;
  /** Clause, before its name. */
  code?: string;
  name: ReactNode;
  /** null: too few to show. */
  cells: (number | null)[];
}

/** Which of the seven steps a value takes; equal steps up to the largest, so that the eye compares amounts. */
function stepOf(value: number, most: number): number {
  return most <= 0 ? 0 : Math.min(6, Math.floor((value / most) * 7));
}

/** A heat map is a table: the number in the cell, one ramp, hatched where fewer than `least`. */
export function HeatMap({
  caption,
  columns,
  rows,
  least = 5,
  decimals = 1,
}: {
  caption: string;
  columns: string[];
  rows: HeatRow[];
  least?: number;
  decimals?: number;
}) {
  const t = useTranslations("ui.heat");
  const most = Math.max(0, ...rows.flatMap((row) => row.cells.map((cell) => cell ?? 0)));
  return (
    <div>
      <ScrollRegion label={caption}>
        <table className="heat">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              <td />
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  {row.code && <b>{row.code}</b>}
                  {row.name}
                </th>
                {row.cells.map((cell, index) => (
                  <td key={columns[index]} data-step={cell === null ? "hidden" : stepOf(cell, most)}>
                    {cell === null ? <span className="sr-only">{t("hidden", { least })}</span> : formatNumber(cell, decimals)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="heat-legend" aria-hidden="true">
        <span>{t("few")}</span>
        {[0, 1, 2, 3, 4, 5, 6].map((step) => (
          <i key={step} data-step={step} />
        ))}
        <span>{t("many")}</span>
        <i data-step="hidden" className="ml-3.5 border border-line-2" />
        <span>{t("under", { least })}</span>
      </p>
    </div>
  );
}
