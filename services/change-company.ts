import { db } from "@/db/client";
import { findCompany } from "@/db/queries/companies";
import { addAliases, insertHistory, updateCompany, writeCompanyNames } from "@/db/queries/register";
import { keepsRegister } from "@/domain/access";
import type { Actor } from "@/domain/actors";
import { dayOf } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { type EntryTyped, entryChanges, readEntry } from "@/domain/register-entry";
import { completeEntry, refuseTakenName } from "./create-company";
import { reviewBadgeOf } from "./review-badge";

/**
 * Changes an entry of the register; each changed field is a line of its history. The address of its page stays when the name changes, and
 * the former name stays an alias: people go on typing it.
 * Throws `forbidden`, `not_found`, `wrong_state` for a merged one, `invalid` with the field.
 */
export async function changeCompany(actor: Actor, input: EntryTyped & { id: string }, now: Date): Promise<{ changed: number }> {
  if (!keepsRegister(actor.role)) throw new DomainError("forbidden");
  const entry = completeEntry(readEntry(input, dayOf(now)));
  return db().transaction(async (tx) => {
    const before = await findCompany(tx, { id: input.id }, true);
    if (!before) throw new DomainError("not_found");
    if (before.mergedIntoId) throw new DomainError("wrong_state", { message: "companyMerged" });
    const { pinyin, ...fields } = entry;
    const lines = entryChanges(before, fields);
    if (lines.length === 0) return { changed: 0 };
    const renamed = fields.name !== before.name;
    if (renamed) await refuseTakenName(tx, fields.name, before.id);
    await updateCompany(tx, before.id, { ...fields, ...(renamed ? { pinyin } : {}), updatedAt: now });
    await writeCompanyNames(tx, { id: before.id, ...fields });
    const kept = renamed ? await addAliases(tx, before.id, [before.name]) : [];
    const all = [...lines, ...kept.map((alias) => ({ type: "alias_added", before: null, after: alias }))];
    await insertHistory(
      tx,
      all.map((line) => ({ ...line, companyId: before.id, at: now, actorId: actor.userId ?? null })),
    );
    if (fields.pledgeSignedOn !== before.pledgeSignedOn) await reviewBadgeOf(tx, before.id, dayOf(now));
    return { changed: lines.length };
  });
}
