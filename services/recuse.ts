import { db } from "@/db/client";
import { insertDecision } from "@/db/queries/decisions";
import type { Actor } from "@/domain/actors";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { type CaseFile, carryOut } from "./case-file";
import { openCase } from "./enforce-deadlines";
import { notifyParties } from "./notify-parties";

/**
 * One of the regulator's people steps aside from a case, with a reason for the desk (RULES §3). The case has no officer until it is given to
 * another; whoever stepped aside acts in it no more. Throws `missing_reason`, `already_done`.
 */
export async function recuse(actor: Actor, input: { reference: string; reason: string }, now: Instant): Promise<CaseFile> {
  const reason = input.reason.trim();
  if (reason === "") throw new DomainError("missing_reason", { field: "reason" });
  const { userId } = actor;
  if (!userId) throw new DomainError("forbidden");
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference: input.reference }, now);
    if (file.snapshot.recused.includes(userId)) throw new DomainError("already_done");
    const after = await carryOut(tx, file, actor, "recuse", { type: "recused", data: { officerId: userId } }, now);
    await insertDecision(tx, { complaintId: file.row.id, type: "recused", reason, by: userId, at: now });
    await notifyParties(tx, after, "recused", ["supervisor"]);
    return after;
  });
}
