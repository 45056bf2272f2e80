import { db } from "@/db/client";
import { type Actor, PUBLIC } from "@/domain/actors";
import { openReceipt } from "@/services/open-receipt";
import { shownReceipt } from "./receipt-cookie";
import { currentActor } from "./session";

/** Who looks at a case: someone signed in, else the holder of the receipt that this device was just given, else the public. */
export async function caseActor(): Promise<Actor> {
  const actor = await currentActor();
  if (actor && actor.role !== "complainant") return actor;
  const receipt = await shownReceipt();
  const row = receipt ? await openReceipt(db(), receipt.reference, receipt.secret) : null;
  if (row) return { role: "complainant", complaintId: row.id, ...(actor ? { userId: actor.userId } : {}) };
  return actor ?? PUBLIC;
}
