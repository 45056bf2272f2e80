import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** The portal's time now (one value a transaction). Services take `now` from here once and hand it on. */
export async function portalNow(tx: Tx): Promise<Date> {
  const [row] = await tx.execute<{ now: string }>(sql`select portal_now()::text as now`);
  if (!row) throw new Error("portal_now() gave no row");
  return new Date(row.now);
}

/** How the clock runs: real, demo or test. No row means real. */
export async function clockMode(tx: Tx): Promise<"real" | "demo" | "test"> {
  const [row] = await tx.execute<{ mode: "real" | "demo" | "test" }>(sql`select mode from portal_clock where id = 1`);
  return row?.mode ?? "real";
}

/** Moves the clock of demo or test mode forward to `target`. Throws on the real clock, or backwards. */
export async function advanceClock(tx: Tx, target: Date): Promise<void> {
  await tx.execute(sql`select advance_portal_clock(${target.toISOString()}::timestamptz)`);
}
