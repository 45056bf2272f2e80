import { integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { day, id, instant } from "./columns";

/**
 * The portal's clock (one row). mode real: portal_now() is now(). demo and test: anchor_portal plus what has passed since
 * anchor_real; only advance_portal_clock(instant) moves it, forward only, and never in mode real.
 */
export const portalClock = pgTable("portal_clock", {
  id: integer("id").primaryKey(),
  mode: text("mode").notNull(),
  anchorReal: instant("anchor_real").notNull(),
  anchorPortal: instant("anchor_portal").notNull(),
});

/** A year whose notice by the State Council is loaded. */
export const calendarNotices = pgTable("calendar_notices", {
  year: integer("year").primaryKey(),
  source: text("source").notNull(),
  loadedAt: instant("loaded_at").notNull(),
  loadedBy: uuid("loaded_by"),
});

export const calendarDays = pgTable("calendar_days", {
  day: day("day").primaryKey(),
  /** holiday: a weekday off; workday: an exchanged weekend day that works */
  kind: text("kind").notNull(),
  name: text("name").notNull(),
  nameEn: text("name_en").notNull(),
  year: integer("year").notNull(),
});

/** A notice brought in, which takes the signature of a second person to be loaded. `days`: domain NoticeDay[]. */
export const calendarProposals = pgTable("calendar_proposals", {
  id: id(),
  year: integer("year").notNull(),
  source: text("source").notNull(),
  days: jsonb("days").notNull(),
  proposedBy: uuid("proposed_by").notNull(),
  proposedAt: instant("proposed_at").notNull(),
  /** open, applied, withdrawn */
  state: text("state").notNull(),
  decidedBy: uuid("decided_by"),
  decidedAt: instant("decided_at"),
});

/** Who is alive: workers write here, /api/health reads it. Real time, not the portal's. */
export const workerHeartbeats = pgTable("worker_heartbeats", {
  name: text("name").primaryKey(),
  at: instant("at").notNull(),
});

/** Up to which slot of portal time each entry of jobs/schedule.ts has been enqueued; several workers agree through this row. */
export const scheduleRuns = pgTable("schedule_runs", {
  name: text("name").primaryKey(),
  slot: instant("slot").notNull(),
});
