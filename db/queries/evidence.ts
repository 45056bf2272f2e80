import { and, asc, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { evidenceFiles } from "@/db/schema";

export type EvidenceRow = typeof evidenceFiles.$inferSelect;

/** The files of a case that are there, in the order they were handed in. */
export async function evidenceOf(tx: Tx, complaintId: string): Promise<EvidenceRow[]> {
  return tx
    .select()
    .from(evidenceFiles)
    .where(and(eq(evidenceFiles.complaintId, complaintId), isNull(evidenceFiles.removedAt), eq(evidenceFiles.status, "received")))
    .orderBy(asc(evidenceFiles.ord), asc(evidenceFiles.createdAt));
}
