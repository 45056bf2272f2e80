import { addMonthsCalendar, type Day, earlierDay, laterDay, type Quarter, quarterBounds } from "./day";
import type { State } from "./procedure";

/** How long what is kept (RULES §5, ours), in calendar months after the day named. */
export const KEEP_MONTHS = {
  /** Case file, after closing; then anonymised. */
  caseFile: 36,
  /** Case file of a complaint that was declined. */
  declined: 6,
  /** Original audio, after closing. */
  audio: 12,
  /** Recordings of a dial test, after its quarter: by then no score is made of it any more (12 months trailing) and nothing of it may be corrected. */
  dial: 12,
  /** A published finding, after signing. */
  published: 36,
  /** A minor finding, after the accepted rectification. */
  minor: 3,
} as const;

export const KEPT_KINDS = ["case_file", "declined_file", "audio", "dial_recording", "publication"] as const;
export type KeptKind = (typeof KEPT_KINDS)[number];

/** The last day on which a closed case's file is kept. */
export function caseFileUntil(state: State, closedOn: Day): Day {
  return addMonthsCalendar(closedOn, state === "declined" ? KEEP_MONTHS.declined : KEEP_MONTHS.caseFile);
}

/** The last day on which the original recordings of a closed case are kept. */
export const audioUntil = (closedOn: Day): Day => addMonthsCalendar(closedOn, KEEP_MONTHS.audio);

/** The last day on which the recordings of a quarter's dial tests are kept; their hashes stay with the test. */
export const dialRecordingUntil = (quarter: Quarter): Day => addMonthsCalendar(quarterBounds(quarter).last, KEEP_MONTHS.dial);

export interface ShownFinding {
  readonly outcome: string;
  readonly tier: string | null;
  /** Day of the accepted rectification; null while there is none. */
  readonly acceptedOn: Day | null;
}

/**
 * The last day on which a published ruling is shown: three years after signing; one whose upheld findings are all minor and rectified, three months
 * after the last acceptance, if that is earlier.
 */
export function publishedUntil(signedOn: Day, findings: readonly ShownFinding[]): Day {
  const full = addMonthsCalendar(signedOn, KEEP_MONTHS.published);
  const upheld = findings.filter((f) => f.outcome === "upheld" || f.outcome === "partly_upheld");
  const accepted = upheld.flatMap((f) => (f.tier === "minor" && f.acceptedOn ? [f.acceptedOn] : []));
  const [first, ...more] = accepted;
  if (first === undefined || accepted.length < upheld.length) return full;
  const minor = addMonthsCalendar(more.reduce(laterDay, first), KEEP_MONTHS.minor);
  return earlierDay(minor, full);
}
