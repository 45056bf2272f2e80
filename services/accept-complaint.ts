import { db } from "@/db/client";
import type { Actor } from "@/domain/actors";
import type { Instant } from "@/domain/day";
import { type CaseFile, carryOut } from "./case-file";
import { openCase } from "./enforce-deadlines";
import { followUp } from "./follow-up";

/**
 * Accepts a complaint (RULES §3): the decision clock starts today; a bound company is served at once. Throws `not_found`, `wrong_state`,
 * `forbidden`.
 */
export async function acceptComplaint(actor: Actor, reference: string, now: Instant): Promise<CaseFile> {
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference }, now);
    const after = await carryOut(tx, file, actor, "accept", { type: "accepted", data: {} }, now);
    return followUp(tx, after, after.events[after.events.length - 1], now);
  });
}
