import { db } from "@/db/client";
import { deleteDrafts, draftsToAnnounce, lockExpiredDrafts, storageKeysOfDrafts, updateDraft } from "@/db/queries/drafts";
import { readEmail } from "@/domain/email-address";
import { answerText, FILING_LIMITS } from "@/domain/filing";
import type { ObjectStorage } from "@/platform/storage/object-storage";
import { readDraft } from "./draft-file";
import { queueMail } from "./queue-mail";

const DAY_MS = 86_400_000;
const BATCH = 500;

/**
 * Tells people whose draft ends within 3 days (RULES §3: announced before), once each, where an address was given. Answers how many drafts
 * were marked. The letter holds no link: only the device, the code on paper or the account opens a draft.
 */
export async function announceDraftEnds(now: Date): Promise<number> {
  const until = new Date(now.getTime() + FILING_LIMITS.announceDays * DAY_MS);
  const rows = await draftsToAnnounce(db(), now, until, BATCH);
  for (const row of rows) {
    await db().transaction(async (tx) => {
      const to = readEmail(answerText(readDraft(row).data.answers, "email"));
      if (to)
        await queueMail(tx, {
          audience: "complainant",
          to,
          locale: row.locale,
          template: "draft_ends",
          params: { until: row.expiresAt.getTime() },
          ...(row.userId ? { userId: row.userId } : {}),
        });
      await updateDraft(tx, row.id, { announcedAt: now });
    });
  }
  return rows.length;
}

/**
 * Removes drafts whose 30 days are over, with their uploads: the sealed files first, so that a crash leaves nothing without a row. A draft
 * that is being filed at this moment is passed over. Answers how many drafts went.
 */
export async function removeExpiredDrafts(storage: ObjectStorage, now: Date): Promise<number> {
  return db().transaction(async (tx) => {
    const ids = await lockExpiredDrafts(tx, now, BATCH);
    for (const key of await storageKeysOfDrafts(tx, ids)) await storage.delete(key);
    await deleteDrafts(tx, ids);
    return ids.length;
  });
}
