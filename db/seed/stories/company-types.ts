import type { Manner, Range, SituationKey, SizeClass, StorySector } from "./types";

/** How a fictional company behaves; the plan draws from it. Chances run from 0 to 1. */
export interface Temperament {
  /** Complaints over the 15 months, about. */
  readonly complaints: number;
  /** Chance that the main allegation holds. */
  readonly breach: number;
  /** Change of that chance from the first month to the last. */
  readonly trend: number;
  /** What it is known for; situations not named weigh 1. */
  readonly habits: Partial<Record<SituationKey, number>>;
  /** Working days until it replies. */
  readonly replyDays: Range;
  readonly replyLate: number;
  readonly replyMissing: number;
  /** Hours until its first substantive answer. */
  readonly firstAnswerHours: Range;
  readonly manners: Readonly<Record<Manner, number>>;
  readonly rectify: { readonly inTime: number; readonly late: number; readonly rejectedFirst: number };
  readonly settles: number;
  /** Chance that it asks for a review of a ruling against it. */
  readonly contests: number;
}

export interface DemoCompany {
  readonly slug: string;
  readonly name: string;
  readonly nameHant: string;
  readonly nameEn: string;
  readonly pinyin: string;
  readonly sector: StorySector;
  readonly sizeClass: SizeClass;
  readonly serviceEmail: string;
  /** App names, short names, both scripts; `name`, `nameHant` and `nameEn` are not repeated. */
  readonly aliases: readonly string[];
  /** What people call its app or mini-program, and its machine. */
  readonly app: string;
  readonly bot: string;
  readonly pledgeSignedOn: string | null;
  /** Service contacts of the quarters in `EXPOSURE_QUARTERS`, in thousands. Empty: never declared, the proxy of the size class holds. */
  readonly contacts: readonly number[];
  /** From which quarter on the figures are audited; null: never. */
  readonly auditedFrom: string | null;
  /** Matters that fit its trade; absent: all of its sector. */
  readonly matters?: readonly string[];
  readonly temperament: Temperament;
}

/** The first is what a trailing year at the end of 2025Q3 needs. */
export const EXPOSURE_QUARTERS = ["2024Q4", "2025Q1", "2025Q2", "2025Q3", "2025Q4", "2026Q1", "2026Q2"] as const;
