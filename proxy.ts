import { type NextRequest, NextResponse } from "next/server";

/** The bare address leads to a language: what the browser asks for, else simplified Chinese. Matches `/` only (DESIGN §2). */
export function proxy(request: NextRequest) {
  const wanted = (request.headers.get("accept-language") ?? "").toLowerCase();
  const first = wanted.split(",")[0]?.trim() ?? "";
  const locale = /^zh-(hant|tw|hk|mo)/.test(first) ? "zh-Hant" : first === "" || first.startsWith("zh") ? "zh-Hans" : first.startsWith("en") ? "en" : "zh-Hans";
  const url = request.nextUrl.clone();
  url.pathname = `/${locale}`;
  return NextResponse.redirect(url, { status: 307, headers: { vary: "accept-language" } });
}

export const config = { matcher: "/" };
