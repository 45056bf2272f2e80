import { count, desc, eq, max, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { apiFilings, apiKeys, complaints } from "@/db/schema";
import { rawClient } from "./file-at-once";

export interface KeyHolder {
  readonly id: string;
  readonly revoked: boolean;
  /** The portal's time, read in the same journey. */
  readonly now: Date;
}

/** Whose key it is, by its hash; null for none. Asked anew each time: a key taken back stops at once. */
export async function keyHolder(tx: Tx, keyHash: string): Promise<KeyHolder | null> {
  const [row] = await rawClient(tx).unsafe(
    "select id, revoked_at is not null as revoked, portal_now()::text as now from api_keys where key_hash = $1",
    [keyHash],
    { prepare: true },
  );
  return row ? { id: String(row.id), revoked: row.revoked === true, now: new Date(String(row.now)) } : null;
}

export async function insertApiKey(tx: Tx, key: typeof apiKeys.$inferInsert): Promise<string> {
  const [row] = await tx.insert(apiKeys).values(key).returning({ id: apiKeys.id });
  if (!row) throw new Error("no key came back");
  return row.id;
}

/** Takes a key back; false when there is none that is still good. */
export async function revokeApiKey(tx: Tx, id: string, now: Date): Promise<boolean> {
  const rows = await tx
    .update(apiKeys)
    .set({ revokedAt: now })
    .where(sql`${apiKeys.id} = ${id} and ${apiKeys.revokedAt} is null`)
    .returning({ id: apiKeys.id });
  return rows.length > 0;
}

/** All keys, the newest first, with how much came by each and when last; no case. */
export async function listApiKeys(tx: Tx) {
  return tx
    .select({
      id: apiKeys.id,
      holder: apiKeys.holder,
      tail: apiKeys.tail,
      createdAt: apiKeys.createdAt,
      revokedAt: apiKeys.revokedAt,
      filed: count(apiFilings.complaintId),
      lastFiledAt: max(complaints.filedAt),
    })
    .from(apiKeys)
    .leftJoin(apiFilings, eq(apiFilings.apiKeyId, apiKeys.id))
    .leftJoin(complaints, eq(complaints.id, apiFilings.complaintId))
    .groupBy(apiKeys.id)
    .orderBy(desc(apiKeys.createdAt));
}

/** Fingerprint of the request by which a complaint came; null when it did not come by a key. */
export async function filingFingerprint(tx: Tx, complaintId: string): Promise<string | null> {
  const [row] = await tx
    .select({ fingerprint: apiFilings.fingerprint })
    .from(apiFilings)
    .where(eq(apiFilings.complaintId, complaintId));
  return row?.fingerprint ?? null;
}
