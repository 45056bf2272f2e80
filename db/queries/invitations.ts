import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { adminEvents, companies, invitations, users } from "@/db/schema";

export type InvitationRow = typeof invitations.$inferSelect;

const open = (now: Date) => and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, now));

export async function insertInvitation(tx: Tx, value: typeof invitations.$inferInsert): Promise<string> {
  const [row] = await tx.insert(invitations).values(value).returning({ id: invitations.id });
  if (!row) throw new Error("no invitation came back");
  return row.id;
}

/** The invitation of a token, whatever became of it. */
export async function invitationByToken(tx: Tx, tokenHash: string): Promise<InvitationRow | null> {
  const [row] = await tx.select().from(invitations).where(eq(invitations.tokenHash, tokenHash));
  return row ?? null;
}

/** Uses an invitation up: the row for one caller only, null when it was used, taken back or has run out. */
export async function takeInvitation(tx: Tx, tokenHash: string, now: Date): Promise<InvitationRow | null> {
  const [row] = await tx
    .update(invitations)
    .set({ acceptedAt: now })
    .where(and(eq(invitations.tokenHash, tokenHash), open(now)))
    .returning();
  return row ?? null;
}

/** Takes back all open invitations of an address, or one by its id. Answers how many. */
export async function revokeInvitations(tx: Tx, which: { email?: string; id?: string }, now: Date): Promise<number> {
  const rows = await tx
    .update(invitations)
    .set({ revokedAt: now })
    .where(and(which.id ? eq(invitations.id, which.id) : eq(invitations.email, which.email ?? ""), open(now)))
    .returning({ id: invitations.id });
  return rows.length;
}

/** Invitations that wait to be used, the newest first. */
export async function openInvitations(tx: Tx, now: Date) {
  return tx
    .select({
      id: invitations.id,
      email: invitations.email,
      name: invitations.name,
      role: invitations.role,
      expiresAt: invitations.expiresAt,
      companyName: companies.name,
      companyNameHant: companies.nameHant,
      companyNameEn: companies.nameEn,
    })
    .from(invitations)
    .leftJoin(companies, eq(companies.id, invitations.companyId))
    .where(open(now))
    .orderBy(desc(invitations.createdAt));
}

/** Records what an administrator did: ids and kinds only. */
export async function insertAdminEvent(
  tx: Tx,
  value: { at: Date; actorId: string | null; type: string; subjectId: string },
): Promise<void> {
  await tx.insert(adminEvents).values(value);
}

/** The last things administrators did, with the names of those concerned; `personId` is set when it was done to an account. */
export async function adminEventsOf(tx: Tx, subjectId?: string, limit = 50) {
  return tx
    .select({
      id: adminEvents.id,
      at: adminEvents.at,
      type: adminEvents.type,
      actorName: users.name,
      personId: sql<string | null>`(select u.id from users u where u.id = admin_events.subject_id)`,
      subjectName: sql<
        string | null
      >`coalesce((select u.name from users u where u.id = admin_events.subject_id), (select i.name from invitations i where i.id = admin_events.subject_id))`,
    })
    .from(adminEvents)
    .leftJoin(users, eq(users.id, adminEvents.actorId))
    .where(subjectId ? eq(adminEvents.subjectId, subjectId) : undefined)
    .orderBy(desc(adminEvents.at))
    .limit(limit);
}
