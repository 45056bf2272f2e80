import { db } from "@/db/client";
import { allegationsOf, insertAllegation } from "@/db/queries/rulings";
import type { Actor } from "@/domain/actors";
import { clauseOf } from "@/domain/clauses";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { openCase } from "./enforce-deadlines";

/**
 * An officer adds a clause the facts point to and the complainant did not name; it needs a finding like any other. Only while the ruling is
 * being worked on. Throws `invalid` for a clause that cannot be breached, `already_done`, `wrong_state`. Returns the allegation's id.
 */
export async function addAllegation(actor: Actor, input: { reference: string; clause: string }, now: Instant): Promise<string> {
  if (actor.role !== "officer") throw new DomainError("forbidden");
  const clause = clauseOf(input.clause);
  if (!clause?.tier) throw new DomainError("invalid", { field: "clause" });
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference: input.reference }, now);
    if (file.snapshot.state !== "accepted") throw new DomainError("wrong_state", { state: file.snapshot.state });
    const there = await allegationsOf(tx, file.row.id);
    if (there.some((a) => a.clause === clause.id)) throw new DomainError("already_done", { field: "clause" });
    const ord = Math.max(-1, ...there.map((a) => a.ord)) + 1;
    return insertAllegation(tx, { complaintId: file.row.id, clause: clause.id, addedBy: "officer", ord });
  });
}
