import { db } from "@/db/client";
import { insertLetter } from "@/db/queries/procedure";
import type { Actor, Side } from "@/domain/actors";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { LETTER_MAX, type LetterKind } from "@/domain/letters";
import { type CaseFile, carryOut } from "./case-file";
import { openCase } from "./enforce-deadlines";
import { notifyParties } from "./notify-parties";

/**
 * An officer sends a letter to one side, begun from a template and edited. The subject names the case only; the company gets letters once it
 * was served. Throws `not_served`, `invalid`.
 */
export async function sendLetter(
  actor: Actor,
  input: { reference: string; template: LetterKind; to: Side; body: string },
  now: Instant,
): Promise<CaseFile> {
  const body = input.body.trim();
  if (body === "") throw new DomainError("invalid", { field: "body", message: "required" });
  if (body.length > LETTER_MAX) throw new DomainError("invalid", { field: "body", message: "tooLong" });
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference: input.reference }, now);
    if (input.to === "company" && file.snapshot.servedAt === null) throw new DomainError("not_served");
    const letterId = await insertLetter(tx, {
      complaintId: file.row.id,
      template: input.template,
      audience: input.to,
      body,
      by: actor.userId ?? null,
      at: now,
    });
    const after = await carryOut(tx, file, actor, "send_letter", { type: "letter_sent", data: { letterId } }, now);
    await notifyParties(tx, after, "desk_letter", [input.to], { text: body });
    return after;
  });
}
