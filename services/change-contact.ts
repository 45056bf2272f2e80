import { db } from "@/db/client";
import { setDistinctHash } from "@/db/queries/erasure";
import { contactOf, updateContact } from "@/db/queries/filing";
import type { Actor } from "@/domain/actors";
import type { Instant } from "@/domain/day";
import { readEmail } from "@/domain/email-address";
import { DomainError } from "@/domain/errors";
import { readPhone } from "@/domain/phone-number";
import { carryOut } from "./case-file";
import { openCase } from "./enforce-deadlines";
import { distinctHashOf } from "./submit-complaint";

export interface ContactInput {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly postal: string;
  readonly filedForName: string;
}

/**
 * Corrects contact data (RULES §5). An address or number that is new counts as unproven again. Throws `invalid` with the field for one that cannot be
 * reached, or when none would be left.
 */
export async function changeContact(actor: Actor, reference: string, input: ContactInput, now: Instant): Promise<void> {
  const given = (value: string) => value.trim() || null;
  const [email, phone] = [input.email.trim() && readEmail(input.email), input.phone.trim() && readPhone(input.phone)];
  if (email === null) throw new DomainError("invalid", { field: "email", message: "email" });
  if (phone === null) throw new DomainError("invalid", { field: "phone", message: "phone" });
  const postal = given(input.postal);
  if (!email && !phone && !postal) throw new DomainError("invalid", { field: "phone", message: "reachable" });
  await db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference }, now);
    const before = await contactOf(tx, file.row.id, true);
    if (!before) throw new DomainError("not_found");
    await carryOut(tx, file, actor, "change_contact", { type: "contact_changed", data: {} }, now);
    const contact = {
      name: given(input.name),
      email: email || null,
      phone: phone || null,
      postal,
      filedForName: given(input.filedForName),
    };
    const same = before.email === contact.email && before.phone === contact.phone;
    await updateContact(tx, file.row.id, {
      ...contact,
      ...(same ? {} : { verifiedAt: null, codeHash: null, codeExpiresAt: null }),
    });
    // While a case is open its complainant is told apart by the contact in force; a closed one keeps what it was counted by.
    if (!same && file.snapshot.closedAt === null) await setDistinctHash(tx, file.row.id, distinctHashOf(contact));
  });
}
