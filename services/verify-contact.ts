import { timingSafeEqual } from "node:crypto";
import { db } from "@/db/client";
import { findCaseRow } from "@/db/queries/cases";
import { contactOf, markContactVerified, updateContact } from "@/db/queries/filing";
import type { Actor } from "@/domain/actors";
import { DomainError } from "@/domain/errors";
import { allowAttempt } from "./limit-attempts";
import { contactCodeHash, sendContactCode } from "./send-contact-code";

/**
 * Proves control of the address or number with the code that was sent there. Five tries an hour. Throws `not_found` outside the actor's
 * cases, `invalid` (field `code`) for a wrong or expired code, `limit_reached`.
 */
export async function verifyContact(actor: Actor, reference: string, code: string, now: Date): Promise<void> {
  await allowAttempt(db(), ["contact-code", reference], { max: 5, windowSeconds: 3600, now });
  await db().transaction(async (tx) => {
    const row = await findCaseRow(tx, actor, { reference }, true);
    if (!row) throw new DomainError("not_found");
    if (row.contactVerified) return;
    const contact = await contactOf(tx, row.id, true);
    const given = Buffer.from(contactCodeHash(row.id, code.normalize("NFKC").replace(/\D/g, "")));
    const kept = Buffer.from(contact?.codeHash ?? contactCodeHash(row.id, "none"));
    const right = timingSafeEqual(given, kept) && contact?.codeExpiresAt && contact.codeExpiresAt > now;
    if (!right) throw new DomainError("invalid", { field: "code", message: "code" });
    await updateContact(tx, row.id, { verifiedAt: now, codeHash: null, codeExpiresAt: null });
    await markContactVerified(tx, row.id);
  });
}

/** Sends a new code; three an hour. Throws `not_found`, `limit_reached`, `invalid` when only a postal address is known. */
export async function resendContactCode(actor: Actor, reference: string, now: Date): Promise<void> {
  await allowAttempt(db(), ["contact-code-send", reference], { max: 3, windowSeconds: 3600, now });
  await db().transaction(async (tx) => {
    const row = await findCaseRow(tx, actor, { reference }, true);
    if (!row) throw new DomainError("not_found");
    if (!(await sendContactCode(tx, row, now))) throw new DomainError("invalid", { field: "code" });
  });
}
