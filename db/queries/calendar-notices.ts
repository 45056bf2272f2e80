import { and, asc, desc, eq, gt, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { calendarDays, calendarNotices, calendarProposals, caseEvents, complaints, users } from "@/db/schema";
import type { NoticeDay } from "@/domain/calendar-notice";
import type { CaseEvent } from "@/domain/case-events";
import type { Day } from "@/domain/day";
import { type ComplaintRow, readEvent } from "./cases";

export type Proposal = typeof calendarProposals.$inferSelect & { readonly by: string | null };

/** The notices loaded, by year. */
export async function loadedNotices(tx: Tx) {
  return tx.select().from(calendarNotices).orderBy(asc(calendarNotices.year));
}

/** Notices that wait for the second signature, the newest first. */
export async function openProposals(tx: Tx): Promise<Proposal[]> {
  const rows = await tx
    .select({ proposal: calendarProposals, by: users.name })
    .from(calendarProposals)
    .leftJoin(users, eq(users.id, calendarProposals.proposedBy))
    .where(eq(calendarProposals.state, "open"))
    .orderBy(desc(calendarProposals.proposedAt));
  return rows.map(({ proposal, by }) => ({ ...proposal, by }));
}

export async function insertProposal(tx: Tx, row: typeof calendarProposals.$inferInsert): Promise<string> {
  const [made] = await tx.insert(calendarProposals).values(row).returning({ id: calendarProposals.id });
  if (!made) throw new Error("no proposal was written");
  return made.id;
}

/** An open proposal held by this transaction; null when somebody decided it before. */
export async function lockProposal(tx: Tx, id: string) {
  const [row] = await tx
    .select()
    .from(calendarProposals)
    .where(and(eq(calendarProposals.id, id), eq(calendarProposals.state, "open")))
    .for("update");
  return row ?? null;
}

export async function decideProposal(tx: Tx, id: string, state: "applied" | "withdrawn", by: string, at: Date): Promise<void> {
  await tx.update(calendarProposals).set({ state, decidedBy: by, decidedAt: at }).where(eq(calendarProposals.id, id));
}

/** Loads a year's notice; false when the year has one. */
export async function insertNotice(
  tx: Tx,
  notice: { year: number; source: string; loadedAt: Date; loadedBy: string },
  days: readonly NoticeDay[],
): Promise<boolean> {
  const made = await tx.insert(calendarNotices).values(notice).onConflictDoNothing().returning({ year: calendarNotices.year });
  if (made.length === 0) return false;
  await tx.insert(calendarDays).values(days.map((d) => ({ ...d, year: notice.year })));
  return true;
}

/** Open cases with a due date from `from` on, by id, a page at a time; `lock` holds them. */
export async function casesDueFrom(
  tx: Tx,
  from: Day,
  after: string | null,
  limit: number,
  lock: boolean,
): Promise<{ row: ComplaintRow; events: CaseEvent[] }[]> {
  const query = tx
    .select()
    .from(complaints)
    .where(
      and(
        sql`(${complaints.closedAt} is null or ${complaints.nextDue} is not null)`,
        sql`greatest(${complaints.acceptanceDue}, ${complaints.decisionDue}, ${complaints.deskDue}, ${complaints.nextDue}) >= ${from}::date`,
        after ? gt(complaints.id, after) : undefined,
      ),
    )
    .orderBy(asc(complaints.id))
    .limit(limit);
  const rows = await (lock ? query.for("update") : query);
  if (rows.length === 0) return [];
  const ids = rows.map((r) => r.id);
  const found = await tx
    .select()
    .from(caseEvents)
    .where(inArray(caseEvents.complaintId, ids))
    .orderBy(asc(caseEvents.complaintId), asc(caseEvents.ord));
  const ledgers = new Map<string, CaseEvent[]>(ids.map((id) => [id, []]));
  for (const event of found) ledgers.get(event.complaintId)?.push(readEvent(event));
  return rows.map((row) => ({ row, events: ledgers.get(row.id) ?? [] }));
}
