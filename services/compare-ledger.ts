import type { Tx } from "@/db/client";
import { ledgerNumbers, ledgerRows, pendingWithoutEvent } from "@/db/queries/log";
import { TIME_TOLERANCE_MS } from "@/domain/log/follow";
import { type Leaf, type LedgerRow, leafOf } from "@/domain/log/leaf";
import { sha256 } from "@/platform/signing";

/** An event that is not as it was logged. */
export interface LedgerFault {
  readonly seq: number;
  readonly kind:
    | "deleted"
    /** `recorded_at` is not the time of its leaf. */
    | "redated"
    /** The row is another than the one that was hashed (its `at`, data, actor, place …). */
    | "changed"
    /** In the ledger, but never logged although later events were. */
    | "unlogged"
    /** Deleted between its commit and its minute of logging. */
    | "deleted_unlogged";
  readonly event: Pick<LedgerRow, "complaintId" | "ord" | "type" | "recordedAt"> | null;
  readonly leaf: Leaf | null;
}

const PAGE = 10_000;

/** Compares the ledger with the leaves of the public log, as they are read from outside. One for each check. */
export class LedgerCheck {
  readonly faults: LedgerFault[] = [];
  private readonly logged = new Set<number>();
  compared = 0;

  constructor(private readonly tx: Tx) {}

  /** Each of these leaves against its row. */
  async leaves(leaves: readonly { readonly leaf: Leaf }[]): Promise<void> {
    const rows = new Map(
      (
        await ledgerRows(
          this.tx,
          leaves.map(({ leaf }) => leaf.seq),
        )
      ).map((row) => [row.seq, row]),
    );
    for (const { leaf } of leaves) {
      const row = rows.get(leaf.seq);
      this.logged.add(leaf.seq);
      this.compared++;
      if (!row) this.faults.push({ seq: leaf.seq, kind: "deleted", event: null, leaf });
      else if (row.recordedAt !== leaf.time) this.faults.push({ seq: leaf.seq, kind: "redated", event: row, leaf });
      else if (leafOf(sha256, row).hash !== leaf.hash) this.faults.push({ seq: leaf.seq, kind: "changed", event: row, leaf });
    }
  }

  /**
   * When all leaves of a log of `size` were told: what is in the ledger and not in the log. Answers how many events rightly wait for their leaf: no older
   * than the newest leaf, `latest`.
   */
  async rest(size: number, latest: string): Promise<number> {
    let waiting = 0;
    const notBefore = latest === "" ? Number.NEGATIVE_INFINITY : Date.parse(latest) - TIME_TOLERANCE_MS;
    for (let after = 0; ; ) {
      const page = await ledgerNumbers(this.tx, after, PAGE);
      for (const { seq, recordedAt, index, waiting: listed } of page) {
        if (this.logged.has(seq)) continue;
        if ((listed || (index !== null && index >= size)) && Date.parse(recordedAt) >= notBefore) waiting++;
        else this.faults.push({ seq, kind: "unlogged", event: (await ledgerRows(this.tx, [seq]))[0] ?? null, leaf: null });
      }
      if (page.length < PAGE) break;
      after = page.at(-1)?.seq ?? after;
    }
    for (const seq of await pendingWithoutEvent(this.tx))
      if (!this.logged.has(seq)) this.faults.push({ seq, kind: "deleted_unlogged", event: null, leaf: null });
    return waiting;
  }
}
