import { randomBytes, randomUUID } from "node:crypto";
import { and, desc, eq, inArray, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import {
  complaints,
  complaintTexts,
  consents,
  decisions,
  drafts,
  evidenceFiles,
  evidenceRedactions,
  findings,
  mails,
  publishedFindings,
  publishedRulings,
  rectificationReports,
  reviews,
  rulings,
  services,
  users,
  verificationTokens,
} from "@/db/schema";

/**
 * What an erasure leaves in tables that belong to a case: `kept` holds ids, days and codes only (the ledger, the public record); `blanked`
 * keeps its row without its words. Every other table with a complaint_id loses its rows, one that is not named here too: a new table
 * keeps nothing by being forgotten.
 */
export const ERASURE: Readonly<Record<string, "kept" | "blanked">> = {
  case_events: "kept",
  published_rulings: "kept",
  rectifications: "kept",
  allegations: "kept",
  consents: "kept",
  special_check_cases: "kept",
  services: "blanked",
  decisions: "blanked",
  reviews: "blanked",
  rulings: "blanked",
  rectification_reports: "blanked",
  mails: "blanked",
};

/** Objects in storage and unfinished uploads that go with a case. */
export async function storedWith(tx: Tx, complaintId: string): Promise<{ keys: string[]; uploads: string[] }> {
  const files = await tx
    .select({ key: evidenceFiles.storageKey, upload: evidenceFiles.uploadId, derivative: evidenceRedactions.derivativeKey })
    .from(evidenceFiles)
    .leftJoin(evidenceRedactions, eq(evidenceRedactions.evidenceId, evidenceFiles.id))
    .where(eq(evidenceFiles.complaintId, complaintId));
  return {
    keys: [...new Set(files.flatMap((f) => [f.key, f.derivative].flatMap((key) => (key ? [key] : []))))],
    uploads: files.flatMap((f) => (f.upload ? [f.upload] : [])),
  };
}

/** Tables of other hands that hold something of a case under complaint_id. */
export async function tablesOfCases(tx: Tx): Promise<string[]> {
  const rows = await tx.execute<{ name: string }>(sql`
    select c.relname as name from pg_class c
    join pg_namespace s on s.oid = c.relnamespace and s.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'complaint_id' and not a.attisdropped
    where c.relkind in ('r', 'p') and has_table_privilege(c.oid, 'DELETE')
    order by 1`);
  return rows.map((r) => r.name);
}

/**
 * Removes everything of a person from a case: words, contact, files and what was read from them, letters, the draft it came from. Coded facts,
 * the ledger and the public record stay; the unpublished ruling takes the words of the published one.
 */
export async function eraseCaseRows(tx: Tx, complaintId: string, at: Date): Promise<void> {
  for (const table of await tablesOfCases(tx))
    if (!ERASURE[table]) await tx.execute(sql`delete from ${sql.identifier(table)} where complaint_id = ${complaintId}`);
  await tx.delete(drafts).where(eq(drafts.complaintId, complaintId));
  await tx.delete(mails).where(and(eq(mails.complaintId, complaintId), eq(mails.audience, "complainant")));
  await tx.update(services).set({ tokenHash: null }).where(eq(services.complaintId, complaintId));
  await tx.update(decisions).set({ reason: "", elsewhere: null }).where(eq(decisions.complaintId, complaintId));
  await tx
    .update(reviews)
    .set({ reason: "", resultReason: null, varied: null, publicTexts: null })
    .where(eq(reviews.complaintId, complaintId));
  await tx
    .update(rectificationReports)
    .set({ body: "", checkNote: null })
    .where(eq(rectificationReports.complaintId, complaintId));
  await tx
    .update(consents)
    .set({ withdrawnAt: sql`coalesce(${consents.withdrawnAt}, ${at.toISOString()}::timestamptz)` })
    .where(eq(consents.complaintId, complaintId));
  await blankRulings(tx, complaintId);
  await tx.update(publishedRulings).set({ consumerWords: null }).where(eq(publishedRulings.complaintId, complaintId));
  await tx
    .update(complaints)
    .set({
      userId: null,
      secretHash: randomBytes(32).toString("hex"),
      idempotencyKey: randomUUID(),
      distinctHash: null,
      contactVerified: false,
      companyNameTyped: "",
      occurredOn: sql`date_trunc('month', ${complaints.occurredOn})::date`,
      promisedBy: null,
      erasedAt: at,
    })
    .where(eq(complaints.id, complaintId));
}

async function blankRulings(tx: Tx, complaintId: string): Promise<void> {
  const rows = await tx.select({ id: rulings.id }).from(rulings).where(eq(rulings.complaintId, complaintId));
  for (const { id } of rows) {
    const [published] = await tx.select().from(publishedRulings).where(eq(publishedRulings.rulingId, id));
    await tx
      .update(rulings)
      .set({ title: published?.title ?? "", decision: published?.decision ?? "", redaction: null, returnReason: null })
      .where(eq(rulings.id, id));
    const shown = published
      ? await tx.select().from(publishedFindings).where(eq(publishedFindings.publishedRulingId, published.id))
      : [];
    for (const finding of await tx.select({ id: findings.id }).from(findings).where(eq(findings.rulingId, id))) {
      const words = shown.find((f) => f.id === finding.id);
      await tx
        .update(findings)
        .set({
          title: words?.title ?? null,
          facts: words?.facts ?? "",
          reasons: words?.reasons ?? "",
          tierReason: words?.tierReason ?? null,
          evidenceIds: [],
        })
        .where(eq(findings.id, finding.id));
    }
  }
}

/** Letters to a person about no case in particular: codes, links. */
export async function forgetLettersTo(tx: Tx, addresses: readonly string[], userId: string | null): Promise<void> {
  const parts = [
    addresses.length > 0 ? inArray(mails.to, [...addresses]) : undefined,
    userId ? eq(mails.userId, userId) : undefined,
  ];
  const mine = parts.filter((p) => p !== undefined);
  if (mine.length > 0) await tx.delete(mails).where(and(eq(mails.audience, "complainant"), or(...mine)));
}

/** Cases of an account that still hold something of the person. */
export async function keptCasesOf(tx: Tx, userId: string): Promise<{ id: string; reference: string; state: string }[]> {
  return tx
    .select({ id: complaints.id, reference: complaints.reference, state: complaints.state })
    .from(complaints)
    .where(eq(complaints.userId, userId))
    .orderBy(complaints.filedAt);
}

/** The number under which a case's ruling is public; null when none is. */
export async function isPublished(tx: Tx, complaintId: string): Promise<string | null> {
  const [row] = await tx
    .select({ number: publishedRulings.number })
    .from(publishedRulings)
    .where(eq(publishedRulings.complaintId, complaintId));
  return row?.number ?? null;
}

/** By what a complainant is told apart from others. */
export async function setDistinctHash(tx: Tx, complaintId: string, distinctHash: string | null): Promise<void> {
  await tx.update(complaints).set({ distinctHash, contactVerified: false }).where(eq(complaints.id, complaintId));
}

/** Puts words after those the complainant handed in. */
export async function appendNarrative(tx: Tx, complaintId: string, words: string): Promise<void> {
  await tx
    .update(complaintTexts)
    .set({ narrative: sql`${complaintTexts.narrative} || ${words}` })
    .where(eq(complaintTexts.complaintId, complaintId));
}

/** Removes an account: its sessions and linked sign-ins go with it, links that were sent to it too. */
export async function deleteAccount(tx: Tx, userId: string, email: string): Promise<void> {
  await tx.delete(verificationTokens).where(eq(verificationTokens.identifier, email));
  await tx.delete(users).where(and(eq(users.id, userId), eq(users.role, "complainant")));
}

/** Letters that went to the complainant of a case, newest first: what and when. */
export async function lettersOf(tx: Tx, complaintId: string): Promise<{ id: string; subject: string; at: Date }[]> {
  return tx
    .select({ id: mails.id, subject: mails.subject, at: mails.createdAt })
    .from(mails)
    .where(and(eq(mails.complaintId, complaintId), eq(mails.audience, "complainant")))
    .orderBy(desc(mails.createdAt))
    .limit(100);
}
