import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { citext, createdAt, day, id, instant } from "./columns";
import { companies } from "./companies";

/** Accounts. A consumer needs none; staff and companies come by invitation. */
export const users = pgTable("users", {
  id: id(),
  email: citext("email").notNull().unique(),
  emailVerified: instant("email_verified"),
  name: text("name"),
  image: text("image"),
  role: text("role").notNull().default("complainant"),
  companyId: uuid("company_id").references(() => companies.id),
  locale: text("locale").notNull().default("zh-Hans"),
  passwordHash: text("password_hash"),
  /** TOTP secret, sealed with the application key; null until enrolled. */
  totpSealed: text("totp_sealed"),
  /** Last accepted TOTP time step: a code works once. */
  totpLastStep: integer("totp_last_step"),
  disabledAt: instant("disabled_at"),
  createdAt: createdAt(),
});

/** A sign-in. The JWT holds its id; deleting or revoking the row ends it everywhere. */
export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    lastSeenAt: instant("last_seen_at").notNull().default(sql`portal_now()`),
    /** Real time, as its cookie: moving the demo's clock signs nobody out. */
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
    device: text("device"),
  },
  (t) => [index("sessions_user").on(t.userId)],
);

/** E-mail links of next-auth: hashed tokens, used once. */
export const verificationTokens = pgTable(
  "verification_tokens",
  { identifier: citext("identifier").notNull(), token: text("token").notNull(), expires: instant("expires").notNull() },
  (t) => [primaryKey({ columns: [t.identifier, t.token] })],
);

/** Linked sign-in providers; the adapter's table, empty while mail links and passwords are the only ways in. */
export const accounts = pgTable(
  "accounts",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    type: text("type").notNull(),
    provider: text("provider").notNull(),
    providerAccountId: text("provider_account_id").notNull(),
    refresh_token: text("refresh_token"),
    access_token: text("access_token"),
    expires_at: integer("expires_at"),
    token_type: text("token_type"),
    scope: text("scope"),
    id_token: text("id_token"),
    session_state: text("session_state"),
  },
  (t) => [primaryKey({ columns: [t.provider, t.providerAccountId] })],
);

export const invitations = pgTable("invitations", {
  id: id(),
  email: citext("email").notNull(),
  name: text("name"),
  role: text("role").notNull(),
  companyId: uuid("company_id").references(() => companies.id),
  tokenHash: text("token_hash").notNull().unique(),
  invitedBy: uuid("invited_by").references(() => users.id),
  createdAt: createdAt(),
  expiresAt: instant("expires_at").notNull(),
  acceptedAt: instant("accepted_at"),
  /** Taken back, or replaced by a newer one. */
  revokedAt: instant("revoked_at"),
  locale: text("locale").notNull().default("zh-Hans"),
});

/** A calendar of due dates that a program of one's own reads at a secret address: one a person, keyed hash of its token. */
export const calendarFeeds = pgTable("calendar_feeds", {
  userId: uuid("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  tokenHash: text("token_hash").notNull().unique(),
  createdAt: createdAt(),
});

/** The morning's letter to the desk: once a person and day, whatever the number of workers. */
export const deskDigests = pgTable(
  "desk_digests",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    day: day("day").notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.day] })],
);

/** For the day the phone is lost: each code signs in once. Keyed hashes. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    codeHash: text("code_hash").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [primaryKey({ columns: [t.userId, t.codeHash] })],
);

/** Behaviour limits: one counter a bucket (a keyed hash, never an address in clear) and window. */
export const attempts = pgTable(
  "attempts",
  {
    bucket: text("bucket").notNull(),
    windowStart: instant("window_start").notNull(),
    count: integer("count").notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.bucket, t.windowStart] })],
);

/** Proof-of-work challenges already used: each counts once. */
export const spentChallenges = pgTable("spent_challenges", {
  challenge: text("challenge").primaryKey(),
  expiresAt: instant("expires_at").notNull(),
});

/** What administrators did: ids and kinds only. */
export const adminEvents = pgTable(
  "admin_events",
  {
    id: id(),
    at: instant("at").notNull(),
    actorId: uuid("actor_id"),
    type: text("type").notNull(),
    subjectId: uuid("subject_id"),
    ok: boolean("ok").notNull().default(true),
  },
  (t) => [index("admin_events_at").on(t.at)],
);
