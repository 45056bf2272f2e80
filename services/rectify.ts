import { randomUUID } from "node:crypto";
import { db } from "@/db/client";
import { checkReport, insertReport } from "@/db/queries/decisions";
import type { Actor } from "@/domain/actors";
import type { CaseEventInput } from "@/domain/case-events";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import type { Action } from "@/domain/procedure";
import { type CaseFile, carryOut } from "./case-file";
import { openCase } from "./enforce-deadlines";
import { followUp } from "./follow-up";

async function step(
  actor: Actor,
  reference: string,
  action: Action,
  input: CaseEventInput,
  now: Instant,
  write?: (tx: Parameters<typeof followUp>[0], file: CaseFile) => Promise<void>,
): Promise<CaseFile> {
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference }, now);
    const after = await carryOut(tx, file, actor, action, input, now);
    const followed = await followUp(tx, after, after.events.at(-1), now);
    await write?.(tx, followed);
    return followed;
  });
}

/** The company reports what it did about one finding (RULES §3): stops the seven working days, starts the desk's five for the check. */
export async function reportRectification(
  actor: Actor,
  input: { reference: string; findingId: string; body: string },
  now: Instant,
): Promise<CaseFile> {
  const body = input.body.trim();
  if (body === "") throw new DomainError("invalid", { field: "body", message: "required" });
  const reportId = randomUUID();
  const event = { type: "rectification_reported", data: { findingId: input.findingId, reportId } } as const;
  return step(actor, input.reference, "report_rectification", event, now, (tx, file) =>
    insertReport(tx, {
      id: reportId,
      findingId: input.findingId,
      complaintId: file.row.id,
      body,
      reportedAt: now,
      by: actor.userId ?? null,
    }),
  );
}

/** The desk accepts or rejects the open report; a first rejection gives 7 more working days, once. A rejection needs a note. */
export async function checkRectification(
  actor: Actor,
  input: { reference: string; findingId: string; result: "accepted" | "rejected"; note: string },
  now: Instant,
): Promise<CaseFile> {
  const note = input.note.trim();
  if (input.result === "rejected" && note === "") throw new DomainError("missing_reason", { field: "note" });
  const data = { findingId: input.findingId };
  const [action, event]: [Action, CaseEventInput] =
    input.result === "accepted"
      ? ["accept_rectification", { type: "rectification_accepted", data }]
      : ["reject_rectification", { type: "rectification_rejected", data }];
  return step(actor, input.reference, action, event, now, (tx) =>
    checkReport(tx, input.findingId, { result: input.result, checkNote: note, checkedAt: now, checkedBy: actor.userId ?? null }),
  );
}

/** The consumer confirms or disputes what the company reports; it informs the desk and decides nothing by itself. */
export async function answerRectification(
  actor: Actor,
  input: { reference: string; findingId: string; confirmed: boolean },
  now: Instant,
): Promise<CaseFile> {
  const data = { findingId: input.findingId };
  return input.confirmed
    ? step(actor, input.reference, "confirm_rectification", { type: "rectification_confirmed", data }, now)
    : step(actor, input.reference, "dispute_rectification", { type: "rectification_disputed", data }, now);
}
