import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { attempts, spentChallenges } from "@/db/schema";

/** Marks a solved challenge as used; false when it had been. */
export async function spendChallenge(tx: Tx, challenge: string, expiresAt: Date): Promise<boolean> {
  const rows = await tx
    .insert(spentChallenges)
    .values({ challenge, expiresAt })
    .onConflictDoNothing()
    .returning({ challenge: spentChallenges.challenge });
  return rows.length > 0;
}

/** What a bucket (already hashed) holds in the sliding window, without adding to it. */
export async function countOf(tx: Tx, bucket: string, windowSeconds: number, now: Date): Promise<number> {
  const length = windowSeconds * 1000;
  const start = Math.floor(now.getTime() / length) * length;
  const rows = await tx
    .select()
    .from(attempts)
    .where(and(eq(attempts.bucket, bucket), inArray(attempts.windowStart, [new Date(start), new Date(start - length)])));
  const left = 1 - (now.getTime() - start) / length;
  return rows.reduce((sum, row) => sum + row.count * (row.windowStart.getTime() === start ? 1 : left), 0);
}
