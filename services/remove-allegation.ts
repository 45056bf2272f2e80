import { db } from "@/db/client";
import { allegationsOf, deleteAllegation } from "@/db/queries/rulings";
import type { Actor } from "@/domain/actors";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { openCase } from "./enforce-deadlines";

/**
 * Takes back a clause an officer added, with what was written about it in the working draft. What the complainant alleged stays and gets a
 * finding. Throws `not_found`, `wrong_state`.
 */
export async function removeAllegation(
  actor: Actor,
  input: { reference: string; allegationId: string },
  now: Instant,
): Promise<void> {
  if (actor.role !== "officer") throw new DomainError("forbidden");
  await db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference: input.reference }, now);
    if (file.snapshot.state !== "accepted") throw new DomainError("wrong_state", { state: file.snapshot.state });
    const allegation = (await allegationsOf(tx, file.row.id)).find((a) => a.id === input.allegationId);
    if (allegation?.addedBy !== "officer") throw new DomainError("not_found");
    await deleteAllegation(tx, allegation.id);
  });
}
