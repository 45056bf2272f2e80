import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { agreements, allegations, letters, recordRequests } from "@/db/schema";

export type AgreementKind = "mediation" | "settlement";
export type AgreementRow = typeof agreements.$inferSelect;

export async function insertAgreement(tx: Tx, value: typeof agreements.$inferInsert): Promise<AgreementRow> {
  const [row] = await tx.insert(agreements).values(value).returning();
  if (!row) throw new Error("no row came back");
  return row;
}

export async function updateAgreement(tx: Tx, id: string, values: Partial<AgreementRow>): Promise<AgreementRow> {
  const [row] = await tx.update(agreements).set(values).where(eq(agreements.id, id)).returning();
  if (!row) throw new Error("no row came back");
  return row;
}

/** Everything proposed in a case, oldest first. */
export async function agreementsOf(tx: Tx, complaintId: string): Promise<AgreementRow[]> {
  return tx.select().from(agreements).where(eq(agreements.complaintId, complaintId)).orderBy(asc(agreements.proposedAt));
}

/** The latest proposal of a kind that nobody refused; null when there is none. */
export async function standingAgreement(tx: Tx, complaintId: string, kind: AgreementKind): Promise<AgreementRow | null> {
  const [row] = await tx
    .select()
    .from(agreements)
    .where(and(eq(agreements.complaintId, complaintId), eq(agreements.kind, kind), isNull(agreements.refusedAt)))
    .orderBy(desc(agreements.proposedAt))
    .limit(1);
  return row ?? null;
}

export type RecordRequestRow = typeof recordRequests.$inferSelect;

export async function insertRecordRequest(tx: Tx, value: typeof recordRequests.$inferInsert): Promise<void> {
  await tx.insert(recordRequests).values(value);
}

export async function updateRecordRequest(tx: Tx, id: string, values: Partial<RecordRequestRow>): Promise<void> {
  await tx.update(recordRequests).set(values).where(eq(recordRequests.id, id));
}

export async function recordRequestsOf(tx: Tx, complaintId: string): Promise<RecordRequestRow[]> {
  return tx
    .select()
    .from(recordRequests)
    .where(eq(recordRequests.complaintId, complaintId))
    .orderBy(asc(recordRequests.requestedAt));
}

/** Alleges a clause once; the desk looks at it like at any other. */
export async function allegeOnce(tx: Tx, complaintId: string, clause: string): Promise<void> {
  const [known] = await tx
    .select({ id: allegations.id })
    .from(allegations)
    .where(and(eq(allegations.complaintId, complaintId), eq(allegations.clause, clause)))
    .limit(1);
  if (!known) await tx.insert(allegations).values({ complaintId, clause, addedBy: "officer", ord: 99 });
}

export async function insertLetter(tx: Tx, value: typeof letters.$inferInsert): Promise<string> {
  const [row] = await tx.insert(letters).values(value).returning({ id: letters.id });
  if (!row) throw new Error("no row came back");
  return row.id;
}

export async function lettersByDesk(tx: Tx, complaintId: string) {
  return tx.select().from(letters).where(eq(letters.complaintId, complaintId)).orderBy(desc(letters.at));
}
