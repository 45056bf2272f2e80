import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { complaintContacts, complaints } from "@/db/schema";
import type { ComplaintRow } from "./cases";

export async function findByIdempotencyKey(tx: Tx, key: string): Promise<ComplaintRow | null> {
  const [row] = await tx.select().from(complaints).where(eq(complaints.idempotencyKey, key)).limit(1);
  return row ?? null;
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
