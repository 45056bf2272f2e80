import { db } from "@/db/client";
import type { Actor } from "@/domain/actors";
import type { Instant } from "@/domain/day";
import { type CaseFile, carryOut } from "./case-file";
import { openCase } from "./enforce-deadlines";
import { notifyParties } from "./notify-parties";

/** The complainant takes the complaint back, at any time before a ruling (RULES §3); it counts and is not published. */
export async function withdrawComplaint(actor: Actor, reference: string, now: Instant): Promise<CaseFile> {
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference }, now);
    const after = await carryOut(tx, file, actor, "withdraw", { type: "withdrawn", data: {} }, now);
    await notifyParties(
      tx,
      after,
      "withdrawn",
      file.snapshot.servedAt ? ["complainant", "company", "officer"] : ["complainant", "officer"],
    );
    return after;
  });
}
