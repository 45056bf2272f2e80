import type { Day, Quarter } from "../day";
import type { DeclineGround, Outcome, Tier } from "../findings";
import type { Band, EvidenceGrade, RectificationDates } from "../score/types";
import type { CheckResult, CheckTrigger } from "../special-check";

/** A duty of the authority in one case. */
export interface DutyFact {
  /** Last day in time, pauses and extension counted in. */
  readonly dueOn: Day;
  /** Done by a person; null while open, and for good where the clock ran out by itself (deemed acceptance). */
  readonly doneOn: Day | null;
  /** The case left before: withdrawn, settled, not pursued, terminated. */
  readonly leftOn: Day | null;
  /** Working days from start to `doneOn`: pauses taken out, and all of them. Null while not done. */
  readonly netDays: number | null;
  readonly grossDays: number | null;
  readonly pausedFor: readonly string[];
}

export interface FindingFact {
  readonly findingId: string;
  readonly clause: string;
  readonly outcome: Outcome;
  readonly tier: Tier | null;
  readonly finalOn: Day | null;
  readonly recurs: boolean;
  readonly rectification: RectificationDates | null;
}

export interface ReplyFact {
  readonly servedOn: Day;
  /** End of the 10 working days. */
  readonly dueOn: Day;
  readonly repliedOn: Day | null;
  readonly firstAnsweredOn: Day | null;
  /** Elapsed hours from service to the first substantive answer. */
  readonly firstAnswerHours: number | null;
}

/** A consumer's request for the company's records of their service (D1.3), owed within 3 working days. */
export interface RecordRequestFact {
  readonly dueOn: Day;
  readonly deliveredOn: Day | null;
}

export interface ComplaintFact {
  readonly id: string;
  /** Complaints that share it are one complaint made several times. */
  readonly distinctKey: string;
  readonly receivedOn: Day;
  /** Where the consumer met the AI; null when not told. */
  readonly channel: string | null;
  readonly sector: string | null;
  readonly companyId: string | null;
  readonly acceptedOn: Day | null;
  readonly deemed: boolean;
  readonly declinedOn: Day | null;
  readonly declineGround: DeclineGround | null;
  /** Withdrawn, settled or not pursued. */
  readonly leftOn: Day | null;
  readonly acceptance: DutyFact;
  /** Null until accepted. */
  readonly decision: (DutyFact & { readonly extended: boolean }) | null;
  readonly ruledOn: Day | null;
  readonly annulledOn: Day | null;
  readonly findings: readonly FindingFact[];
  /** Null unless served. */
  readonly reply: ReplyFact | null;
  readonly recordRequests: readonly RecordRequestFact[];
}

/** A random test contact as it stood at the freeze. */
export interface DialFact {
  readonly testId: string;
  readonly companyId: string;
  readonly sector: string;
  readonly channel: string;
  readonly testedOn: Day;
  readonly priority: boolean;
  readonly humanRequests: number;
  /** Null: never connected. */
  readonly secondsToHuman: number | null;
  /** By phone null: never told. */
  readonly promptSecond: number | null;
  /** Whether there was a route for seniors and disabled people; null: not tested. */
  readonly priorityOffered: boolean | null;
  readonly passed: boolean;
}

/** A special check as it stood at the freeze: what opened it and how it ended; no case. */
export interface CheckFact {
  readonly number: string;
  readonly companyId: string;
  readonly sector: string;
  readonly trigger: CheckTrigger;
  /** Null for a check by inflow. */
  readonly clause: string | null;
  readonly complainants: number;
  readonly threshold: number;
  readonly openedOn: Day;
  readonly concludedOn: Day | null;
  readonly result: CheckResult | null;
}

/** Service contacts of the period. */
export interface ExposureFact {
  readonly companyId: string;
  readonly sector: string;
  readonly contacts: number;
}

/** A company's score of the period and of the one before, as computed; figures show what the grade allows. */
export interface ScoreFact {
  readonly companyId: string;
  readonly sector: string;
  readonly S: number;
  readonly lower: number;
  readonly upper: number;
  readonly grade: EvidenceGrade;
  readonly band: Band;
  readonly decided: number;
  /** In 100,000 contacts. */
  readonly E: number;
  readonly previous: { readonly S: number; readonly grade: EvidenceGrade } | null;
}

export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** All that the figures of a report are made of: ids, days, numbers and codes; no words, no person. */
export interface ReportDataset {
  readonly quarter: Quarter;
  readonly period: Span;
  /** For the change of F1; complaints of it must be in the data. */
  readonly previousPeriod: Span | null;
  /** The same quarter a year before, for F15; dial tests of it must be in the data. */
  readonly yearBefore: Span | null;
  /** What happened after this day is not seen. */
  readonly frozenOn: Day;
  /** Axes, in the order to be shown. */
  readonly channels: readonly string[];
  readonly sectors: readonly string[];
  readonly clauses: readonly string[];
  readonly complaints: readonly ComplaintFact[];
  readonly exposures: readonly ExposureFact[];
  readonly scores: readonly ScoreFact[];
  readonly dialTests: readonly DialFact[];
  readonly specialChecks: readonly CheckFact[];
}

export function within(day: Day | null, span: Span): boolean {
  return day !== null && span.from <= day && day <= span.to;
}
