import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { citext, createdAt, day, id, instant } from "./columns";
import { companies } from "./companies";
import { complaints } from "./complaints";

/** Keys with which consumer bodies' own apps file complaints. The key is shown once; here is its keyed hash. */
export const apiKeys = pgTable("api_keys", {
  id: id(),
  /** The body that holds it. */
  holder: text("holder").notNull(),
  keyHash: text("key_hash").notNull().unique(),
  /** Its last four letters, to tell keys apart. */
  tail: text("tail").notNull(),
  createdBy: uuid("created_by"),
  createdAt: createdAt(),
  revokedAt: instant("revoked_at"),
});

/** Complaints that came by a key. `fingerprint`: SHA-256 of the request, so that a key for one attempt is not used for another. */
export const apiFilings = pgTable(
  "api_filings",
  {
    complaintId: uuid("complaint_id")
      .primaryKey()
      .references(() => complaints.id, { onDelete: "cascade" }),
    apiKeyId: uuid("api_key_id").notNull(),
    fingerprint: text("fingerprint").notNull(),
  },
  (t) => [index("api_filings_key").on(t.apiKeyId)],
);

/** A full dump of the public record, one a day: its files with bytes and SHA-256; the bytes lie in the store under dumps/<day>/. */
export const dumps = pgTable("dumps", {
  day: day("day").primaryKey(),
  manifest: jsonb("manifest").notNull(),
  madeAt: instant("made_at").notNull(),
});

/** Who follows what by mail. Confirmed by a link (double opt-in); stopping deletes the row, and the address with it. */
export const follows = pgTable(
  "follows",
  {
    id: id(),
    email: citext("email").notNull(),
    /** Keyed hash of the address: stands for it in the link that stops everything. */
    reader: text("reader").notNull(),
    locale: text("locale").notNull(),
    /** all, company, clause, search */
    kind: text("kind").notNull(),
    /** Slug, clause, or the query of a saved search; '' for all. */
    target: text("target").notNull(),
    tokenHash: text("token_hash").notNull().unique(),
    confirmedAt: instant("confirmed_at"),
    expiresAt: instant("expires_at"),
    /** Rulings signed after this were not told yet. */
    toldUntil: instant("told_until").notNull(),
    /** Of a company: newest scored quarter, band and grade as last told; another is news. Null before the first letter could tell. */
    toldStanding: text("told_standing"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("follows_once").on(t.email, t.kind, t.target),
    index("follows_expires").on(t.expiresAt),
    index("follows_reader").on(t.reader),
  ],
);

/** 人工服务保障标识 (RULES §6): decided for each company at each quarter's turn, expires with the quarter, revoked when a condition fails. */
export const badges = pgTable(
  "badges",
  {
    id: id(),
    companyId: uuid("company_id")
      .notNull()
      .references(() => companies.id),
    /** In which it holds. */
    quarter: text("quarter").notNull(),
    decidedOn: day("decided_on").notNull(),
    /** Null: a condition did not hold at the quarter's turn. */
    awardedOn: day("awarded_on"),
    /** Last day on which it holds. */
    expiresOn: day("expires_on").notNull(),
    /** Conditions that did not hold when it was decided, and what was looked at (domain/badge BadgeFacts). */
    failed: text("failed").array().notNull().default(sql`'{}'::text[]`),
    facts: jsonb("facts").notNull(),
    revokedOn: day("revoked_on"),
    /** Conditions that failed then, or "merged"; and the facts of that day. */
    revokedFor: text("revoked_for").array().notNull().default(sql`'{}'::text[]`),
    revokedFacts: jsonb("revoked_facts"),
  },
  (t) => [
    uniqueIndex("badges_once").on(t.companyId, t.quarter),
    index("badges_held").on(t.quarter).where(sql`${t.awardedOn} is not null`),
  ],
);
