import { and, asc, eq, gt, gte, inArray, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import {
  caseEvents,
  companies,
  companyExposures,
  companyScores,
  complaints,
  publishedFindings,
  publishedRulings,
} from "@/db/schema";
import { type CaseEvent, parseCaseEvent } from "@/domain/case-events";
import { isSizeClass, PROXY_CONTACTS } from "@/domain/company-register";
import type { Day, Instant, Quarter } from "@/domain/day";
import type { Outcome, Tier } from "@/domain/findings";
import type { SignedFinding } from "@/domain/report/complaint-fact";
import type { ExposureFact } from "@/domain/report-figures/dataset";

/** What the report reads of the database, and nothing else does: ids, days, codes and keyed hashes; no words, no person. */

export interface CompanyPlace {
  /** Today's company, after merges. */
  readonly id: string;
  readonly sector: string;
}

/** Every company that ever was → the one it is today and its sector. */
export async function companyPlaces(tx: Tx): Promise<Map<string, CompanyPlace>> {
  const rows = await tx.select({ id: companies.id, sector: companies.sector, into: companies.mergedIntoId }).from(companies);
  const sectorOf = new Map(rows.map((row) => [row.id, row.sector]));
  return new Map(
    rows.map((row) => {
      const id = row.into ?? row.id;
      return [row.id, { id, sector: sectorOf.get(id) ?? row.sector }];
    }),
  );
}

export interface CaseUntil {
  readonly id: string;
  /** Keyed hash of the contact; null when none was left or it was erased. */
  readonly distinctHash: string | null;
  readonly occurredOn: Day | null;
  /** The ledger up to the moment asked for, in order. */
  readonly events: readonly CaseEvent[];
  readonly findings: readonly SignedFinding[];
}

const BATCH = 500;

/**
 * Cases filed before `until` that were not closed before `since`, or in which records were asked for since, each with its ledger up to `until`: one pass over the keys, a batch at a
 * time. What a machine wrote for 24:00 belongs to the day that ends.
 */
export async function* casesUntil(tx: Tx, since: Instant, until: Instant): AsyncGenerator<CaseUntil> {
  let after: string | null = null;
  for (;;) {
    const rows: { id: string; distinctHash: string | null; occurredOn: Day | null }[] = await tx
      .select({ id: complaints.id, distinctHash: complaints.distinctHash, occurredOn: complaints.occurredOn })
      .from(complaints)
      .where(
        and(
          lt(complaints.filedAt, until),
          // A request for one's records may come long after the case is closed (D1.3), and counts in its own quarter (F13).
          or(
            isNull(complaints.closedAt),
            gte(complaints.closedAt, since),
            sql`exists (select 1 from ${caseEvents} e where e.complaint_id = ${complaints.id} and e.type = 'record_requested' and e.at >= ${since.toISOString()}::timestamptz)`,
          ),
          ...(after === null ? [] : [gt(complaints.id, after)]),
        ),
      )
      .orderBy(asc(complaints.id))
      .limit(BATCH);
    const ids = rows.map((row) => row.id);
    if (ids.length === 0) return;
    const [events, findings] = [await eventsUntil(tx, ids, until), await signedFindings(tx, ids)];
    for (const row of rows) yield { ...row, events: events.get(row.id) ?? [], findings: findings.get(row.id) ?? [] };
    if (rows.length < BATCH) return;
    after = ids.at(-1) ?? null;
  }
}

async function eventsUntil(tx: Tx, ids: readonly string[], until: Instant): Promise<Map<string, CaseEvent[]>> {
  const rows = await tx
    .select()
    .from(caseEvents)
    .where(and(inArray(caseEvents.complaintId, [...ids]), lte(caseEvents.at, until)))
    .orderBy(asc(caseEvents.complaintId), asc(caseEvents.ord));
  const byCase = new Map<string, CaseEvent[]>();
  for (const row of rows) {
    if (row.at.getTime() === until.getTime() && row.actorRole !== "system") continue;
    const list = byCase.get(row.complaintId) ?? [];
    if (list.length === 0) byCase.set(row.complaintId, list);
    // A gap means that something before it happened later: what follows is not known yet either.
    if (row.ord !== list.length + 1) continue;
    const actor = row.actorId ? { role: row.actorRole, userId: row.actorId } : { role: row.actorRole };
    list.push(parseCaseEvent({ type: row.type, at: row.at, actor, data: row.data }));
  }
  return byCase;
}

async function signedFindings(tx: Tx, ids: readonly string[]): Promise<Map<string, SignedFinding[]>> {
  const rows = await tx
    .select({
      complaintId: publishedRulings.complaintId,
      findingId: publishedFindings.id,
      clause: publishedFindings.clause,
      outcome: publishedFindings.outcome,
      tier: publishedFindings.tier,
      recurs: publishedFindings.recurs,
    })
    .from(publishedFindings)
    .innerJoin(publishedRulings, eq(publishedRulings.id, publishedFindings.publishedRulingId))
    .where(inArray(publishedRulings.complaintId, [...ids]))
    .orderBy(asc(publishedFindings.ord));
  const byCase = new Map<string, SignedFinding[]>();
  for (const { complaintId, outcome, tier, ...row } of rows)
    byCase.set(complaintId, [
      ...(byCase.get(complaintId) ?? []),
      { ...row, outcome: outcome as Outcome, tier: tier as Tier | null },
    ]);
  return byCase;
}

/**
 * Service contacts of the quarter: what the company declared for it, at most three times the proxy of its size class as for the score; where
 * nothing is declared a quarter of the proxy (RULES §6: never from complaints).
 */
export async function exposureFacts(
  tx: Tx,
  quarter: Quarter,
  places: ReadonlyMap<string, CompanyPlace>,
): Promise<ExposureFact[]> {
  const declared = await tx
    .select({ companyId: companyExposures.companyId, contacts: companyExposures.contacts })
    .from(companyExposures)
    .where(eq(companyExposures.quarter, quarter));
  const register = await tx
    .select({ id: companies.id, sizeClass: companies.sizeClass })
    .from(companies)
    .where(isNull(companies.mergedIntoId));
  const total = new Map<string, number>();
  for (const row of declared) {
    const id = places.get(row.companyId)?.id ?? row.companyId;
    total.set(id, (total.get(id) ?? 0) + row.contacts);
  }
  return register.map(({ id, sizeClass }) => {
    const proxy = PROXY_CONTACTS[isSizeClass(sizeClass) ? sizeClass : "small"] / 4;
    const contacts = total.get(id);
    return {
      companyId: id,
      sector: places.get(id)?.sector ?? "unknown",
      contacts: contacts === undefined ? proxy : Math.min(contacts, 3 * proxy),
    };
  });
}

export type StoredScore = typeof companyScores.$inferSelect;

/** Scores stored for a day, by company. */
export async function scoresOn(tx: Tx, asOf: Day): Promise<Map<string, StoredScore>> {
  const rows = await tx.select().from(companyScores).where(eq(companyScores.asOf, asOf));
  return new Map(rows.map((row) => [row.companyId, row]));
}
