import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { type DraftKey, type DraftRow, findDraft } from "@/db/queries/drafts";
import { type DraftAnswers, FILING_STEPS, type FilingStep, isFilingStep } from "@/domain/filing";
import { keyedHash } from "@/platform/keyed-hash";
import { randomLetters } from "./receipt-secret";

const dataSchema = z.object({
  answers: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
  /** Pages that were sent on, in any order: behaviour, and where one may jump back to. */
  visited: z.array(z.enum(FILING_STEPS)).default([]),
  saves: z.number().default(0),
  seed: z.string(),
});
export type DraftData = z.infer<typeof dataSchema>;

/** A draft as pages and services use it. `complaintId` is set once it was filed. */
export interface DraftFile {
  readonly row: DraftRow;
  readonly data: DraftData;
  readonly step: FilingStep;
}

/** Who comes for a draft: the code from cookie or link, and the account if signed in. */
export interface DraftHolder {
  readonly token?: string | undefined;
  readonly userId?: string | undefined;
}

/** 20 letters, 98 bits: short enough to copy by hand. Only its keyed hash is stored. */
export const newDraftToken = (): string => randomLetters(20);

/** A draft's code as typed, in the form it was given out; null when it cannot be one. */
export function readDraftToken(typed: string): string | null {
  const bare = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replaceAll("S", "5");
  return bare.length === 20 ? bare : null;
}

export const draftTokenHash = (token: string): string => keyedHash("draft", token);

export const newDraftData = (answers: DraftAnswers = {}): DraftData =>
  dataSchema.parse({ answers, seed: randomBytes(24).toString("base64url") });

export function readDraft(row: DraftRow): DraftFile {
  return { row, data: dataSchema.parse(row.data), step: isFilingStep(row.step) ? row.step : "company" };
}

/**
 * The draft of this person: by the code first, else the newest of the account (another device). One that was filed already is answered only
 * when there is no other; null when there is none.
 */
export async function openDraft(tx: Tx, holder: DraftHolder, now: Date, lock = false): Promise<DraftFile | null> {
  const keys: DraftKey[] = [];
  if (holder.token) keys.push({ tokenHash: draftTokenHash(holder.token) });
  if (holder.userId) keys.push({ userId: holder.userId });
  let filed: DraftRow | null = null;
  for (const key of keys) {
    const row = await findDraft(tx, key, now, lock);
    if (row && !row.complaintId) return readDraft(row);
    filed ??= row;
  }
  return filed && readDraft(filed);
}
