import { randomBytes } from "node:crypto";
import { and, asc, desc, eq, isNotNull, isNull, min, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { currentCompanyId, ofCompany } from "@/db/queries/companies";
import { caseEvents, complaints } from "@/db/schema";
import type { Actor } from "@/domain/actors";
import { type CaseEvent, parseCaseEvent } from "@/domain/case-events";
import type { CaseProjection } from "@/domain/case-projection";
import type { Day } from "@/domain/day";

export type ComplaintRow = typeof complaints.$inferSelect;
export type CaseKey = { reference: string } | { id: string };

/** Which complaints an actor may see at all. What is outside does not exist for them (DESIGN §3.4). */
export function caseScope(actor: Actor): SQL {
  switch (actor.role) {
    case "officer":
    case "supervisor":
    case "system":
      return sql`true`;
    case "company":
      // From service on (RULES §2, §3); the holder of a one-time link that one case only.
      return actor.companyId
        ? (and(
            ofCompany(complaints.companyId, actor.companyId),
            isNotNull(complaints.servedAt),
            actor.complaintId ? eq(complaints.id, actor.complaintId) : undefined,
          ) as SQL)
        : sql`false`;
    case "complainant": {
      const own: SQL[] = [];
      if (actor.complaintId) own.push(eq(complaints.id, actor.complaintId));
      if (actor.userId) own.push(eq(complaints.userId, actor.userId));
      return own.length > 0 ? (or(...own) as SQL) : sql`false`;
    }
    default:
      return sql`false`;
  }
}

/**
 * The actor as a case knows them: the people of a company act in the cases of an entry merged into theirs under that entry, which the
 * case keeps (decision 0012).
 */
export async function actorInCase(tx: Tx, actor: Actor, boundTo: string | null): Promise<Actor> {
  if (actor.role !== "company" || boundTo === null || actor.companyId === boundTo) return actor;
  return (await currentCompanyId(tx, boundTo)) === actor.companyId ? { ...actor, companyId: boundTo } : actor;
}

const matches = (key: CaseKey) => ("id" in key ? eq(complaints.id, key.id) : eq(complaints.reference, key.reference));

/** The row within the actor's scope, or null. `lock` holds it until the transaction ends: the second of two deciders waits, then sees what happened. */
export async function findCaseRow(tx: Tx, actor: Actor, key: CaseKey, lock: boolean): Promise<ComplaintRow | null> {
  const query = tx
    .select()
    .from(complaints)
    .where(and(matches(key), caseScope(actor)))
    .limit(1);
  const [row] = await (lock ? query.for("update") : query);
  return row ?? null;
}

/** A case's events in the order they happened. */
export async function eventsOf(tx: Tx, complaintId: string): Promise<CaseEvent[]> {
  const rows = await tx.select().from(caseEvents).where(eq(caseEvents.complaintId, complaintId)).orderBy(asc(caseEvents.ord));
  return rows.map(readEvent);
}

/** A row of the ledger as an event; throws `impossible_history` when it is none. */
export function readEvent(row: typeof caseEvents.$inferSelect): CaseEvent {
  return parseCaseEvent({
    type: row.type,
    at: row.at,
    actor: row.actorId ? { role: row.actorRole, userId: row.actorId } : { role: row.actorRole },
    data: row.data,
  });
}

/** Row of the ledger for an event; the salt keeps its leaf in the public log opaque. */
export function ledgerRow(
  complaintId: string,
  ord: number,
  event: CaseEvent,
  salt: Uint8Array = randomBytes(16),
): typeof caseEvents.$inferInsert {
  return {
    complaintId,
    ord,
    at: event.at,
    type: event.type,
    actorRole: event.actor.role,
    actorId: event.actor.userId ?? null,
    data: event.data,
    salt,
  };
}

/** Writes events after the `count` already there. A second writer of the same number fails on the unique index. */
export async function insertEvents(tx: Tx, complaintId: string, count: number, events: readonly CaseEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.insert(caseEvents).values(events.map((event, i) => ledgerRow(complaintId, count + i + 1, event)));
}

export async function updateProjection(tx: Tx, complaintId: string, projection: CaseProjection): Promise<ComplaintRow> {
  const [row] = await tx.update(complaints).set(projection).where(eq(complaints.id, complaintId)).returning();
  if (!row) throw new Error("a locked complaint vanished");
  return row;
}

/** Gives a case its number on the overdue register, once: its own, not the tracking reference (RULES §5). */
export async function setOverdueNumber(tx: Tx, complaintId: string, number: string): Promise<void> {
  await tx
    .update(complaints)
    .set({ overdueNumber: number })
    .where(and(eq(complaints.id, complaintId), isNull(complaints.overdueNumber)));
}

/** The day on which a clock next acts by itself in any case; null when none runs. */
export async function earliestDue(tx: Tx): Promise<Day | null> {
  const [row] = await tx.select({ due: min(complaints.nextDue) }).from(complaints);
  return row?.due ?? null;
}

/** Replaces the secret of a receipt. */
export async function setSecretHash(tx: Tx, complaintId: string, secretHash: string): Promise<void> {
  await tx.update(complaints).set({ secretHash }).where(eq(complaints.id, complaintId));
}

/** The complaints an account filed, newest first. */
export async function ownCases(tx: Tx, userId: string): Promise<ComplaintRow[]> {
  return tx.select().from(complaints).where(eq(complaints.userId, userId)).orderBy(desc(complaints.filedAt)).limit(100);
}
