import { randomUUID } from "node:crypto";
import { db } from "@/db/client";
import { insertDecision, insertNote } from "@/db/queries/decisions";
import { personById } from "@/db/queries/people";
import type { Actor } from "@/domain/actors";
import { checkPause } from "@/domain/case-checks";
import { PAUSES, type PauseReason } from "@/domain/clocks";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { type CaseFile, carryOut } from "./case-file";
import { openCase } from "./enforce-deadlines";
import { notifyParties } from "./notify-parties";

/** Hands a case to an officer. Throws `invalid` for someone who is none (any more), `took_part` for one who recused themselves. */
export async function assignCase(actor: Actor, input: { reference: string; officerId: string }, now: Instant): Promise<CaseFile> {
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference: input.reference }, now);
    const officer = await personById(tx, input.officerId);
    if (officer?.role !== "officer" || officer.disabledAt) throw new DomainError("invalid", { field: "officerId" });
    if (file.snapshot.recused.includes(officer.id)) throw new DomainError("took_part", { field: "officerId" });
    if (file.snapshot.officerId === input.officerId) return file;
    return carryOut(tx, file, actor, "assign", { type: "assigned", data: { officerId: input.officerId } }, now);
  });
}

/** A note for the desk only. */
export async function addNote(actor: Actor, input: { reference: string; body: string }, now: Instant): Promise<CaseFile> {
  const body = input.body.trim();
  if (body === "" || !actor.userId) throw new DomainError("invalid", { field: "body", message: "required" });
  const by = actor.userId;
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference: input.reference }, now);
    const noteId = await insertNote(tx, { complaintId: file.row.id, by, body, at: now });
    return carryOut(tx, file, actor, "add_note", { type: "note_added", data: { noteId } }, now);
  });
}

/** Stops a clock for one of the reasons of RULES §4, with words for the parties. Throws `not_consented` for mediation without both sides. */
export async function pauseClock(
  actor: Actor,
  input: { reference: string; reason: PauseReason; why: string },
  now: Instant,
): Promise<CaseFile> {
  if (input.why.trim() === "") throw new DomainError("missing_reason", { field: "why" });
  const { clock } = PAUSES[input.reason];
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference: input.reference }, now);
    checkPause(file.snapshot, input.reason, { actor, now, calendar: file.calendar });
    const action = clock === "acceptance" ? "pause_acceptance" : "pause_decision";
    const after = await carryOut(
      tx,
      file,
      actor,
      action,
      { type: "clock_paused", data: { clock, reason: input.reason, pauseId: randomUUID() } },
      now,
    );
    await insertDecision(tx, {
      complaintId: file.row.id,
      type: "clock_paused",
      ground: input.reason,
      reason: input.why.trim(),
      by: actor.userId ?? null,
      at: now,
    });
    await notifyParties(tx, after, "clock_paused", file.snapshot.servedAt ? ["complainant", "company"] : ["complainant"]);
    return after;
  });
}

/** Lets the paused clock run again from tomorrow. */
export async function resumeClock(actor: Actor, reference: string, now: Instant): Promise<CaseFile> {
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference }, now);
    const open = file.snapshot.pauses.find((p) => p.to === null && p.reason !== "supplement");
    if (!open) throw new DomainError("clock_not_running");
    const action = open.clock === "acceptance" ? "resume_acceptance" : "resume_decision";
    const after = await carryOut(tx, file, actor, action, { type: "clock_resumed", data: { pauseId: open.id } }, now);
    await notifyParties(tx, after, "clock_resumed", file.snapshot.servedAt ? ["complainant", "company"] : ["complainant"]);
    return after;
  });
}

/** Fifteen more working days for the decision, once, by the supervisor, before expiry, with a reason (RULES §4). */
export async function extendDecision(actor: Actor, input: { reference: string; why: string }, now: Instant): Promise<CaseFile> {
  if (input.why.trim() === "") throw new DomainError("missing_reason", { field: "why" });
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference: input.reference }, now);
    const after = await carryOut(tx, file, actor, "extend_decision", { type: "decision_extended", data: { days: 15 } }, now);
    await insertDecision(tx, {
      complaintId: file.row.id,
      type: "decision_extended",
      reason: input.why.trim(),
      by: actor.userId ?? null,
      at: now,
    });
    await notifyParties(tx, after, "decision_extended", ["complainant", "company"]);
    return after;
  });
}
