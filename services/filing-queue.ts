import type { Database } from "@/db/client";
import type { ComplaintRow } from "@/db/queries/cases";
import { fileTogether, isRefusedData, type PreparedFiling, prepareFiling, type WholeFiling } from "@/db/queries/file-at-once";
import { enqueueMany, type Jobs } from "@/db/queues";

interface Waiting {
  readonly one: PreparedFiling;
  readonly letters: readonly Jobs["send-mail"][];
  readonly stamp: string;
  readonly done: (row: ComplaintRow | null) => void;
  readonly failed: (reason: unknown) => void;
}

const MOST_TOGETHER = 50;
const STATEMENTS_AT_ONCE = 2;

/**
 * Files complaints that come by the hundred a second, each a transaction of its own to whoever files it: what comes while a statement is
 * under way goes into the next one together. Where the database refuses what one of them holds, each is tried alone, so that none suffers for
 * another.
 */
export class FilingQueue {
  private readonly waiting: Waiting[] = [];
  private underWay = 0;

  constructor(private readonly db: Database) {}

  /** `letters`: those of the complaint that leave the house go into the queue with it. */
  file(filing: WholeFiling, stamp: string, letters: readonly Jobs["send-mail"][]): Promise<ComplaintRow | null> {
    return new Promise((done, failed) => {
      this.waiting.push({ one: prepareFiling(filing), letters, stamp, done, failed });
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
    if (together.every((w) => w.letters.length === 0)) return fileTogether(this.db, all, stamp);
    return this.db.transaction(async (tx) => {
      const rows = await fileTogether(tx, all, stamp);
      const letters = together.flatMap((w) => (rows.has(w.one.id) ? w.letters : []));
      await enqueueMany(tx, "send-mail", letters);
      return rows;
    });
  }

  private async write(together: readonly Waiting[]): Promise<void> {
    try {
      const rows = await this.put((together[0] as Waiting).stamp, together);
      for (const { one, done } of together) done(rows.get(one.id) ?? null);
    } catch (error) {
      if (together.length > 1 && isRefusedData(error)) for (const w of together) await this.write([w]);
      else for (const w of together) w.failed(error);
    }
  }
}
