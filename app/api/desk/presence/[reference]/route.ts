import { currentActor } from "@/app/_server/session";
import { db } from "@/db/client";
import { markPresent, presentWith } from "@/db/queries/desk-views";
import { isRegulator } from "@/domain/actors";
import { readCase } from "@/services/case-file";

export const dynamic = "force-dynamic";
const HEADERS = { "cache-control": "no-store" } as const;

/** "I have this case open", and who else of the desk has, `{others: [name]}`. For anyone but the desk there is nothing here. */
export async function POST(_request: Request, { params }: { params: Promise<{ reference: string }> }): Promise<Response> {
  const actor = await currentActor();
  const file = actor && isRegulator(actor.role) ? await readCase(db(), actor, { reference: (await params).reference }) : null;
  if (!actor || !file) return new Response("not_found", { status: 404, headers: HEADERS });
  await markPresent(db(), file.row.id, actor.userId);
  const others = await presentWith(db(), file.row.id, actor.userId);
  return Response.json({ others: others.map((one) => one.name) }, { headers: HEADERS });
}
