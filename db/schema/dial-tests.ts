import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { DialStep } from "@/domain/dial-tests/entry";
import type { DialPanel } from "@/domain/dial-tests/plan";
import { id, instant } from "./columns";
import { companies } from "./companies";

/** The draw of a quarter's dial tests: what is published before it (commitment, panel), and the seed, which is published after it. */
export const dialPlans = pgTable("dial_plans", {
  quarter: text("quarter").primaryKey(),
  /** 64 hex digits; nobody outside the regulator reads it before the quarter is over. */
  seed: text("seed").notNull(),
  /** domain/dial-tests/plan commitmentOf. */
  commitment: text("commitment").notNull(),
  panel: jsonb("panel").notNull().$type<DialPanel>(),
  committedAt: instant("committed_at").notNull(),
});

/** Quarterly random dial tests (RULES §6): the record behind T. A row is as it stands; what it was before is in `dial_test_changes`. */
export const dialTests = pgTable(
  "dial_tests",
  {
    id: id(),
    companyId: uuid("company_id")
      .notNull()
      .references(() => companies.id),
    quarter: text("quarter").notNull(),
    channel: text("channel").notNull(),
    testedAt: instant("tested_at").notNull(),
    priority: boolean("priority").notNull().default(false),
    steps: integer("steps"),
    humanRequests: integer("human_requests").notNull(),
    /** Seconds from the request to a human; null: never connected. */
    secondsToHuman: integer("seconds_to_human"),
    /** By phone null: never told. */
    promptSecond: integer("prompt_second"),
    /** domain/dial-tests/judge: derived from the other columns, never typed. */
    passed: boolean("passed").notNull(),
    /** The contact of the plan it was made for; null: before there were plans. */
    contactKey: text("contact_key"),
    /** Number dialled, app or address. */
    contactPoint: text("contact_point"),
    /** In order what the tester did. */
    actions: jsonb("actions").notNull().$type<DialStep[]>().default(sql`'[]'::jsonb`),
    menuSkippable: boolean("menu_skippable"),
    gates: jsonb("gates").notNull().$type<string[]>().default(sql`'[]'::jsonb`),
    priorityOffered: boolean("priority_offered"),
    recordedAt: instant("recorded_at").notNull().default(sql`portal_now()`),
    recordedBy: uuid("recorded_by"),
    /** Withdrawn as mistaken: counted and shown no more, kept with its reason in `dial_test_changes`. */
    voidedAt: instant("voided_at"),
  },
  (t) => [
    index("dial_tests_company").on(t.companyId, t.testedAt),
    index("dial_tests_quarter").on(t.quarter),
    uniqueIndex("dial_tests_contact").on(t.contactKey).where(sql`${t.contactKey} is not null and ${t.voidedAt} is null`),
  ],
);

/** Corrections of dial tests, append-only: who, when, why, from what to what. */
export const dialTestChanges = pgTable(
  "dial_test_changes",
  {
    id: id(),
    testId: uuid("test_id")
      .notNull()
      .references(() => dialTests.id),
    at: instant("at").notNull(),
    actorId: uuid("actor_id"),
    reason: text("reason").notNull(),
    before: jsonb("before").notNull(),
    after: jsonb("after").notNull(),
  },
  (t) => [index("dial_test_changes_test").on(t.testId, t.at)],
);

/** Contacts of a plan that cannot be made: the company turned out not to have the channel. Append-only. */
export const dialContactsClosed = pgTable(
  "dial_contacts_closed",
  {
    contactKey: text("contact_key").primaryKey(),
    quarter: text("quarter").notNull(),
    companyId: uuid("company_id")
      .notNull()
      .references(() => companies.id),
    channel: text("channel").notNull(),
    at: instant("at").notNull(),
    actorId: uuid("actor_id"),
  },
  (t) => [index("dial_contacts_closed_quarter").on(t.quarter)],
);
