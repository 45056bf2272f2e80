import { caseActor } from "@/app/_server/case-actor";
import { db } from "@/db/client";
import { findCaseRow } from "@/db/queries/cases";
import { portalNow } from "@/db/queries/clock";
import { signedReceipt } from "@/services/signed-receipt";

export const dynamic = "force-dynamic";

/** The signed receipt as a file, for the complainant of the case; 404 for everyone else. */
export async function GET(_request: Request, { params }: { params: Promise<{ reference: string }> }): Promise<Response> {
  const [{ reference }, actor, now] = await Promise.all([params, caseActor(), portalNow(db())]);
  const row = actor.role === "complainant" ? await findCaseRow(db(), actor, { reference }, false) : null;
  if (!row) return new Response("not_found", { status: 404, headers: { "cache-control": "no-store" } });
  return new Response(`${JSON.stringify(await signedReceipt(db(), row, now), null, 2)}\n`, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="receipt-${row.reference}.json"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
