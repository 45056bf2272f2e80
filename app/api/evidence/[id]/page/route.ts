import { caseActor } from "@/app/_server/case-actor";
import { linkActors } from "@/app/_server/company-actor";
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

/**
 * A page of a file of a case as a picture: `?page=0` as it is, for whoever may see the file; with `as=public`, for the desk, as the public would see it.
 * The look is an event (RULES §5).
 */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const [desk, actor, links] = await Promise.all([requireDesk(), caseActor(), linkActors()]);
  try {
    const { id } = await params;
    const query = new URL(request.url).searchParams;
    const page = Number(query.get("page") ?? 0);
    if (!Number.isInteger(page) || page < 0 || page > 999) return NOT_FOUND();
    const asPublic = query.get("as") === "public";
    if (asPublic && !desk) return NOT_FOUND();
    await viewEvidence(desk ?? [actor, ...links], null, id, await portalNow(db()));
    const plan = asPublic && desk ? ((await readFileRedaction(desk, id)).redaction?.plan as FilePlan | undefined) : undefined;
    const regions = plan?.regions ?? [];
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
