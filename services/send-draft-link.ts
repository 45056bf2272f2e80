import { db } from "@/db/client";
import { updateDraft } from "@/db/queries/drafts";
import { DomainError } from "@/domain/errors";
import { openDraft } from "./draft-file";
import { allowAttempt } from "./limit-attempts";
import { queueMail } from "./queue-mail";

/**
 * Sends the link that opens a draft, with its code after the "#" so that no server log has it. The draft counts as announced. Throws
 * `not_found`, `limit_reached` after three an hour.
 */
export async function sendDraftLink(
  input: { token: string; to: string; locale: string; link: string },
  now: Date,
): Promise<void> {
  const draft = await openDraft(db(), { token: input.token }, now);
  if (!draft || draft.row.complaintId) throw new DomainError("not_found", { message: "draftGone" });
  await allowAttempt(db(), ["draft-link", draft.row.id], { max: 3, windowSeconds: 3600, now });
  await db().transaction(async (tx) => {
    await queueMail(tx, {
      audience: "complainant",
      to: input.to,
      locale: input.locale,
      template: "draft_link",
      params: { link: input.link, until: draft.row.expiresAt.getTime() },
    });
    await updateDraft(tx, draft.row.id, { locale: input.locale });
  });
}
