import { z } from "zod";
import { DUTIES } from "../authority-record";
import { CLAUSE_IDS } from "../clauses";
import { type Day, isDay } from "../day";
import { STEP_KINDS } from "../dial-tests/entry";
import { OUTCOMES, TIERS } from "../findings";
import { DIMENSIONS, MEASURE_NAMES } from "../statistics";

/**
 * What open data says of each thing, field by field: the API, its OpenAPI file, the dumps and their data dictionary are all made from these
 * shapes. What is not named here does not leave (RULES §5): no consumer, no agent, no tracking reference.
 */

export const dayField = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((value): value is Day => isDay(value), "date")
  .meta({ format: "date" });
export const word = z.string().max(80);
export const countField = z.int().nonnegative();

export const companyName = z.object({ slug: word, name: z.string(), nameHant: z.string(), nameEn: z.string() });

const rectification = z.object({
  state: word,
  orderedOn: dayField,
  dueOn: dayField,
  secondDueOn: dayField.nullable(),
  reportedOn: dayField.nullable(),
  acceptedOn: dayField.nullable(),
  overdueOn: dayField.nullable(),
});

export const findingRecord = z.object({
  findingId: z.uuid(),
  clause: word,
  outcome: z.enum(OUTCOMES),
  tier: z.enum(TIERS).nullable(),
  title: z.string().nullable(),
  facts: z.string().nullable(),
  reasons: z.string().nullable(),
  evidenceKinds: z.array(word),
  incidentMonth: z.string(),
  recurs: z.boolean(),
  rectification: rectification.nullable(),
});

const clockRecord = z.object({
  clock: word,
  startDay: dayField,
  due: dayField,
  metOn: dayField.nullable(),
  state: word,
  workingDays: z.int(),
  usedDays: z.int(),
});

export const rulingRecord = z.object({
  number: word,
  url: z.url(),
  company: companyName,
  sector: word,
  channel: word.nullable(),
  priorityGroup: word.nullable(),
  status: z.enum(["not_final", "under_review", "final", "varied", "annulled"]),
  outcome: z.enum(OUTCOMES).nullable(),
  title: z.string().nullable(),
  decision: z.string().nullable(),
  allegationCount: countField,
  companyReply: z.string().nullable(),
  companyRepliedOn: dayField.nullable(),
  replyFailing: z.enum(["late", "missing"]).nullable(),
  filedMonth: z.string(),
  signedOn: dayField,
  finalOn: dayField.nullable(),
  annulledOn: dayField.nullable(),
  annulReason: z.string().nullable(),
  version: z.int(),
  standardVersion: z.string(),
  sha256: z.string(),
  clocks: z.array(clockRecord),
  findings: z.array(findingRecord),
});
export type RulingRecord = z.infer<typeof rulingRecord>;

const shown = {
  score: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  band: z.enum(["A", "B", "C", "D", "E"]).nullable(),
  grade: z.enum(["I", "II", "III", "NR"]),
};

export const companyRecord = z.object({
  slug: word,
  url: z.url(),
  companyId: z.uuid(),
  name: z.string(),
  nameHant: z.string(),
  nameEn: z.string(),
  sector: word,
  sizeClass: word,
  mergedInto: word.nullable(),
  pledgeSignedOn: dayField.nullable(),
  current: z.object({ asOf: dayField, ...shown, decided: countField }).nullable(),
});
export type CompanyRecord = z.infer<typeof companyRecord>;

export const scoreRecord = z.object({
  company: word,
  companyId: z.uuid(),
  asOf: dayField,
  period: word,
  quarterEnd: z.boolean(),
  ...shown,
  decided: countField,
  tests: countField,
  testsPassed: countField,
  points: z.number(),
  exposure: z.number(),
  exposureSource: z.enum(["declared", "proxy"]),
  exposureAudited: z.boolean(),
  reliability: z.number(),
  conductPart: z.number(),
  dialPart: z.number(),
  capped: z.boolean(),
  ruleVersion: word,
});
export type ScoreRecord = z.infer<typeof scoreRecord>;

export const clauseRecord = z.object({
  clause: z.enum(CLAUSE_IDS as unknown as [string, ...string[]]),
  titleZhHans: z.string(),
  titleZhHant: z.string(),
  titleEn: z.string(),
  ruleZhHans: z.string(),
  ruleZhHant: z.string(),
  ruleEn: z.string(),
  tier: z.enum(TIERS).nullable(),
  thresholdValue: z.number().nullable(),
  thresholdUnit: word.nullable(),
  thresholdBound: z.enum(["at_most", "at_least"]).nullable(),
  evidence: z.array(z.string()),
  standardVersion: z.string(),
  reconstructed: z.boolean(),
  decided: countField,
  upheld: countField,
});
export type ClauseRecord = z.infer<typeof clauseRecord>;

export const reportRecord = z.object({
  quarter: word,
  version: word,
  issue: z.int(),
  url: z.url(),
  frozenOn: dayField.nullable(),
  publishedOn: dayField.nullable(),
  superseded: z.boolean(),
  corrections: countField,
  standardVersion: z.string(),
  figures: z.array(z.object({ figure: word, csv: z.url(), csvSha256: z.string(), json: z.url(), jsonSha256: z.string() })),
});
export type ReportRecord = z.infer<typeof reportRecord>;

export const overdueRecord = z.object({ number: word, clock: word, dueOn: dayField, daysOver: z.int().positive() });
/** The authority's own record: one promise, one month of due days. Working days; null where the quantile falls among what is undone. */
export const dutyMonthRecord = z.object({
  month: z.string(),
  clock: z.enum(DUTIES),
  fellDue: countField,
  inTime: countField,
  inExtension: countField,
  late: countField,
  undone: countField,
  extended: countField,
  paused: countField,
  medianNet: z.int().nullable(),
  p90Net: z.int().nullable(),
  medianGross: z.int().nullable(),
  p90Gross: z.int().nullable(),
});

export type OverdueRecord = z.infer<typeof overdueRecord>;

export const dialTestRecord = z.object({
  testId: z.uuid(),
  company: word,
  quarter: word,
  channel: word,
  testedOn: dayField,
  priority: z.boolean(),
  contactKey: word.nullable(),
  contactPoint: z.string().nullable(),
  steps: z.int().nullable(),
  actions: z.array(z.object({ kind: z.enum(STEP_KINDS), what: z.string() })),
  humanRequests: countField,
  secondsToHuman: z.int().nullable(),
  promptSecond: z.int().nullable(),
  menuSkippable: z.boolean().nullable(),
  gates: z.array(z.string()),
  priorityOffered: z.boolean().nullable(),
  waitPassed: z.boolean(),
  promptPassed: z.boolean().nullable(),
  menuPassed: z.boolean().nullable(),
  gatePassed: z.boolean(),
  priorityPassed: z.boolean().nullable(),
  passed: z.boolean(),
  recordings: z.array(z.string()),
});
export type DialTestRecord = z.infer<typeof dialTestRecord>;

/** The draw of a quarter's tests: who has `seed` and `panel` draws the same contacts (domain/dial-tests/plan). */
export const dialPlanRecord = z.object({
  quarter: word,
  commitment: z.string().regex(/^[0-9a-f]{64}$/),
  committedAt: z.string(),
  seed: z.string().nullable(),
  panel: z.object({
    days: z.array(dayField),
    companies: z.array(z.object({ slug: word, sizeClass: word, channels: z.array(word) })),
  }),
});
export type DialPlanRecord = z.infer<typeof dialPlanRecord>;

export const dumpRecord = z.object({
  day: dayField,
  standardVersion: z.string(),
  files: z.array(z.object({ name: word, url: z.url(), bytes: countField, sha256: z.string(), records: countField, type: word })),
});

/** One cell of the statistics. `of`, `share` and the Wilson 95 % interval are of shares alone; a hidden cell has fewer than five. */
export const statisticRecord = z.object({
  measure: z.enum(MEASURE_NAMES),
  by: z.enum(DIMENSIONS),
  key: z.string(),
  n: countField.nullable(),
  of: countField.nullable(),
  share: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  hidden: z.boolean(),
});
