import { caseActor } from "@/app/_server/case-actor";
import { currentDraft } from "@/app/_server/filing";
import { progressOf } from "@/app/_server/reading-review";
import { db } from "@/db/client";
import { evidenceOf } from "@/db/queries/evidence";
import { filesOf } from "@/db/queries/uploads";
import { readCase } from "@/services/case-file";
import { readingsFor } from "@/services/confirm-reading";

export const dynamic = "force-dynamic";
const HEADERS = { "cache-control": "no-store" } as const;

/** How far reading has come, `{done, all}`: of one's open draft, or with `?reference=` of one's own case. Anything else is 404. */
export async function GET(request: Request): Promise<Response> {
  const reference = new URL(request.url).searchParams.get("reference");
  const rows = reference ? await ofCase(reference) : await ofDraft();
  if (!rows) return new Response("not_found", { status: 404, headers: HEADERS });
  const { readings } = await readingsFor(rows);
  return Response.json(progressOf(readings.values()), { headers: HEADERS });
}

async function ofDraft() {
  const { draft } = await currentDraft();
  return draft ? filesOf(db(), { draftId: draft.row.id }) : null;
}

async function ofCase(reference: string) {
  const actor = await caseActor();
  if (actor.role !== "complainant") return null;
  const of = await readCase(db(), actor, { reference });
  return of && !of.row.erasedAt ? (await evidenceOf(db(), of.row.id)).filter((row) => row.side === "complainant") : null;
}
