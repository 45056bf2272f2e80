import type { Tx } from "@/db/client";
import { db } from "@/db/client";
import { insertAdminEvent, invitationByToken, takeInvitation } from "@/db/queries/invitations";
import { insertPerson, type PersonRow, personByEmail, replaceRecoveryCodes, updatePerson } from "@/db/queries/people";
import { revokeSessions } from "@/db/queries/sessions";
import { DomainError } from "@/domain/errors";
import { keyedHash } from "@/platform/keyed-hash";
import { newRecoveryCodes, totpSecretFor, totpStep } from "@/platform/one-time-code";
import { hashPassword, PASSWORD_LENGTH } from "@/platform/password";
import { sealText } from "@/platform/sealed-text";

export interface InvitationSeen {
  readonly state: "open" | "used" | "ended";
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly expiresAt: Date;
  /** What the authenticator app is to learn; only while open. */
  readonly totpSecret: string | null;
}

/** What the page of an invitation shows; null for a token that never was. */
export async function readInvitation(token: string, now: Date): Promise<InvitationSeen | null> {
  const row = await invitationByToken(db(), keyedHash("invitation", token));
  if (!row) return null;
  const state = row.acceptedAt ? "used" : row.revokedAt || row.expiresAt <= now ? "ended" : "open";
  return {
    state,
    email: row.email,
    name: row.name ?? "",
    role: row.role,
    expiresAt: row.expiresAt,
    totpSecret: state === "open" ? totpSecretFor(row.id) : null,
  };
}

export interface AcceptInput {
  readonly token: string;
  readonly name: string;
  readonly password: string;
  /** Six digits, to prove that the app was set up. */
  readonly code: string;
}

/**
 * Sets password and second factor, once a link. A new person gets an account; someone whose access is renewed keeps theirs and is signed out
 * everywhere. Answers the recovery codes, which are never shown again. `real` is the wall clock, for the code.
 * Throws `invalid` with the field, `not_found` for an unknown token, `already_done` when it was used, taken back or has run out.
 */
export async function acceptInvitation(
  input: AcceptInput,
  now: Date,
  real: Date,
): Promise<{ personId: string; recoveryCodes: string[] }> {
  const tokenHash = keyedHash("invitation", input.token);
  const seen = await invitationByToken(db(), tokenHash);
  if (!seen) throw new DomainError("not_found");
  const name = input.name.trim();
  if (name === "") throw new DomainError("invalid", { field: "name", message: "required" });
  if (input.password.length < PASSWORD_LENGTH.min)
    throw new DomainError("invalid", { field: "password", message: "passwordShort" });
  if (input.password.length > PASSWORD_LENGTH.max) throw new DomainError("invalid", { field: "password", message: "tooLong" });
  if (holdsName(input.password, seen.email))
    throw new DomainError("invalid", { field: "password", message: "passwordGuessable" });
  const secret = totpSecretFor(seen.id);
  const step = totpStep(secret, input.code.replace(/\s/g, ""), real, null);
  if (step === null) throw new DomainError("invalid", { field: "code", message: "codeWrong" });
  const passwordHash = await hashPassword(input.password);

  return db().transaction(async (tx) => {
    const invitation = await takeInvitation(tx, tokenHash, now);
    if (!invitation) throw new DomainError("already_done", { message: "invitationUsed" });
    const known = await personByEmail(tx, invitation.email, true);
    if (known && (known.role !== invitation.role || known.disabledAt)) throw new DomainError("conflict");
    const personId = known ? await renew(tx, known, name) : await create(tx, invitation, name);
    await updatePerson(tx, personId, {
      passwordHash,
      totpSealed: sealText("totp", personId, secret),
      totpLastStep: step,
      emailVerified: now,
    });
    const recoveryCodes = newRecoveryCodes();
    await replaceRecoveryCodes(
      tx,
      personId,
      recoveryCodes.map((code) => keyedHash("recovery-code", personId, code)),
    );
    await insertAdminEvent(tx, { at: now, actorId: personId, type: known ? "access_set_again" : "joined", subjectId: personId });
    return { personId, recoveryCodes };
  });
}

/** A password that repeats the person's own address is the first one tried. */
function holdsName(password: string, email: string): boolean {
  const local = email.split("@")[0] ?? "";
  return local.length >= 4 && password.toLowerCase().includes(local);
}

async function create(
  tx: Tx,
  invitation: { email: string; role: string; companyId: string | null; locale: string },
  name: string,
): Promise<string> {
  return insertPerson(tx, {
    email: invitation.email,
    name,
    role: invitation.role,
    companyId: invitation.companyId,
    locale: invitation.locale,
  });
}

async function renew(tx: Tx, person: PersonRow, name: string): Promise<string> {
  await updatePerson(tx, person.id, { name });
  await revokeSessions(tx, person.id, {});
  return person.id;
}
