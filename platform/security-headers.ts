import { createHash } from "node:crypto";

/** Paths below the language where people write or are signed in: their pages carry a nonce. */
export const WRITING_PATHS = [
  "file",
  "follow",
  "receipt",
  "track",
  "sign-in",
  "sign-out",
  "account",
  "invite",
  "desk",
  "company",
  "alliance",
  "admin",
] as const;

const development = process.env.NODE_ENV === "development";

/** The hash by which a policy allows one inline script. */
export function scriptHash(source: string): string {
  return `'sha256-${createHash("sha256").update(source).digest("base64")}'`;
}

/**
 * The content security policy of a page. With a nonce: only scripts that carry it and what they load. Without (static public pages, whose
 * inline data differs from page to page): own scripts and inline ones; such pages show nothing a visitor typed. See decision 0011. `frames`: who
 * may show it in a frame; only charts made for that say `*`.
 */
export function contentSecurityPolicy(nonce: string | null, allowed: readonly string[] = [], frames = "'none'"): string {
  const scripts = nonce ? [`'nonce-${nonce}'`, "'strict-dynamic'", ...allowed] : ["'unsafe-inline'"];
  return [
    "default-src 'self'",
    `script-src 'self' ${scripts.join(" ")}${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "worker-src 'self' blob:",
    "connect-src 'self'",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    `frame-ancestors ${frames}`,
  ].join("; ");
}

/** Keeps a page out of frames, in browsers that do not know frame-ancestors. */
export const NO_FRAMES = { key: "X-Frame-Options", value: "DENY" };

/** Headers of every answer. */
export const COMMON_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(self), microphone=(), geolocation=(), payment=()" },
];
