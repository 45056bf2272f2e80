import { db } from "@/db/client";
import { appendNarrative } from "@/db/queries/erasure";
import type { Actor } from "@/domain/actors";
import { dayOf, type Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { FILING_LIMITS } from "@/domain/filing";
import { carryOut } from "./case-file";
import { openCase } from "./enforce-deadlines";

/**
 * Adds a correction after the complainant's own words: what was handed in stays as it is (RULES §5). A redaction confirmed before no longer covers the
 * text and is asked for anew. Throws `invalid` when it is empty or too long.
 */
export async function correctWords(actor: Actor, input: { reference: string; words: string }, now: Instant): Promise<void> {
  const words = input.words.trim();
  if (words === "") throw new DomainError("invalid", { field: "words", message: "required" });
  if ([...words].length > FILING_LIMITS.narrative) throw new DomainError("invalid", { field: "words", message: "tooLong" });
  await db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference: input.reference }, now);
    await carryOut(tx, file, actor, "correct_words", { type: "words_corrected", data: {} }, now);
    await appendNarrative(tx, file.row.id, `\n\n[${dayOf(now)}] ${words}`);
  });
}
