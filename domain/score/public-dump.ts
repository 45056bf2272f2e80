import { z } from "zod";
import { type Day, isDay, type Quarter } from "../day";
import { OUTCOMES, TIERS } from "../findings";
import { isRecentTest, isWithinEvidence, scoreCompany } from "./compliance-score";
import { counts, mayStillScore } from "./finding-points";
import { replyLines } from "./reply-points";
import { byId, SCORE_RULE } from "./rule";
import type { CompanyScore, CompanyScoreInput, PeriodParameters } from "./types";

const id = z.string().min(1).max(100);
const day = z.custom<Day>((value) => typeof value === "string" && isDay(value));
const quarter = z.custom<Quarter>((value) => typeof value === "string" && /^\d{4}Q[1-4]$/.test(value));
const contacts = z.int().nonnegative();

const report = z.strictObject({ reportedOn: day, acceptedOn: day.nullable(), rejectedOn: day.nullable() });

const finding = z.strictObject({
  findingId: id,
  rulingId: id,
  companyId: id,
  groupId: id,
  clause: id,
  tier: z.enum(TIERS).nullable(),
  outcome: z.enum(OUTCOMES),
  signedOn: day,
  finalOn: day.nullable(),
  annulledOn: day.nullable(),
  recurs: z.boolean(),
  rectification: z.strictObject({ orderedOn: day, dueOn: day, secondDueOn: day.nullable(), reports: z.array(report) }).nullable(),
});

const parameters = z.strictObject({
  ruleVersion: z.literal(SCORE_RULE.version),
  period: quarter,
  frozenOn: day,
  k0: z.number().positive(),
  m0: z.number().positive(),
  mS: z.record(id, z.number().positive()),
  phi: z.number().positive(),
});

/**
 * All that the scores of a day are made of, within the windows that count, and nothing else: no consumer, no agent, no reference (Rules §5, §6). Findings stay in
 * it until they score zero, archived or not.
 */
export const publicScoreDump = z.strictObject({
  format: z.literal("youhuiyin-score/1"),
  asOf: day,
  parameters,
  companies: z.array(
    z.strictObject({
      companyId: id,
      sector: id,
      exposure: z.strictObject({ declaredContacts: contacts.nullable(), audited: z.boolean(), proxyContacts: contacts }),
    }),
  ),
  findings: z.array(finding),
  replies: z.array(
    z.strictObject({ rulingId: id, companyId: id, failing: z.enum(["late", "missing"]), served: z.boolean(), signedOn: day }),
  ),
  dialTests: z.array(z.strictObject({ testId: id, companyId: id, testedOn: day, passed: z.boolean() })),
  decisions: z.array(
    z.strictObject({ rulingId: id, companyId: id, signedOn: day, finalOn: day.nullable(), annulledOn: day.nullable() }),
  ),
});

export type PublicScoreDump = z.infer<typeof publicScoreDump>;

/** The dump of a day: counting findings and the records that stand beside them, sorted, so that equal content is equal text. */
export function makeScoreDump(
  inputs: readonly CompanyScoreInput[],
  periodParameters: PeriodParameters,
  asOf: Day,
): PublicScoreDump {
  const companies = [...inputs].sort((a, b) => byId(a.companyId, b.companyId));
  const findings = companies.flatMap((company) => {
    const answered = new Set(replyLines(company.replies, company.findings, asOf).map((line) => line.rulingId));
    return company.findings.filter((one) => counts(one, asOf) && (mayStillScore(one, asOf) || answered.has(one.rulingId)));
  });
  const upheld = new Set(findings.map((one) => one.rulingId));
  return publicScoreDump.parse({
    format: "youhuiyin-score/1",
    asOf,
    parameters: periodParameters,
    companies: companies.map(({ companyId, sector, exposure }) => ({ companyId, sector, exposure })),
    findings: sorted(findings, (one) => one.findingId),
    replies: sorted(
      companies.flatMap((company) => company.replies).filter((one) => one.served && upheld.has(one.rulingId)),
      (one) => one.rulingId + one.failing,
    ),
    dialTests: sorted(
      companies.flatMap((company) => company.dialTests).filter((one) => isRecentTest(one, asOf)),
      (one) => one.testId,
    ),
    decisions: sorted(
      companies.flatMap((company) => company.decisions).filter((one) => isWithinEvidence(one, asOf)),
      (one) => one.rulingId,
    ),
  });
}

/** Every company's score from nothing but the dump. Throws `invalid` for contradictory records. */
export function scoreDump(dump: PublicScoreDump, asOf: Day = dump.asOf): CompanyScore[] {
  const findings = byCompany(dump.findings);
  const replies = byCompany(dump.replies);
  const dialTests = byCompany(dump.dialTests);
  const decisions = byCompany(dump.decisions);
  return dump.companies.map((company) => {
    const own = <T>(records: ReadonlyMap<string, T[]>) => records.get(company.companyId) ?? [];
    const input = {
      ...company,
      findings: own(findings),
      replies: own(replies),
      dialTests: own(dialTests),
      decisions: own(decisions),
    };
    return scoreCompany(input, dump.parameters, asOf);
  });
}

function sorted<T>(records: readonly T[], key: (one: T) => string): T[] {
  return [...records].sort((a, b) => byId(key(a), key(b)));
}

function byCompany<T extends { readonly companyId: string }>(records: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    const group = groups.get(record.companyId);
    if (group) group.push(record);
    else groups.set(record.companyId, [record]);
  }
  return groups;
}
