import { revalidatePath } from "next/cache";
import { NextResponse } from "next/server";
import { isDemo } from "@/platform/env";
import { DEFAULT_LOCALE, isLocale } from "@/platform/i18n/routing";
import { moveClock } from "@/services/move-clock";

/** Moves the demo's clock and leads back to where the button was pressed. Not there outside demo mode, nor for other sites' forms. */
export async function POST(request: Request) {
  if (!isDemo()) return new NextResponse(null, { status: 404 });
  if (request.headers.get("sec-fetch-site") === "cross-site") return new NextResponse(null, { status: 403 });
  const data = await request.formData();
  await moveClock(data.get("to") === "next-deadline" ? "next-deadline" : "next-working-day");
  revalidatePath("/", "layout");
  const locale = data.get("locale");
  const from = request.headers.get("referer");
  const back = from && URL.canParse(from) ? new URL(from) : null;
  const path = back ? `${back.pathname}${back.search}` : `/${isLocale(locale) ? locale : DEFAULT_LOCALE}`;
  return new NextResponse(null, {
    status: 303,
    headers: { location: path.startsWith("/") && !path.startsWith("//") ? path : "/", "cache-control": "no-store" },
  });
}
