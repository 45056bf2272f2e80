import { Readable } from "node:stream";
import { countRequest, READ_LIMIT, readerOf } from "@/app/_server/api/limit";
import { OPEN, openOptions, problem } from "@/app/_server/open-data";
import { readDb } from "@/db/client";
import { findDump } from "@/db/queries/dumps";
import { isDay } from "@/domain/day";
import { MANIFEST } from "@/domain/open-data/dump";
import { evidenceStore } from "@/platform/evidence-store";
import { dumpKey } from "@/services/make-dump";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ day: string; file: string }> };

/** A file of a dump: /api/v1/dumps/latest/manifest.json, /api/v1/dumps/2026-09-17/rulings.ndjson.gz. */
async function answer(request: Request, { params }: Context, withBody: boolean): Promise<Response> {
  const { allowed, headers: limits } = countRequest(READ_LIMIT, readerOf(request), Date.now());
  if (!allowed) return problem(429, "Too many requests", `${READ_LIMIT.quota} requests a minute from one network.`, limits);
  const { day, file } = await params;
  const known = day === "latest" || isDay(day) ? await findDump(readDb(), day) : null;
  const named = known?.files.find((f) => f.name === file);
  const etag = named ? `"${named.sha256}"` : null;
  if (!known || !(named || file === MANIFEST))
    return problem(404, "No such file", "There is no such file of a dump. /api/v1/dumps lists what there is.", limits);
  const dated = day !== "latest" && named;
  const headers: Record<string, string> = {
    ...OPEN,
    ...limits,
    "cache-control": dated ? "public, max-age=3600" : "public, max-age=60",
    ...(etag && named
      ? {
          etag,
          "repr-digest": `sha-256=:${Buffer.from(named.sha256, "hex").toString("base64")}:`,
          "content-length": String(named.bytes),
        }
      : {}),
  };
  if (!named) {
    const body = `${JSON.stringify(known, null, 1)}\n`;
    return new Response(withBody ? body : null, { headers: { ...headers, "content-type": "application/json; charset=utf-8" } });
  }
  const asked = (request.headers.get("if-none-match") ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  if (etag && asked.includes(etag)) {
    const { "content-length": _, ...rest } = headers;
    return new Response(null, { status: 304, headers: rest });
  }
  const type = file.endsWith(".gz") ? "application/gzip" : `${named.type}; charset=utf-8`;
  const disposition = `attachment; filename="answered-${known.day}-${file}"`;
  const stream = withBody ? await (await evidenceStore()).storage.get(dumpKey(known.day, file)) : null;
  return new Response(stream && (Readable.toWeb(stream) as ReadableStream), {
    headers: { ...headers, "content-type": type, "content-disposition": disposition },
  });
}

export const GET = (request: Request, context: Context) => answer(request, context, true);
export const HEAD = (request: Request, context: Context) => answer(request, context, false);
export const OPTIONS = openOptions;
