import { randomUUID } from "node:crypto";
import { db } from "@/db/client";
import { insertRecordRequest, updateRecordRequest } from "@/db/queries/procedure";
import type { Actor } from "@/domain/actors";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { type CaseFile, carryOut } from "./case-file";
import { openCase } from "./enforce-deadlines";
import { notifyParties } from "./notify-parties";

/**
 * The complainant asks, through the portal, for the company's records of their service (D1.3). It is forwarded at once and owed within 3 working
 * days (D1.4). Throws `not_served`, `already_done` while one is open, `wrong_state`.
 */
export async function requestRecords(actor: Actor, input: { reference: string; what: string }, now: Instant): Promise<CaseFile> {
  const what = input.what.trim();
  if (what === "") throw new DomainError("invalid", { field: "what", message: "required" });
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference: input.reference }, now);
    const { companyId } = file.snapshot;
    if (file.snapshot.servedAt === null || companyId === null) throw new DomainError("not_served");
    if (file.snapshot.recordRequests.some((r) => r.deliveredAt === null)) throw new DomainError("already_done");
    const requestId = randomUUID();
    const after = await carryOut(tx, file, actor, "request_records", { type: "record_requested", data: { requestId } }, now);
    await insertRecordRequest(tx, { id: requestId, complaintId: file.row.id, companyId, what, requestedAt: now });
    await notifyParties(tx, after, "record_requested", ["company", "complainant"]);
    return after;
  });
}

/** The company delivers what was asked for, with files added to the case or a word on where they are; late ones are taken and stay late. */
export async function deliverRecords(
  actor: Actor,
  input: { reference: string; requestId: string; answer: string },
  now: Instant,
): Promise<CaseFile> {
  const answer = input.answer.trim();
  if (answer === "") throw new DomainError("invalid", { field: "answer", message: "required" });
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference: input.reference }, now);
    const open = file.snapshot.recordRequests.find((r) => r.requestId === input.requestId);
    if (!open) throw new DomainError("not_found");
    if (open.deliveredAt !== null) throw new DomainError("already_done");
    const event = { type: "records_delivered", data: { requestId: open.requestId } } as const;
    const after = await carryOut(tx, file, actor, "deliver_records", event, now);
    await updateRecordRequest(tx, open.requestId, { deliveredAt: now, answer });
    await notifyParties(tx, after, "records_delivered", ["complainant", "officer"]);
    return after;
  });
}
