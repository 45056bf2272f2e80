import { env } from "@/platform/env";
import { DEFAULT_LOCALE } from "@/platform/i18n/routing";
import { stopFollowing } from "@/services/stop-following";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ token: string }> };

/** One-click unsubscription (RFC 8058): the mail programme posts here, without cookies; no question, no page. */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  return new Response(null, { status: (await stopFollowing((await params).token)) ? 200 : 404 });
}

/** A programme that only opens the address gets the page with the button: nothing stops because something was looked at. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const token = encodeURIComponent((await params).token);
  return Response.redirect(`${env().PUBLIC_URL}/${DEFAULT_LOCALE}/follow/stop/${token}`, 303);
}
