import { uploadEndpoint } from "@/app/_server/upload-endpoint";
import { db } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import { isDomainError } from "@/domain/errors";
import { removeDraftEvidence } from "@/services/remove-evidence";
import { grantOf } from "@/services/upload-token";

export const dynamic = "force-dynamic";

/** tus 1.0 (creation, termination, expiration) for draft and case files: POST, HEAD, PATCH, DELETE, OPTIONS. */
async function handle(request: Request): Promise<Response> {
  const { handle: tus } = await uploadEndpoint();
  const response = await tus(request);
  const refused = response.headers.get("evidence-status") === "refused";
  if (request.method === "DELETE" && response.status === 204) await forget(request);
  response.headers.set("cache-control", "no-store");
  response.headers.set("x-content-type-options", "nosniff");
  // A refused file is answered like a received one (tus knows no other end); its headers say why.
  if (refused) response.headers.set("evidence-sha256", "");
  return response;
}

/** An upload that was broken off is no longer a file of its draft. */
async function forget(request: Request): Promise<void> {
  const now = await portalNow(db());
  const grant = grantOf(request, now);
  const uploadId = new URL(request.url).pathname.split("/").pop() ?? "";
  if (grant?.owner !== "draft") return;
  try {
    await removeDraftEvidence(grant.id, { uploadId }, now);
  } catch (error) {
    if (!isDomainError(error)) throw error;
  }
}

export { handle as DELETE, handle as HEAD, handle as OPTIONS, handle as PATCH, handle as POST };
