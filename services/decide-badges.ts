import type { Tx } from "@/db/client";
import { insertBadge, undecidedCompanies } from "@/db/queries/badges";
import { badgeFacts, badgeTerm, failedConditions } from "@/domain/badge";
import { type Day, quarterOf } from "@/domain/day";
import { announcePublicChange } from "./public-change";
import { recomputeScore } from "./recompute-score";

/**
 * Decides the badge of the quarter in which `today` lies for every company that has no decision yet, by rule alone, from its score at the end of the
 * quarter before (RULES §6). Runs after each night's scores; from the second night of a quarter on it finds only companies that are new in the
 * register. Answers how many were decided, and how many of them got it.
 */
export async function decideBadges(tx: Tx, today: Day): Promise<{ decided: number; awarded: number }> {
  const quarter = quarterOf(today);
  const { judgedAsOf, until } = badgeTerm(quarter);
  const companies = await undecidedCompanies(tx, quarter, judgedAsOf);
  const told: string[] = [];
  for (const { id, pledgeSignedOn, score } of companies) {
    const judged = score ?? (await recomputeScore(tx, id, judgedAsOf, true));
    if (!judged) continue;
    const facts = badgeFacts(judged, pledgeSignedOn);
    const failed = failedConditions(facts);
    const awardedOn = failed.length === 0 ? today : null;
    await insertBadge(tx, { companyId: id, quarter, decidedOn: today, awardedOn, expiresOn: until, failed, facts });
    if (awardedOn) told.push(id);
  }
  if (companies.length > 0) await announcePublicChange(tx, told.length > 100 ? { all: true } : { companies: told });
  return { decided: companies.length, awarded: told.length };
}
