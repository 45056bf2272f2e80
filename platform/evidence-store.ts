import { env } from "./env";
import { loadMasterKey, type MasterKey } from "./sealing/master-key";
import { mayGenerateKeys } from "./secrets";
import type { ObjectStorage } from "./storage/object-storage";
import { type StorageEnv, storageFromEnv } from "./storage/storage-from-env";

/** Where sealed evidence lies and the key that opens it. */
export interface EvidenceStore {
  readonly storage: ObjectStorage;
  readonly master: MasterKey;
}

const held = globalThis as { answeredEvidence?: Promise<EvidenceStore> | undefined };

/** The store of this process, from the environment, opened on first use. Throws when storage or master key are not set up; tried anew then. */
export function evidenceStore(): Promise<EvidenceStore> {
  held.answeredEvidence ??= open().catch((error: unknown) => {
    held.answeredEvidence = undefined;
    throw error;
  });
  return held.answeredEvidence;
}

/** Takes the place of the store in tests. */
export function replaceEvidenceStore(store: EvidenceStore): void {
  held.answeredEvidence = Promise.resolve(store);
}

async function open(): Promise<EvidenceStore> {
  const dataDir = env().DATA_DIR;
  const fromEnv = process.env.EVIDENCE_MASTER_KEY;
  const [storage, master] = await Promise.all([
    storageFromEnv(process.env as StorageEnv, dataDir),
    loadMasterKey({ dataDir, mayGenerate: mayGenerateKeys(), ...(fromEnv ? { fromEnv } : {}) }),
  ]);
  return { storage, master };
}
