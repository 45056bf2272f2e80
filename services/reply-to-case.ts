import { randomUUID } from "node:crypto";
import { db } from "@/db/client";
import { insertReply } from "@/db/queries/decisions";
import type { Actor } from "@/domain/actors";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { type CaseFile, carryOut } from "./case-file";
import { openCase } from "./enforce-deadlines";
import { notifyParties } from "./notify-parties";

/** What stands beside the published ruling may have this many characters (RULES §3). */
export const PUBLIC_REPLY_MAX = 2000;

export interface ReplyInput {
  readonly reference: string;
  /** "answer": a first substantive answer (measured within 72 h); "reply": the reply owed within 10 working days. */
  readonly kind: "answer" | "reply";
  readonly body: string;
  /** The words that stand beside the ruling; the body itself when short enough and not given. */
  readonly publicBody?: string | undefined;
}

/** The company answers or replies; a reply in a case not answered yet counts as the first answer too. Late replies are taken and counted late. */
export async function replyToCase(actor: Actor, input: ReplyInput, now: Instant): Promise<CaseFile> {
  const body = input.body.trim();
  const publicBody = (input.publicBody ?? "").trim() || body;
  if (body === "") throw new DomainError("invalid", { field: "body", message: "required" });
  if (publicBody.length > PUBLIC_REPLY_MAX) throw new DomainError("invalid", { field: "publicBody", message: "tooLong" });
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference: input.reference }, now);
    const replyId = randomUUID();
    const after =
      input.kind === "answer"
        ? await carryOut(tx, file, actor, "answer", { type: "company_answered", data: { replyId } }, now)
        : await carryOut(tx, file, actor, "reply", { type: "company_replied", data: { replyId } }, now);
    await insertReply(tx, {
      id: replyId,
      complaintId: file.row.id,
      kind: input.kind,
      body,
      publicBody: input.kind === "reply" ? publicBody : null,
      by: actor.userId ?? null,
      at: now,
    });
    await notifyParties(tx, after, input.kind === "reply" ? "company_replied" : "company_answered", ["complainant", "officer"]);
    return after;
  });
}
