import { db } from "@/db/client";
import type { Actor } from "@/domain/actors";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { type CaseFile, carryOut } from "./case-file";
import { openCase } from "./enforce-deadlines";

/**
 * Takes an assignment back: the case goes to whom it was with before, null: to nobody. Throws `conflict` when it has been given on since, `took_part` for
 * an officer who has stepped aside meanwhile.
 */
export async function undoAssignment(
  actor: Actor,
  input: { reference: string; given: string; before: string | null },
  now: Instant,
): Promise<CaseFile> {
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference: input.reference }, now);
    if (file.snapshot.officerId !== input.given) throw new DomainError("conflict");
    if (input.before !== null && file.snapshot.recused.includes(input.before)) throw new DomainError("took_part");
    return carryOut(tx, file, actor, "assign", { type: "assigned", data: { officerId: input.before } }, now);
  });
}
