import { db } from "@/db/client";
import { insertEvidenceCheck, originalsAfter, originalsByLot, type SealedRecord } from "@/db/queries/evidence-checks";
import type { Instant } from "@/domain/day";
import type { EvidenceFault, FaultyEvidence } from "@/domain/evidence-check";
import type { EvidenceStore } from "@/platform/evidence-store";
import { SealError } from "@/platform/sealing/errors";
import { NoSuchObject } from "@/platform/storage/object-storage";
import { openSealedObject } from "@/platform/storage/sealed-objects";

const BATCH = 200;

/** What is wrong with one sealed original; null when every byte is as it was received. */
export async function faultOf(store: EvidenceStore, file: SealedRecord): Promise<EvidenceFault | null> {
  try {
    const opened = await openSealedObject(store.storage, file.storageKey, store.master);
    return (await opened.sha256()) === file.sha256 ? null : "exchanged";
  } catch (error) {
    if (error instanceof NoSuchObject) return "missing";
    if (error instanceof SealError) return error.fault;
    return "unreadable";
  }
}

/**
 * Reads sealed originals again and compares each with the SHA-256 taken on receipt: all, or `sample` drawn by lot. The result is kept for
 * administrators (ids and fault codes). `told` hears of every file as it is read.
 */
export async function verifyEvidence(
  store: EvidenceStore,
  now: Instant,
  { sample, told }: { sample?: number; told?: (file: SealedRecord, fault: EvidenceFault | null) => void } = {},
): Promise<{ looked: number; faults: FaultyEvidence[] }> {
  const faults: FaultyEvidence[] = [];
  let looked = 0;
  const began = Date.now();
  for await (const file of sample === undefined ? every() : drawn(sample)) {
    const fault = await faultOf(store, file);
    looked += 1;
    if (fault) faults.push({ id: file.id, fault });
    told?.(file, fault);
  }
  await insertEvidenceCheck(db(), {
    scope: sample === undefined ? "all" : "sample",
    startedAt: now,
    endedAt: new Date(now.getTime() + Date.now() - began),
    looked,
    faults,
  });
  return { looked, faults };
}

async function* every(): AsyncGenerator<SealedRecord> {
  let last: string | null = null;
  for (;;) {
    const files: SealedRecord[] = await originalsAfter(db(), last, BATCH);
    yield* files;
    last = files.at(-1)?.id ?? null;
    if (files.length < BATCH) return;
  }
}

async function* drawn(count: number): AsyncGenerator<SealedRecord> {
  yield* await originalsByLot(db(), count);
}
