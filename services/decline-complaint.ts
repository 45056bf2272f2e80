import { db } from "@/db/client";
import { insertDecision } from "@/db/queries/decisions";
import type { Actor } from "@/domain/actors";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import type { DeclineGround } from "@/domain/findings";
import { type CaseFile, carryOut } from "./case-file";
import { openCase } from "./enforce-deadlines";
import { notifyParties } from "./notify-parties";

export interface DeclineInput {
  readonly reference: string;
  readonly ground: DeclineGround;
  /** Reason in words, shown to the complainant. */
  readonly reason: string;
  /** Where else to turn. */
  readonly elsewhere: string;
}

/** Declines on one of the grounds of RULES §3, with a reason and where else to turn; may be reviewed once. Throws `missing_reason`, `wrong_state`. */
export async function declineComplaint(actor: Actor, input: DeclineInput, now: Instant): Promise<CaseFile> {
  if (input.reason.trim() === "") throw new DomainError("missing_reason", { field: "reason" });
  if (input.elsewhere.trim() === "") throw new DomainError("missing_reason", { field: "elsewhere" });
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference: input.reference }, now);
    const after = await carryOut(tx, file, actor, "decline", { type: "declined", data: { ground: input.ground } }, now);
    await insertDecision(tx, {
      complaintId: file.row.id,
      type: "declined",
      ground: input.ground,
      reason: input.reason.trim(),
      elsewhere: input.elsewhere.trim(),
      by: actor.userId ?? null,
      at: now,
    });
    await notifyParties(tx, after, "declined", ["complainant"]);
    return after;
  });
}
