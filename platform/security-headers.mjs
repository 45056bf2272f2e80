// @ts-check
// Plain JavaScript, because the web server (script/web.mjs) reads it without anything that knows types.
import { createHash } from "node:crypto";

/** @typedef {{ readonly key: string, readonly value: string }} Header */

/** Paths below the language where people write or are signed in: their pages carry a nonce. @type {readonly string[]} */
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
];

const development = process.env.NODE_ENV === "development";

/**
 * The hash by which a policy allows one inline script.
 * @param {string} source
 */
export function scriptHash(source) {
  return `'sha256-${createHash("sha256").update(source).digest("base64")}'`;
}

/**
 * The content security policy of a page. With a nonce: only scripts that carry it and what they load. Without (static public pages, whose
 * inline data differs from page to page): own scripts and inline ones; such pages show nothing a visitor typed. See decision 0011. `frames`: who
 * may show it in a frame; only charts made for that say `*`.
 * @param {string | null} nonce
 * @param {readonly string[]} allowed
 */
export function contentSecurityPolicy(nonce, allowed = [], frames = "'none'") {
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

const COMMON = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(self), microphone=(), geolocation=(), payment=()" },
];
/** Keeps a page out of frames, in browsers that do not know frame-ancestors. */
const NO_FRAMES = { key: "X-Frame-Options", value: "DENY" };
const PUBLIC = { key: "Content-Security-Policy", value: contentSecurityPolicy(null) };
const EMBEDDED = { key: "Content-Security-Policy", value: contentSecurityPolicy(null, [], "*") };
/** Kept here until something changes it, and by others no longer than any other page. */
const KEPT = { key: "Cache-Control", value: "s-maxage=60, stale-while-revalidate=86400" };

const LANGUAGE = "/(?:zh-Hans|zh-Hant|en)";
const EMBED = new RegExp(`^${LANGUAGE}/embed(?:/|$)`);
/** Handlers and files, which set what they need themselves, and pages whose policy comes with a nonce from the proxy. */
const NO_PAGE = new RegExp(`^(?:/api/|/_next/|${LANGUAGE}/(?:${WRITING_PATHS.join("|")})(?:/|$))`);
const RULING_OR_COMPANY = new RegExp(`^${LANGUAGE}/(?:rulings/\\d{4}-\\d+|companies/(?!find$)[a-z0-9-]+)$`);

/**
 * The headers an answer begins with; what a handler or the proxy sets comes in their place. Set by the web server itself: as rules of Next.js they
 * cost each answer a tenth of its time.
 * @param {string} path without the query
 * @returns {readonly Header[]}
 */
export function headersFor(path) {
  if (EMBED.test(path)) return [...COMMON, EMBEDDED];
  const headers = [...COMMON, NO_FRAMES];
  if (!NO_PAGE.test(path)) headers.push(PUBLIC);
  if (RULING_OR_COMPANY.test(path)) headers.push(KEPT);
  return headers;
}
