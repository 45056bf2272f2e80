import { DomainError } from "./errors";

export type CsvCell = string | number | boolean | null;

/** What makes a spreadsheet take a text for a formula; the full-width forms are folded by some of them. */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * RFC 4180: comma, CRLF after every line, fields quoted where they must be, first line the names. Null is an empty field. A text
 * that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers, minus sign and all.
 * Throws `invalid` for a row of another length and for numbers that are not finite.
 */
export function toCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [header, ...rows].map((row) => csvLine(row, header.length)).join("");
}

function csvLine(row: readonly CsvCell[], columns: number): string {
  if (row.length !== columns) throw new DomainError("invalid", { columns, cells: row.length });
  return `${row.map(csvField).join(",")}\r\n`;
}

function csvField(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "boolean") return cell ? "true" : "false";
  if (typeof cell === "number") {
    if (!Number.isFinite(cell)) throw new DomainError("invalid", { number: String(cell) });
    return String(cell);
  }
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
