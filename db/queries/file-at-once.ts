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

/** A row as JSON under the names of its columns. */
function asJson(table: PgTable, row: Record<string, unknown>): Record<string, unknown> {
  const columns = getTableColumns(table) as Record<string, PgColumn>;
  return Object.fromEntries(
    Object.entries(row).flatMap(([key, value]) => {
      const column = columns[key];
      return column && value !== undefined ? [[column.name, plain(value)]] : [];
    }),
  );
}
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString("hex")}`;
  return value;
}

/** Columns that these rows fill; what none names keeps the table's default. */
function namesOf(rows: readonly Record<string, unknown>[]): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))].sort();
}

/**
 * Files a complaint in one statement, one journey to the database: all rows or none, the ledger's among them. Null when nothing was written
 * because the reference or the idempotency key is taken, or because the calendar is no longer the one of `calendarStamp` (as the due dates
 * were counted by it); the caller finds out which.
 */
export async function fileAtOnce(tx: Tx, filing: WholeFiling, calendarStamp: string): Promise<ComplaintRow | null> {
  const head = asJson(complaints, filing.row);
  const values: string[] = [calendarStamp, JSON.stringify(head)];
  const names = namesOf([head]).join(", ");
  const steps = [
    `filed as (insert into complaints (${names}) select ${names} from jsonb_populate_record(null::complaints, $2::jsonb)
      where (${STAMP}) = $1 on conflict do nothing returning *)`,
  ];
  for (const [part, table] of PARTS) {
    const given = filing[part];
    const rows = (Array.isArray(given) ? given : [given]).map((row) => asJson(table, row as Record<string, unknown>));
    if (rows.length === 0) continue;
    const name = getTableName(table);
    const columns = namesOf(rows).join(", ");
    values.push(JSON.stringify(rows));
    steps.push(
      `${part.toLowerCase()}_ as (insert into ${name} (${columns}) select ${namesOf(rows)
        .map((c) => `p.${c}`)
        .join(", ")} from filed, jsonb_populate_recordset(null::${name}, $${values.length}::jsonb) p)`,
    );
  }
  const [raw] = await rawClient(tx).unsafe(`with ${steps.join(", ")} select * from filed`, values, { prepare: true });
  return raw ? complaintFrom(raw) : null;
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
