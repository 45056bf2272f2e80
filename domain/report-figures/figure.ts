import { canonicalJson } from "../canonical-json";
import { type CsvCell, toCsv } from "../csv";
import type { Quarter } from "../day";
import { DomainError } from "../errors";

export type ColumnType = "text" | "code" | "integer" | "decimal" | "share" | "day" | "flag";

export type ColumnUnit =
  | "cases"
  | "findings"
  | "working_days"
  | "hours"
  | "days"
  | "per_100k_contacts"
  | "points"
  | "contacts_100k"
  | "contacts"
  | "seconds"
  | "tests"
  | "complainants"
  | "checks"
  | "requests";

/**
 * A column of a figure's table. Its words are `figures.columns.<name>`, with label and meaning. `values`: where in the messages the
 * words of its codes stand; codes of companies, clauses and sectors have those of their registers.
 */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly unit?: ColumnUnit;
  readonly values?: string;
}

export type Row<C extends readonly Column[]> = { readonly [Name in C[number]["name"]]: CsvCell };

/** The figures of the report (Rules §7); 16 and 17 are ours, for its sections 7 and 10 (decision 0044). */
export type FigureId = `F${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17}`;

/** One figure of the report, frozen: CSV, JSON and data dictionary all come from it. Words are looked up by `figures.<id>`. */
export interface Figure<C extends readonly Column[] = readonly Column[]> {
  readonly id: FigureId;
  readonly quarter: Quarter;
  readonly frozenOn: string;
  /** Key of title and definition in the messages. */
  readonly definition: `figures.${FigureId}`;
  readonly unit: ColumnUnit;
  readonly columns: C;
  readonly rows: readonly Row<C>[];
  /** Key figures: shares from 0 to 1, days, hours, counts; null where there is nothing to say. `figures.headline.<name>`. */
  readonly headline: Readonly<Record<string, number | null>>;
  /** How many cases, findings or companies it rests on. `figures.counts.<name>`. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Joins the parts of a figure and checks that its rows hold what its columns say. Throws `invalid`. */
export function makeFigure<const C extends readonly Column[]>(
  dataset: { readonly quarter: Quarter; readonly frozenOn: string },
  figure: Omit<Figure<C>, "quarter" | "frozenOn" | "definition">,
): Figure<C> {
  const { quarter, frozenOn } = dataset;
  const { id, unit, columns, rows, headline, counts } = figure;
  for (const row of rows as readonly Readonly<Record<string, CsvCell>>[])
    for (const column of columns) {
      const cell = row[column.name];
      if (cell === undefined || !holds(column.type, cell)) throw new DomainError("invalid", { figure: id, column: column.name });
    }
  return { id, quarter, frozenOn, definition: `figures.${id}`, unit, columns, rows, headline, counts };
}

function holds(type: ColumnType, cell: CsvCell): boolean {
  if (cell === null) return true;
  switch (type) {
    case "integer":
      return Number.isInteger(cell);
    case "decimal":
      return Number.isFinite(cell);
    case "share":
      return typeof cell === "number" && cell >= 0 && cell <= 1;
    case "flag":
      return typeof cell === "boolean";
    default:
      return typeof cell === "string";
  }
}

/** The figure's table as CSV, column names in the first line. */
export function figureCsv(figure: Figure): string {
  const names = figure.columns.map((column) => column.name);
  const rows = figure.rows as readonly Readonly<Record<string, CsvCell>>[];
  return toCsv(
    names,
    rows.map((row) => names.map((name) => row[name] ?? null)),
  );
}

/** The whole figure as canonical JSON, of which the SHA-256 is taken. */
export function figureJson(figure: Figure): string {
  return canonicalJson(figure);
}

/**
 * The data dictionary: for each column its name, type, unit and meaning in the reader's language.
 * @param word looks up a key of the messages
 */
export function dataDictionary(figure: Figure, word: (key: string) => string): { columns: readonly string[]; rows: string[][] } {
  const heads = ["name", "type", "unit", "label", "meaning"];
  const rows = figure.columns.map((column) => [
    column.name,
    word(`figures.types.${column.type}`),
    column.unit ? word(`figures.units.${column.unit}`) : "",
    word(`figures.columns.${column.name}.label`),
    word(`figures.columns.${column.name}.meaning`),
  ]);
  return { columns: heads.map((head) => word(`figures.dictionary.${head}`)), rows };
}
