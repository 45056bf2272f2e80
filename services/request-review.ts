import { db } from "@/db/client";
import { insertReview } from "@/db/queries/decisions";
import { markPublication } from "@/db/queries/rulings";
import type { Actor, Side } from "@/domain/actors";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { type CaseFile, carryOut } from "./case-file";
import { openCase } from "./enforce-deadlines";
import { notifyParties } from "./notify-parties";
import { announcePublicChange } from "./public-change";

/** A party asks for review of a ruling (either side) or of a decline (the complainant, once) within 10 working days (RULES §3). */
export async function requestReview(actor: Actor, input: { reference: string; reason: string }, now: Instant): Promise<CaseFile> {
  const reason = input.reason.trim();
  if (reason === "") throw new DomainError("missing_reason", { field: "reason" });
  const side: Side = actor.role === "company" ? "company" : "complainant";
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference: input.reference }, now);
    const of = file.snapshot.state === "declined" ? "decline" : "ruling";
    const after = await carryOut(tx, file, actor, "request_review", { type: "review_requested", data: { by: side } }, now);
    await insertReview(tx, { complaintId: file.row.id, of, side, reason, requestedAt: now });
    if (of === "ruling") {
      await markPublication(tx, file.row.id, { status: "under_review" });
      await announcePublicChange(tx, { rulings: [file.snapshot.rulingNumber ?? ""], companies: [file.row.companyId ?? ""] });
    }
    await notifyParties(tx, after, "review_requested", ["complainant", "company", "supervisor"]);
    return after;
  });
}
