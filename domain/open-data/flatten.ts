import { z } from "zod";
import type { CsvCell } from "../csv";
import { toCsv } from "../csv";

interface Column {
  readonly name: string;
  readonly read: (record: unknown) => CsvCell;
}

function bare(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodNullable || schema instanceof z.ZodOptional ? bare(schema.unwrap() as z.ZodType) : schema;
}

function columnsOf(schema: z.ZodType, path: readonly string[]): Column[] {
  const inner = bare(schema);
  if (inner instanceof z.ZodObject)
    return Object.entries(inner.shape).flatMap(([key, value]) => columnsOf(value as z.ZodType, [...path, key]));
  const name = path.join(".");
  const at = (record: unknown) =>
    path.reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], record);
  return [{ name, read: (record) => cellOf(at(record)) }];
}

/** Lists of words are joined by spaces; lists of records stand as JSON in their cell (the dumps have them as files of their own). */
function cellOf(value: unknown): CsvCell {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.every((v) => typeof v === "string") ? value.join(" ") : JSON.stringify(value);
  return value as CsvCell;
}

/** Names of the columns a record has as a table: nested fields with a dot ("company.slug"), in the order of the schema. */
export function columnNames(schema: z.ZodObject): string[] {
  return columnsOf(schema, []).map((column) => column.name);
}

/** Records as CSV after RFC 4180, safe to open in a spreadsheet (see toCsv). `header: false` leaves the first line out, for files in parts. */
export function recordsAsCsv(schema: z.ZodObject, records: readonly unknown[], header = true): string {
  const columns = columnsOf(schema, []);
  const csv = toCsv(
    columns.map((c) => c.name),
    records.map((record) => columns.map((c) => c.read(record))),
  );
  return header ? csv : csv.slice(csv.indexOf("\r\n") + 2);
}
