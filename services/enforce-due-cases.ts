import { db, type Tx } from "@/db/client";
import { calendarVersion, loadCalendar } from "@/db/queries/calendar";
import { dueCaseIds, lockDue } from "@/db/queries/case-batch";
import { portalNow } from "@/db/queries/clock";
import { dayOf, type Instant } from "@/domain/day";
import { replay } from "@/domain/replay";
import type { WorkCalendar } from "@/domain/working-days";
import { errorFields, log } from "@/platform/log";
import { RememberedAddresses } from "./address-book";
import { CaseBatch } from "./case-batch";
import { catchUp, enforceCase, remindOfClocks } from "./enforce-deadlines";
import { announcePublicChange } from "./public-change";
import { recomputeScore } from "./recompute-score";

/** Cases locked and written together: a second's work, so that a person who decides one of them does not wait long. */
const TOGETHER = 250;
/** So many cases that fail one after the other are no fault of theirs. */
const FAILURES_IN_A_ROW = 20;

type Locked = Awaited<ReturnType<typeof lockDue>>[number];

/** Decides one case in a batch of its own, so that a case that cannot be decided leaves nothing behind. */
async function decideOne(tx: Tx, { row, events }: Locked, calendar: WorkCalendar, book: RememberedAddresses, now: Instant) {
  const batch = new CaseBatch(book);
  const snapshot = replay(events);
  const today = dayOf(now);
  batch.touch(row.id, { snapshot, calendar, today });
  await remindOfClocks(tx, await catchUp(tx, { row, events, snapshot, calendar, batch }, now), now);
  return batch;
}

/** The calendar, read again only when a notice has come in: what was counted by it is remembered with it. */
class KnownCalendar {
  private version = "";
  private calendar: WorkCalendar | null = null;
  async read(tx: Tx): Promise<WorkCalendar> {
    const version = await calendarVersion(tx);
    if (!this.calendar || version !== this.version) this.calendar = await loadCalendar(tx);
    this.version = version;
    return this.calendar;
  }
}
interface Sweep {
  readonly now: Instant;
  readonly calendar: KnownCalendar;
}

async function enforceTogether(
  ids: readonly string[],
  { now, calendar: known }: Sweep,
  book: RememberedAddresses,
): Promise<number> {
  return db().transaction(async (tx) => {
    const due = await lockDue(tx, ids, dayOf(now));
    if (due.length === 0) return 0;
    const calendar = await known.read(tx);
    await book.prepare(
      tx,
      due.map(({ row }) => row.id),
    );
    const batch = new CaseBatch(book);
    for (const one of due) batch.take(await decideOne(tx, one, calendar, book, now));
    await batch.flush(tx);
    for (const { companyId, asOf } of batch.scores.values()) await recomputeScore(tx, companyId, asOf);
    const companies = [...new Set([...batch.scores.values()].map((s) => s.companyId))];
    const rulings = [...batch.publicRulings];
    if (batch.publicAll || companies.length > 0 || rulings.length > 0)
      await announcePublicChange(tx, batch.publicAll ? { all: true } : { rulings, companies });
    return due.length;
  });
}

/** The cases of a batch that failed, one by one: what is wrong with one holds up no other's clock. */
async function enforceApart(ids: readonly string[], now: Instant): Promise<number> {
  let done = 0;
  let inARow = 0;
  for (const id of ids) {
    try {
      await enforceCase(id, now);
      done += 1;
      inARow = 0;
    } catch (error) {
      log("error", "case.not_enforced", { complaintId: id, ...errorFields(error) });
      inARow += 1;
      if (inARow >= FAILURES_IN_A_ROW) throw error;
    }
  }
  return done;
}

/**
 * Everything clocks have brought about and every reminder that has come up, what ran out first at the front; returns how many cases were
 * brought up to date. Bounded by `limit`. Any number of workers share the cases between them; a worker killed on the way leaves whole
 * batches or nothing, and the next sweep takes up what is left. A case that fails is logged and left for the next sweep.
 */
export async function enforceDueCases(limit = 100_000, together = TOGETHER): Promise<number> {
  const now = await portalNow(db());
  const sweep = { now, calendar: new KnownCalendar() };
  const ids = await dueCaseIds(db(), dayOf(now), limit);
  let done = 0;
  let next = 0;
  // Two batches at a time: one is decided here while the database writes the other.
  const lane = async (): Promise<void> => {
    const book = new RememberedAddresses();
    while (next < ids.length) {
      const part = ids.slice(next, next + together);
      next += together;
      try {
        const count = await enforceTogether(part, sweep, book);
        done += count;
      } catch (error) {
        log("warn", "batch.not_enforced", { cases: part.length, ...errorFields(error) });
        const count = await enforceApart(part, now);
        done += count;
      }
    }
  };
  await Promise.all([lane(), lane()]);
  return done;
}
