import { randomInt } from "node:crypto";
import { db } from "@/db/client";
import { findCaseRow, setSecretHash } from "@/db/queries/cases";
import { contactOf, updateContact } from "@/db/queries/filing";
import { complainantAddress } from "@/db/queries/parties";
import { SYSTEM } from "@/domain/actors";
import { readReference, SECRET_LENGTH } from "@/domain/case-number";
import { DomainError } from "@/domain/errors";
import { keyedHash, sameSecret } from "@/platform/keyed-hash";
import { allowAttempt } from "./limit-attempts";
import { queueMail } from "./queue-mail";
import { randomLetters, secretHash } from "./receipt-secret";

const HOURS = 1;
const codeHash = (complaintId: string, code: string) => keyedHash("reissue-code", complaintId, code);

/**
 * Sends six digits to the verified contact of a complaint whose secret was lost (RULES §2). Says nothing about whether there is such a
 * complaint or contact; three letters an hour. Throws `limit_reached`.
 */
export async function askForNewSecret(typedReference: string, now: Date): Promise<void> {
  const reference = readReference(typedReference) ?? "";
  await allowAttempt(db(), ["reissue-ask", reference], { max: 3, windowSeconds: 3600, now });
  await db().transaction(async (tx) => {
    const row = await findCaseRow(tx, SYSTEM, { reference }, true);
    if (!row || row.erasedAt || !row.contactVerified) return;
    const address = await complainantAddress(tx, row.id, row.locale);
    if (!address) return;
    const code = String(randomInt(1_000_000)).padStart(6, "0");
    await updateContact(tx, row.id, {
      codeHash: codeHash(row.id, code),
      codeExpiresAt: new Date(now.getTime() + HOURS * 3_600_000),
    });
    await queueMail(tx, {
      audience: "complainant",
      ...address,
      template: "secret_code",
      params: { reference: row.reference, code, hours: HOURS },
      complaintId: row.id,
    });
  });
}

/** Gives a new secret for the digits that were sent; the old one is void. Five tries an hour. Throws `invalid` (field `code`), `limit_reached`. */
export async function reissueSecret(
  typedReference: string,
  typedCode: string,
  now: Date,
): Promise<{ reference: string; secret: string }> {
  const reference = readReference(typedReference) ?? "";
  await allowAttempt(db(), ["reissue-code", reference], { max: 5, windowSeconds: 3600, now });
  return db().transaction(async (tx) => {
    const row = await findCaseRow(tx, SYSTEM, { reference }, true);
    const contact = row ? await contactOf(tx, row.id, true) : null;
    const given = codeHash(row?.id ?? "", typedCode.normalize("NFKC").replace(/\D/g, ""));
    const right = sameSecret(contact?.codeHash ?? "", given) && contact?.codeExpiresAt && contact.codeExpiresAt > now;
    if (!row || !right) throw new DomainError("invalid", { field: "code", message: "code" });
    const secret = randomLetters(SECRET_LENGTH);
    await setSecretHash(tx, row.id, secretHash(secret));
    await updateContact(tx, row.id, { codeHash: null, codeExpiresAt: null });
    return { reference: row.reference, secret };
  });
}
