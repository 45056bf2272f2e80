import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";
import type { EvidenceRow } from "@/db/queries/evidence";
import type { Instant } from "@/domain/day";
import { evidenceStore } from "@/platform/evidence-store";
import { openSealedObject, putSealed } from "@/platform/storage/sealed-objects";
import { SealedUploads } from "@/platform/uploads/sealed-uploads";
import { beginEvidence, finishEvidence, type UploadRefusal } from "./receive-evidence";
import type { UploadGrant } from "./upload-token";

/**
 * Takes a file that comes in one piece (a plain form, the desk's scanner): seals it as it arrives, looks at it, receives or refuses it.
 * Answers its row (null: taken away meanwhile), or why it was not begun. `bytes` is its size.
 */
export async function takeEvidence(
  grant: UploadGrant,
  file: { name: string; bytes: number; stream: Readable },
  now: Instant,
): Promise<{ row: EvidenceRow | null } | { refused: UploadRefusal }> {
  const uploadId = randomUUID();
  const begun = await beginEvidence(grant, { uploadId, name: file.name, bytes: file.bytes }, now);
  if ("refused" in begun) return begun;
  const { storage, master } = await evidenceStore();
  const storageKey = SealedUploads.storageKey(uploadId);
  const { bytes, sha256 } = await putSealed(storage, storageKey, file.stream, master);
  const source = await openSealedObject(storage, storageKey, master);
  const row = await finishEvidence(grant, { uploadId, bytes, sha256, storageKey, source }, now);
  if (row?.status !== "received") await storage.delete(storageKey);
  return { row };
}
