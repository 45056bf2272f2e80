import { once } from "node:events";
import type { Writable } from "node:stream";
import type postgres from "postgres";

export type Value = string | number | boolean | null | readonly string[] | { readonly json: unknown } | { readonly hex: string };

const ESCAPES: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const plain = (text: string) => (/[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (c) => ESCAPES[c] as string) : text);

function field(value: Value): string {
  if (value === null) return "\\N";
  if (typeof value === "string") return plain(value);
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "t" : "f";
  if (Array.isArray(value)) return plain(`{${value.map((v) => `"${v.replace(/["\\]/g, "\\$&")}"`).join(",")}}`);
  if ("json" in value) return plain(JSON.stringify(value.json));
  return `\\\\x${(value as { hex: string }).hex}`;
}

const BUFFERED = 256 * 1024;

/** One table being filled by COPY, on a connection of its own. */
export class Copy {
  private buffer = "";
  private constructor(
    private readonly stream: Writable,
    private readonly columns: readonly string[],
  ) {}

  static async open(sql: postgres.Sql, table: string, columns: readonly string[]): Promise<Copy> {
    const list = columns.map((c) => `"${c}"`).join(", ");
    return new Copy(await sql.unsafe(`copy ${table} (${list}) from stdin`).writable(), columns);
  }

  /** Takes a row; resolves when the server has room for more. */
  async row(values: Readonly<Record<string, Value>>): Promise<void> {
    const { columns } = this;
    let line = "";
    for (let i = 0; i < columns.length; i++) line += (i === 0 ? "" : "\t") + field(values[columns[i] as string] ?? null);
    this.buffer += `${line}\n`;
    if (this.buffer.length > BUFFERED) await this.flush();
  }

  private async flush(): Promise<void> {
    const full = this.buffer;
    this.buffer = "";
    if (full !== "" && !this.stream.write(full)) await once(this.stream, "drain");
  }

  async end(): Promise<void> {
    await this.flush();
    const done = once(this.stream, "finish");
    this.stream.end();
    await done;
  }
}

/**
 * Takes foreign keys and plain indexes off these tables and answers how to put them back: building an index once is far cheaper than keeping it
 * in step row by row. What is unique by constraint stays.
 */
export async function bare(sql: postgres.Sql, tables: readonly string[]): Promise<() => Promise<void>> {
  const keys = await sql<{ t: string; name: string; def: string }[]>`
    select conrelid::regclass::text as t, conname as name, pg_get_constraintdef(oid) as def from pg_constraint
    where contype = 'f' and conrelid::regclass::text = any(${tables as string[]})`;
  const indexes = await sql<{ name: string; def: string }[]>`
    select indexname as name, indexdef as def from pg_indexes
    where schemaname = 'public' and tablename = any(${tables as string[]})
      and indexname not in (select conname from pg_constraint where contype in ('p', 'u'))`;
  // Bulk rows are no events that happened: they do not go into the public log either.
  for (const t of tables) await sql.unsafe(`alter table ${t} disable trigger user`);
  for (const k of keys) await sql.unsafe(`alter table ${k.t} drop constraint "${k.name}"`);
  for (const i of indexes) await sql.unsafe(`drop index "${i.name}"`);
  return async () => {
    for (const t of tables) await sql.unsafe(`alter table ${t} enable trigger user`);
    for (const i of indexes) await sql.unsafe(i.def);
    for (const k of keys) await sql.unsafe(`alter table ${k.t} add constraint "${k.name}" ${k.def}`);
  };
}
