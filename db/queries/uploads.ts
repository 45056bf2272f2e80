import { and, asc, count, eq, isNull, max, ne, type SQL, sum } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { evidenceFiles } from "@/db/schema";
import type { EvidenceRow } from "./evidence";

export type NewEvidence = typeof evidenceFiles.$inferInsert;

/** Where a file belongs: to a draft, to a case, or to a dial test. */
export type EvidenceOwner = { draftId: string } | { complaintId: string } | { dialTestId: string };

function of(owner: EvidenceOwner): SQL {
  if ("draftId" in owner) return eq(evidenceFiles.draftId, owner.draftId);
  if ("dialTestId" in owner) return eq(evidenceFiles.dialTestId, owner.dialTestId);
  return eq(evidenceFiles.complaintId, owner.complaintId);
}

/** Every file of a draft or case that was not taken away again, refused ones too, oldest first. `lock`: until the transaction ends. */
export async function filesOf(tx: Tx, owner: EvidenceOwner, lock = false): Promise<EvidenceRow[]> {
  const query = tx
    .select()
    .from(evidenceFiles)
    .where(and(of(owner), isNull(evidenceFiles.removedAt)))
    .orderBy(asc(evidenceFiles.createdAt), asc(evidenceFiles.id));
  return lock ? query.for("update") : query;
}

/** How many files and bytes of a side count against the limits. */
export async function usageOf(tx: Tx, owner: EvidenceOwner, side: string): Promise<{ files: number; bytes: number }> {
  const [row] = await tx
    .select({ files: count(), bytes: sum(evidenceFiles.bytes) })
    .from(evidenceFiles)
    .where(and(of(owner), eq(evidenceFiles.side, side), isNull(evidenceFiles.removedAt), ne(evidenceFiles.status, "refused")));
  return { files: row?.files ?? 0, bytes: Number(row?.bytes ?? 0) };
}

export async function insertEvidence(tx: Tx, row: NewEvidence): Promise<EvidenceRow> {
  const [inserted] = await tx.insert(evidenceFiles).values(row).returning();
  if (!inserted) throw new Error("a file was not written");
  return inserted;
}

export async function findEvidence(
  tx: Tx,
  key: { id: string } | { uploadId: string },
  lock = false,
): Promise<EvidenceRow | null> {
  const which = "id" in key ? eq(evidenceFiles.id, key.id) : eq(evidenceFiles.uploadId, key.uploadId);
  const query = tx.select().from(evidenceFiles).where(which).limit(1);
  const [row] = await (lock ? query.for("update") : query);
  return row ?? null;
}

export async function updateEvidence(tx: Tx, id: string, change: Partial<NewEvidence>): Promise<EvidenceRow> {
  const [row] = await tx.update(evidenceFiles).set(change).where(eq(evidenceFiles.id, id)).returning();
  if (!row) throw new Error("a file vanished while it was worked on");
  return row;
}

/** Takes the files of a draft over into its complaint, so that they no longer go with the draft. */
export async function moveToComplaint(tx: Tx, id: string, complaintId: string, ord: number): Promise<void> {
  await tx.update(evidenceFiles).set({ complaintId, draftId: null, ord }).where(eq(evidenceFiles.id, id));
}

/** The number a further file of a case gets. */
export async function nextOrd(tx: Tx, complaintId: string): Promise<number> {
  const [row] = await tx
    .select({ last: max(evidenceFiles.ord) })
    .from(evidenceFiles)
    .where(eq(evidenceFiles.complaintId, complaintId));
  return (row?.last ?? 0) + 1;
}
