import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { complaints } from "./complaints";
import { users } from "./people";

/**
 * Which cases changed in which transaction, written by statement triggers: every process of the desk reads on from what it has seen
 * (decision 0032). Old rows go with the hour.
 */
export const deskChanges = pgTable(
  "desk_changes",
  {
    xid: bigint("xid", { mode: "number" }).notNull(),
    queueNumber: integer("queue_number").notNull(),
  },
  (t) => [index("desk_changes_xid").on(t.xid)],
);

/** One row: transactions below `pruned` are told of no more; below `next` they go at the next pruning. */
export const deskChangeMarks = pgTable("desk_change_marks", {
  id: integer("id").primaryKey(),
  pruned: bigint("pruned", { mode: "number" }).notNull(),
  next: bigint("next", { mode: "number" }).notNull(),
  /** By the machine's clock, not the portal's. */
  at: instant("at").notNull(),
});

/** A view of the queue somebody keeps: the filter as the address holds it. `shared`: a supervisor put it before everyone. */
export const deskViews = pgTable(
  "desk_views",
  {
    id: id(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    view: text("view").notNull(),
    filter: jsonb("filter").notNull(),
    shared: boolean("shared").notNull().default(false),
    ord: integer("ord").notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("desk_views_user").on(t.userId, t.ord)],
);

/** Who of the desk has a case open just now, by the machine's clock. Not logged: it is worth nothing after a minute. */
export const casePresence = pgTable(
  "case_presence",
  {
    complaintId: uuid("complaint_id")
      .notNull()
      .references(() => complaints.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    seenAt: instant("seen_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.complaintId, t.userId] })],
);

/**
 * By what complaints that read alike are found (domain/similar): bands of the words' sketch, and canned replies as numbers. Made from erasable words,
 * from which nothing of them can be read back; gone with them.
 */
export const caseSketches = pgTable("case_sketches", {
  complaintId: uuid("complaint_id")
    .primaryKey()
    .references(() => complaints.id, { onDelete: "cascade" }),
  companyId: uuid("company_id"),
  bands: integer("bands").array().notNull(),
  replies: integer("replies").array().notNull(),
});

/** Notes of the desk on a case; neither party reads them. */
export const caseNotes = pgTable(
  "case_notes",
  {
    id: id(),
    complaintId: uuid("complaint_id")
      .notNull()
      .references(() => complaints.id, { onDelete: "cascade" }),
    by: uuid("by_user").notNull(),
    body: text("body").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [index("case_notes_complaint").on(t.complaintId)],
);
