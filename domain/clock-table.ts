/** The clocks of Rules §4, one row each. Lengths are working days but for `first_answer`, which is elapsed hours. */
export const CLOCK_NAMES = [
  "acceptance",
  "decision",
  "supplement",
  "company_reply",
  "first_answer",
  "draft_comments",
  "review_window",
  "review",
  "rectification",
  "rectification_check",
  "record_request",
] as const;
export type ClockName = (typeof CLOCK_NAMES)[number];

export const PAUSE_REASONS = [
  "supplement",
  "appraisal",
  "mediation",
  "competence",
  "court",
  "force_majeure",
  "termination",
] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** What happens by itself when a clock runs out. `measured`: nothing but a number. */
export type WhenOut =
  | "deemed_accepted"
  | "overdue"
  | "not_pursued"
  | "reply_missed"
  | "may_sign"
  | "window_closed"
  | "rectification_overdue"
  | "record_request_missed"
  | "measured";

export interface ClockRule {
  readonly length: number;
  readonly unit: "working_days" | "hours";
  /** Event that starts it; per case, or per finding or record request. */
  readonly starts: string;
  readonly per: "case" | "finding" | "request";
  /** Working days that may be added, once. */
  readonly extension: number;
  /** Working days left at which whom it binds is reminded. */
  readonly reminders: readonly number[];
  readonly whenOut: WhenOut;
  /** Who the clock binds. */
  readonly binds: "regulator" | "complainant" | "company" | "both_sides";
}

// biome-ignore format: a table, one row a line
export const CLOCKS = {
  acceptance: { length: 5, unit: "working_days", starts: "submitted", per: "case", extension: 0, reminders: [2, 1, 0], whenOut: "deemed_accepted", binds: "regulator" },
  decision: { length: 30, unit: "working_days", starts: "accepted", per: "case", extension: 15, reminders: [10, 5, 2, 1, 0], whenOut: "overdue", binds: "regulator" },
  supplement: { length: 10, unit: "working_days", starts: "supplement_requested", per: "case", extension: 10, reminders: [5, 2, 1, 0], whenOut: "not_pursued", binds: "complainant" },
  company_reply: { length: 10, unit: "working_days", starts: "served", per: "case", extension: 0, reminders: [5, 2, 1, 0], whenOut: "reply_missed", binds: "company" },
  first_answer: { length: 72, unit: "hours", starts: "served", per: "case", extension: 0, reminders: [], whenOut: "measured", binds: "company" },
  draft_comments: { length: 5, unit: "working_days", starts: "draft_sent", per: "case", extension: 0, reminders: [2, 1, 0], whenOut: "may_sign", binds: "both_sides" },
  review_window: { length: 10, unit: "working_days", starts: "ruling_signed", per: "case", extension: 0, reminders: [2], whenOut: "window_closed", binds: "both_sides" },
  review: { length: 30, unit: "working_days", starts: "review_requested", per: "case", extension: 0, reminders: [10, 5, 2, 1, 0], whenOut: "overdue", binds: "regulator" },
  rectification: { length: 7, unit: "working_days", starts: "rectification_ordered", per: "finding", extension: 0, reminders: [5, 2, 1, 0], whenOut: "rectification_overdue", binds: "company" },
  rectification_check: { length: 5, unit: "working_days", starts: "rectification_reported", per: "finding", extension: 0, reminders: [2, 1, 0], whenOut: "overdue", binds: "regulator" },
  record_request: { length: 3, unit: "working_days", starts: "record_requested", per: "request", extension: 0, reminders: [1, 0], whenOut: "record_request_missed", binds: "company" },
} as const satisfies Record<ClockName, ClockRule>;

export interface PauseRule {
  readonly clock: "acceptance" | "decision";
  /** Longest single pause in working days; null: no maximum. */
  readonly each: number | null;
  /** Longest sum of all pauses of this reason in working days; null: no maximum. */
  readonly total: number | null;
  /** How often; null: as often as `total` allows. */
  readonly times: number | null;
  /** False: the maximum belongs to another clock, the pause itself goes on (a case not pursued keeps its remaining days). */
  readonly endsItself: boolean;
  /** Calendar days after which the desk must look whether the reason still stands. */
  readonly lookEvery: number | null;
  /** Written by the procedure itself; nobody may ask for it. */
  readonly automatic: boolean;
}

/** What stops a clock and for how long at most (Rules §4). Waiting for a company's reply is not among them. */
// biome-ignore format: a table, one row a line
export const PAUSES = {
  supplement: { clock: "acceptance", each: 10, total: 20, times: 1, endsItself: false, lookEvery: null, automatic: true },
  competence: { clock: "acceptance", each: 7, total: 7, times: null, endsItself: true, lookEvery: null, automatic: false },
  appraisal: { clock: "decision", each: 30, total: 60, times: 2, endsItself: true, lookEvery: null, automatic: false },
  mediation: { clock: "decision", each: 20, total: 20, times: null, endsItself: true, lookEvery: null, automatic: false },
  court: { clock: "decision", each: null, total: null, times: null, endsItself: false, lookEvery: 30, automatic: false },
  force_majeure: { clock: "decision", each: null, total: null, times: null, endsItself: false, lookEvery: 30, automatic: false },
  // Ours: a case ended by the supervisor and brought back on review goes on with the days that were left.
  termination: { clock: "decision", each: null, total: null, times: null, endsItself: false, lookEvery: null, automatic: true },
} as const satisfies Record<PauseReason, PauseRule>;

/** Working days left at which a decision or review that is not made goes up to the supervisor (Rules §4). */
export const ESCALATED_AT: readonly number[] = [10, 5, 2];
/** Calendar days within which a case not pursued may be reopened (Rules §3). */
export const REOPEN_DAYS = 30;
/** Working day of the decision clock by which the draft goes out, so that comments fit in (Rules §3). */
export const DRAFT_OUT_BY_DAY = 25;
