import { getTableColumns, getTableName } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { allegations, apiFilings, caseEvents, complaintContacts, complaints, complaintTexts, consents, mails } from "@/db/schema";
import type { ComplaintRow } from "./cases";

type Rows<T extends PgTable> = readonly T["$inferInsert"][];

/** All that a complaint is made of on the day it is filed. */
export interface WholeFiling {
  readonly row: typeof complaints.$inferInsert & { readonly id: string };
  readonly text: typeof complaintTexts.$inferInsert;
  readonly contact: typeof complaintContacts.$inferInsert;
  readonly consents: Rows<typeof consents>;
  readonly allegations: Rows<typeof allegations>;
  readonly events: Rows<typeof caseEvents>;
  readonly letters: Rows<typeof mails>;
  readonly apiFilings: Rows<typeof apiFilings>;
}

const PARTS = [
  ["text", complaintTexts],
  ["contact", complaintContacts],
  ["consents", consents],
  ["allegations", allegations],
  ["events", caseEvents],
  ["letters", mails],
  ["apiFilings", apiFilings],
] as const;

interface RawClient {
  unsafe(
    text: string,
    values: readonly (string | null)[],
    options: { prepare: boolean },
  ): Promise<readonly Record<string, unknown>[]>;
}
/** The connection behind drizzle's transaction or pool (see db/queues.ts), for statements that are prepared once and used again. */
export const rawClient = (tx: Tx): RawClient => {
  const inner = tx as unknown as { session: { client: RawClient } };
  return inner.session.client;
};

/** For each table what a field of a row is called there; looked up for every complaint, so made once. */
const columnNames = new Map<PgTable, ReadonlyMap<string, string>>();
function namesIn(table: PgTable): ReadonlyMap<string, string> {
  let names = columnNames.get(table);
  if (!names) {
    const columns = getTableColumns(table) as Record<string, PgColumn>;
    names = new Map(Object.entries(columns).map(([key, column]) => [key, column.name]));
    columnNames.set(table, names);
  }
  return names;
}

/** A row as JSON under the names of its columns. */
function asJson(table: PgTable, row: Record<string, unknown>): Record<string, unknown> {
  const names = namesIn(table);
  const out: Record<string, unknown> = {};
  for (const key in row) {
    const [name, value] = [names.get(key), row[key]];
    if (name !== undefined && value !== undefined) out[name] = plain(value);
  }
  return out;
}
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString("hex")}`;
  return value;
}

/** Columns that these rows fill; what none names keeps the table's default. */
function columnsOf(rows: readonly Record<string, unknown>[]): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))].sort();
}

/** The rows of one complaint by table, as JSON, and the one statement that writes them for any number of complaints that fill the same columns. */
export interface PreparedFiling {
  readonly id: string;
  readonly text: string;
  readonly rows: readonly (readonly Record<string, unknown>[])[];
}

/** A complaint ready to be written, alone or with others of the same `text`. */
export function prepareFiling(filing: WholeFiling): PreparedFiling {
  const head = [asJson(complaints, filing.row)];
  const names = columnsOf(head).join(", ");
  const steps = [
    `filed as (insert into complaints (${names}) select ${names} from jsonb_populate_recordset(null::complaints, $2::jsonb)
      where (${STAMP}) = $1 on conflict do nothing returning *)`,
  ];
  const all = [head];
  for (const [part, table] of PARTS) {
    const given = filing[part];
    const rows = (Array.isArray(given) ? given : [given]).map((row) => asJson(table, row as Record<string, unknown>));
    if (rows.length === 0) continue;
    all.push(rows);
    const name = getTableName(table);
    const columns = columnsOf(rows);
    // In the order given: the ledger's events are numbered as they are written.
    steps.push(
      `${part.toLowerCase()}_ as (insert into ${name} (${columns.join(", ")}) select ${columns.map((c) => `p.${c}`).join(", ")}
        from jsonb_populate_recordset(null::${name}, $${all.length + 1}::jsonb) with ordinality p
        where p.complaint_id in (select id from filed) order by p.ordinality)`,
    );
  }
  return { id: filing.row.id, text: `with ${steps.join(", ")} select * from filed`, rows: all };
}

/**
 * Files complaints of one `text` in one statement, one journey to the database: of each all rows or none, the ledger's among them. Answers by id those
 * that were written; one is not when its reference or idempotency key is taken, and none is when the calendar is no longer the one of
 * `calendarStamp` (as the due dates were counted by it). The caller finds out which.
 */
export async function fileTogether(
  tx: Tx,
  filings: readonly PreparedFiling[],
  calendarStamp: string,
): Promise<Map<string, ComplaintRow>> {
  const [{ text, rows }] = filings as [PreparedFiling];
  const values = rows.map((_, part) => JSON.stringify(filings.flatMap((one) => one.rows[part])));
  const found = await rawClient(tx).unsafe(text, [calendarStamp, ...values], { prepare: true });
  return new Map(found.map((raw) => [String(raw.id), complaintFrom(raw)]));
}

/** The same for one complaint; null when it was not written. */
export async function fileAtOnce(tx: Tx, filing: WholeFiling, calendarStamp: string): Promise<ComplaintRow | null> {
  const one = prepareFiling(filing);
  return (await fileTogether(tx, [one], calendarStamp)).get(one.id) ?? null;
}

/** True when the database refused what a row holds (SQLSTATE classes 22 and 23): without that row the same statement may succeed. */
export function isRefusedData(error: unknown): boolean {
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined;
  return typeof code === "string" && /^2[23]/.test(code);
}

function complaintFrom(raw: Record<string, unknown>): ComplaintRow {
  const columns = getTableColumns(complaints) as Record<string, PgColumn>;
  return Object.fromEntries(
    Object.entries(columns).map(([key, column]) => {
      const value = raw[column.name];
      return [key, value === null || value === undefined ? null : column.mapFromDriverValue(value as never)];
    }),
  ) as unknown as ComplaintRow;
}

/** Changes whenever a notice is loaded or a day of the calendar is added or taken away. */
const STAMP = `select coalesce(max(n.loaded_at)::text, '') || ' ' || count(*) || ' ' || (select count(*) from calendar_days) from calendar_notices n`;

export async function calendarStamp(tx: Tx): Promise<string> {
  const [row] = await rawClient(tx).unsafe(`select (${STAMP}) as stamp`, [], { prepare: true });
  return String(row?.stamp);
}
