import { db, type Tx } from "@/db/client";
import type { CaseKey } from "@/db/queries/cases";
import { type Actor, SYSTEM } from "@/domain/actors";
import { lapse, reminders } from "@/domain/clocks";
import { dayOf, type Instant } from "@/domain/day";
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
    const [next] = lapse(current.snapshot, current.calendar, today, 1);
    if (!next) return current;
    current = await append(tx, current, [next], today);
    current = await followUp(tx, current, next, now);
  }
  throw new Error("the clocks of a case do not come to rest");
}

/** Sends the reminders that have come up, each once. */
export async function remindOfClocks(tx: Tx, file: CaseFile, now: Instant): Promise<CaseFile> {
  let current = file;
  for (const event of reminders(file.snapshot, file.calendar, now)) {
    current = await append(tx, current, [event], dayOf(now));
    current = await followUp(tx, current, event, now);
  }
  return current;
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
    await remindOfClocks(tx, await openCase(tx, SYSTEM, { id }, now), now);
  });
}
