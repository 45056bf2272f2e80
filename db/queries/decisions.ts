import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import {
  caseNotes,
  companyReplies,
  decisions,
  draftComments,
  rectificationReports,
  reviews,
  services,
  supplementRequests,
} from "@/db/schema";

/** Reasons in words that go with a decision in the ledger. */
export async function insertDecision(tx: Tx, value: typeof decisions.$inferInsert): Promise<void> {
  await tx.insert(decisions).values(value);
}

export async function insertSupplementRequest(tx: Tx, value: typeof supplementRequests.$inferInsert): Promise<string> {
  const [row] = await tx.insert(supplementRequests).values(value).returning({ id: supplementRequests.id });
  if (!row) throw new Error("no row came back");
  return row.id;
}

export async function insertNote(tx: Tx, value: typeof caseNotes.$inferInsert): Promise<string> {
  const [row] = await tx.insert(caseNotes).values(value).returning({ id: caseNotes.id });
  if (!row) throw new Error("no row came back");
  return row.id;
}

export async function insertService(tx: Tx, value: typeof services.$inferInsert): Promise<void> {
  await tx.insert(services).values(value);
}

/** Everything in words that was decided, asked, answered and noted in a case; who may see which part is domain/visibility's to say. */
export async function wordsOf(tx: Tx, complaintId: string) {
  const [decided, supplements, replies, comments, notes, asked, served] = await Promise.all([
    tx.select().from(decisions).where(eq(decisions.complaintId, complaintId)).orderBy(asc(decisions.at)),
    tx
      .select()
      .from(supplementRequests)
      .where(eq(supplementRequests.complaintId, complaintId))
      .orderBy(asc(supplementRequests.requestedAt)),
    tx.select().from(companyReplies).where(eq(companyReplies.complaintId, complaintId)).orderBy(asc(companyReplies.at)),
    tx.select().from(draftComments).where(eq(draftComments.complaintId, complaintId)).orderBy(asc(draftComments.at)),
    tx.select().from(caseNotes).where(eq(caseNotes.complaintId, complaintId)).orderBy(desc(caseNotes.at)),
    tx.select().from(reviews).where(eq(reviews.complaintId, complaintId)).orderBy(asc(reviews.requestedAt)),
    tx.select().from(services).where(eq(services.complaintId, complaintId)).orderBy(asc(services.servedAt)),
  ]);
  return { decisions: decided, supplements, replies, comments, notes, reviews: asked, services: served };
}

export async function answerSupplementRequest(tx: Tx, id: string, answer: string, at: Date): Promise<void> {
  await tx.update(supplementRequests).set({ answer, answeredAt: at }).where(eq(supplementRequests.id, id));
}

export async function insertReply(tx: Tx, value: typeof companyReplies.$inferInsert): Promise<void> {
  await tx.insert(companyReplies).values(value);
}

export async function insertDraftComment(tx: Tx, value: typeof draftComments.$inferInsert): Promise<void> {
  await tx.insert(draftComments).values(value);
}

export async function insertReview(tx: Tx, value: typeof reviews.$inferInsert): Promise<void> {
  await tx.insert(reviews).values(value);
}

export async function openReview(tx: Tx, complaintId: string) {
  const [row] = await tx
    .select()
    .from(reviews)
    .where(and(eq(reviews.complaintId, complaintId), isNull(reviews.decidedAt)))
    .limit(1);
  return row ?? null;
}

export async function updateReview(tx: Tx, id: string, values: Partial<typeof reviews.$inferInsert>): Promise<void> {
  await tx.update(reviews).set(values).where(eq(reviews.id, id));
}

export async function insertReport(tx: Tx, value: typeof rectificationReports.$inferInsert): Promise<void> {
  await tx.insert(rectificationReports).values(value);
}

/** Answers the report that waits for the desk. */
export async function checkReport(
  tx: Tx,
  findingId: string,
  values: Partial<typeof rectificationReports.$inferInsert>,
): Promise<void> {
  await tx
    .update(rectificationReports)
    .set(values)
    .where(and(eq(rectificationReports.findingId, findingId), isNull(rectificationReports.checkedAt)));
}

export async function reportsOf(tx: Tx, complaintId: string) {
  return tx
    .select()
    .from(rectificationReports)
    .where(eq(rectificationReports.complaintId, complaintId))
    .orderBy(asc(rectificationReports.reportedAt));
}
