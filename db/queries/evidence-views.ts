import { and, eq, gte, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { caseEvents } from "@/db/schema";

/** True when this person's look at the file is on record since that moment. */
export async function viewedSince(
  tx: Tx,
  look: { complaintId: string; evidenceId: string; role: string; userId: string | undefined },
  since: Date,
): Promise<boolean> {
  const [row] = await tx
    .select({ seq: caseEvents.seq })
    .from(caseEvents)
    .where(
      and(
        eq(caseEvents.complaintId, look.complaintId),
        eq(caseEvents.type, "evidence_viewed"),
        eq(caseEvents.actorRole, look.role),
        look.userId ? eq(caseEvents.actorId, look.userId) : sql`${caseEvents.actorId} is null`,
        sql`${caseEvents.data} ->> 'evidenceId' = ${look.evidenceId}`,
        gte(caseEvents.at, since),
      ),
    )
    .limit(1);
  return row !== undefined;
}
