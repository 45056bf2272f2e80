import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { allegations, complaintContacts, complaints, complaintTexts, consents } from "@/db/schema";
import type { ComplaintRow } from "./cases";

export type NewComplaint = typeof complaints.$inferInsert;

/** Writes the row; null when its reference or its idempotency key is taken. Waits for a writer of the same key. */
export async function insertComplaint(tx: Tx, row: NewComplaint): Promise<ComplaintRow | null> {
  const [inserted] = await tx.insert(complaints).values(row).onConflictDoNothing().returning();
  return inserted ?? null;
}

export async function findByIdempotencyKey(tx: Tx, key: string): Promise<ComplaintRow | null> {
  const [row] = await tx.select().from(complaints).where(eq(complaints.idempotencyKey, key)).limit(1);
  return row ?? null;
}

/** What belongs to a new complaint beside its row: words, contact, consents, allegations. Each table one statement. */
export async function insertFiling(
  tx: Tx,
  parts: {
    text: typeof complaintTexts.$inferInsert;
    contact: typeof complaintContacts.$inferInsert;
    consents: readonly (typeof consents.$inferInsert)[];
    allegations: readonly (typeof allegations.$inferInsert)[];
  },
): Promise<void> {
  await tx.insert(complaintTexts).values(parts.text);
  await tx.insert(complaintContacts).values(parts.contact);
  if (parts.consents.length > 0) await tx.insert(consents).values([...parts.consents]);
  if (parts.allegations.length > 0) await tx.insert(allegations).values([...parts.allegations]);
}

export type ContactRow = typeof complaintContacts.$inferSelect;

export async function contactOf(tx: Tx, complaintId: string, lock = false): Promise<ContactRow | null> {
  const query = tx.select().from(complaintContacts).where(eq(complaintContacts.complaintId, complaintId)).limit(1);
  const [row] = await (lock ? query.for("update") : query);
  return row ?? null;
}

export async function updateContact(
  tx: Tx,
  complaintId: string,
  change: Partial<typeof complaintContacts.$inferInsert>,
): Promise<void> {
  await tx.update(complaintContacts).set(change).where(eq(complaintContacts.complaintId, complaintId));
}

/** Notes that the contact was proven; part of no event, as it says something about a person. */
export async function markContactVerified(tx: Tx, complaintId: string): Promise<void> {
  await tx.update(complaints).set({ contactVerified: true }).where(eq(complaints.id, complaintId));
}
