import { db } from "@/db/client";
import { insertDraft, updateDraft } from "@/db/queries/drafts";
import { answersOfStep, type DraftAnswers, FILING_LIMITS, type FilingStep, stepAfter } from "@/domain/filing";
import {
  type DraftFile,
  type DraftHolder,
  draftTokenHash,
  newDraftData,
  newDraftToken,
  openDraft,
  readDraft,
} from "./draft-file";

export interface SaveInput {
  readonly step: FilingStep;
  /** Fields of the page as its form sent them. */
  readonly form: Readonly<Record<string, unknown>>;
  readonly locale: string;
  /** True when the person went on: the draft opens at the next page then. */
  readonly done: boolean;
}

const DAY_MS = 86_400_000;
/** A draft ends this long after its last change. */
export const draftEnd = (now: Date): Date => new Date(now.getTime() + FILING_LIMITS.draftDays * DAY_MS);

/**
 * Keeps what one page holds, right or not; makes the draft when there is none, and answers with its new code then. Fields of other pages
 * stay. A draft that was filed is left alone and a new one begun.
 */
export async function saveDraft(
  holder: DraftHolder,
  input: SaveInput,
  now: Date,
): Promise<{ draft: DraftFile; newToken: string | null }> {
  return db().transaction(async (tx) => {
    const answers = answersOfStep(input.step, input.form);
    const found = await openDraft(tx, holder, now, true);
    const open = found && !found.row.complaintId ? found : null;
    const step = input.done ? stepAfter(input.step) : input.step;
    if (!open) {
      const token = newDraftToken();
      const data = { ...newDraftData(answers), saves: 1, visited: input.done ? [input.step] : [] };
      const row = await insertDraft(tx, {
        tokenHash: draftTokenHash(token),
        userId: holder.userId ?? null,
        locale: input.locale,
        step,
        data,
        createdAt: now,
        updatedAt: now,
        expiresAt: draftEnd(now),
      });
      return { draft: readDraft(row), newToken: token };
    }
    const visited = input.done ? [...new Set([...open.data.visited, input.step])] : open.data.visited;
    const merged: DraftAnswers = { ...open.data.answers, ...answers };
    const row = await updateDraft(tx, open.row.id, {
      data: { ...open.data, answers: merged, visited, saves: open.data.saves + 1 },
      step,
      locale: input.locale,
      updatedAt: now,
      expiresAt: draftEnd(now),
      announcedAt: null,
      ...(open.row.userId === null && holder.userId ? { userId: holder.userId } : {}),
    });
    return { draft: readDraft(row), newToken: null };
  });
}
