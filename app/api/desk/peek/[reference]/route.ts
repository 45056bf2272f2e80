import { currentActor } from "@/app/_server/session";
import { readPeek } from "@/app/[locale]/desk/_server/read-peek";
import { isRegulator } from "@/domain/actors";
import { DEFAULT_LOCALE, isLocale } from "@/platform/i18n/routing";

export const dynamic = "force-dynamic";
const HEADERS = { "cache-control": "private, no-store" } as const;

/** What opens under a case in the queue: `?locale=` chooses the words, `?q=` is marked in the person's own. For anyone but the desk there is nothing here. */
export async function GET(request: Request, { params }: { params: Promise<{ reference: string }> }): Promise<Response> {
  const actor = await currentActor();
  const asked = new URL(request.url).searchParams;
  const locale = asked.get("locale") ?? "";
  const told =
    actor && isRegulator(actor.role)
      ? await readPeek(actor, (await params).reference, asked.get("q") ?? "", isLocale(locale) ? locale : DEFAULT_LOCALE)
      : null;
  return told ? Response.json(told, { headers: HEADERS }) : new Response("not_found", { status: 404, headers: HEADERS });
}
