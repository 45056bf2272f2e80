import { db } from "@/db/client";
import { insertDecision } from "@/db/queries/decisions";
import { markRuling } from "@/db/queries/rulings";
import type { Actor } from "@/domain/actors";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { type CaseFile, carryOut } from "./case-file";
import { openCase } from "./enforce-deadlines";
import { notifyParties } from "./notify-parties";

/** The supervisor sends a draft back to the officer with a reason; the decision clock runs on. Throws `missing_reason`, `wrong_state`. */
export async function returnRuling(actor: Actor, input: { reference: string; reason: string }, now: Instant): Promise<CaseFile> {
  const reason = input.reason.trim();
  if (reason === "") throw new DomainError("missing_reason", { field: "reason" });
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference: input.reference }, now);
    const rulingId = file.snapshot.rulingId;
    if (!rulingId) throw new DomainError("wrong_state");
    const after = await carryOut(tx, file, actor, "return_ruling", { type: "ruling_returned", data: { rulingId } }, now);
    await markRuling(tx, rulingId, { state: "returned", returnReason: reason });
    await insertDecision(tx, { complaintId: file.row.id, type: "ruling_returned", reason, by: actor.userId ?? null, at: now });
    await notifyParties(tx, after, "returned", ["officer"]);
    return after;
  });
}
