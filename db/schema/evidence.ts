import { bigint, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { complaints, drafts } from "./complaints";

/** A file handed in. The original is sealed (age) in object storage under `storageKey` and never changes. */
export const evidenceFiles = pgTable(
  "evidence_files",
  {
    id: id(),
    complaintId: uuid("complaint_id").references(() => complaints.id, { onDelete: "cascade" }),
    draftId: uuid("draft_id").references(() => drafts.id, { onDelete: "cascade" }),
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
  },
  (t) => [
    index("evidence_files_complaint").on(t.complaintId),
    index("evidence_files_draft").on(t.draftId),
    index("evidence_files_sha").on(t.sha256),
  ],
);
