import { db } from "@/db/client";
import { insertAdminEvent, insertInvitation, revokeInvitations } from "@/db/queries/invitations";
import { personById } from "@/db/queries/people";
import { type Actor, isInvitedRole } from "@/domain/actors";
import { DomainError } from "@/domain/errors";
import { keyedHash, newLinkToken } from "@/platform/keyed-hash";
import { INVITATION_DAYS } from "./invite-person";
import { sendInvitation } from "./send-invitation";

/**
 * For someone who forgot the password or lost the phone: an administrator has a new set-up link sent to the address of the account.
 * The present password works until the link is used. Throws `forbidden`, `not_found`, `wrong_state` for a disabled account.
 */
export async function renewAccess(actor: Actor, personId: string, now: Date): Promise<{ token: string }> {
  if (actor.role !== "admin" || !actor.userId) throw new DomainError("forbidden");
  const by = actor.userId;
  return db().transaction(async (tx) => {
    const person = await personById(tx, personId, true);
    if (!person || !isInvitedRole(person.role)) throw new DomainError("not_found");
    if (person.disabledAt) throw new DomainError("wrong_state");
    await revokeInvitations(tx, { email: person.email }, now);
    const token = newLinkToken();
    const expiresAt = new Date(now.getTime() + INVITATION_DAYS * 86_400_000);
    await insertInvitation(tx, {
      email: person.email,
      name: person.name,
      role: person.role,
      companyId: person.companyId,
      tokenHash: keyedHash("invitation", token),
      invitedBy: by,
      expiresAt,
      locale: person.locale,
    });
    await insertAdminEvent(tx, { at: now, actorId: by, type: "access_renewed", subjectId: person.id });
    await sendInvitation(tx, {
      template: "access_renewal",
      email: person.email,
      role: person.role,
      locale: person.locale,
      token,
      expiresAt,
    });
    return { token };
  });
}
