import { db } from "@/db/client";
import { insertDecision } from "@/db/queries/decisions";
import type { Actor } from "@/domain/actors";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { type CaseFile, carryOut } from "./case-file";
import type { DeclineInput } from "./decline-complaint";
import { openCase } from "./enforce-deadlines";
import { notifyParties } from "./notify-parties";

/** The supervisor ends an accepted case on a ground for declining (RULES §3); it may be reviewed like a decline. Throws `missing_reason`, `wrong_state`. */
export async function terminateCase(actor: Actor, input: DeclineInput, now: Instant): Promise<CaseFile> {
  if (input.reason.trim() === "") throw new DomainError("missing_reason", { field: "reason" });
  if (input.elsewhere.trim() === "") throw new DomainError("missing_reason", { field: "elsewhere" });
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference: input.reference }, now);
    const after = await carryOut(tx, file, actor, "terminate", { type: "terminated", data: { ground: input.ground } }, now);
    await insertDecision(tx, {
      complaintId: file.row.id,
      type: "terminated",
      ground: input.ground,
      reason: input.reason.trim(),
      elsewhere: input.elsewhere.trim(),
      by: actor.userId ?? null,
      at: now,
    });
    await notifyParties(tx, after, "declined", ["complainant"]);
    if (file.snapshot.servedAt !== null) await notifyParties(tx, after, "terminated", ["company"]);
    return after;
  });
}
