import { currentDraft } from "@/app/_server/filing";
import { networkOf } from "@/app/_server/network";
import { filingChallenge } from "@/services/guard-filing";

/** A challenge for the draft of this device, to be worked at in the background; 404 without a draft. */
export async function GET(request: Request): Promise<Response> {
  const { draft, now } = await currentDraft();
  if (!draft) return Response.json({ error: "not_found" }, { status: 404, headers: { "cache-control": "no-store" } });
  const challenge = await filingChallenge(draft.row.id, networkOf(request.headers), now);
  return Response.json(challenge, { headers: { "cache-control": "no-store" } });
}
