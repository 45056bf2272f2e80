import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { SIZE_SCRIPT } from "@/components/ui/size-script";
import { contentSecurityPolicy, scriptHash } from "@/platform/security-headers.mjs";

const SIZE_HASH = scriptHash(SIZE_SCRIPT);

/** The bare address leads to a language: what the browser asks for, else simplified Chinese. */
function toLanguage(request: NextRequest) {
  const first = (request.headers.get("accept-language") ?? "").toLowerCase().split(",")[0]?.trim() ?? "";
  const locale = /^zh-(hant|tw|hk|mo)/.test(first) ? "zh-Hant" : first.startsWith("en") ? "en" : "zh-Hans";
  const url = request.nextUrl.clone();
  url.pathname = `/${locale}`;
  return NextResponse.redirect(url, { status: 307, headers: { vary: "accept-language" } });
}

/**
 * Pages where people write or are signed in get a policy with a nonce of their own. Public pages never come through here: it would cost
 * them two thirds of their speed; nor do uploads, whose bodies it would cut short.
 */
export function proxy(request: NextRequest) {
  if (request.nextUrl.pathname === "/") return toLanguage(request);
  const policy = contentSecurityPolicy(randomBytes(16).toString("base64"), [SIZE_HASH]);
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  return NextResponse.next({ request: { headers }, headers: { "content-security-policy": policy } });
}

// Next reads this at build time: it must be written out. The same paths as WRITING_PATHS; a test holds them together.
export const config = {
  matcher: [
    "/",
    "/:locale(zh-Hans|zh-Hant|en)/:area(file|follow|receipt|track|sign-in|sign-out|account|invite|desk|company|alliance|admin)/:rest*",
  ],
};
