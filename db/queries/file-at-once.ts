import { getTableColumns, getTableName } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database, Tx } from "@/db/client";
import { enqueueMany, type Jobs } from "@/db/queues";
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
interface Written {
  readonly id: string;
  readonly text: string;
  readonly rows: readonly (readonly Record<string, unknown>[])[];
}

function written(filing: WholeFiling): Written {
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

/** Writes complaints that fill the same columns; answers those that were written by id. */
async function write(client: RawClient, stamp: string, together: readonly Written[]): Promise<Map<string, ComplaintRow>> {
  const [{ text, rows }] = together as [Written];
  const values = rows.map((_, part) => JSON.stringify(together.flatMap((one) => one.rows[part])));
  const found = await client.unsafe(text, [stamp, ...values], { prepare: true });
  return new Map(found.map((raw) => [String(raw.id), complaintFrom(raw)]));
}

/**
 * Files a complaint in one statement, one journey to the database: all rows or none, the ledger's among them. Null when nothing was written
 * because the reference or the idempotency key is taken, or because the calendar is no longer the one of `calendarStamp` (as the due dates
 * were counted by it); the caller finds out which.
 */
export async function fileAtOnce(tx: Tx, filing: WholeFiling, calendarStamp: string): Promise<ComplaintRow | null> {
  const one = written(filing);
  return (await write(rawClient(tx), calendarStamp, [one])).get(one.id) ?? null;
}

interface Waiting {
  readonly one: Written;
  readonly letters: readonly Jobs["send-mail"][];
  readonly stamp: string;
  readonly done: (row: ComplaintRow | null) => void;
  readonly failed: (reason: unknown) => void;
}

const MOST_TOGETHER = 50;
const STATEMENTS_AT_ONCE = 2;

/**
 * The same for complaints that come by the hundred a second, each a transaction of its own to whoever files it: what comes while a statement is
 * under way goes into the next one together. Where such a statement fails, each of its complaints is tried alone, so that none suffers for
 * another; one that had been written after all is found by its idempotency key.
 */
export class FilingQueue {
  private readonly waiting: Waiting[] = [];
  private underWay = 0;

  constructor(private readonly db: Database) {}

  /** `letters`: those of the complaint that leave the house go into the queue with it. */
  file(filing: WholeFiling, stamp: string, letters: readonly Jobs["send-mail"][]): Promise<ComplaintRow | null> {
    return new Promise((done, failed) => {
      this.waiting.push({ one: written(filing), letters, stamp, done, failed });
      void this.next();
    });
  }

  private async next(): Promise<void> {
    const [first] = this.waiting;
    if (!first || this.underWay >= STATEMENTS_AT_ONCE) return;
    this.underWay++;
    const alike = (w: Waiting) => w.stamp === first.stamp && w.one.text === first.one.text;
    const together = this.waiting.filter(alike).slice(0, MOST_TOGETHER);
    const chosen = new Set(together);
    this.waiting.splice(0, this.waiting.length, ...this.waiting.filter((w) => !chosen.has(w)));
    await this.write(together);
    this.underWay--;
    void this.next();
  }

  /** One statement is a transaction of its own; with letters there is one around both. */
  private put(stamp: string, together: readonly Waiting[]): Promise<Map<string, ComplaintRow>> {
    const all = together.map((w) => w.one);
    if (together.every((w) => w.letters.length === 0)) return write(rawClient(this.db), stamp, all);
    return this.db.transaction(async (tx) => {
      const rows = await write(rawClient(tx), stamp, all);
      await enqueueMany(
        tx,
        "send-mail",
        together.flatMap((w) => (rows.has(w.one.id) ? w.letters : [])),
      );
      return rows;
    });
  }

  private async write(together: readonly Waiting[]): Promise<void> {
    const [first] = together as [Waiting];
    try {
      const rows = await this.put(first.stamp, together);
      for (const { one, done } of together) done(rows.get(one.id) ?? null);
    } catch (error) {
      if (together.length === 1) first.failed(error);
      else for (const w of together) await this.write([w]);
    }
  }
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
