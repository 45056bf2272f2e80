import { randomUUID } from "node:crypto";
import { db } from "@/db/client";
import { insertSupplementRequest } from "@/db/queries/decisions";
import type { Actor } from "@/domain/actors";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { type CaseFile, carryOut } from "./case-file";
import { openCase } from "./enforce-deadlines";
import { notifyParties } from "./notify-parties";

/** The one request for completion, listing everything at once (RULES §4): pauses acceptance, starts the complainant's 10 working days. Throws `once_only`. */
export async function requestSupplement(
  actor: Actor,
  input: { reference: string; items: readonly string[] },
  now: Instant,
): Promise<CaseFile> {
  const items = input.items.map((i) => i.trim()).filter((i) => i !== "");
  if (items.length === 0) throw new DomainError("missing_reason", { field: "items" });
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference: input.reference }, now);
    const requestId = randomUUID();
    const after = await carryOut(
      tx,
      file,
      actor,
      "request_supplement",
      { type: "supplement_requested", data: { requestId } },
      now,
    );
    await insertSupplementRequest(tx, { id: requestId, complaintId: file.row.id, items, requestedAt: now });
    await notifyParties(tx, after, "supplement_requested", ["complainant"]);
    return after;
  });
}
