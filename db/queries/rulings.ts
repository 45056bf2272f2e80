import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { currentCompanyId, ofCompany } from "@/db/queries/companies";
import {
  allegations,
  companyReplies,
  complaintTexts,
  consents,
  findings,
  publishedFindings,
  publishedRulings,
  rectifications,
  rulings,
} from "@/db/schema";
import type { Day } from "@/domain/day";

export type RulingRow = typeof rulings.$inferSelect;
export type FindingRow = typeof findings.$inferSelect;
export type AllegationRow = typeof allegations.$inferSelect;

export async function allegationsOf(tx: Tx, complaintId: string): Promise<AllegationRow[]> {
  return tx
    .select()
    .from(allegations)
    .where(eq(allegations.complaintId, complaintId))
    .orderBy(asc(allegations.ord), asc(allegations.clause));
}

/** Adds a clause to a case; returns its id. */
export async function insertAllegation(tx: Tx, value: typeof allegations.$inferInsert): Promise<string> {
  const [row] = await tx.insert(allegations).values(value).returning({ id: allegations.id });
  if (!row) throw new Error("no row came back");
  return row.id;
}

/** Takes a clause off a case, with what a working draft says about it. */
export async function deleteAllegation(tx: Tx, id: string): Promise<void> {
  await tx.delete(findings).where(eq(findings.allegationId, id));
  await tx.delete(allegations).where(eq(allegations.id, id));
}

/** The ruling being worked on, or the signed one; null before a draft. */
export async function rulingOf(tx: Tx, complaintId: string): Promise<(RulingRow & { findings: FindingRow[] }) | null> {
  const [ruling] = await tx
    .select()
    .from(rulings)
    .where(eq(rulings.complaintId, complaintId))
    .orderBy(desc(rulings.createdAt))
    .limit(1);
  if (!ruling) return null;
  const rows = await tx.select().from(findings).where(eq(findings.rulingId, ruling.id)).orderBy(asc(findings.ord));
  return { ...ruling, findings: rows };
}

/** The company's reply that stands beside the ruling (the newest), its comments aside. */
export async function replyOf(tx: Tx, complaintId: string) {
  const [row] = await tx
    .select()
    .from(companyReplies)
    .where(and(eq(companyReplies.complaintId, complaintId), eq(companyReplies.kind, "reply")))
    .orderBy(desc(companyReplies.at))
    .limit(1);
  return row ?? null;
}

export async function textOf(tx: Tx, complaintId: string) {
  const [row] = await tx.select().from(complaintTexts).where(eq(complaintTexts.complaintId, complaintId));
  return row ?? null;
}

/** Consents in force, by kind. */
export async function consentsOf(tx: Tx, complaintId: string): Promise<Set<string>> {
  const rows = await tx.select().from(consents).where(eq(consents.complaintId, complaintId));
  return new Set(rows.filter((r) => r.withdrawnAt === null).map((r) => r.kind));
}

/** The next public number of the year: 2026-00142. */
export async function nextRulingNumber(tx: Tx, year: string): Promise<string> {
  const [row] = await tx.execute<{ n: string }>(sql`select nextval('ruling_numbers')::text as n`);
  return `${year}-${(row?.n ?? "").padStart(5, "0")}`;
}

/** Days on which rectifications of a company, and of all it was merged with, were accepted on these clauses: a later incident is a recurrence. */
export async function acceptedRectifications(
  tx: Tx,
  companyId: string,
  clauses: readonly string[],
): Promise<{ clause: string; acceptedOn: Day }[]> {
  if (clauses.length === 0) return [];
  const current = (await currentCompanyId(tx, companyId)) ?? companyId;
  const rows = await tx
    .select({ clause: publishedFindings.clause, acceptedOn: rectifications.acceptedOn })
    .from(rectifications)
    .innerJoin(publishedFindings, eq(publishedFindings.id, rectifications.findingId))
    .where(and(ofCompany(rectifications.companyId, current), inArray(publishedFindings.clause, [...clauses])));
  return rows.flatMap((r) => (r.acceptedOn ? [{ clause: r.clause, acceptedOn: r.acceptedOn }] : []));
}

/** The published record of a complaint's ruling; null while nothing is published. */
export async function publicationOf(tx: Tx, complaintId: string) {
  const [row] = await tx
    .select()
    .from(publishedRulings)
    .where(eq(publishedRulings.complaintId, complaintId))
    .orderBy(desc(publishedRulings.version))
    .limit(1);
  if (!row) return null;
  const rows = await tx
    .select()
    .from(publishedFindings)
    .where(eq(publishedFindings.publishedRulingId, row.id))
    .orderBy(asc(publishedFindings.ord));
  return { ...row, findings: rows };
}

type WorkingFinding = Omit<typeof findings.$inferInsert, "id" | "rulingId" | "ord">;

/** Writes the working draft and its findings anew (findings keep their id while their allegation stays). Returns the ruling's id. */
export async function saveWorkingRuling(
  tx: Tx,
  draft: {
    id: string | undefined;
    complaintId: string;
    title: string;
    decision: string;
    standardVersion: string;
    draftedBy: string | null;
    now: Date;
    findings: readonly WorkingFinding[];
  },
): Promise<string> {
  const values = {
    complaintId: draft.complaintId,
    state: "working",
    title: draft.title,
    decision: draft.decision,
    standardVersion: draft.standardVersion,
    draftedBy: draft.draftedBy,
    draftedAt: draft.now,
    updatedAt: draft.now,
  };
  const [ruling] = draft.id
    ? await tx.update(rulings).set(values).where(eq(rulings.id, draft.id)).returning({ id: rulings.id })
    : await tx.insert(rulings).values(values).returning({ id: rulings.id });
  if (!ruling) throw new Error("no row came back");
  const before = await tx
    .select({ id: findings.id, allegationId: findings.allegationId, clause: findings.clause })
    .from(findings)
    .where(eq(findings.rulingId, ruling.id));
  await tx.delete(findings).where(eq(findings.rulingId, ruling.id));
  if (draft.findings.length > 0)
    await tx.insert(findings).values(
      draft.findings.map((f, ord) => {
        const kept = before.find((b) => (f.allegationId ? b.allegationId === f.allegationId : b.clause === f.clause));
        return { ...f, ...(kept ? { id: kept.id } : {}), rulingId: ruling.id, ord };
      }),
    );
  return ruling.id;
}

export async function markRuling(tx: Tx, id: string, values: Partial<typeof rulings.$inferInsert>): Promise<void> {
  await tx.update(rulings).set(values).where(eq(rulings.id, id));
}

export async function insertPublication(
  tx: Tx,
  head: typeof publishedRulings.$inferInsert,
  rows: readonly Omit<typeof publishedFindings.$inferInsert, "publishedRulingId">[],
): Promise<void> {
  const [row] = await tx.insert(publishedRulings).values(head).returning({ id: publishedRulings.id });
  if (!row) throw new Error("no row came back");
  if (rows.length > 0) await tx.insert(publishedFindings).values(rows.map((r) => ({ ...r, publishedRulingId: row.id })));
}

/** Brings the published record along when a ruling becomes final, is varied or annulled. */
export async function markPublication(
  tx: Tx,
  complaintId: string,
  values: Partial<typeof publishedRulings.$inferInsert>,
): Promise<void> {
  await tx.update(publishedRulings).set(values).where(eq(publishedRulings.complaintId, complaintId));
}

export async function markPublishedFindings(
  tx: Tx,
  ids: readonly string[],
  values: Partial<typeof publishedFindings.$inferInsert>,
): Promise<void> {
  if (ids.length > 0)
    await tx
      .update(publishedFindings)
      .set(values)
      .where(inArray(publishedFindings.id, [...ids]));
}

export type RectificationRow = typeof rectifications.$inferSelect;

/** Writes a finding's rectification as its events tell it. */
export async function putRectification(tx: Tx, value: typeof rectifications.$inferInsert): Promise<void> {
  await tx.insert(rectifications).values(value).onConflictDoUpdate({ target: rectifications.findingId, set: value });
}

export async function rectificationsOf(tx: Tx, complaintId: string): Promise<RectificationRow[]> {
  return tx.select().from(rectifications).where(eq(rectifications.complaintId, complaintId));
}

/** Writes a consent as it now stands. */
export async function putConsent(tx: Tx, complaintId: string, kind: string, given: boolean, at: Date): Promise<void> {
  const value = { complaintId, kind, givenAt: at, withdrawnAt: given ? null : at };
  await tx
    .insert(consents)
    .values(value)
    .onConflictDoUpdate({
      target: [consents.complaintId, consents.kind],
      set: given ? { givenAt: at, withdrawnAt: null } : { withdrawnAt: at },
    });
}

/** Forgets the copy of the consumer's words that was kept with their confirmed redaction. */
export async function forgetConfirmedWords(tx: Tx, complaintId: string): Promise<void> {
  await tx
    .update(rulings)
    .set({ redaction: sql`${rulings.redaction} - 'words'` })
    .where(eq(rulings.complaintId, complaintId));
}
