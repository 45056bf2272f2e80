import { db, type Tx } from "@/db/client";
import { actorInCase, type ComplaintRow, findCaseRow } from "@/db/queries/cases";
import type { EvidenceRow } from "@/db/queries/evidence";
import { viewedSince } from "@/db/queries/evidence-views";
import { consentsOf } from "@/db/queries/rulings";
import { findEvidence } from "@/db/queries/uploads";
import { type Actor, SYSTEM } from "@/domain/actors";
import { dayOf, type Instant, startOfDay } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { mayReadDialRecording, mayReadDraftFile, mayReadEvidence } from "@/domain/visibility";
import { carryOut, lockCase } from "./case-file";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * A received file for whoever may read it: an actor of a case (a device may hold several: an account and one-time links), or the holder of the draft it still belongs to. A look by the company or the
 * desk is written to the case (`evidence_viewed`), once a person and day. Throws `not_found` for everything else.
 */
export async function viewEvidence(
  who: Actor | readonly Actor[],
  draftId: string | null,
  evidenceId: string,
  now: Instant,
): Promise<EvidenceRow> {
  if (!UUID.test(evidenceId)) throw new DomainError("not_found");
  const row = await findEvidence(db(), { id: evidenceId });
  if (!row || row.removedAt || row.status !== "received" || !row.storageKey) throw new DomainError("not_found");
  if (mayReadDraftFile(draftId, row)) return row;
  if (row.dialTestId && [who].flat().some(mayReadDialRecording)) return row;
  const complaint = row.complaintId ? await findCaseRow(db(), SYSTEM, { id: row.complaintId }, false) : null;
  const of = complaint && (await caseOf(db(), complaint));
  if (!complaint || !of) throw new DomainError("not_found");
  const known = await Promise.all([who].flat().map((one) => actorInCase(db(), one, of.companyId)));
  const actor = known.find((one) => mayReadEvidence(one, row, of));
  if (!actor) throw new DomainError("not_found");
  if (actor.role !== "complainant" && actor.role !== row.side) await recordLook(actor, complaint, row.id, now);
  return row;
}

async function caseOf(tx: Tx, row: ComplaintRow) {
  return {
    id: row.id,
    userId: row.userId,
    companyId: row.companyId,
    served: row.servedAt !== null,
    consents: await consentsOf(tx, row.id),
  };
}

async function recordLook(actor: Actor, complaint: ComplaintRow, evidenceId: string, now: Instant): Promise<void> {
  const look = { complaintId: complaint.id, evidenceId, role: actor.role, userId: actor.userId };
  const today = startOfDay(dayOf(now));
  if (await viewedSince(db(), look, today)) return;
  await db().transaction(async (tx) => {
    const file = await lockCase(tx, SYSTEM, { id: complaint.id });
    if (await viewedSince(tx, look, today)) return;
    await carryOut(tx, file, actor, "view_evidence", { type: "evidence_viewed", data: { evidenceId } }, now);
  });
}
