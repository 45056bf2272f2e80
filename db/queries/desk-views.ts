import { and, asc, eq, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { casePresence, deskViews, users } from "@/db/schema";

/** One's own saved views in one's order, then those a supervisor shared. */
export async function viewsOf(tx: Tx, userId: string) {
  return tx
    .select({
      id: deskViews.id,
      name: deskViews.name,
      view: deskViews.view,
      filter: deskViews.filter,
      shared: deskViews.shared,
      own: sql<boolean>`${deskViews.userId} = ${userId}::uuid`,
    })
    .from(deskViews)
    .where(or(eq(deskViews.userId, userId), eq(deskViews.shared, true)))
    .orderBy(sql`${deskViews.userId} <> ${userId}::uuid`, asc(deskViews.ord), asc(deskViews.id));
}
export type SavedView = Awaited<ReturnType<typeof viewsOf>>[number];

export async function insertView(tx: Tx, value: Omit<typeof deskViews.$inferInsert, "ord">): Promise<string> {
  const [row] = await tx
    .insert(deskViews)
    .values({
      ...value,
      ord: sql`(select coalesce(max(v.ord), 0) + 1 from desk_views v where v.user_id = ${value.userId}::uuid)`,
    })
    .returning({ id: deskViews.id });
  if (!row) throw new Error("no view came back");
  return row.id;
}

/** Ids of one's own views in order, locked. */
export async function ownViewIds(tx: Tx, userId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: deskViews.id })
    .from(deskViews)
    .where(eq(deskViews.userId, userId))
    .orderBy(asc(deskViews.ord), asc(deskViews.id))
    .for("update");
  return rows.map((row) => row.id);
}

export async function orderViews(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const [i, id] of ids.entries())
    await tx
      .update(deskViews)
      .set({ ord: i + 1 })
      .where(eq(deskViews.id, id));
}

/** Deletes one's own view; false when there is none. */
export async function deleteView(tx: Tx, userId: string, id: string): Promise<boolean> {
  const rows = await tx
    .delete(deskViews)
    .where(and(eq(deskViews.id, id), eq(deskViews.userId, userId)))
    .returning({ id: deskViews.id });
  return rows.length > 0;
}

/** Seconds for which somebody counts as looking at a case after their last sign. */
export const PRESENT_SECONDS = 60;

/** Notes that somebody has a case open. */
export async function markPresent(tx: Tx, complaintId: string, userId: string): Promise<void> {
  await tx
    .insert(casePresence)
    .values({ complaintId, userId, seenAt: sql`now()` })
    .onConflictDoUpdate({ target: [casePresence.complaintId, casePresence.userId], set: { seenAt: sql`now()` } });
}

/** Who else has a case open just now, by name. */
export async function presentWith(tx: Tx, complaintId: string, userId: string): Promise<{ id: string; name: string }[]> {
  return tx
    .select({ id: users.id, name: sql<string>`coalesce(${users.name}, ${users.email})` })
    .from(casePresence)
    .innerJoin(users, eq(users.id, casePresence.userId))
    .where(
      and(
        eq(casePresence.complaintId, complaintId),
        sql`${casePresence.userId} <> ${userId}::uuid`,
        sql`${casePresence.seenAt} > now() - make_interval(secs => ${PRESENT_SECONDS})`,
      ),
    )
    .orderBy(asc(users.name));
}

/** Takes away what nobody looks at any more. */
export async function forgetPresence(tx: Tx): Promise<void> {
  await tx.delete(casePresence).where(sql`${casePresence.seenAt} < now() - interval '1 hour'`);
}
