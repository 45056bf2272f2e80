import { db } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import { dueCalendar } from "@/services/due-calendar";

export const dynamic = "force-dynamic";

/** Due dates for the calendar program of somebody at the desk: whoever has the address may read, so it holds references and days alone. */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params;
  const calendar = await dueCalendar(db(), token.replace(/\.ics$/, ""), await portalNow(db()));
  if (calendar === null) return new Response(null, { status: 404 });
  return new Response(calendar, {
    headers: { "content-type": "text/calendar; charset=utf-8", "cache-control": "private, no-store", "x-robots-tag": "noindex" },
  });
}
