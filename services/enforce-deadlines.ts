import { db, type Tx } from "@/db/client";
import { type CaseKey, dueCaseIds } from "@/db/queries/cases";
import { portalNow } from "@/db/queries/clock";
import { type Actor, SYSTEM } from "@/domain/actors";
import { lapse } from "@/domain/clocks";
import { dayOf, type Instant } from "@/domain/day";
import { errorFields, log } from "@/platform/log";
import { append, type CaseFile, lockCase } from "./case-file";
import { followUp } from "./follow-up";

/**
 * Writes what the clocks have brought about up to `now`: deemed acceptance, lapse, finality, overdue. Each event is dated when it was due, in
 * order, and its consequences are drawn. Calling it again changes nothing.
 */
export async function catchUp(tx: Tx, file: CaseFile, now: Instant): Promise<CaseFile> {
  const today = dayOf(now);
  let current = file;
  for (let round = 0; round < 20; round++) {
    const [next] = lapse(current.snapshot, current.calendar, today);
    if (!next) return current;
    current = await append(tx, current, [next], today);
    current = await followUp(tx, current, next, now);
  }
  throw new Error("the clocks of a case do not come to rest");
}

/**
 * The case locked and brought up to date, so that no decision overtakes a deadline that ran out unseen. What services start with.
 * Throws `not_found` outside the actor's scope.
 */
export async function openCase(tx: Tx, actor: Actor, key: CaseKey, now: Instant): Promise<CaseFile> {
  return catchUp(tx, await lockCase(tx, actor, key), now);
}

/** One case, in a transaction of its own; safe to run by any number of workers at once. */
export async function enforceCase(id: string, now: Instant): Promise<void> {
  await db().transaction(async (tx) => {
    await openCase(tx, SYSTEM, { id }, now);
  });
}

/** So many cases that fail one after the other are no fault of theirs. */
const FAILURES_IN_A_ROW = 20;

/**
 * All cases whose next deadline has run out, oldest first; returns how many were brought up to date. Bounded by `limit`. A case that fails is
 * logged and left for the next sweep, so that it holds up no other's clock; throws when nothing works any more.
 */
export async function enforceDueCases(limit = 10_000): Promise<number> {
  const now = await portalNow(db());
  let done = 0;
  let failing = 0;
  for (const id of await dueCaseIds(db(), dayOf(now), limit)) {
    try {
      await enforceCase(id, now);
      done += 1;
      failing = 0;
    } catch (error) {
      log("error", "case.not_enforced", { complaintId: id, ...errorFields(error) });
      failing += 1;
      if (failing >= FAILURES_IN_A_ROW) throw error;
    }
  }
  return done;
}
