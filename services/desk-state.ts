import type { Database } from "@/db/client";
import { caseFacts, deskNews, factsOf, seenUntil } from "@/db/queries/desk";
import { DeskColumns } from "@/domain/desk/columns";
import { onceAProcess } from "@/platform/once-a-process";

interface Held {
  columns: DeskColumns;
  /** Null: nothing was read yet. */
  seen: string | null;
  /** The look under way, and the one that begins after it. */
  now: Promise<void> | null;
  next: Promise<void> | null;
}
const held = onceAProcess("desk", () => new WeakMap<object, Held>());
/** Few large steps: each is a pass over clauses and files. */
const AT_ONCE = 100_000;

async function readAll(db: Database, mine: Held): Promise<void> {
  const columns = new DeskColumns();
  // Whatever commits while the cases are read is told of from here on.
  const seen = await seenUntil(db);
  let last = 0;
  for (;;) {
    const rows = await caseFacts(db, last, AT_ONCE);
    for (const row of rows) columns.put(row);
    last = rows.at(-1)?.number ?? last;
    if (rows.length < AT_ONCE) break;
  }
  mine.columns = columns;
  mine.seen = seen;
}

async function catchUp(db: Database, mine: Held): Promise<void> {
  if (mine.seen === null) await readAll(db, mine);
  for (;;) {
    const { seen, lost, numbers } = await deskNews(db, mine.seen ?? "0");
    if (lost) {
      await readAll(db, mine);
      continue;
    }
    const there = new Set<number>();
    for (let from = 0; from < numbers.length; from += AT_ONCE)
      for (const row of await factsOf(db, numbers.slice(from, from + AT_ONCE))) {
        mine.columns.put(row);
        there.add(row.number);
      }
    for (const number of numbers) if (!there.has(number)) mine.columns.drop(number);
    mine.seen = seen;
    return;
  }
}

/**
 * The desk's memory as of now: what was committed before the call is in it. Whoever asks while a look is under way shares the next one, so that any
 * number of readers costs one look after the other.
 */
export async function deskColumns(db: Database): Promise<DeskColumns> {
  const mine = held.get(db) ?? { columns: new DeskColumns(), seen: null, now: null, next: null };
  held.set(db, mine);
  const begin = (): Promise<void> => {
    const look = catchUp(db, mine).finally(() => {
      mine.now = mine.next;
      mine.next = null;
    });
    return look;
  };
  if (!mine.now) {
    mine.now = begin();
    await mine.now;
  } else {
    mine.next ??= mine.now.catch(() => undefined).then(begin);
    await mine.next;
  }
  return mine.columns;
}
