import { randomInt } from "node:crypto";
import type { Tx } from "@/db/client";
import type { ComplaintRow } from "@/db/queries/cases";
import { updateContact } from "@/db/queries/filing";
import { complainantAddress } from "@/db/queries/parties";
import { type Day, endOfDay } from "@/domain/day";
import { env } from "@/platform/env";
import { keyedHash } from "@/platform/keyed-hash";
import { queueMail, writtenMail } from "./queue-mail";

/** How long a code proves control of an address or number. */
export const CODE_HOURS = 24;

export const contactCodeHash = (complaintId: string, code: string): string => keyedHash("contact-code", complaintId, code);

const newCode = () => String(randomInt(1_000_000)).padStart(6, "0");
const codeEnd = (now: Date) => new Date(now.getTime() + CODE_HOURS * 3_600_000);

/**
 * The letter that says the complaint has arrived, with its reference and dates, never the secret, and with a six-digit code that proves
 * control of the address (RULES §2, verified). Written only: whoever files puts it down together with the case. No letter when there is
 * nowhere to send it.
 */
export async function filedLetter(
  row: { id: string; reference: string; locale: string; contactVerified?: boolean; acceptanceDue?: Day | null },
  contact: { email: string | null; phone: string | null },
  now: Date,
) {
  const channel = contact.email ? ("mail" as const) : ("sms" as const);
  const to = contact.email ?? contact.phone;
  if (!to) return { codeHash: null, codeExpiresAt: null, letters: [] };
  const code = row.contactVerified ? "none" : newCode();
  const due = row.acceptanceDue ? endOfDay(row.acceptanceDue).getTime() - 1 : now.getTime();
  const letter = await writtenMail({
    audience: "complainant",
    to,
    locale: row.locale,
    channel,
    template: `complaint_received_${channel}`,
    params: { reference: row.reference, code, due, link: `${env().PUBLIC_URL}/${row.locale}/track`, hours: CODE_HOURS },
    complaintId: row.id,
  });
  return {
    codeHash: row.contactVerified ? null : contactCodeHash(row.id, code),
    codeExpiresAt: row.contactVerified ? null : codeEnd(now),
    letters: [letter],
  };
}

/** Sends a fresh code alone, in the caller's transaction. Answers whether there was anywhere to send it. */
export async function sendContactCode(tx: Tx, row: ComplaintRow, now: Date): Promise<boolean> {
  const address = await complainantAddress(tx, row.id, row.locale);
  if (!address) return false;
  const code = row.contactVerified ? "none" : newCode();
  if (!row.contactVerified)
    await updateContact(tx, row.id, { codeHash: contactCodeHash(row.id, code), codeExpiresAt: codeEnd(now) });
  await queueMail(tx, {
    audience: "complainant",
    ...address,
    template: `contact_code_${address.channel}`,
    params: { reference: row.reference, code, hours: CODE_HOURS },
    complaintId: row.id,
  });
  return true;
}
