import type { Tx } from "@/db/client";
import { badgesOfQuarter } from "@/db/queries/badges";
import { scoreInput } from "@/db/queries/scores";
import { type Day, eachDay, type Quarter, quarterBounds } from "@/domain/day";
import { scoreCompany } from "@/domain/score/compliance-score";
import { decideBadges } from "@/services/decide-badges";
import { parametersFor } from "@/services/recompute-score";
import { reviewBadge } from "@/services/review-badge";

/** The badge in the demo: decided at the turn of each quarter from its scores, then looked at every day, as the nights would have done. */
export async function seedBadges(tx: Tx, quarters: readonly Quarter[], today: Day): Promise<void> {
  for (const quarter of quarters) {
    const { first, last } = quarterBounds(quarter);
    await decideBadges(tx, first);
    const parameters = await parametersFor(tx, quarter);
    for (const { company } of await badgesOfQuarter(tx, quarter))
      for (const day of eachDay(first, last < today ? last : today)) {
        const input = await scoreInput(tx, company.id, day);
        if (input && (await reviewBadge(tx, scoreCompany(input, parameters, day)))) break;
      }
  }
}
