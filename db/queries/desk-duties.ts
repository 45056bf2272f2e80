import { and, asc, eq, inArray, isNotNull, isNull, lte, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { calendarFeeds, complaints, deskDigests, users } from "@/db/schema";
import type { Role } from "@/domain/actors";
import type { ClockName } from "@/domain/clock-table";
import type { Day } from "@/domain/day";

/** What the authority owes in a case: nothing of a person in it. */
export interface DeskDuty {
  readonly reference: string;
  readonly clock: ClockName;
  readonly due: Day;
}

export interface DeskPerson {
  readonly userId: string;
  readonly role: Role;
  readonly email: string;
  readonly locale: string;
}

/** Duties that run, soonest first: an officer's own cases, or with null everybody's due by `until`. Those whose clock stands still have no day. */
export async function openDuties(tx: Tx, officerId: string | null, until: Day, limit: number): Promise<DeskDuty[]> {
  const rows = await tx
    .select({ reference: complaints.reference, clock: complaints.deskClock, due: complaints.deskDue })
    .from(complaints)
    .where(
      and(
        isNotNull(complaints.deskDue),
        eq(complaints.paused, false),
        lte(complaints.deskDue, until),
        officerId ? eq(complaints.officerId, officerId) : undefined,
      ),
    )
    .orderBy(asc(complaints.deskDue), asc(complaints.id))
    .limit(limit);
  return rows.flatMap((row) => (row.due ? [{ reference: row.reference, clock: row.clock as ClockName, due: row.due }] : []));
}

/** Filed complaints that nobody has taken in hand. */
export async function unassigned(tx: Tx): Promise<number> {
  const [row] = await tx
    .select({ n: sql<number>`count(*)::int` })
    .from(complaints)
    .where(and(isNotNull(complaints.deskDue), isNull(complaints.officerId), eq(complaints.state, "submitted")));
  return row?.n ?? 0;
}

/** Drafts that wait for a second signature. */
export async function unsigned(tx: Tx): Promise<number> {
  const [row] = await tx
    .select({ n: sql<number>`count(*)::int` })
    .from(complaints)
    .where(and(isNotNull(complaints.deskDue), eq(complaints.waitingFor, "signature")));
  return row?.n ?? 0;
}

/** Officers and supervisors who may sign in and have had no letter of that morning. */
export async function deskToTell(tx: Tx, morning: Day): Promise<DeskPerson[]> {
  const rows = await tx
    .select({ userId: users.id, role: users.role, email: users.email, locale: users.locale })
    .from(users)
    .leftJoin(deskDigests, and(eq(deskDigests.userId, users.id), eq(deskDigests.day, morning)))
    .where(and(inArray(users.role, ["officer", "supervisor"]), isNull(users.disabledAt), isNull(deskDigests.userId)))
    .orderBy(asc(users.id));
  return rows.map((row) => ({ ...row, role: row.role as Role }));
}

/** Takes the letter of that morning upon oneself; false when somebody else has. */
export async function takeDigest(tx: Tx, userId: string, morning: Day): Promise<boolean> {
  const taken = await tx.insert(deskDigests).values({ userId, day: morning }).onConflictDoNothing().returning();
  return taken.length > 0;
}

/** Puts a new calendar address in the place of the old one; null takes it away. */
export async function putFeed(tx: Tx, userId: string, tokenHash: string | null): Promise<void> {
  await tx.delete(calendarFeeds).where(eq(calendarFeeds.userId, userId));
  if (tokenHash) await tx.insert(calendarFeeds).values({ userId, tokenHash });
}

/** When this person's calendar address was made; null when there is none. */
export async function feedSince(tx: Tx, userId: string): Promise<Date | null> {
  const [row] = await tx.select({ at: calendarFeeds.createdAt }).from(calendarFeeds).where(eq(calendarFeeds.userId, userId));
  return row?.at ?? null;
}

/** Whose address that is; null when nobody's, or of somebody who may no longer sign in or has left the desk. */
export async function feedOwner(tx: Tx, tokenHash: string): Promise<DeskPerson | null> {
  const [row] = await tx
    .select({ userId: users.id, role: users.role, email: users.email, locale: users.locale })
    .from(calendarFeeds)
    .innerJoin(users, eq(users.id, calendarFeeds.userId))
    .where(and(eq(calendarFeeds.tokenHash, tokenHash), inArray(users.role, ["officer", "supervisor"]), isNull(users.disabledAt)));
  return row ? { ...row, role: row.role as Role } : null;
}
