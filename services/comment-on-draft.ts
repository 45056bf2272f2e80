import { db } from "@/db/client";
import { insertDraftComment } from "@/db/queries/decisions";
import type { Actor, Side } from "@/domain/actors";
import type { Instant } from "@/domain/day";
import { type CaseFile, carryOut } from "./case-file";
import { openCase } from "./enforce-deadlines";
import { notifyParties } from "./notify-parties";

/** A party comments on the draft once; an empty comment says there is nothing to add (RULES §3). Throws `already_done`, `wrong_state`. */
export async function commentOnDraft(actor: Actor, input: { reference: string; body: string }, now: Instant): Promise<CaseFile> {
  const side: Side = actor.role === "company" ? "company" : "complainant";
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference: input.reference }, now);
    const after = await carryOut(tx, file, actor, "comment_draft", { type: "draft_commented", data: { side } }, now);
    if (file.snapshot.rulingId)
      await insertDraftComment(tx, {
        complaintId: file.row.id,
        rulingId: file.snapshot.rulingId,
        side,
        body: input.body.trim(),
        at: now,
      });
    await notifyParties(tx, after, "draft_commented", ["officer"]);
    return after;
  });
}
