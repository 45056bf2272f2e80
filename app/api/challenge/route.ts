import { currentDraft } from "@/app/_server/filing";
import { networkOf } from "@/app/_server/network";
import { db } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import { followChallenge } from "@/services/follow-by-mail";
import { filingChallenge } from "@/services/guard-filing";

/** A challenge for the draft of this device (404 without one), or `?for=follow`; to be worked at in the background. */
export async function GET(request: Request): Promise<Response> {
  if (new URL(request.url).searchParams.get("for") === "follow") {
    const challenge = await followChallenge(networkOf(request.headers), await portalNow(db()));
    return Response.json(challenge, { headers: { "cache-control": "no-store" } });
  }
  const { draft, now } = await currentDraft();
  if (!draft) return Response.json({ error: "not_found" }, { status: 404, headers: { "cache-control": "no-store" } });
  const challenge = await filingChallenge(draft.row.id, networkOf(request.headers), now);
  return Response.json(challenge, { headers: { "cache-control": "no-store" } });
}
