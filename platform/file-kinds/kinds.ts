/** Plain bytes that can be read from any place (a SealedFile is one); `end` is included, a range beyond the end is cut. */
export interface PlainSource {
  bytes: number;
  read(start: number, end: number): Promise<Buffer>;
}

export type EvidenceKind = "image" | "audio" | "video" | "pdf" | "text";

/** The formats that are taken: media type to serve, file name extension, kind. */
export const FORMATS = {
  png: { mediaType: "image/png", extension: "png", kind: "image" },
  jpeg: { mediaType: "image/jpeg", extension: "jpg", kind: "image" },
  webp: { mediaType: "image/webp", extension: "webp", kind: "image" },
  avif: { mediaType: "image/avif", extension: "avif", kind: "image" },
  gif: { mediaType: "image/gif", extension: "gif", kind: "image" },
  heic: { mediaType: "image/heic", extension: "heic", kind: "image" },
  pdf: { mediaType: "application/pdf", extension: "pdf", kind: "pdf" },
  mp3: { mediaType: "audio/mpeg", extension: "mp3", kind: "audio" },
  m4a: { mediaType: "audio/mp4", extension: "m4a", kind: "audio" },
  aac: { mediaType: "audio/aac", extension: "aac", kind: "audio" },
  wav: { mediaType: "audio/wav", extension: "wav", kind: "audio" },
  ogg: { mediaType: "audio/ogg", extension: "ogg", kind: "audio" },
  flac: { mediaType: "audio/flac", extension: "flac", kind: "audio" },
  amr: { mediaType: "audio/amr", extension: "amr", kind: "audio" },
  "3ga": { mediaType: "audio/3gpp", extension: "3gp", kind: "audio" },
  weba: { mediaType: "audio/webm", extension: "webm", kind: "audio" },
  "3gp": { mediaType: "video/3gpp", extension: "3gp", kind: "video" },
  mp4: { mediaType: "video/mp4", extension: "mp4", kind: "video" },
  mov: { mediaType: "video/quicktime", extension: "mov", kind: "video" },
  webm: { mediaType: "video/webm", extension: "webm", kind: "video" },
  txt: { mediaType: "text/plain", extension: "txt", kind: "text" },
  csv: { mediaType: "text/csv", extension: "csv", kind: "text" },
  json: { mediaType: "application/json", extension: "json", kind: "text" },
  html: { mediaType: "text/html", extension: "html", kind: "text" },
  eml: { mediaType: "message/rfc822", extension: "eml", kind: "text" },
} as const satisfies Record<string, { mediaType: string; extension: string; kind: EvidenceKind }>;

export type Format = keyof typeof FORMATS;

/** Why a file is not taken; the words for it are `upload.refused.<code>`. */
export const REFUSALS = [
  "empty",
  "too_large",
  "not_allowed_type",
  "program",
  "archive",
  "macro",
  "polyglot",
  "active_content",
  "image_bomb",
  "damaged",
  "locked",
] as const;
export type Refusal = (typeof REFUSALS)[number];

export type TextEncoding = "utf-8" | "gb18030" | "utf-16le" | "utf-16be";

export interface Accepted {
  ok: true;
  format: Format;
  kind: EvidenceKind;
  mediaType: string;
  extension: string;
  /**
   * Holds something that may act when opened in a program made for it (script in HTML or PDF, attachments of a mail): it is served
   * as an attachment in a sandbox and never shown as it is; what is shown is made from it.
   */
  active: boolean;
  /** Pixels; known for pictures except some HEIC. */
  width?: number;
  height?: number;
  /** Of text. */
  encoding?: TextEncoding;
  /** False for a picture this machine cannot draw: kept, and said so. */
  drawable: boolean;
}

export type Examination = Accepted | { ok: false; why: Refusal };

export function accepted(format: Format, more: Partial<Accepted> = {}): Accepted {
  return { ok: true, format, ...FORMATS[format], active: false, drawable: true, ...more };
}

export function refused(why: Refusal): Examination {
  return { ok: false, why };
}

/** Bytes in memory as a source. */
export function plainBuffer(bytes: Buffer): PlainSource {
  return { bytes: bytes.length, read: async (start, end) => bytes.subarray(start, end + 1) };
}
