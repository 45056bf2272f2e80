import { db } from "@/db/client";
import { findEvidence, updateEvidence } from "@/db/queries/uploads";
import { DomainError } from "@/domain/errors";
import { evidenceStore } from "@/platform/evidence-store";

/**
 * Takes a file of an unfiled draft away again, sealed bytes and all. What is part of a case stays: it is in the ledger. Throws `not_found`
 * for a file of another draft, or of a case.
 */
export async function removeDraftEvidence(draftId: string, key: { id: string } | { uploadId: string }, now: Date): Promise<void> {
  const storageKey = await db().transaction(async (tx) => {
    const row = await findEvidence(tx, key, true);
    if (!row || row.draftId !== draftId || row.complaintId) throw new DomainError("not_found");
    if (row.removedAt) return null;
    await updateEvidence(tx, row.id, { removedAt: now, storageKey: null });
    return row.storageKey;
  });
  if (storageKey) await (await evidenceStore()).storage.delete(storageKey);
}
