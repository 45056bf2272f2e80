import { db } from "@/db/client";
import { insertAdminEvent } from "@/db/queries/invitations";
import { activeAdmins, personById, updatePerson } from "@/db/queries/people";
import { revokeSessions } from "@/db/queries/sessions";
import { type Actor, isStaffRole } from "@/domain/actors";
import { DomainError } from "@/domain/errors";

/**
 * Gives someone at the regulator or the alliance another role; it holds from their next sign-in, the present ones end. A company's person
 * never changes sides: that takes an account of its own. Recorded with both roles.
 * Throws `forbidden`, `not_found`, `same_person`, `invalid`, `limit_reached` for the last administrator.
 */
export async function changeRole(actor: Actor, input: { personId: string; role: string }, now: Date): Promise<void> {
  if (actor.role !== "admin" || !actor.userId) throw new DomainError("forbidden");
  if (actor.userId === input.personId) throw new DomainError("same_person");
  if (!isStaffRole(input.role)) throw new DomainError("invalid", { field: "role" });
  const { personId, role } = input;
  const by = actor.userId;
  await db().transaction(async (tx) => {
    const person = await personById(tx, personId, true);
    if (!person || !isStaffRole(person.role)) throw new DomainError("not_found");
    if (person.role === role) return;
    if (person.role === "admin" && !person.disabledAt && (await activeAdmins(tx)) <= 1)
      throw new DomainError("limit_reached", { message: "lastAdmin" });
    await updatePerson(tx, personId, { role });
    await revokeSessions(tx, personId, {});
    await insertAdminEvent(tx, { at: now, actorId: by, type: `role:${person.role}:${role}`, subjectId: personId });
  });
}
