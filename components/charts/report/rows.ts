import type { CsvCell } from "@/domain/csv";
import type { Column, Figure } from "@/domain/report-figures/figure";

export type FigureTableRow = Readonly<Record<string, CsvCell>>;

export function rowsOf(figure: Figure): readonly FigureTableRow[] {
  return figure.rows as readonly FigureTableRow[];
}

export function textAt(row: FigureTableRow | undefined, name: string): string {
  const cell = row?.[name];
  return typeof cell === "string" ? cell : "";
}

/** Null where nothing is said. */
export function numberAt(row: FigureTableRow | undefined, name: string): number | null {
  const cell = row?.[name];
  return typeof cell === "number" ? cell : null;
}

export function columnOf(figure: Figure, name: string): Column {
  return figure.columns.find((column) => column.name === name) ?? { name, type: "text" };
}

/** The row of the whole portal, or of all sectors; then those of each sector that has anything. */
export function portalAndSectors(figure: Figure, counted: string): FigureTableRow[] {
  return rowsOf(figure).filter((row) => textAt(row, "scope") === "portal" || (numberAt(row, counted) ?? 0) > 0);
}
