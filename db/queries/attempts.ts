import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { attempts } from "@/db/schema";

/** Adds one to a bucket's window; answers its count and that of the window before. */
export async function addAttempt(
  tx: Tx,
  bucket: string,
  window: Date,
  before: Date,
): Promise<{ current: number; previous: number }> {
  const [row] = await tx
    .insert(attempts)
    .values({ bucket, windowStart: window, count: 1 })
    .onConflictDoUpdate({ target: [attempts.bucket, attempts.windowStart], set: { count: sql`${attempts.count} + 1` } })
    .returning({
      current: attempts.count,
      previous: sql<number>`coalesce((select a.count from attempts a where a.bucket = ${bucket} and a.window_start = ${before.toISOString()}::timestamptz), 0)`,
    });
  return row ?? { current: 1, previous: 0 };
}

/** Empties a bucket. */
export async function forgetAttempts(tx: Tx, bucket: string): Promise<void> {
  await tx.delete(attempts).where(eq(attempts.bucket, bucket));
}
