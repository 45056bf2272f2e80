import { sql } from "drizzle-orm";
import {
  bigint,
  bigserial,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, createdAt, day, id, instant } from "./columns";
import { companies } from "./companies";
import { users } from "./people";

/**
 * A complaint. Everything from `state` to `eventCount` is a projection of case_events (replaying gives the same row);
 * the due dates are a cache derived from it and the calendar. Free text and contact data live in their own tables.
 */
export const complaints = pgTable(
  "complaints",
  {
    id: id(),
    /** Dense, for the desk's memory and search; shown to nobody. */
    queueNumber: integer("queue_number").notNull().generatedByDefaultAsIdentity().unique(),
    /** What the person holds: "2026-0917-4082". */
    reference: text("reference").notNull().unique(),
    secretHash: text("secret_hash").notNull(),
    idempotencyKey: text("idempotency_key").notNull().unique(),
    userId: uuid("user_id").references(() => users.id),
    locale: text("locale").notNull(),

    state: text("state").notNull(),
    origin: text("origin").notNull(),
    filedAt: instant("filed_at").notNull(),
    acceptedAt: instant("accepted_at"),
    deemed: boolean("deemed").notNull().default(false),
    companyId: uuid("company_id").references(() => companies.id),
    officerId: uuid("officer_id").references(() => users.id),
    servedAt: instant("served_at"),
    firstAnswerAt: instant("first_answer_at"),
    repliedAt: instant("replied_at"),
    ruledAt: instant("ruled_at"),
    finalAt: instant("final_at"),
    closedAt: instant("closed_at"),
    eventCount: integer("event_count").notNull().default(0),

    acceptanceDue: day("acceptance_due"),
    decisionDue: day("decision_due"),
    /** What the authority owes next: the queue is ordered by it. */
    deskClock: text("desk_clock"),
    deskDue: day("desk_due"),
    paused: boolean("paused").notNull().default(false),
    /** Whom or what it waits for (domain/waiting). */
    waitingFor: text("waiting_for"),
    /** When a clock next acts by itself: the worker looks here. */
    nextClock: text("next_clock"),
    nextDue: day("next_due"),
    /** When somebody is next to be reminded of a clock. */
    remindOn: day("remind_on"),

    companyNameTyped: text("company_name_typed").notNull(),
    filedFor: text("filed_for").notNull().default("self"),
    situations: text("situations").array().notNull(),
    channel: text("channel"),
    /** Day of the incident as far as the person knows it. */
    occurredOn: day("occurred_on"),
    humanRequests: integer("human_requests"),
    waitSeconds: integer("wait_seconds"),
    reachedHuman: boolean("reached_human"),
    menuDepth: integer("menu_depth"),
    interruptions: integer("interruptions"),
    loopback: boolean("loopback"),
    sameReplyRepeated: integer("same_reply_repeated"),
    promisedAction: boolean("promised_action"),
    promisedBy: text("promised_by"),
    priorityGroup: text("priority_group"),
    /** CNY fen. */
    lossAmount: bigint("loss_amount", { mode: "number" }),
    /** Keyed hash of the verified or given contact: tells complainants apart without naming them. */
    distinctHash: text("distinct_hash"),
    contactVerified: boolean("contact_verified").notNull().default(false),
    /** Number on the overdue register, its own; set when a deadline of the authority is missed. */
    overdueNumber: text("overdue_number").unique(),
    erasedAt: instant("erased_at"),
    createdAt: createdAt(),
  },
  (t) => [
    index("complaints_desk_due").on(t.deskDue, t.id).where(sql`${t.deskDue} is not null`),
    index("complaints_next_due").on(t.nextDue).where(sql`${t.nextDue} is not null`),
    index("complaints_remind_on").on(t.remindOn).where(sql`${t.remindOn} is not null`),
    index("complaints_officer_due").on(t.officerId, t.deskDue).where(sql`${t.deskDue} is not null`),
    index("complaints_desk_queue").on(t.paused, t.deskDue, t.id).where(sql`${t.deskDue} is not null`),
    index("complaints_company").on(t.companyId, t.filedAt),
    index("complaints_user").on(t.userId),
    index("complaints_filed").on(t.filedAt),
    // Twenty weeks are counted each quarter of an hour (RULES §6, special checks): from this alone, without the rows.
    index("complaints_counted")
      .on(t.filedAt, t.companyId, t.distinctHash, t.state, t.id)
      .where(sql`${t.contactVerified} and ${t.distinctHash} is not null`),
    index("complaints_state").on(t.state),
  ],
);

/** The person's own words; erasable, never in events. */
export const complaintTexts = pgTable("complaint_texts", {
  complaintId: uuid("complaint_id")
    .primaryKey()
    .references(() => complaints.id, { onDelete: "cascade" }),
  narrative: text("narrative").notNull(),
  wants: text("wants"),
  wantsKinds: text("wants_kinds").array().notNull().default(sql`'{}'::text[]`),
  promisedText: text("promised_text"),
});

/** Contact data, stored apart from the case (RULES §5). */
export const complaintContacts = pgTable("complaint_contacts", {
  complaintId: uuid("complaint_id")
    .primaryKey()
    .references(() => complaints.id, { onDelete: "cascade" }),
  name: text("name"),
  email: text("email"),
  phone: text("phone"),
  postal: text("postal"),
  filedForName: text("filed_for_name"),
  verifiedAt: instant("verified_at"),
  /** Hash of the code sent to prove control of the address or number. */
  codeHash: text("code_hash"),
  codeExpiresAt: instant("code_expires_at"),
});

/** Each consent on its own, given and taken back: share_with_company, publish_words (domain CONSENT_KINDS). */
export const consents = pgTable(
  "consents",
  {
    complaintId: uuid("complaint_id")
      .notNull()
      .references(() => complaints.id, { onDelete: "cascade" }),
    kind: text("kind").notNull(),
    givenAt: instant("given_at").notNull(),
    withdrawnAt: instant("withdrawn_at"),
  },
  (t) => [primaryKey({ columns: [t.complaintId, t.kind] })],
);

export const allegations = pgTable(
  "allegations",
  {
    id: id(),
    complaintId: uuid("complaint_id")
      .notNull()
      .references(() => complaints.id, { onDelete: "cascade" }),
    clause: text("clause").notNull(),
    situation: text("situation"),
    /** complainant: follows from the chosen situations; officer: added at the desk. */
    addedBy: text("added_by").notNull().default("complainant"),
    ord: integer("ord").notNull().default(0),
  },
  (t) => [index("allegations_complaint").on(t.complaintId), index("allegations_clause").on(t.clause)],
);

/**
 * The ledger: append-only, what clocks, audit and statistics derive from. No personal data, no free text.
 * The runtime role may only insert and select. `salt` hides the leaf of the public log (DESIGN §4).
 */
export const caseEvents = pgTable(
  "case_events",
  {
    seq: bigserial("seq", { mode: "number" }).primaryKey(),
    complaintId: uuid("complaint_id").notNull(),
    /** Number of the event within its case, from 1; two writers cannot both take one. */
    ord: integer("ord").notNull(),
    at: instant("at").notNull(),
    recordedAt: instant("recorded_at").notNull().default(sql`portal_now()`),
    type: text("type").notNull(),
    actorRole: text("actor_role").notNull(),
    actorId: uuid("actor_id"),
    data: jsonb("data").notNull(),
    salt: bytea("salt").notNull(),
  },
  (t) => [uniqueIndex("case_events_case_ord").on(t.complaintId, t.ord), index("case_events_type_at").on(t.type, t.at)],
);

/** What is not yet filed. Found by a token (cookie) or the owner's account; gone after 30 days, announced before. */
export const drafts = pgTable(
  "drafts",
  {
    id: id(),
    tokenHash: text("token_hash").notNull().unique(),
    userId: uuid("user_id").references(() => users.id, { onDelete: "cascade" }),
    locale: text("locale").notNull(),
    step: text("step").notNull(),
    data: jsonb("data").notNull(),
    complaintId: uuid("complaint_id").references(() => complaints.id),
    createdAt: createdAt(),
    updatedAt: instant("updated_at").notNull().default(sql`portal_now()`),
    expiresAt: instant("expires_at").notNull(),
    announcedAt: instant("announced_at"),
  },
  (t) => [index("drafts_user").on(t.userId), index("drafts_expires").on(t.expiresAt)],
);

/** A request to the complainant to complete the complaint (once, listing everything), and the answer. */
export const supplementRequests = pgTable(
  "supplement_requests",
  {
    id: id(),
    complaintId: uuid("complaint_id")
      .notNull()
      .references(() => complaints.id, { onDelete: "cascade" }),
    items: text("items").array().notNull(),
    requestedAt: instant("requested_at").notNull(),
    answeredAt: instant("answered_at"),
    answer: text("answer"),
  },
  (t) => [index("supplement_requests_complaint").on(t.complaintId)],
);

/** Reasons in words for decisions that carry them (decline, return, terminate): shown to the parties. */
export const decisions = pgTable(
  "decisions",
  {
    id: id(),
    complaintId: uuid("complaint_id")
      .notNull()
      .references(() => complaints.id, { onDelete: "cascade" }),
    type: text("type").notNull(),
    ground: text("ground"),
    reason: text("reason").notNull(),
    elsewhere: text("elsewhere"),
    by: uuid("by_user"),
    at: instant("at").notNull(),
  },
  (t) => [index("decisions_complaint").on(t.complaintId)],
);

/** Service on the company (RULES §2): to its account, or by a one-time link to the registered address. */
export const services = pgTable(
  "services",
  {
    id: id(),
    complaintId: uuid("complaint_id")
      .notNull()
      .references(() => complaints.id, { onDelete: "cascade" }),
    companyId: uuid("company_id")
      .notNull()
      .references(() => companies.id),
    method: text("method").notNull(),
    tokenHash: text("token_hash").unique(),
    servedAt: instant("served_at").notNull(),
    openedAt: instant("opened_at"),
  },
  (t) => [index("services_complaint").on(t.complaintId)],
);

export const companyReplies = pgTable(
  "company_replies",
  {
    id: id(),
    complaintId: uuid("complaint_id")
      .notNull()
      .references(() => complaints.id, { onDelete: "cascade" }),
    kind: text("kind").notNull(),
    body: text("body").notNull(),
    /** What stands beside the published ruling, at most 2,000 characters. */
    publicBody: text("public_body"),
    by: uuid("by_user"),
    at: instant("at").notNull(),
  },
  (t) => [index("company_replies_complaint").on(t.complaintId)],
);

/** Comments of both sides on the draft of a ruling. An empty body means: nothing to add. */
export const draftComments = pgTable(
  "draft_comments",
  {
    id: id(),
    complaintId: uuid("complaint_id")
      .notNull()
      .references(() => complaints.id, { onDelete: "cascade" }),
    rulingId: uuid("ruling_id").notNull(),
    side: text("side").notNull(),
    body: text("body").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [index("draft_comments_complaint").on(t.complaintId)],
);
