import { db } from "@/db/client";
import { insertAdminEvent, revokeInvitations } from "@/db/queries/invitations";
import { activeAdmins, personById, updatePerson } from "@/db/queries/people";
import { revokeSessions } from "@/db/queries/sessions";
import { type Actor, isInvitedRole } from "@/domain/actors";
import { DomainError } from "@/domain/errors";

/**
 * Shuts an account out at once: no sign-in, every session ends, open set-up links die. What the person did stays.
 * Throws `forbidden`, `not_found`, `same_person` for oneself, `limit_reached` for the last administrator.
 */
export async function disablePerson(actor: Actor, personId: string, now: Date): Promise<void> {
  if (actor.role !== "admin" || !actor.userId) throw new DomainError("forbidden");
  if (actor.userId === personId) throw new DomainError("same_person");
  const by = actor.userId;
  await db().transaction(async (tx) => {
    const person = await personById(tx, personId, true);
    if (!person || !isInvitedRole(person.role)) throw new DomainError("not_found");
    if (person.disabledAt) throw new DomainError("already_done");
    if (person.role === "admin" && (await activeAdmins(tx)) <= 1)
      throw new DomainError("limit_reached", { message: "lastAdmin" });
    await updatePerson(tx, personId, { disabledAt: now });
    await revokeSessions(tx, personId, {});
    await revokeInvitations(tx, { email: person.email }, now);
    await insertAdminEvent(tx, { at: now, actorId: by, type: "disabled", subjectId: personId });
  });
}

/** Opens a disabled account again; the person signs in as before. Throws `forbidden`, `not_found`, `already_done`. */
export async function enablePerson(actor: Actor, personId: string, now: Date): Promise<void> {
  if (actor.role !== "admin" || !actor.userId) throw new DomainError("forbidden");
  const by = actor.userId;
  await db().transaction(async (tx) => {
    const person = await personById(tx, personId, true);
    if (!person || !isInvitedRole(person.role)) throw new DomainError("not_found");
    if (!person.disabledAt) throw new DomainError("already_done");
    await updatePerson(tx, personId, { disabledAt: null });
    await insertAdminEvent(tx, { at: now, actorId: by, type: "enabled", subjectId: personId });
  });
}
