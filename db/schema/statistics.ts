import { bigint, bigserial, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";

/**
 * Counts behind the statistics page. What a change of a case, a published ruling or a rectification adds and takes away is written by triggers
 * in the same transaction (statistic_deltas) and folded every minute; sums are over both, so a count is never behind. Migration `statistics`
 * says which row counts for what; rebuild_statistics() makes the same from the rows themselves.
 */
export const statisticDeltas = pgTable(
  "statistic_deltas",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    sector: text("sector").notNull(),
    companyId: uuid("company_id"),
    /** "2026-09" of Asia/Shanghai. */
    month: text("month").notNull(),
    channel: text("channel").notNull(),
    priorityGroup: text("priority_group").notNull(),
    /** Empty where the measure is of whole cases. */
    clause: text("clause").notNull(),
    measure: text("measure").notNull(),
    n: integer("n").notNull(),
  },
  (t) => [index("statistic_deltas_company").on(t.companyId)],
);

/** Folded, over all companies of a sector. */
export const statisticSectors = pgTable(
  "statistic_sectors",
  {
    sector: text("sector").notNull(),
    month: text("month").notNull(),
    channel: text("channel").notNull(),
    priorityGroup: text("priority_group").notNull(),
    clause: text("clause").notNull(),
    measure: text("measure").notNull(),
    n: bigint("n", { mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.measure, t.month, t.sector, t.channel, t.priorityGroup, t.clause] })],
);

/** Folded, of one company; without channel and group, which would come close to persons. */
export const statisticCompanies = pgTable(
  "statistic_companies",
  {
    companyId: uuid("company_id").notNull(),
    month: text("month").notNull(),
    clause: text("clause").notNull(),
    measure: text("measure").notNull(),
    n: bigint("n", { mode: "number" }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.measure, t.month, t.clause] }),
    index("statistic_companies_measure").on(t.measure, t.month),
  ],
);

/** Final findings by clause and outcome, folded with the others: what /standard shows of each clause. Sums are over this and what is not folded yet. */
export const clauseTallies = pgTable(
  "clause_tallies",
  {
    clause: text("clause").notNull(),
    outcome: text("outcome").notNull(),
    n: bigint("n", { mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.clause, t.outcome] })],
);
