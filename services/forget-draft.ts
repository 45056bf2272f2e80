import { db } from "@/db/client";
import { deleteDrafts, storageKeysOfDrafts } from "@/db/queries/drafts";
import { evidenceStore } from "@/platform/evidence-store";
import { type DraftHolder, openDraft } from "./draft-file";

/** Deletes an unfiled draft at its holder's wish, with its files. Nothing happens when there is none. */
export async function forgetDraft(holder: DraftHolder, now: Date): Promise<void> {
  await db().transaction(async (tx) => {
    const draft = await openDraft(tx, holder, now, true);
    if (!draft || draft.row.complaintId) return;
    const keys = await storageKeysOfDrafts(tx, [draft.row.id]);
    if (keys.length > 0) {
      const { storage } = await evidenceStore();
      for (const key of keys) await storage.delete(key);
    }
    await deleteDrafts(tx, [draft.row.id]);
  });
}
