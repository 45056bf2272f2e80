import { db } from "@/db/client";
import { insertAdminEvent, insertInvitation, revokeInvitations } from "@/db/queries/invitations";
import { activeAdmins, personByEmail } from "@/db/queries/people";
import { readEmail } from "@/domain/email-address";
import { DomainError } from "@/domain/errors";
import { keyedHash, newLinkToken } from "@/platform/keyed-hash";
import { INVITATION_DAYS } from "./invite-person";

/**
 * The invitation nobody can give on the site: the first administrator of an empty portal, asked for by whoever operates the machine.
 * Answers the token of the link. Throws `forbidden` when there is an administrator already, `invalid` for an address that is none or is taken.
 */
export async function inviteFirstAdmin(address: string, locale: string, now: Date): Promise<{ token: string; expiresAt: Date }> {
  const email = readEmail(address);
  if (!email) throw new DomainError("invalid", { field: "email" });
  return db().transaction(async (tx) => {
    if ((await activeAdmins(tx)) > 0) throw new DomainError("forbidden");
    if (await personByEmail(tx, email)) throw new DomainError("invalid", { field: "email" });
    await revokeInvitations(tx, { email }, now);
    const token = newLinkToken();
    const expiresAt = new Date(now.getTime() + INVITATION_DAYS * 86_400_000);
    const invitationId = await insertInvitation(tx, {
      email,
      role: "admin",
      tokenHash: keyedHash("invitation", token),
      expiresAt,
      locale,
    });
    await insertAdminEvent(tx, { at: now, actorId: null, type: "invited", subjectId: invitationId });
    return { token, expiresAt };
  });
}
