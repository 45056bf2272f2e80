/** People who shorten an address of the log find its page; the language is chosen as on the bare address. */
export function GET(request: Request): Response {
  const first = (request.headers.get("accept-language") ?? "").toLowerCase();
  const locale = /^zh-(hant|tw|hk|mo)/.test(first) ? "zh-Hant" : first.startsWith("en") ? "en" : "zh-Hans";
  return new Response(null, { status: 307, headers: { location: `/${locale}/log`, vary: "accept-language" } });
}
