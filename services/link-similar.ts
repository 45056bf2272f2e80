import { db } from "@/db/client";
import { insertSimilarLink, type SimilarWhy } from "@/db/queries/similar";
import type { Actor } from "@/domain/actors";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { type CaseFile, carryOut } from "./case-file";
import { openCase } from "./enforce-deadlines";

/**
 * An officer holds two complaints about one company to be alike: linked in both files, each keeping its own clocks. Throws `invalid` for a case and
 * itself or cases of two companies.
 */
export async function linkSimilar(
  actor: Actor,
  input: { reference: string; other: string; why: SimilarWhy; likeness: number | null },
  now: Instant,
): Promise<CaseFile> {
  if (input.reference === input.other) throw new DomainError("invalid", { field: "other" });
  return db().transaction(async (tx) => {
    // In one order, so that two officers linking the same two wait for each other.
    const [first, second] = [input.reference, input.other].sort() as [string, string];
    const a = await openCase(tx, actor, { reference: first }, now);
    const b = await openCase(tx, actor, { reference: second }, now);
    if (a.row.companyId !== b.row.companyId) throw new DomainError("invalid", { field: "other" });
    const linked = await insertSimilarLink(tx, {
      complaintId: a.row.id,
      otherId: b.row.id,
      why: input.why,
      likeness: input.likeness,
      by: actor.userId ?? null,
      at: now,
    });
    const own = input.reference === first ? a : b;
    if (!linked) return own;
    const event = (other: CaseFile) => ({ type: "similar_linked", data: { complaintId: other.row.id } }) as const;
    const ofA = await carryOut(tx, a, actor, "link_similar", event(b), now);
    const ofB = await carryOut(tx, b, actor, "link_similar", event(a), now);
    return input.reference === first ? ofA : ofB;
  });
}
