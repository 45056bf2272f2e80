import { insertCheckNote } from "@/db/queries/special-checks";
import type { Actor } from "@/domain/actors";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { NOTE_MAX } from "@/domain/special-check";
import { stepOfCheck } from "./special-check-step";

/** A note of the desk on a special check; neither the company nor the public reads it. Throws `invalid`, `wrong_state`. */
export async function noteOnCheck(actor: Actor, input: { number: string; body: string }, now: Instant): Promise<void> {
  const body = input.body.trim();
  if (body === "") throw new DomainError("invalid", { field: "body", message: "required" });
  if (body.length > NOTE_MAX) throw new DomainError("invalid", { field: "body", message: "tooLong" });
  await stepOfCheck(actor, input.number, "note", now, async (tx, check) => {
    await insertCheckNote(tx, { checkId: check.id, by: actor.userId ?? "", body, at: now });
    return {};
  });
}
