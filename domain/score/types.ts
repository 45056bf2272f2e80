import type { Day, Quarter } from "../day";
import type { Outcome, Tier } from "../findings";

/** One report of a company on a rectification, and what the desk said to it. */
export interface RectificationReport {
  readonly reportedOn: Day;
  readonly acceptedOn: Day | null;
  readonly rejectedOn: Day | null;
}

/** A rectification in days. `secondDueOn`: the 7 more working days after a rejection, once (Rules §3). */
export interface RectificationDates {
  readonly orderedOn: Day;
  readonly dueOn: Day;
  readonly secondDueOn: Day | null;
  readonly reports: readonly RectificationReport[];
}

/** A finding as the score sees it. Only final upheld findings count; others may be handed in and change nothing. */
export interface ScoredFinding {
  readonly findingId: string;
  readonly rulingId: string;
  readonly companyId: string;
  /** Public id that stands for company, complainant and calendar month of the incident (else of filing). */
  readonly groupId: string;
  readonly clause: string;
  /** Null where nothing was upheld. */
  readonly tier: Tier | null;
  readonly outcome: Outcome;
  readonly signedOn: Day;
  readonly finalOn: Day | null;
  readonly annulledOn: Day | null;
  /** Fixed at ruling, see `recursAtRuling`. */
  readonly recurs: boolean;
  /** Null until ordered: pending. */
  readonly rectification: RectificationDates | null;
}

/** A company that answered late or not at all in a case. Counts when the case has a counting finding and it was served. */
export interface ReplyRecord {
  readonly rulingId: string;
  readonly companyId: string;
  readonly failing: "late" | "missing";
  readonly served: boolean;
  /** Of the ruling: the 12 months run from it. */
  readonly signedOn: Day;
}

/** A random dial test. `passed`: every threshold that was tested was met. */
export interface DialRecord {
  readonly testId: string;
  readonly companyId: string;
  readonly testedOn: Day;
  readonly passed: boolean;
}

/** A case decided on the merits: a final ruling, whatever it found. */
export interface MeritsDecision {
  readonly rulingId: string;
  readonly companyId: string;
  readonly signedOn: Day;
  readonly finalOn: Day | null;
  readonly annulledOn: Day | null;
}

/** Service contacts of the trailing 12 months. `proxyContacts`: of the size class in the register; never from complaints. */
export interface Exposure {
  readonly declaredContacts: number | null;
  readonly audited: boolean;
  readonly proxyContacts: number;
}

export interface CompanyScoreInput {
  readonly companyId: string;
  readonly sector: string;
  readonly exposure: Exposure;
  readonly findings: readonly ScoredFinding[];
  readonly replies: readonly ReplyRecord[];
  readonly dialTests: readonly DialRecord[];
  readonly decisions: readonly MeritsDecision[];
}

/** Frozen before the period begins, and published. Means are points per 100,000 contacts. */
export interface PeriodParameters {
  readonly ruleVersion: string;
  readonly period: Quarter;
  readonly frozenOn: Day;
  readonly k0: number;
  readonly m0: number;
  /** By sector; a sector that is not in it has the first value. */
  readonly mS: Readonly<Record<string, number>>;
  readonly phi: number;
}

export type RectificationState = "pending" | "in_time" | "late" | "overdue";
export type EvidenceGrade = "I" | "II" | "III" | "NR";
export type Band = "A" | "B" | "C" | "D" | "E";

/** What a finding adds to X, and why. `points` = `alone` · `unitFactor`. */
export interface FindingLine {
  readonly findingId: string;
  readonly rulingId: string;
  readonly groupId: string;
  readonly clause: string;
  readonly tier: Tier;
  readonly outcome: "upheld" | "partly_upheld";
  readonly recurs: boolean;
  readonly rectification: RectificationState;
  readonly w: number;
  readonly rho: number;
  readonly g: number;
  readonly alone: number;
  /** 1: highest of its unit; 0.25: highest of a further clause; 0: not the highest of its clause. */
  readonly unitFactor: 0 | 0.25 | 1;
  readonly points: number;
}

export interface ReplyLine {
  readonly rulingId: string;
  readonly failing: "late" | "missing";
  readonly points: number;
}

/** The whole calculation. `S`, `lower` and `upper` are unrounded; what may be shown of them says `shownScore`. */
export interface CompanyScore {
  readonly companyId: string;
  readonly sector: string;
  readonly period: Quarter;
  readonly asOf: Day;
  readonly ruleVersion: string;
  readonly X: number;
  readonly E: number;
  readonly exposure: { readonly source: "declared" | "proxy"; readonly audited: boolean; readonly capped: boolean };
  readonly mS: number;
  readonly rHat: number;
  readonly B: number;
  readonly C: number;
  readonly T: number;
  readonly tests: number;
  readonly passed: number;
  readonly S: number;
  readonly lower: number;
  readonly upper: number;
  /** An overdue serious finding holds S at 59 at most. `applied`: without it S would be higher. */
  readonly cap: { readonly overdueSerious: boolean; readonly applied: boolean };
  readonly decided: number;
  readonly grade: EvidenceGrade;
  readonly band: Band;
  readonly lines: readonly FindingLine[];
  readonly replies: readonly ReplyLine[];
}
