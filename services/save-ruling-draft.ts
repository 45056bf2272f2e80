import { db } from "@/db/client";
import { rulingOf, saveWorkingRuling } from "@/db/queries/rulings";
import type { Actor } from "@/domain/actors";
import { STANDARD_VERSION } from "@/domain/clauses";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { openCase } from "./enforce-deadlines";
import type { RulingDraftInput } from "./ruling-input";

/** Saves the officer's working draft while the case is in hand; nothing is decided by it and no event is written. Returns the ruling's id. */
export async function saveRulingDraft(actor: Actor, input: RulingDraftInput, now: Instant): Promise<string> {
  if (actor.role !== "officer") throw new DomainError("forbidden");
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference: input.reference }, now);
    if (file.snapshot.state !== "accepted") throw new DomainError("wrong_state", { state: file.snapshot.state });
    const before = await rulingOf(tx, file.row.id);
    return saveWorkingRuling(tx, {
      id: before?.id,
      complaintId: file.row.id,
      title: input.title,
      decision: input.decision,
      standardVersion: STANDARD_VERSION,
      draftedBy: actor.userId ?? null,
      now,
      findings: input.findings,
    });
  });
}
