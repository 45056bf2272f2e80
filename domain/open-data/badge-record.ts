import { z } from "zod";
import { BADGE_CONDITIONS, type BadgeDecision, type BadgeFacts, badgeStanding } from "../badge";
import type { Day } from "../day";
import { dayField, word } from "./records";

const condition = z.enum([...BADGE_CONDITIONS, "merged"]);
const facts = z.object({
  asOf: dayField,
  score: z.number().nullable(),
  band: z.enum(["A", "B", "C", "D", "E"]).nullable(),
  grade: z.enum(["I", "II", "III", "NR"]),
  overdue: z.int().nonnegative(),
  tests: z.int().nonnegative(),
  testsPassed: z.int().nonnegative(),
  pledgeSignedOn: dayField.nullable(),
});

/** A decision on the badge of a company and quarter (RULES §6), the facts it was judged on with it; refusals too. */
export const badgeRecord = z.object({
  company: word,
  companyId: z.uuid(),
  quarter: word,
  url: z.url(),
  standing: z.enum(["valid", "revoked", "refused", "expired"]),
  decidedOn: dayField,
  awardedOn: dayField.nullable(),
  expiresOn: dayField,
  failed: z.array(condition),
  judgedOn: facts,
  revokedOn: dayField.nullable(),
  revokedFor: z.array(condition),
  revokedFacts: facts.nullable(),
});
export type BadgeRecord = z.infer<typeof badgeRecord>;

type Conditions = BadgeRecord["failed"];
interface KeptBadge extends BadgeDecision {
  readonly companyId: string;
  readonly decidedOn: Day;
  readonly failed: Readonly<Conditions>;
  readonly facts: BadgeFacts;
  readonly revokedFor: Readonly<Conditions>;
  readonly revokedFacts: BadgeFacts | null;
}

const factsOf = ({ passed, ...rest }: BadgeFacts) => ({ ...rest, testsPassed: passed });

/** A decision as open data says it on a day. `base`: address of the portal without a slash at the end. */
export function badgeRecordOf(badge: KeptBadge, company: string, base: string, today: Day): BadgeRecord {
  return {
    company,
    companyId: badge.companyId,
    quarter: badge.quarter,
    url: `${base}/zh-Hans/badges/${company}`,
    standing: badgeStanding(badge, today),
    decidedOn: badge.decidedOn,
    awardedOn: badge.awardedOn,
    expiresOn: badge.expiresOn,
    failed: [...badge.failed],
    judgedOn: factsOf(badge.facts),
    revokedOn: badge.revokedOn,
    revokedFor: [...badge.revokedFor],
    revokedFacts: badge.revokedFacts && factsOf(badge.revokedFacts),
  };
}
