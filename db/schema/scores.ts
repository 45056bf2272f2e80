import { boolean, doublePrecision, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { day, instant } from "./columns";
import { companies } from "./companies";

/** Parameters of a period: frozen before it begins, published (RULES §6). */
export const scorePeriods = pgTable("score_periods", {
  period: text("period").primaryKey(),
  parameters: jsonb("parameters").notNull(),
  frozenAt: instant("frozen_at").notNull(),
});

/** A company's score as of a day. `asOf` of a quarter's last day is the quarter's score; the newest is what the page shows. */
export const companyScores = pgTable(
  "company_scores",
  {
    companyId: uuid("company_id")
      .notNull()
      .references(() => companies.id),
    asOf: day("as_of").notNull(),
    period: text("period").notNull(),
    quarterEnd: boolean("quarter_end").notNull().default(false),
    score: doublePrecision("score").notNull(),
    lower: doublePrecision("lower").notNull(),
    upper: doublePrecision("upper").notNull(),
    grade: text("grade").notNull(),
    band: text("band").notNull(),
    decided: integer("decided").notNull(),
    exposure: doublePrecision("exposure").notNull(),
    /** The whole calculation: X, E, r̂, B, C, T and each finding's line. */
    breakdown: jsonb("breakdown").notNull(),
    computedAt: instant("computed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.asOf] }), index("company_scores_as_of").on(t.asOf)],
);
