import { and, asc, desc, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { evidenceChecks, evidenceFiles, evidenceRedactions } from "@/db/schema";
import type { CheckScope, FaultyEvidence } from "@/domain/evidence-check";

/** A sealed file as it was received: what it must still be. */
export interface SealedRecord {
  readonly id: string;
  readonly storageKey: string;
  readonly sha256: string;
}

const kept = and(
  eq(evidenceFiles.status, "received"),
  isNull(evidenceFiles.removedAt),
  isNotNull(evidenceFiles.storageKey),
  isNotNull(evidenceFiles.sha256),
);
const record = { id: evidenceFiles.id, storageKey: evidenceFiles.storageKey, sha256: evidenceFiles.sha256 };
const whole = (rows: { id: string; storageKey: string | null; sha256: string | null }[]) =>
  rows.flatMap((r) => (r.storageKey && r.sha256 ? [{ id: r.id, storageKey: r.storageKey, sha256: r.sha256 }] : []));

/** The next originals after `afterId`, in the order of their ids. */
export async function originalsAfter(tx: Tx, afterId: string | null, limit: number): Promise<SealedRecord[]> {
  const rows = await tx
    .select(record)
    .from(evidenceFiles)
    .where(and(kept, afterId ? gt(evidenceFiles.id, afterId) : undefined))
    .orderBy(asc(evidenceFiles.id))
    .limit(limit);
  return whole(rows);
}

/** Originals drawn by lot. */
export async function originalsByLot(tx: Tx, count: number): Promise<SealedRecord[]> {
  return whole(await tx.select(record).from(evidenceFiles).where(kept).orderBy(sql`random()`).limit(count));
}

/** Storage keys of everything sealed under the master key: originals, and what was made of them for the public. */
export async function sealedKeys(tx: Tx): Promise<string[]> {
  const originals = await tx
    .select({ key: evidenceFiles.storageKey })
    .from(evidenceFiles)
    .where(isNotNull(evidenceFiles.storageKey));
  const derived = await tx
    .select({ key: evidenceRedactions.derivativeKey })
    .from(evidenceRedactions)
    .where(isNotNull(evidenceRedactions.derivativeKey));
  return [...new Set([...originals, ...derived].flatMap((r) => (r.key ? [r.key] : [])))].sort();
}

export async function insertEvidenceCheck(
  tx: Tx,
  check: { scope: CheckScope; startedAt: Date; endedAt: Date; looked: number; faults: readonly FaultyEvidence[] },
): Promise<void> {
  await tx.insert(evidenceChecks).values(check);
}

export interface EvidenceCheck {
  readonly id: string;
  readonly scope: CheckScope;
  readonly endedAt: Date;
  readonly looked: number;
  readonly faults: readonly FaultyEvidence[];
}

/** The latest checks, newest first. */
export async function latestEvidenceChecks(tx: Tx, limit: number): Promise<EvidenceCheck[]> {
  const rows = await tx.select().from(evidenceChecks).orderBy(desc(evidenceChecks.id)).limit(limit);
  return rows.map((r) => ({
    id: r.id,
    scope: r.scope as CheckScope,
    endedAt: r.endedAt,
    looked: r.looked,
    faults: r.faults as FaultyEvidence[],
  }));
}
