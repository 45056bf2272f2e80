import type { Tx } from "@/db/client";
import { lockHeldBadge, revokeBadge } from "@/db/queries/badges";
import { latestScore } from "@/db/queries/scores";
import { badgeFacts, failedConditions } from "@/domain/badge";
import { type Day, quarterOf } from "@/domain/day";
import type { CompanyScore } from "@/domain/score/types";
import { announcePublicChange } from "./public-change";

/**
 * Revokes the badge a company holds when a condition no longer holds at the end of the score's day, in the caller's transaction (RULES §6):
 * nobody has to notice. Answers whether it did.
 */
export async function reviewBadge(tx: Tx, score: CompanyScore): Promise<boolean> {
  const held = await lockHeldBadge(tx, score.companyId, quarterOf(score.asOf), score.asOf);
  if (!held) return false;
  const facts = badgeFacts(score, held.pledgeSignedOn);
  const because = failedConditions(facts);
  if (because.length === 0) return false;
  await revokeBadge(tx, held.id, { on: score.asOf, because, facts });
  await announcePublicChange(tx, { companies: [score.companyId] });
  return true;
}

/** Looks at the badge again after the register changed: the pledge may have been withdrawn. */
export async function reviewBadgeOf(tx: Tx, companyId: string, today: Day): Promise<void> {
  const latest = await latestScore(tx, companyId);
  if (latest) await reviewBadge(tx, { ...(latest.breakdown as CompanyScore), asOf: today });
}

/** A company that went into another holds nothing any more. */
export async function endBadgeOfMerged(tx: Tx, companyId: string, today: Day): Promise<void> {
  const held = await lockHeldBadge(tx, companyId, quarterOf(today), today);
  if (held) await revokeBadge(tx, held.id, { on: today, because: ["merged"], facts: null });
}
