import { db } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import { FILING_LIMITS } from "@/domain/filing";
import { env } from "@/platform/env";
import { evidenceStore } from "@/platform/evidence-store";
import { errorFields, log } from "@/platform/log";
import { openSealedObject } from "@/platform/storage/sealed-objects";
import { type FinishedUpload, UploadRefused } from "@/platform/uploads/sealed-uploads";
import { createUploadServer } from "@/platform/uploads/upload-server";
import { beginEvidence, finishEvidence, type UploadRefusal } from "@/services/receive-evidence";
import { uploadFolder } from "@/services/upload-folder";
import { grantOf, type UploadGrant } from "@/services/upload-token";

const STATUS: Record<UploadRefusal, number> = { forbidden: 403, too_large: 413, too_many: 413, too_much: 413 };
/** Milliseconds between two looks for uploads that were given up. */
const SWEEP_EVERY = 3600_000;
const held = globalThis as { answeredUploads?: ReturnType<typeof open> | undefined };

/** The tus endpoint of this process, opened on first use; unfinished uploads lie sealed under DATA_DIR/uploads. */
export function uploadEndpoint(): ReturnType<typeof open> {
  held.answeredUploads ??= open().catch((error: unknown) => {
    held.answeredUploads = undefined;
    throw error;
  });
  return held.answeredUploads;
}

async function open() {
  const { storage, master } = await evidenceStore();
  const endpoint = createUploadServer({
    path: "/api/uploads",
    folder: uploadFolder(env().DATA_DIR),
    storage,
    master,
    maxBytes: FILING_LIMITS.fileBytes,
    async mayCreate(request, { uploadId, bytes, metadata }) {
      const now = await portalNow(db());
      const grant = grantOf(request, now);
      if (!grant) throw new UploadRefused(401, "forbidden");
      const begun = await beginEvidence(grant, { uploadId, bytes, name: metadata.filename ?? "" }, now);
      if ("refused" in begun) throw new UploadRefused(STATUS[begun.refused], begun.refused);
      return { grant: JSON.stringify(grant), evidence: begun.row.id };
    },
    async mayTouch(request, _uploadId, metadata) {
      const grant = grantOf(request, await portalNow(db()));
      const kept = keptGrant(metadata);
      // What belongs to another draft or case is not there for this one.
      if (!grant || grant.owner !== kept.owner || grant.id !== kept.id || grant.side !== kept.side)
        throw new UploadRefused(404, "not_found");
    },
    onFinish: takeOver,
    onFault: (error) => log("error", "upload_failed", errorFields(error)),
  });
  // Staging belongs to this process, so what was never finished is swept here and not by the worker.
  const sweep = () =>
    endpoint.uploads.deleteExpired().catch((error: unknown) => log("error", "uploads_not_swept", errorFields(error)));
  setInterval(() => void sweep(), SWEEP_EVERY).unref();
  return endpoint;
}

const keptGrant = (metadata: FinishedUpload["metadata"]) => JSON.parse(metadata.grant ?? "{}") as UploadGrant;

/** Header lines tell the client at once what became of its file. */
async function takeOver(file: FinishedUpload): Promise<Record<string, string>> {
  const { storage, master } = await evidenceStore();
  const source = await openSealedObject(storage, file.storageKey, master);
  const row = await finishEvidence(keptGrant(file.metadata), { ...file, source }, await portalNow(db()));
  if (row?.status !== "received") await storage.delete(file.storageKey);
  return {
    "Evidence-Id": row?.id ?? "",
    "Evidence-Status": row?.status ?? "removed",
    ...(row?.refusedWhy ? { "Evidence-Refused": row.refusedWhy } : {}),
  };
}
