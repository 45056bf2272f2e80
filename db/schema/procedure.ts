import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, primaryKey, real, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, day, id, instant } from "./columns";
import { companies } from "./companies";
import { complaints } from "./complaints";
import { users } from "./people";

const ofCase = () =>
  uuid("complaint_id")
    .notNull()
    .references(() => complaints.id, { onDelete: "cascade" });

/** A proposal to mediate, or the terms of a settlement: it holds when both sides have agreed to this very proposal (RULES §3). */
export const agreements = pgTable(
  "agreements",
  {
    id: id(),
    complaintId: ofCase(),
    /** mediation, settlement */
    kind: text("kind").notNull(),
    /** Settlement: who does what until when. Mediation: what is to be talked about. Never published. */
    terms: text("terms").notNull(),
    /** complainant, company, officer */
    proposedBy: text("proposed_by").notNull(),
    by: uuid("by_user"),
    proposedAt: instant("proposed_at").notNull(),
    complainantAgreedAt: instant("complainant_agreed_at"),
    companyAgreedAt: instant("company_agreed_at"),
    /** Refused by one side, or taken back by the one who proposed it. */
    refusedAt: instant("refused_at"),
    refusedBy: text("refused_by"),
  },
  (t) => [
    index("agreements_complaint").on(t.complaintId, t.kind),
    uniqueIndex("agreements_one_open")
      .on(t.complaintId, t.kind)
      .where(sql`${t.refusedAt} is null and (${t.complainantAgreedAt} is null or ${t.companyAgreedAt} is null)`),
  ],
);

/** A consumer's request for the company's records of their service (D1.3, D1.4): forwarded by the portal, owed within 3 working days. */
export const recordRequests = pgTable(
  "record_requests",
  {
    id: id(),
    complaintId: ofCase(),
    companyId: uuid("company_id")
      .notNull()
      .references(() => companies.id),
    /** Which records, in the consumer's words. */
    what: text("what").notNull(),
    requestedAt: instant("requested_at").notNull(),
    deliveredAt: instant("delivered_at"),
    /** What the company says to them. */
    answer: text("answer"),
    missedAt: instant("missed_at"),
  },
  (t) => [index("record_requests_complaint").on(t.complaintId)],
);

/** A letter an officer wrote from a template and sent; the mailbox holds it as sent. */
export const letters = pgTable(
  "letters",
  {
    id: id(),
    complaintId: ofCase(),
    template: text("template").notNull(),
    /** complainant, company */
    audience: text("audience").notNull(),
    body: text("body").notNull(),
    by: uuid("by_user"),
    at: instant("at").notNull(),
  },
  (t) => [index("letters_complaint").on(t.complaintId)],
);

/** Two complaints an officer holds to be alike; stored once for each direction. */
export const similarLinks = pgTable(
  "similar_links",
  {
    complaintId: ofCase(),
    otherId: uuid("other_id")
      .notNull()
      .references(() => complaints.id, { onDelete: "cascade" }),
    /** near_text, same_reply, same_person */
    why: text("why").notNull(),
    likeness: real("likeness"),
    by: uuid("by_user"),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.complaintId, t.otherId] }), index("similar_links_other").on(t.otherId)],
);

/** A special check of a company (RULES §6): opened by a count of distinct complainants, never moves the score. */
export const specialChecks = pgTable(
  "special_checks",
  {
    id: id(),
    /** Public address: /special-checks/ZX-2026-001 */
    number: text("number").notNull().unique(),
    companyId: uuid("company_id")
      .notNull()
      .references(() => companies.id),
    /** Monday of the week whose complaints opened it. */
    week: day("week").notNull(),
    /** inflow: max(10, mean + 3 roots of it); clause: 3 on one of the four clauses. */
    trigger: text("trigger").notNull(),
    clause: text("clause"),
    /** Distinct verified complainants, and how many open a check. */
    complainants: integer("complainants").notNull(),
    threshold: real("threshold").notNull(),
    /** Trailing 12-week mean; null for a clause. */
    mean: real("mean"),
    openedAt: instant("opened_at").notNull(),
    /** domain/special-check CHECK_STATES */
    state: text("state").notNull().default("open"),
    /** domain/special-check CHECK_RESULTS */
    result: text("result"),
    /** The officer's words, as drafted. */
    conclusion: text("conclusion"),
    draftedBy: uuid("drafted_by").references(() => users.id),
    draftedAt: instant("drafted_at"),
    returnReason: text("return_reason"),
    /** What the company says, as it wrote it; it stands beside the conclusion. */
    statement: text("statement"),
    statedAt: instant("stated_at"),
    /** What was confirmed hidden in both texts, each for the text it was confirmed for. */
    redaction: jsonb("redaction"),
    concludedAt: instant("concluded_at"),
    /** Signs and publishes; never who drafted. */
    concludedBy: uuid("concluded_by").references(() => users.id),
    /** Both texts as the public reads them, with marks where something is hidden; set at the signature. */
    publicConclusion: text("public_conclusion"),
    publicStatement: text("public_statement"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("special_checks_once").on(t.companyId, t.week, t.trigger, sql`coalesce(${t.clause}, '')`),
    index("special_checks_state").on(t.state, t.openedAt),
  ],
);

/** The complaints a special check gathers: ids only. */
export const specialCheckCases = pgTable(
  "special_check_cases",
  {
    checkId: uuid("check_id")
      .notNull()
      .references(() => specialChecks.id, { onDelete: "cascade" }),
    complaintId: uuid("complaint_id").notNull(),
    /** It was among those that opened the check; else it came while the check was open. */
    opened: boolean("opened").notNull().default(true),
  },
  (t) => [primaryKey({ columns: [t.checkId, t.complaintId] }), index("special_check_cases_complaint").on(t.complaintId)],
);

/** Further weeks that reached the same measure while the check was open: they do not open a second one. */
export const specialCheckWeeks = pgTable(
  "special_check_weeks",
  {
    checkId: uuid("check_id")
      .notNull()
      .references(() => specialChecks.id, { onDelete: "cascade" }),
    week: day("week").notNull(),
    complainants: integer("complainants").notNull(),
    threshold: real("threshold").notNull(),
    mean: real("mean"),
    seenAt: instant("seen_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.checkId, t.week] })],
);

/** Who did what to a special check: append-only, without words. */
export const specialCheckEvents = pgTable(
  "special_check_events",
  {
    id: id(),
    checkId: uuid("check_id")
      .notNull()
      .references(() => specialChecks.id),
    /** domain/special-check CHECK_EVENTS */
    type: text("type").notNull(),
    actorRole: text("actor_role").notNull(),
    actorId: uuid("actor_id"),
    at: instant("at").notNull(),
  },
  (t) => [index("special_check_events_check").on(t.checkId, t.at)],
);

export const specialCheckNotes = pgTable(
  "special_check_notes",
  {
    id: id(),
    checkId: uuid("check_id")
      .notNull()
      .references(() => specialChecks.id, { onDelete: "cascade" }),
    by: uuid("by_user").notNull(),
    body: text("body").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [index("special_check_notes_check").on(t.checkId)],
);

/** What a ruling said before a review varied it: the record as published then, with its fingerprint (RULES §5). */
export const rulingVersions = pgTable(
  "ruling_versions",
  {
    id: id(),
    number: text("number").notNull(),
    version: integer("version").notNull(),
    /** Redacted words as they stood in public: title, decision, findings. */
    record: text("record").notNull(),
    sha256: text("sha256").notNull(),
    replacedOn: day("replaced_on").notNull(),
    reason: text("reason").notNull(),
  },
  (t) => [uniqueIndex("ruling_versions_number").on(t.number, t.version), index("ruling_versions_replaced").on(t.replacedOn)],
);
