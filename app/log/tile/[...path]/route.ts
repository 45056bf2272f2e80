import { logAnswer, notInLog } from "@/app/_server/log-answer";
import { db } from "@/db/client";
import { parseTilePath, TILE_WIDTH } from "@/domain/log/tiles";
import { serveTile } from "@/services/serve-log";

export const dynamic = "force-dynamic";

/** A tile of hashes or a bundle of leaves. A full tile never changes; a part of one is asked for while the edge stands there. */
export async function GET(_request: Request, { params }: { params: Promise<{ path: string[] }> }): Promise<Response> {
  const tile = parseTilePath((await params).path);
  const bytes = tile && (await serveTile(db(), tile));
  if (!tile || !bytes) return notInLog();
  const caching = tile.width === TILE_WIDTH ? "public, max-age=31536000, immutable" : "public, max-age=3600";
  return logAnswer(bytes, "application/octet-stream", caching);
}
