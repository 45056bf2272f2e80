import { sql } from "drizzle-orm";
import { bigint, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { complaints, drafts } from "./complaints";
import { dialTests } from "./dial-tests";

/** A file handed in. The original is sealed (age) in object storage under `storageKey` and never changes. */
export const evidenceFiles = pgTable(
  "evidence_files",
  {
    id: id(),
    complaintId: uuid("complaint_id").references(() => complaints.id, { onDelete: "cascade" }),
    draftId: uuid("draft_id").references(() => drafts.id, { onDelete: "cascade" }),
    /** Of a dial test: what the officer recorded while testing. */
    dialTestId: uuid("dial_test_id").references(() => dialTests.id),
    /** complainant, company or officer: who handed it in. */
    side: text("side").notNull(),
    uploadId: text("upload_id").unique(),
    originalName: text("original_name").notNull(),
    kind: text("kind"),
    mediaType: text("media_type"),
    bytes: bigint("bytes", { mode: "number" }).notNull(),
    sha256: text("sha256"),
    storageKey: text("storage_key"),
    status: text("status").notNull(),
    refusedWhy: text("refused_why"),
    scan: text("scan").notNull().default("not_scanned"),
    /** Small facts read from the content: pixel size, seconds, pages. */
    facts: jsonb("facts"),
    /** What the officer will see it called: "图1". */
    ord: integer("ord"),
    createdAt: createdAt(),
    receivedAt: instant("received_at"),
    removedAt: instant("removed_at"),
    /** taken_back, retention. */
    removedWhy: text("removed_why"),
  },
  (t) => [
    index("evidence_files_complaint").on(t.complaintId),
    index("evidence_files_draft").on(t.draftId),
    index("evidence_files_dial_test").on(t.dialTestId),
    index("evidence_files_sha").on(t.sha256),
  ],
);

/** A re-reading of sealed originals (nightly a sample, or all): how many were read, and which did not read back as received. Ids and fault codes only. */
export const evidenceChecks = pgTable(
  "evidence_checks",
  {
    id: id(),
    scope: text("scope").notNull(),
    startedAt: instant("started_at").notNull(),
    endedAt: instant("ended_at").notNull(),
    looked: integer("looked").notNull(),
    /** [{id, fault}]: domain/evidence-check. */
    faults: jsonb("faults").notNull(),
  },
  (t) => [index("evidence_checks_ended").on(t.endedAt)],
);

/** What of a file the public may see: proposed by the machine, decided by a person, made into a new file. Goes with its file. */
export const evidenceRedactions = pgTable("evidence_redactions", {
  evidenceId: uuid("evidence_id")
    .primaryKey()
    .references(() => evidenceFiles.id, { onDelete: "cascade" }),
  complaintId: uuid("complaint_id")
    .notNull()
    .references(() => complaints.id, { onDelete: "cascade" }),
  /** Its address for the public; says nothing of the case. */
  publicId: uuid("public_id").notNull().unique().default(sql`gen_random_uuid()`),
  /** asked, proposed, confirmed, failed */
  state: text("state").notNull(),
  /** domain/redaction/regions: pages with their size in pixels, regions on them, muted stretches, or the text and its spans. */
  plan: jsonb("plan").notNull().default(sql`'{}'::jsonb`),
  /** Counts up with every change: a page that is out of date is refused. */
  revision: integer("revision").notNull().default(0),
  derivativeKey: text("derivative_key"),
  mediaType: text("media_type"),
  bytes: bigint("bytes", { mode: "number" }),
  sha256: text("sha256"),
  confirmedBy: uuid("confirmed_by"),
  confirmedAt: instant("confirmed_at"),
  failedWhy: text("failed_why"),
  updatedAt: instant("updated_at").notNull().default(sql`portal_now()`),
});

/** What the machine read in a file: turns of a chat, stretches of a recording, facts they suggest. Personal like the file, and gone with it. */
export const evidenceReadings = pgTable(
  "evidence_readings",
  {
    evidenceId: uuid("evidence_id")
      .primaryKey()
      .references(() => evidenceFiles.id, { onDelete: "cascade" }),
    /** waiting, reading, done, failed; unread: of a kind or size that is not read, kept for its transcript. */
    state: text("state").notNull(),
    /** Counted up before each try, so that a file that kills its reader is not tried for ever. */
    attempts: integer("attempts").notNull().default(0),
    /** timeout, crashed, unreadable: a code, never words of the file. */
    failedWhy: text("failed_why"),
    /** domain/reading/content: null until done. */
    content: jsonb("content"),
    /** domain/reading/proposals ConfirmedReading: what the person who filed put right and stands by. Never mixed into `content`. */
    confirmed: jsonb("confirmed"),
    /** domain/reading/transcript: typed beside a recording. */
    transcript: jsonb("transcript"),
    updatedAt: instant("updated_at").notNull().default(sql`portal_now()`),
  },
  (t) => [index("evidence_readings_state").on(t.state)],
);
