import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, day, id, instant } from "./columns";
import { companies } from "./companies";
import { complaints } from "./complaints";

/** A ruling as it is worked on at the desk: drafted, returned, signed. What the public reads is `published_rulings`. */
export const rulings = pgTable(
  "rulings",
  {
    id: id(),
    complaintId: uuid("complaint_id")
      .notNull()
      .references(() => complaints.id, { onDelete: "cascade" }),
    state: text("state").notNull(),
    title: text("title").notNull(),
    decision: text("decision").notNull(),
    standardVersion: text("standard_version").notNull(),
    draftedBy: uuid("drafted_by"),
    draftedAt: instant("drafted_at").notNull(),
    signedBy: uuid("signed_by"),
    signedAt: instant("signed_at"),
    /** Spans the machine proposed and what the officer confirmed, per field; null until confirmed. */
    redaction: jsonb("redaction"),
    redactionConfirmedAt: instant("redaction_confirmed_at"),
    redactionConfirmedBy: uuid("redaction_confirmed_by"),
    returnReason: text("return_reason"),
    updatedAt: instant("updated_at").notNull().default(sql`portal_now()`),
    createdAt: createdAt(),
  },
  (t) => [index("rulings_complaint").on(t.complaintId), index("rulings_state").on(t.state)],
);

export const findings = pgTable(
  "findings",
  {
    id: id(),
    rulingId: uuid("ruling_id")
      .notNull()
      .references(() => rulings.id, { onDelete: "cascade" }),
    allegationId: uuid("allegation_id"),
    ord: integer("ord").notNull(),
    clause: text("clause").notNull(),
    outcome: text("outcome"),
    tier: text("tier"),
    /** Written reason when the tier is not the clause's default. */
    tierReason: text("tier_reason"),
    title: text("title"),
    facts: text("facts").notNull().default(""),
    reasons: text("reasons").notNull().default(""),
    evidenceIds: uuid("evidence_ids").array().notNull().default(sql`'{}'::uuid[]`),
    /** {"value": 281, "limit": 180, "unit": "s"} where the clause measures. */
    measure: jsonb("measure"),
  },
  (t) => [index("findings_ruling").on(t.rulingId)],
);

/**
 * The public record. Written once at signing from the confirmed redaction; every public way out reads here and nowhere else.
 * No consumer, no agent, no tracking reference.
 */
export const publishedRulings = pgTable(
  "published_rulings",
  {
    id: id(),
    /** Permanent address: /rulings/2026-00142 */
    number: text("number").notNull().unique(),
    rulingId: uuid("ruling_id").notNull().unique(),
    complaintId: uuid("complaint_id").notNull(),
    companyId: uuid("company_id")
      .notNull()
      .references(() => companies.id),
    sector: text("sector").notNull(),
    channel: text("channel"),
    priorityGroup: text("priority_group"),
    /** not_final, under_review, final, varied, annulled */
    status: text("status").notNull(),
    /** Overall: upheld, partly_upheld, not_upheld, insufficient_evidence */
    outcome: text("outcome").notNull(),
    title: text("title").notNull(),
    decision: text("decision").notNull(),
    allegationCount: integer("allegation_count").notNull(),
    companyReply: text("company_reply"),
    companyRepliedOn: day("company_replied_on"),
    consumerWords: text("consumer_words"),
    /** The clocks it kept or missed: domain/publication/clocks PublishedClock[]. */
    clocks: jsonb("clocks").notNull(),
    standardVersion: text("standard_version").notNull(),
    /** The company's reply failed: late, missing; null when it was in time. */
    replyFailing: text("reply_failing"),
    filedMonth: text("filed_month").notNull(),
    signedOn: day("signed_on").notNull(),
    signedAt: instant("signed_at").notNull(),
    finalOn: day("final_on"),
    annulledOn: day("annulled_on"),
    annulReason: text("annul_reason"),
    version: integer("version").notNull().default(1),
    visibleUntil: day("visible_until"),
    /** Left the public pages when its time was over (RULES §5); the hash stays. */
    archivedOn: day("archived_on"),
    sha256: text("sha256").notNull(),
  },
  (t) => [
    index("published_rulings_signed").on(t.signedAt.desc()),
    index("published_rulings_company").on(t.companyId, t.signedAt),
    index("published_rulings_status").on(t.status),
    index("published_rulings_annulled").on(t.annulledOn).where(sql`${t.annulledOn} is not null`),
    uniqueIndex("published_rulings_complaint").on(t.complaintId, t.version),
  ],
);

/** The findings of a published ruling, with what the score needs (RULES §6). Same id as the finding. */
export const publishedFindings = pgTable(
  "published_findings",
  {
    id: uuid("id").primaryKey(),
    publishedRulingId: uuid("published_ruling_id")
      .notNull()
      .references(() => publishedRulings.id),
    companyId: uuid("company_id")
      .notNull()
      .references(() => companies.id),
    ord: integer("ord").notNull(),
    clause: text("clause").notNull(),
    standardVersion: text("standard_version").notNull(),
    outcome: text("outcome").notNull(),
    tier: text("tier"),
    tierReason: text("tier_reason"),
    title: text("title").notNull(),
    facts: text("facts").notNull(),
    reasons: text("reasons").notNull(),
    evidenceKinds: text("evidence_kinds").array().notNull().default(sql`'{}'::text[]`),
    measure: jsonb("measure"),
    /** Public unit of company, complainant and month; a keyed hash. */
    groupId: text("group_id").notNull(),
    incidentMonth: text("incident_month").notNull(),
    recurs: boolean("recurs").notNull().default(false),
    signedOn: day("signed_on").notNull(),
    finalOn: day("final_on"),
    annulledOn: day("annulled_on"),
  },
  (t) => [
    index("published_findings_ruling").on(t.publishedRulingId),
    index("published_findings_company").on(t.companyId, t.clause),
    index("published_findings_clause").on(t.clause),
  ],
);

/** One per upheld finding when it is final: ordered → reported → accepted | rejected → … | overdue (RULES §3). */
export const rectifications = pgTable(
  "rectifications",
  {
    findingId: uuid("finding_id")
      .primaryKey()
      .references(() => publishedFindings.id),
    complaintId: uuid("complaint_id").notNull(),
    companyId: uuid("company_id")
      .notNull()
      .references(() => companies.id),
    state: text("state").notNull(),
    orderedOn: day("ordered_on").notNull(),
    dueOn: day("due_on").notNull(),
    reportedOn: day("reported_on"),
    acceptedOn: day("accepted_on"),
    rejectedOn: day("rejected_on"),
    secondDueOn: day("second_due_on"),
    overdueOn: day("overdue_on"),
    /** [{reportedOn, acceptedOn, rejectedOn}] as the score counts them. */
    reports: jsonb("reports").notNull().default(sql`'[]'::jsonb`),
    confirmedByConsumer: boolean("confirmed_by_consumer"),
  },
  (t) => [
    index("rectifications_company").on(t.companyId),
    index("rectifications_open").on(t.dueOn).where(sql`${t.state} in ('ordered','reported','rejected')`),
  ],
);

/** A company's report on a rectification and the desk's check, in words. */
export const rectificationReports = pgTable(
  "rectification_reports",
  {
    id: id(),
    findingId: uuid("finding_id")
      .notNull()
      .references(() => rectifications.findingId),
    complaintId: uuid("complaint_id").notNull(),
    body: text("body").notNull(),
    reportedAt: instant("reported_at").notNull(),
    by: uuid("by_user"),
    result: text("result"),
    checkNote: text("check_note"),
    checkedAt: instant("checked_at"),
    checkedBy: uuid("checked_by"),
  },
  (t) => [index("rectification_reports_finding").on(t.findingId)],
);

/** Reviews asked for by a party (RULES §3). */
export const reviews = pgTable(
  "reviews",
  {
    id: id(),
    complaintId: uuid("complaint_id")
      .notNull()
      .references(() => complaints.id, { onDelete: "cascade" }),
    of: text("of").notNull(),
    side: text("side").notNull(),
    reason: text("reason").notNull(),
    requestedAt: instant("requested_at").notNull(),
    result: text("result"),
    resultReason: text("result_reason"),
    /** A varied ruling's findings as they stand after it: services/review-input VariedFinding[]. */
    varied: jsonb("varied"),
    /** Words for the public by place ("reason", "finding.<id>.facts"), proposed redacted; an officer confirms them before the signature. */
    publicTexts: jsonb("public_texts"),
    publicConfirmedBy: uuid("public_confirmed_by"),
    decidedBy: uuid("decided_by"),
    signedBy: uuid("signed_by"),
    decidedAt: instant("decided_at"),
  },
  (t) => [index("reviews_complaint").on(t.complaintId)],
);
