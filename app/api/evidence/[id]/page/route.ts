import { requireDesk } from "@/app/_server/desk-only";
import { db } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import { isDomainError } from "@/domain/errors";
import type { FilePlan } from "@/domain/redaction/regions";
import { evidenceStore } from "@/platform/evidence-store";
import { pagePicture } from "@/services/file-pages";
import { readFileRedaction } from "@/services/redact-file";
import { viewEvidence } from "@/services/view-evidence";

export const dynamic = "force-dynamic";
const NOT_FOUND = () => new Response("not_found", { status: 404, headers: { "cache-control": "no-store" } });

/** A page of a file for the desk: `?page=0` as it is, with `as=public` as the public would see it. The look is an event (RULES §5). */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await requireDesk();
  if (!actor) return NOT_FOUND();
  try {
    const { id } = await params;
    const query = new URL(request.url).searchParams;
    const page = Number(query.get("page") ?? 0);
    if (!Number.isInteger(page) || page < 0 || page > 999) return NOT_FOUND();
    await viewEvidence(actor, null, id, await portalNow(db()));
    const { redaction } = await readFileRedaction(actor, id);
    const plan = redaction?.plan as FilePlan | undefined;
    const regions = query.get("as") === "public" ? (plan?.regions ?? []) : [];
    const picture = await pagePicture(await evidenceStore(), id, page, regions);
    if (!picture) return NOT_FOUND();
    return new Response(new Uint8Array(picture), {
      headers: {
        "content-type": "image/png",
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; sandbox",
        "cross-origin-resource-policy": "same-origin",
      },
    });
  } catch (error) {
    if (isDomainError(error)) return NOT_FOUND();
    throw error;
  }
}
