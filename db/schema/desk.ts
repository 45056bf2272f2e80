import { bigint, index, integer, pgTable } from "drizzle-orm/pg-core";
import { instant } from "./columns";

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
