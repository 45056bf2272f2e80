import type { Tx } from "@/db/client";
import {
  type MassLetter,
  type MassService,
  writeEvents,
  writeLetters,
  writeProjections,
  writeServices,
} from "@/db/queries/case-batch";
import { enqueueMany } from "@/db/queues";
import type { CaseEvent } from "@/domain/case-events";
import { projectCase } from "@/domain/case-projection";
import type { CaseSnapshot } from "@/domain/case-state";
import type { Day } from "@/domain/day";
import type { WorkCalendar } from "@/domain/working-days";
import type { AddressBook } from "./address-book";
import { leaves } from "./send-mail";

interface Touched {
  readonly snapshot: CaseSnapshot;
  readonly calendar: WorkCalendar;
  readonly today: Day;
}

/**
 * What many cases have to be written, gathered while each is decided by the very services that decide one: `append`, letters and service put
 * it here instead of writing it row by row, and `flush` writes each kind in one statement.
 */
export class CaseBatch {
  private readonly events: { id: string; ord: number; event: CaseEvent }[] = [];
  private readonly touched = new Map<string, Touched>();
  private readonly letters: MassLetter[] = [];
  private readonly services: MassService[] = [];
  private readonly overdue = new Set<string>();
  /** Company id and day of each score that changes. */
  readonly scores = new Map<string, { companyId: string; asOf: Day }>();
  readonly publicRulings = new Set<string>();
  readonly publicCompanies = new Set<string>();
  publicAll = false;

  constructor(readonly book: AddressBook) {}

  append(id: string, count: number, events: readonly CaseEvent[], touched: Touched): void {
    for (const [i, event] of events.entries()) this.events.push({ id, ord: count + i + 1, event });
    this.touched.set(id, touched);
  }
  /** A row to be projected anew though nothing was appended to it. */
  touch(id: string, touched: Touched): void {
    this.touched.set(id, touched);
  }
  letter(letter: MassLetter): void {
    this.letters.push(letter);
  }
  service(service: MassService): void {
    this.services.push(service);
  }
  nameOverdue(id: string): void {
    this.overdue.add(id);
  }

  /** What belongs to one case, to be taken in when it has been decided to its end. */
  take(one: CaseBatch): void {
    this.events.push(...one.events);
    this.letters.push(...one.letters);
    this.services.push(...one.services);
    for (const [id, touched] of one.touched) this.touched.set(id, touched);
    for (const id of one.overdue) this.overdue.add(id);
    for (const [key, score] of one.scores) this.scores.set(key, score);
    for (const number of one.publicRulings) this.publicRulings.add(number);
    for (const id of one.publicCompanies) this.publicCompanies.add(id);
    this.publicAll ||= one.publicAll;
  }

  /** Events, rows, services and letters, in the caller's transaction. Scores and announcements are the caller's. */
  async flush(tx: Tx): Promise<void> {
    await writeEvents(tx, this.events);
    const rows = [...this.touched].map(([id, t]) => ({ id, projection: projectCase(t.snapshot, t.calendar, t.today) }));
    await writeProjections(tx, rows, this.overdue);
    await writeServices(tx, this.services);
    const written = await writeLetters(tx, this.letters);
    const leaving = written.filter((m) => leaves(m.channel));
    await enqueueMany(
      tx,
      "send-mail",
      leaving.map((m) => ({ mailId: m.id })),
    );
  }
}
