import { db } from "@/db/client";
import { insertAdminEvent, revokeInvitations } from "@/db/queries/invitations";
import type { Actor } from "@/domain/actors";
import { DomainError } from "@/domain/errors";

/** An administrator takes an open invitation back. Throws `forbidden`, `not_found` when it is not open any more. */
export async function revokeInvitation(actor: Actor, invitationId: string, now: Date): Promise<void> {
  if (actor.role !== "admin" || !actor.userId) throw new DomainError("forbidden");
  const by = actor.userId;
  await db().transaction(async (tx) => {
    if ((await revokeInvitations(tx, { id: invitationId }, now)) === 0) throw new DomainError("not_found");
    await insertAdminEvent(tx, { at: now, actorId: by, type: "invitation_revoked", subjectId: invitationId });
  });
}
