import { bigint, index, pgTable, primaryKey, smallint, uniqueIndex } from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns";

/**
 * Events that are not yet leaves: a trigger on case_events writes them in the event's own transaction, so that none is passed over, however late it
 * commits. A row without its event means that the event was deleted before it was logged.
 */
export const logPending = pgTable("log_pending", { seq: bigint("seq", { mode: "number" }).primaryKey() });

/** Leaves of the public log in its order, without gaps; append-only. `hash`: SHA-256(salt ‖ event); `node`: hash of the leaf in the tree. */
export const logLeaves = pgTable(
  "log_leaves",
  {
    idx: bigint("idx", { mode: "number" }).primaryKey(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    time: instant("time").notNull(),
    hash: bytea("hash").notNull(),
    node: bytea("node").notNull(),
  },
  (t) => [uniqueIndex("log_leaves_seq").on(t.seq)],
);

/** Roots of full tiles: level L holds one hash for 256^L leaves. Append-only. */
export const logNodes = pgTable(
  "log_nodes",
  {
    level: smallint("level").notNull(),
    idx: bigint("idx", { mode: "number" }).notNull(),
    hash: bytea("hash").notNull(),
  },
  (t) => [primaryKey({ columns: [t.level, t.idx] })],
);

/** What was signed: one root for a size, never a second. Append-only. */
export const logCheckpoints = pgTable(
  "log_checkpoints",
  {
    size: bigint("size", { mode: "number" }).primaryKey(),
    root: bytea("root").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [index("log_checkpoints_at").on(t.at)],
);
