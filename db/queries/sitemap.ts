import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** How many rulings the public may find. */
export async function visibleRulingCount(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from published_rulings where archived_on is null`);
  return row?.n ?? 0;
}

/** Numbers of rulings with the day they last changed, a stretch of them in order of number. */
export async function rulingAddresses(tx: Tx, offset: number, limit: number): Promise<{ number: string; changedOn: string }[]> {
  return tx.execute<{ number: string; changedOn: string }>(sql`
    select number, greatest(signed_on, coalesce(final_on, signed_on), coalesce(annulled_on, signed_on))::text as "changedOn"
    from published_rulings where archived_on is null order by number offset ${offset} limit ${limit}`);
}

/** Addresses of companies that stand for themselves. */
export async function companyAddresses(tx: Tx): Promise<string[]> {
  const rows = await tx.execute<{ slug: string }>(sql`select slug from companies where merged_into_id is null order by slug`);
  return rows.map((r) => r.slug);
}
