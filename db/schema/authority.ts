import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { AuthorityDuty } from "@/domain/authority-record";
import { day } from "./columns";
import { complaints } from "./complaints";

/** What the authority owed in each case, as counted when its ledger had `event_count` events. */
export const authorityDuties = pgTable("authority_duties", {
  complaintId: uuid("complaint_id")
    .primaryKey()
    .references(() => complaints.id, { onDelete: "cascade" }),
  eventCount: integer("event_count").notNull(),
  duties: jsonb("duties").$type<AuthorityDuty[]>().notNull(),
});

/** The same summed by due day: behind "did we keep our word" and the record by month. Rows of days to come are there and not read before their day. */
export const authorityDays = pgTable(
  "authority_days",
  {
    dueOn: day("due_on").notNull(),
    clock: text("clock").notNull(),
    result: text("result").notNull(),
    /** Working days; -1 while undone. */
    netDays: integer("net_days").notNull(),
    grossDays: integer("gross_days").notNull(),
    extended: boolean("extended").notNull(),
    paused: boolean("paused").notNull(),
    n: integer("n").notNull(),
  },
  (t) => [primaryKey({ columns: [t.dueOn, t.clock, t.result, t.netDays, t.grossDays, t.extended, t.paused] })],
);
