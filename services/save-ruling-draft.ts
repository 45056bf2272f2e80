import { db, type Tx } from "@/db/client";
import { evidenceOf } from "@/db/queries/evidence";
import { allegationsOf, rulingOf, saveWorkingRuling } from "@/db/queries/rulings";
import type { Actor } from "@/domain/actors";
import { checkNotRecused } from "@/domain/case-checks";
import { STANDARD_VERSION } from "@/domain/clauses";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { openCase } from "./enforce-deadlines";
import type { RulingDraftInput } from "./ruling-input";

/**
 * Saves the officer's working draft while the case is in hand; nothing is decided by it and no event is written. Returns the ruling's id.
 * `base`: when the version one worked from was saved (ISO; null: there was none). Throws `conflict` when someone else saved since.
 */
export async function saveRulingDraft(actor: Actor, input: RulingDraftInput, now: Instant): Promise<string> {
  if (actor.role !== "officer") throw new DomainError("forbidden");
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference: input.reference }, now);
    checkNotRecused(file.snapshot, actor);
    if (file.snapshot.state !== "accepted") throw new DomainError("wrong_state", { state: file.snapshot.state });
    const before = await rulingOf(tx, file.row.id);
    if (input.base !== undefined && (before?.updatedAt.toISOString() ?? null) !== input.base) throw new DomainError("conflict");
    await checkOwn(tx, file.row.id, input.findings);
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

/** Findings are about this case's allegations, one each, and rely on this case's evidence. Throws `invalid`. */
async function checkOwn(tx: Tx, complaintId: string, findings: RulingDraftInput["findings"]): Promise<void> {
  const allegations = new Map((await allegationsOf(tx, complaintId)).map((a) => [a.id, a.clause]));
  const evidence = new Set((await evidenceOf(tx, complaintId)).map((e) => e.id));
  const subjects = findings.map((f) => f.allegationId ?? f.clause);
  const foreign = findings.some(
    (f) =>
      (f.allegationId !== null && allegations.get(f.allegationId) !== f.clause) || f.evidenceIds.some((id) => !evidence.has(id)),
  );
  if (foreign || new Set(subjects).size < subjects.length) throw new DomainError("invalid", { what: "findings" });
}
