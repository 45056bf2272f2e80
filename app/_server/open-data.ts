import { createHash } from "node:crypto";

/** Anyone may read it from any page; browsers take it for what it says it is and nothing else. */
export const OPEN = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers":
    "etag, repr-digest, content-disposition, content-length, link, ratelimit, ratelimit-policy, retry-after",
  "x-content-type-options": "nosniff",
} as const;

/** What went wrong with a request for open data, as RFC 9457 says it; `more`: members of its own, such as the errors by parameter. */
export function problem(
  status: number,
  title: string,
  detail: string,
  headers: Record<string, string> = {},
  more: Record<string, unknown> = {},
): Response {
  return new Response(`${JSON.stringify({ type: "about:blank", title, status, detail, ...more })}\n`, {
    status,
    headers: { ...OPEN, "content-type": "application/problem+json; charset=utf-8", "cache-control": "no-store", ...headers },
  });
}

export function hashOf(body: string | Uint8Array): string {
  return createHash("sha256").update(body).digest("hex");
}

interface OpenFile {
  readonly body: string | Uint8Array<ArrayBuffer>;
  /** Hex; of the body, bytes as sent. */
  readonly sha256: string;
  readonly type: string;
  readonly name: string;
  /** Never another body under this address. */
  readonly immutable: boolean;
  readonly inline?: boolean;
}

/**
 * A file of open data with its hash (ETag, and Repr-Digest of RFC 9530); 304 where the reader has it. A published version of a report never changes, so
 * it may be kept for a year.
 */
export function openFile(request: Request, file: OpenFile): Response {
  const etag = `"${file.sha256}"`;
  const headers = {
    ...OPEN,
    etag,
    "cache-control": file.immutable ? "public, max-age=31536000, immutable" : "public, max-age=60",
    "repr-digest": `sha-256=:${Buffer.from(file.sha256, "hex").toString("base64")}:`,
  };
  const known = (request.headers.get("if-none-match") ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  if (known.includes(etag) || known.includes("*")) return new Response(null, { status: 304, headers });
  return new Response(file.body, {
    headers: {
      ...headers,
      "content-type": file.type,
      "content-disposition": `${file.inline ? "inline" : "attachment"}; filename="${file.name}"`,
    },
  });
}

/** Answers the question browsers ask before they send If-None-Match from another site. */
export function openOptions(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...OPEN,
      "access-control-allow-methods": "GET, HEAD, OPTIONS",
      "access-control-allow-headers": "if-none-match",
      "access-control-max-age": "86400",
    },
  });
}
