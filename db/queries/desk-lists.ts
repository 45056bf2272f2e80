import { and, asc, eq, gte, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import {
  caseEvents,
  companies,
  complaints,
  publishedFindings,
  rectificationReports,
  rectifications,
  reviews,
  rulings,
  users,
} from "@/db/schema";

/** Names of people by id; someone without a name is called by their address. */
export async function peopleNamed(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(sql`${users.id} = any(${idList(ids)}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row.name ?? row.email]));
}

/** Officers a case may be given to, by name. */
export async function deskOfficers(tx: Tx) {
  return tx
    .select({ id: users.id, name: sql<string>`coalesce(${users.name}, ${users.email})` })
    .from(users)
    .where(and(eq(users.role, "officer"), isNull(users.disabledAt)))
    .orderBy(asc(users.name));
}

/** How many decisions someone made since a moment. */
export async function decisionsSince(tx: Tx, userId: string, since: Date): Promise<number> {
  const [row] = await tx
    .select({ n: sql<number>`count(*)::int` })
    .from(caseEvents)
    .where(and(inArray(caseEvents.type, [...DECISIONS]), gte(caseEvents.at, since), eq(caseEvents.actorId, userId)));
  return row?.n ?? 0;
}

const DECISIONS = [
  "accepted",
  "declined",
  "supplement_requested",
  "company_bound",
  "draft_sent",
  "ruling_signed",
  "ruling_returned",
  "review_drafted",
  "review_decided",
  "rectification_accepted",
  "rectification_rejected",
] as const;

/** Names of companies by id, in both scripts and English. */
export async function companiesNamed(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .select({ id: companies.id, name: companies.name, nameHant: companies.nameHant, nameEn: companies.nameEn })
    .from(companies)
    .where(sql`${companies.id} = any(${idList(ids)}::uuid[])`);
}

/** One parameter however many they are. */
const idList = (ids: readonly string[]) => `{${[...new Set(ids)].join(",")}}`;

/** Drafts that are out, the first to run out of time on top, with who has commented and whether their redaction is confirmed. */
export async function draftsOut(tx: Tx) {
  return tx
    .select({
      reference: complaints.reference,
      decisionDue: complaints.decisionDue,
      paused: complaints.paused,
      servedAt: complaints.servedAt,
      repliedAt: complaints.repliedAt,
      company: { name: companies.name, nameHant: companies.nameHant, nameEn: companies.nameEn },
      title: rulings.title,
      sentAt: rulings.draftedAt,
      draftedBy: rulings.draftedBy,
      drafter: users.name,
      redacted: sql<boolean>`rulings.redaction_confirmed_at is not null`,
      commented: sql<
        ("complainant" | "company")[]
      >`array(select d.side from draft_comments d where d.ruling_id = rulings.id and d.at >= rulings.drafted_at)`,
      outcomes: sql<string[]>`array(select f.outcome from findings f where f.ruling_id = rulings.id order by f.ord)`,
    })
    .from(complaints)
    .innerJoin(rulings, eq(rulings.complaintId, complaints.id))
    .leftJoin(companies, eq(companies.id, complaints.companyId))
    .leftJoin(users, eq(users.id, rulings.draftedBy))
    .where(and(eq(complaints.state, "ruling_drafted"), eq(rulings.state, "drafted")))
    .orderBy(asc(complaints.paused), asc(complaints.decisionDue), asc(complaints.id))
    .limit(LIST);
}

/** Rows of the desk's short lists at most. */
const LIST = 200;

/** Reports on rectifications that wait for the desk, the first due on top. */
export async function openReports(tx: Tx) {
  return tx
    .select({
      id: rectificationReports.id,
      findingId: rectificationReports.findingId,
      body: rectificationReports.body,
      reportedAt: rectificationReports.reportedAt,
      reference: complaints.reference,
      clause: publishedFindings.clause,
      title: publishedFindings.title,
      company: { name: companies.name, nameHant: companies.nameHant, nameEn: companies.nameEn },
      confirmed: rectifications.confirmedByConsumer,
      earlier: sql<number>`(select count(*)::int from rectification_reports x where x.finding_id = rectification_reports.finding_id and x.checked_at is not null)`,
    })
    .from(rectificationReports)
    .innerJoin(rectifications, eq(rectifications.findingId, rectificationReports.findingId))
    .innerJoin(publishedFindings, eq(publishedFindings.id, rectificationReports.findingId))
    .innerJoin(complaints, eq(complaints.id, rectificationReports.complaintId))
    .leftJoin(companies, eq(companies.id, complaints.companyId))
    .where(isNull(rectificationReports.checkedAt))
    .orderBy(asc(rectificationReports.reportedAt))
    .limit(LIST);
}

/** Cases under review, the first due on top. */
export async function openReviews(tx: Tx) {
  return tx
    .select({
      reference: complaints.reference,
      deskDue: complaints.deskDue,
      company: { name: companies.name, nameHant: companies.nameHant, nameEn: companies.nameEn },
      typed: complaints.companyNameTyped,
      of: reviews.of,
      side: reviews.side,
      requestedAt: reviews.requestedAt,
      result: reviews.result,
      proposer: users.name,
    })
    .from(reviews)
    .innerJoin(complaints, eq(complaints.id, reviews.complaintId))
    .leftJoin(companies, eq(companies.id, complaints.companyId))
    .leftJoin(users, eq(users.id, reviews.decidedBy))
    .where(and(isNull(reviews.decidedAt), eq(complaints.state, "under_review")))
    .orderBy(asc(complaints.deskDue), asc(complaints.id))
    .limit(LIST);
}
