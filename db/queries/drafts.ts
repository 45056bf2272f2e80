import { and, asc, desc, eq, gt, inArray, isNull, lte, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { drafts, evidenceFiles } from "@/db/schema";

export type DraftRow = typeof drafts.$inferSelect;
export type NewDraft = typeof drafts.$inferInsert;

/** Whose draft: the holder of its token, or of the account it belongs to. */
export type DraftKey = { tokenHash: string } | { userId: string };

const live = (now: Date): SQL => gt(drafts.expiresAt, now);

/** The draft of that holder, the newest unfiled one for an account; null when there is none or it has expired. `lock`: until the transaction ends. */
export async function findDraft(tx: Tx, key: DraftKey, now: Date, lock = false): Promise<DraftRow | null> {
  const query =
    "tokenHash" in key
      ? tx
          .select()
          .from(drafts)
          .where(and(eq(drafts.tokenHash, key.tokenHash), live(now)))
          .limit(1)
      : tx
          .select()
          .from(drafts)
          .where(and(eq(drafts.userId, key.userId), isNull(drafts.complaintId), live(now)))
          .orderBy(desc(drafts.updatedAt))
          .limit(1);
  const [row] = await (lock ? query.for("update") : query);
  return row ?? null;
}

export async function findDraftById(tx: Tx, id: string, now: Date, lock = false): Promise<DraftRow | null> {
  const query = tx
    .select()
    .from(drafts)
    .where(and(eq(drafts.id, id), live(now)))
    .limit(1);
  const [row] = await (lock ? query.for("update") : query);
  return row ?? null;
}

export async function insertDraft(tx: Tx, draft: NewDraft): Promise<DraftRow> {
  const [row] = await tx.insert(drafts).values(draft).returning();
  if (!row) throw new Error("a draft was not written");
  return row;
}

export async function updateDraft(tx: Tx, id: string, change: Partial<NewDraft>): Promise<DraftRow> {
  const [row] = await tx.update(drafts).set(change).where(eq(drafts.id, id)).returning();
  if (!row) throw new Error("a draft vanished while it was saved");
  return row;
}

export async function deleteDrafts(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.delete(drafts).where(inArray(drafts.id, [...ids]));
}

/** Unfiled drafts that end by `until` and whose end has not been announced, the nearest first. */
export async function draftsToAnnounce(tx: Tx, now: Date, until: Date, limit: number): Promise<DraftRow[]> {
  return tx
    .select()
    .from(drafts)
    .where(and(isNull(drafts.announcedAt), isNull(drafts.complaintId), lte(drafts.expiresAt, until), live(now)))
    .orderBy(asc(drafts.expiresAt))
    .limit(limit);
}

/** Drafts whose time is over, held until the transaction ends; those somebody else holds are passed over. */
export async function lockExpiredDrafts(tx: Tx, now: Date, limit: number): Promise<string[]> {
  const rows = await tx
    .select({ id: drafts.id })
    .from(drafts)
    .where(lte(drafts.expiresAt, now))
    .orderBy(asc(drafts.expiresAt))
    .limit(limit)
    .for("update", { skipLocked: true });
  return rows.map((r) => r.id);
}

/** Where the sealed files of these drafts lie, to be removed with them; files that went on into a case are not among them. */
export async function storageKeysOfDrafts(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ key: evidenceFiles.storageKey })
    .from(evidenceFiles)
    .where(and(inArray(evidenceFiles.draftId, [...ids]), isNull(evidenceFiles.complaintId)));
  return rows.flatMap((r) => (r.key ? [r.key] : []));
}

/** Every draft of an account. */
export async function draftsOfUser(tx: Tx, userId: string): Promise<string[]> {
  const rows = await tx.select({ id: drafts.id }).from(drafts).where(eq(drafts.userId, userId));
  return rows.map((r) => r.id);
}
