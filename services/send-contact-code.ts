import { randomInt } from "node:crypto";
import type { Tx } from "@/db/client";
import type { ComplaintRow } from "@/db/queries/cases";
import { updateContact } from "@/db/queries/filing";
import { complainantAddress } from "@/db/queries/parties";
import { endOfDay } from "@/domain/day";
import { env } from "@/platform/env";
import { keyedHash } from "@/platform/keyed-hash";
import { queueMail } from "./queue-mail";

/** How long a code proves control of an address or number. */
export const CODE_HOURS = 24;

export const contactCodeHash = (complaintId: string, code: string): string => keyedHash("contact-code", complaintId, code);

/**
 * Sends the complainant a six-digit code to prove that they are reached there (RULES §2, verified), in the caller's transaction. `filed`: in
 * the letter that says the complaint has arrived, with its reference and dates, never the secret; `again`: alone. Answers whether there was
 * anywhere to send it.
 */
export async function sendContactCode(tx: Tx, row: ComplaintRow, now: Date, occasion: "filed" | "again"): Promise<boolean> {
  const address = await complainantAddress(tx, row.id, row.locale);
  if (!address) return false;
  const code = row.contactVerified ? "none" : String(randomInt(1_000_000)).padStart(6, "0");
  if (!row.contactVerified)
    await updateContact(tx, row.id, {
      codeHash: contactCodeHash(row.id, code),
      codeExpiresAt: new Date(now.getTime() + CODE_HOURS * 3_600_000),
    });
  const due = row.acceptanceDue ? endOfDay(row.acceptanceDue).getTime() - 1 : now.getTime();
  const link = `${env().PUBLIC_URL}/${row.locale}/track`;
  await queueMail(tx, {
    audience: "complainant",
    ...address,
    template: occasion === "filed" ? `complaint_received_${address.channel}` : `contact_code_${address.channel}`,
    params:
      occasion === "filed"
        ? { reference: row.reference, code, due, link, hours: CODE_HOURS }
        : { reference: row.reference, code, hours: CODE_HOURS },
    complaintId: row.id,
  });
  return true;
}
