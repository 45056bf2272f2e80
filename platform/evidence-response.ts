import { Readable } from "node:stream";
import sharp from "sharp";
import { heicToPng } from "./derivatives/heic";
import { contentDisposition, downloadName } from "./file-kinds/file-name";
import { FORMATS, type Format } from "./file-kinds/kinds";
import type { SealedFile } from "./sealing/sealed-file";

/** Longest side of a preview, in pixels. */
const PREVIEW = 1600;

/** On every answer that carries evidence: nobody keeps it, nothing in it acts, no other site embeds it. */
const SAFE = {
  "cache-control": "private, no-store",
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
} as const;

export interface EvidenceToServe {
  readonly name: string;
  readonly format: Format;
  /** May act when opened: always an attachment. */
  readonly active: boolean;
  readonly file: SealedFile;
}

/** A picture drawn anew: no metadata, nothing hidden in the original's bytes. Null when this machine cannot draw it. */
export async function previewResponse(evidence: EvidenceToServe): Promise<Response | null> {
  if (FORMATS[evidence.format].kind !== "image") return null;
  try {
    const whole = await evidence.file.read(0, evidence.file.bytes - 1);
    const drawn = await sharp(evidence.format === "heic" ? await heicToPng(whole) : whole, {
      limitInputPixels: 120_000_000,
      pages: 1,
    })
      .rotate()
      .resize(PREVIEW, PREVIEW, { fit: "inside", withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer();
    return pictureResponse(drawn);
  } catch {
    return null;
  }
}

/** A picture (WebP) that the portal drew itself. */
export function pictureResponse(drawn: Buffer): Response {
  return new Response(new Uint8Array(drawn), {
    headers: { ...SAFE, "content-type": "image/webp", "content-disposition": contentDisposition("inline", "preview.webp") },
  });
}

/**
 * The original, whole or the part a Range header asks for (206; 416 when it lies outside). Sound and film play in place; everything else is
 * saved, so that no browser opens it on this site.
 */
export function originalResponse(evidence: EvidenceToServe, range: string | null): Response {
  const { file, format, name } = evidence;
  const { mediaType, kind } = FORMATS[format];
  const plays = (kind === "audio" || kind === "video") && !evidence.active;
  const headers = {
    ...SAFE,
    "accept-ranges": "bytes",
    "content-type": plays || kind === "pdf" || kind === "image" ? mediaType : "application/octet-stream",
    "content-disposition": contentDisposition(plays ? "inline" : "attachment", downloadName(name, format)),
  };
  const part = readRange(range, file.bytes);
  if (part === "outside")
    return new Response(null, { status: 416, headers: { ...SAFE, "content-range": `bytes */${file.bytes}` } });
  const body = Readable.toWeb(part ? file.stream(part) : file.stream()) as ReadableStream;
  if (!part) return new Response(body, { headers: { ...headers, "content-length": String(file.bytes) } });
  return new Response(body, {
    status: 206,
    headers: {
      ...headers,
      "content-length": String(part.end - part.start + 1),
      "content-range": `bytes ${part.start}-${part.end}/${file.bytes}`,
    },
  });
}

/** One range of RFC 9110; null for none or one that is not understood (the whole is sent then), "outside" beyond the end. */
function readRange(header: string | null, bytes: number): { start: number; end: number } | "outside" | null {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  if (!found || (found[1] === "" && found[2] === "")) return null;
  const [from, to] = [found[1] ?? "", found[2] ?? ""];
  const start = from === "" ? Math.max(0, bytes - Number(to)) : Number(from);
  const end = from === "" || to === "" ? bytes - 1 : Math.min(Number(to), bytes - 1);
  if (start >= bytes || (from === "" && Number(to) === 0)) return "outside";
  return start > end ? null : { start, end };
}
