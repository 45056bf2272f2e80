import { db } from "@/db/client";
import { updateDraft } from "@/db/queries/drafts";
import { findByIdempotencyKey } from "@/db/queries/filing";
import type { Actor } from "@/domain/actors";
import { DomainError } from "@/domain/errors";
import { type DraftHolder, newDraftData, openDraft } from "./draft-file";
import { type AnswerFaults, readAnswers } from "./read-answers";
import { secretOf } from "./receipt-secret";
import { type Submitted, submitIn } from "./submit-complaint";

/** A filed draft is kept this long, emptied, so that a second click or tab finds its receipt. */
const KEPT_HOURS = 24;

const keyOf = (draftId: string) => `draft:${draftId}`;

/**
 * Files a draft. A double click, a second tab and a repeated request come to the same complaint and the same receipt. Answers with the
 * faults, by field, when something is still missing. Throws `not_found` when there is no draft.
 */
export async function submitDraft(
  actor: Actor & { email?: string | undefined },
  holder: DraftHolder,
  locale: string,
  now: Date,
): Promise<{ submitted: Submitted; faults: null } | { submitted: null; faults: AnswerFaults }> {
  return db().transaction(async (tx) => {
    const draft = await openDraft(tx, holder, now, true);
    if (!draft) throw new DomainError("not_found");
    const key = keyOf(draft.row.id);
    const { seed } = draft.data;
    if (draft.row.complaintId) {
      const row = await findByIdempotencyKey(tx, key);
      if (!row) throw new DomainError("not_found");
      return { submitted: { row, secret: secretOf(key, seed), again: true }, faults: null };
    }
    const { input, faults } = readAnswers(draft.data.answers, now);
    if (!input) return { submitted: null, faults };
    const consumer = actor.role === "complainant" ? actor : { role: "complainant" as const };
    const submission = {
      key,
      seed,
      origin: consumer.userId ? ("account" as const) : ("receipt" as const),
      locale,
      draftId: draft.row.id,
      provenEmail: consumer.userId ? actor.email : undefined,
    };
    const submitted = await submitIn(tx, consumer, input, submission, now);
    await updateDraft(tx, draft.row.id, {
      complaintId: submitted.row.id,
      data: { ...newDraftData(), seed },
      step: "check",
      updatedAt: now,
      expiresAt: new Date(now.getTime() + KEPT_HOURS * 3_600_000),
    });
    return { submitted, faults: null };
  });
}
