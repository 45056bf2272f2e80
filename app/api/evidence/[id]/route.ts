import { caseActor } from "@/app/_server/case-actor";
import { linkActors } from "@/app/_server/company-actor";
import { currentDraft } from "@/app/_server/filing";
import { db } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import { readFile, readingOf } from "@/db/queries/readings";
import { isDomainError } from "@/domain/errors";
import { originalResponse, pictureResponse, previewResponse } from "@/platform/evidence-response";
import { evidenceStore } from "@/platform/evidence-store";
import type { Format } from "@/platform/file-kinds/kinds";
import { openSealedObject } from "@/platform/storage/sealed-objects";
import { removeDraftEvidence } from "@/services/remove-evidence";
import { viewEvidence } from "@/services/view-evidence";

export const dynamic = "force-dynamic";

const NOT_FOUND = () => new Response("not_found", { status: 404, headers: { "cache-control": "no-store" } });
type Params = { params: Promise<{ id: string }> };

/** A file of a case or of one's own draft: `?as=preview` a picture drawn anew (of a film its poster), else the original (with Range). What one may not see is 404. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  try {
    const [{ id }, { draft }, actor, links, now] = await Promise.all([
      params,
      currentDraft(),
      caseActor(),
      linkActors(),
      portalNow(db()),
    ]);
    const row = await viewEvidence([actor, ...links], draft?.row.id ?? null, id, now);
    const { storage, master } = await evidenceStore();
    const facts = row.facts as { format: Format; active?: boolean };
    const file = await openSealedObject(storage, row.storageKey ?? "", master);
    const evidence = { name: row.originalName, format: facts.format, active: facts.active ?? false, file };
    if (new URL(request.url).searchParams.get("as") === "preview") {
      if (row.kind === "video") return posterResponse(readFile(row, (await readingOf(db(), row.id)) ?? undefined)) ?? NOT_FOUND();
      return (await previewResponse(evidence)) ?? NOT_FOUND();
    }
    return originalResponse(evidence, request.headers.get("range"));
  } catch (error) {
    if (isDomainError(error)) return NOT_FOUND();
    throw error;
  }
}

/** The picture of a film that was drawn when it was read; null before. */
function posterResponse({ content }: ReturnType<typeof readFile>): Response | null {
  return content?.kind === "film" && content.poster ? pictureResponse(Buffer.from(content.poster, "base64")) : null;
}

/** Takes a file of one's own unfiled draft away again. */
export async function DELETE(request: Request, { params }: Params): Promise<Response> {
  const site = request.headers.get("sec-fetch-site");
  if (site && site !== "same-origin") return NOT_FOUND();
  const { draft, now } = await currentDraft();
  if (!draft) return NOT_FOUND();
  try {
    await removeDraftEvidence(draft.row.id, { id: (await params).id }, now);
    return new Response(null, { status: 204 });
  } catch (error) {
    if (isDomainError(error)) return NOT_FOUND();
    throw error;
  }
}
