import { and, desc, eq, isNull, ne, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { companies, sessions, users } from "@/db/schema";

const alive = () => and(isNull(sessions.revokedAt), sql`${sessions.expiresAt} > now()`, isNull(users.disabledAt)) as SQL;

/** Who a session belongs to, while it lives: not ended, not run out (real time), its account not disabled. A merged company counts as the one it went into. */
export async function liveSession(tx: Tx, sessionId: string) {
  const [row] = await tx
    .select({
      sessionId: sessions.id,
      userId: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      locale: users.locale,
      companyId: sql<string | null>`coalesce(${companies.mergedIntoId}, ${users.companyId})`,
      stale: sql<boolean>`${sessions.lastSeenAt} < portal_now() - interval '5 minutes'`,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(companies, eq(companies.id, users.companyId))
    .where(and(eq(sessions.id, sessionId), alive()));
  return row ?? null;
}

/** Notes that a session was just used. */
export async function touchSession(tx: Tx, sessionId: string): Promise<void> {
  await tx.update(sessions).set({ lastSeenAt: sql`portal_now()` }).where(eq(sessions.id, sessionId));
}

/** Starts a session that ends after `hours` of real time; answers its id. */
export async function insertSession(tx: Tx, userId: string, hours: number, device: string | null): Promise<string> {
  const [row] = await tx
    .insert(sessions)
    .values({ userId, device, expiresAt: sql`now() + make_interval(hours => ${hours})` })
    .returning({ id: sessions.id });
  if (!row) throw new Error("no session came back");
  return row.id;
}

/** A person's living sessions, the last used first. */
export async function sessionsOf(tx: Tx, userId: string) {
  return tx
    .select({ id: sessions.id, device: sessions.device, createdAt: sessions.createdAt, lastSeenAt: sessions.lastSeenAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.userId, userId), alive()))
    .orderBy(desc(sessions.lastSeenAt));
}

/** Ends one session of a person, or all, or all but one. Answers how many ended. */
export async function revokeSessions(tx: Tx, userId: string, which: { only?: string; except?: string }): Promise<number> {
  const rows = await tx
    .update(sessions)
    .set({ revokedAt: sql`portal_now()` })
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        which.only ? eq(sessions.id, which.only) : undefined,
        which.except ? ne(sessions.id, which.except) : undefined,
      ),
    )
    .returning({ id: sessions.id });
  return rows.length;
}
