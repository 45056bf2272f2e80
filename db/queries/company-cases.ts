import { and, asc, desc, eq, inArray, isNull, not, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { caseEvents, complaints, publishedFindings, publishedRulings, rectifications } from "@/db/schema";
import type { Actor } from "@/domain/actors";
import { type CaseEvent, parseCaseEvent } from "@/domain/case-events";
import { CLOSED_STATES } from "@/domain/procedure";
import { type ComplaintRow, caseScope } from "./cases";

const OPEN_RECTIFICATION = sql`exists (select 1 from rectifications r where r.complaint_id = complaints.id
  and r.state in ('ordered', 'rejected', 'overdue'))`;
/** Cases in which the company may owe something; `companyDuties` says what. */
const MAY_OWE = or(
  and(inArray(complaints.state, ["accepted", "ruling_drafted"]), isNull(complaints.repliedAt)),
  eq(complaints.state, "ruling_drafted"),
  and(eq(complaints.state, "final"), OPEN_RECTIFICATION),
) as SQL;
const CLOSED = inArray(complaints.state, [...CLOSED_STATES]);

export interface CompanyCase {
  readonly row: ComplaintRow;
  readonly events: readonly CaseEvent[];
}

/** The company's cases in which it may owe something, with their ledgers; the longest served first, `limit` at most. */
export async function casesThatMayOwe(tx: Tx, actor: Actor, limit: number): Promise<CompanyCase[]> {
  const rows = await tx
    .select()
    .from(complaints)
    .where(and(caseScope(actor), MAY_OWE))
    .orderBy(asc(complaints.servedAt), asc(complaints.id))
    .limit(limit);
  if (rows.length === 0) return [];
  const ledger = await tx
    .select()
    .from(caseEvents)
    .where(
      inArray(
        caseEvents.complaintId,
        rows.map((r) => r.id),
      ),
    )
    .orderBy(asc(caseEvents.complaintId), asc(caseEvents.ord));
  const events = new Map<string, CaseEvent[]>(rows.map((r) => [r.id, []]));
  for (const e of ledger)
    events.get(e.complaintId)?.push(
      parseCaseEvent({
        type: e.type,
        at: e.at,
        actor: e.actorId ? { role: e.actorRole, userId: e.actorId } : { role: e.actorRole },
        data: e.data,
      }),
    );
  return rows.map((row) => ({ row, events: events.get(row.id) ?? [] }));
}

/** The other cases, the newest first: in hand, or closed. `except`: those shown elsewhere as owed. */
export async function otherCases(
  tx: Tx,
  actor: Actor,
  which: "open" | "closed",
  except: readonly string[],
  page: { size: number; number: number },
): Promise<{ rows: ComplaintRow[]; total: number }> {
  const where = and(
    caseScope(actor),
    which === "closed" ? CLOSED : not(CLOSED),
    except.length > 0 ? not(inArray(complaints.id, [...except])) : undefined,
  );
  const [rows, [count]] = await Promise.all([
    tx
      .select()
      .from(complaints)
      .where(where)
      .orderBy(desc(complaints.servedAt), desc(complaints.id))
      .limit(page.size)
      .offset((page.number - 1) * page.size),
    tx.select({ n: sql<number>`count(*)::int` }).from(complaints).where(where),
  ]);
  return { rows, total: count?.n ?? 0 };
}

/** How many cases the company has, by whether they are closed. */
export async function companyCaseCounts(tx: Tx, actor: Actor): Promise<{ open: number; closed: number }> {
  const [row] = await tx
    .select({
      open: sql<number>`count(*) filter (where not ${CLOSED})::int`,
      closed: sql<number>`count(*) filter (where ${CLOSED})::int`,
    })
    .from(complaints)
    .where(caseScope(actor));
  return row ?? { open: 0, closed: 0 };
}

/** What the company has to put right and has put right, open ones first, then the newest. */
export async function companyRectifications(tx: Tx, actor: Actor, limit: number) {
  return tx
    .select({
      findingId: rectifications.findingId,
      state: rectifications.state,
      orderedOn: rectifications.orderedOn,
      dueOn: rectifications.dueOn,
      secondDueOn: rectifications.secondDueOn,
      reportedOn: rectifications.reportedOn,
      acceptedOn: rectifications.acceptedOn,
      confirmed: rectifications.confirmedByConsumer,
      title: publishedFindings.title,
      clause: publishedFindings.clause,
      number: publishedRulings.number,
      reference: complaints.reference,
    })
    .from(rectifications)
    .innerJoin(complaints, eq(complaints.id, rectifications.complaintId))
    .innerJoin(publishedFindings, eq(publishedFindings.id, rectifications.findingId))
    .innerJoin(publishedRulings, eq(publishedRulings.id, publishedFindings.publishedRulingId))
    .where(caseScope(actor))
    .orderBy(
      sql`case ${rectifications.state} when 'overdue' then 0 when 'rejected' then 1 when 'ordered' then 1 when 'reported' then 2 else 3 end`,
      desc(rectifications.orderedOn),
      asc(publishedFindings.ord),
    )
    .limit(limit);
}
