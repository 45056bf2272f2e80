import { db } from "@/db/client";
import { answerSupplementRequest } from "@/db/queries/decisions";
import type { Actor } from "@/domain/actors";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { type CaseFile, carryOut } from "./case-file";
import { openCase } from "./enforce-deadlines";
import { notifyParties } from "./notify-parties";

/** The complainant completes the complaint; acceptance runs on with the days that were left (RULES §4). Files are added before, each on its own. */
export async function answerSupplement(
  actor: Actor,
  input: { reference: string; answer: string },
  now: Instant,
): Promise<CaseFile> {
  const answer = input.answer.trim();
  if (answer === "") throw new DomainError("invalid", { field: "answer", message: "required" });
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference: input.reference }, now);
    const requestId = file.snapshot.supplementRequestId;
    const after = await carryOut(tx, file, actor, "supplement", { type: "supplemented", data: {} }, now);
    if (requestId) await answerSupplementRequest(tx, requestId, answer, now);
    await notifyParties(tx, after, "supplemented", ["officer"]);
    return after;
  });
}

/** Ten more working days for the supplement, on request, once (RULES §4). */
export async function extendSupplement(actor: Actor, reference: string, now: Instant): Promise<CaseFile> {
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference }, now);
    return carryOut(tx, file, actor, "extend_supplement", { type: "supplement_extended", data: {} }, now);
  });
}

/** Reopens a case not pursued within 30 days; the remaining days are kept (RULES §3). Throws `too_late`. */
export async function reopenComplaint(actor: Actor, reference: string, now: Instant): Promise<CaseFile> {
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference }, now);
    return carryOut(tx, file, actor, "reopen", { type: "reopened", data: {} }, now);
  });
}
