import { db } from "@/db/client";
import { findCompany } from "@/db/queries/companies";
import { insertHistory, moveCompanyPeople, moveNames, pointCompany } from "@/db/queries/register";
import { keepsRegister } from "@/domain/access";
import type { Actor } from "@/domain/actors";
import { dayOf } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { endBadgeOfMerged } from "./review-badge";

export interface MergeInput {
  readonly fromId: string;
  readonly intoId: string;
  /** Why the two are one, in words; stays in the history of both. */
  readonly reason: string;
}

/**
 * Makes one company out of two entries of the register. Names and the people who act for it move; complaints, rulings and declared contacts
 * keep the id they were written with and are read through `mergedIntoId` (decision 0012). Nothing is deleted.
 * Throws `forbidden`, `not_found`, `missing_reason`, `invalid` (into itself), `wrong_state` when one is merged already.
 */
export async function mergeCompanies(actor: Actor, { fromId, intoId, reason }: MergeInput, now: Date): Promise<{ slug: string }> {
  if (!keepsRegister(actor.role)) throw new DomainError("forbidden");
  if (fromId === intoId) throw new DomainError("invalid", { field: "intoId", message: "mergeSelf" });
  const why = reason.trim();
  if (why === "") throw new DomainError("missing_reason", { field: "reason", message: "missing_reason" });
  return db().transaction(async (tx) => {
    // Both rows in the order of their ids: two officers merging crosswise wait for each other instead of deadlocking.
    const rows = [];
    for (const id of [fromId, intoId].sort()) rows.push(await findCompany(tx, { id }, true));
    const [from, into] = [rows.find((r) => r?.id === fromId), rows.find((r) => r?.id === intoId)];
    if (!from) throw new DomainError("not_found");
    if (!into) throw new DomainError("not_found", { field: "intoId" });
    if (from.mergedIntoId || into.mergedIntoId) throw new DomainError("wrong_state", { message: "companyMerged" });
    await moveNames(tx, from.id, into.id);
    await moveCompanyPeople(tx, from.id, into.id);
    await pointCompany(tx, from.id, into.id, now);
    await endBadgeOfMerged(tx, from.id, dayOf(now));
    const line = { at: now, actorId: actor.userId ?? null, after: why };
    await insertHistory(tx, [
      { ...line, companyId: from.id, type: "merged_into", otherCompanyId: into.id },
      { ...line, companyId: into.id, type: "merged_from", otherCompanyId: from.id },
    ]);
    return { slug: into.slug };
  });
}
