import { db } from "@/db/client";
import { currentCompanyId } from "@/db/queries/companies";
import { insertAdminEvent, insertInvitation, revokeInvitations } from "@/db/queries/invitations";
import { personByEmail } from "@/db/queries/people";
import { type Actor, isInvitedRole } from "@/domain/actors";
import { readEmail } from "@/domain/email-address";
import { DomainError } from "@/domain/errors";
import { keyedHash, newLinkToken } from "@/platform/keyed-hash";
import { sendInvitation } from "./send-invitation";

/** Days an invitation waits. */
export const INVITATION_DAYS = 7;

export interface InviteInput {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  /** Which company a person of role company stands for; empty for everyone else. */
  readonly companyId?: string;
  readonly locale: string;
}

/**
 * An administrator invites someone to work at the portal, or for a company. The link goes to their address; an older open one stops working.
 * Throws `forbidden`, `invalid` with the field (an address that already has an account, an unknown role or company).
 */
export async function invitePerson(
  actor: Actor,
  input: InviteInput,
  now: Date,
): Promise<{ invitationId: string; token: string }> {
  if (actor.role !== "admin" || !actor.userId) throw new DomainError("forbidden");
  const by = actor.userId;
  const email = readEmail(input.email);
  if (!email) throw new DomainError("invalid", { field: "email", message: "email" });
  if (!isInvitedRole(input.role)) throw new DomainError("invalid", { field: "role" });
  const role = input.role;
  return db().transaction(async (tx) => {
    if (await personByEmail(tx, email)) throw new DomainError("invalid", { field: "email", message: "emailTaken" });
    const companyId = role === "company" ? await currentCompanyId(tx, input.companyId ?? "") : null;
    if (role === "company" && !companyId) throw new DomainError("invalid", { field: "companyId", message: "required" });
    await revokeInvitations(tx, { email }, now);
    const token = newLinkToken();
    const expiresAt = new Date(now.getTime() + INVITATION_DAYS * 86_400_000);
    const invitationId = await insertInvitation(tx, {
      email,
      name: input.name.trim(),
      role,
      companyId,
      tokenHash: keyedHash("invitation", token),
      invitedBy: by,
      expiresAt,
      locale: input.locale,
    });
    await insertAdminEvent(tx, { at: now, actorId: by, type: "invited", subjectId: invitationId });
    await sendInvitation(tx, { template: "invitation", email, role, locale: input.locale, token, expiresAt });
    return { invitationId, token };
  });
}
