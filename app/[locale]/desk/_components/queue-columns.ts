/** Columns of the queue after the axis; what a preview spans. */
export const COLUMNS = [
  "left",
  "due",
  "duty",
  "reference",
  "company",
  "matter",
  "clauses",
  "evidence",
  "state",
  "officer",
] as const;

/** What may be done from the queue itself, by its name in the table of the procedure. */
export const ROW_ACTS = ["accept", "request_supplement", "decline", "assign"] as const;
export type RowAct = (typeof ROW_ACTS)[number];
