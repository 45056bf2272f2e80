import { db, type Tx } from "@/db/client";
import { appendCheckEvent, lockCheck, type SpecialCheckRow, updateCheck } from "@/db/queries/special-checks";
import type { Actor } from "@/domain/actors";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { type CheckAct, decideCheck } from "@/domain/special-check";

/** What a step writes into the check; what it does beside. */
type Work = (tx: Tx, check: SpecialCheckRow) => Promise<Partial<SpecialCheckRow>>;

/**
 * One step of a special check: held, decided by the domain, written with its event in one transaction. Throws `not_found` for an unknown
 * number, and what the decision throws.
 */
export async function stepOfCheck(
  actor: Actor,
  number: string,
  act: CheckAct,
  now: Instant,
  work: Work,
  may: (tx: Tx, check: SpecialCheckRow) => Promise<boolean> = async () => true,
): Promise<void> {
  await db().transaction(async (tx) => {
    const check = await lockCheck(tx, number);
    if (!check || !(await may(tx, check))) throw new DomainError("not_found");
    const move = decideCheck(act, check, actor);
    const values = await work(tx, check);
    await updateCheck(tx, check.id, { ...values, state: move.to });
    await appendCheckEvent(tx, check.id, move.event, actor, now);
  });
}
