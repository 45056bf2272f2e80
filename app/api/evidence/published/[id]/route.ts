import { originalResponse } from "@/platform/evidence-response";
import { evidenceStore } from "@/platform/evidence-store";
import type { Format } from "@/platform/file-kinds/kinds";
import { openSealedObject } from "@/platform/storage/sealed-objects";
import { publishedCopy } from "@/services/published-evidence";

export const dynamic = "force-dynamic";

const FORMAT_OF: Readonly<Record<string, Format>> = {
  "image/webp": "webp",
  "application/pdf": "pdf",
  "audio/wav": "wav",
  "text/plain; charset=utf-8": "txt",
};

/**
 * The redacted copy of a file beside a published ruling, under a name that says nothing. Asked for anew each time: what the person takes back, or a
 * review annuls, is gone at once.
 */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const copy = await publishedCopy((await params).id);
  const format = copy && FORMAT_OF[copy.mediaType];
  if (!copy || !format) return new Response("not_found", { status: 404, headers: { "cache-control": "no-store" } });
  const etag = `"${copy.sha256}"`;
  if (request.headers.get("if-none-match") === etag)
    return new Response(null, { status: 304, headers: { etag, "cache-control": "no-cache" } });
  const { storage, master } = await evidenceStore();
  const file = await openSealedObject(storage, copy.storageKey, master);
  const name = `${copy.number}-${copy.ord ?? 1}`;
  const answer = originalResponse({ name, format, active: false, file }, request.headers.get("range"));
  answer.headers.set("cache-control", "no-cache");
  answer.headers.set("etag", etag);
  return answer;
}
