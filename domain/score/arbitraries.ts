import fc from "fast-check";
import { addDays, type Day } from "../day";
import { OUTCOMES, TIERS } from "../findings";
import type {
  CompanyScoreInput,
  DialRecord,
  MeritsDecision,
  PeriodParameters,
  RectificationDates,
  ReplyRecord,
  ScoredFinding,
} from "./types";

// Generated companies for the property tests. Everything lies before AS_OF unless it says otherwise.

export const AS_OF: Day = "2026-06-30";
export const COMPANY = "c-1";

const daysAgo = (most: number, least = 0) => fc.integer({ min: least, max: most }).map((ago) => addDays(AS_OF, -ago));

/** Ordered, reported, rejected, accepted in an order that can happen; some steps lie after AS_OF. */
export const rectificationArb: fc.Arbitrary<RectificationDates> = fc
  .record({
    orderedOn: daysAgo(1300),
    length: fc.integer({ min: 7, max: 16 }),
    firstReport: fc.option(fc.integer({ min: 0, max: 40 })),
    firstCheck: fc.integer({ min: 0, max: 12 }),
    firstRejected: fc.boolean(),
    secondReport: fc.option(fc.integer({ min: 0, max: 40 })),
    secondCheck: fc.option(fc.integer({ min: 0, max: 12 })),
    secondAccepted: fc.boolean(),
    checked: fc.boolean(),
  })
  .map((r) => {
    const dueOn = addDays(r.orderedOn, r.length);
    if (r.firstReport === null) return { orderedOn: r.orderedOn, dueOn, secondDueOn: null, reports: [] };
    const reportedOn = addDays(r.orderedOn, r.firstReport);
    const firstAnswer = addDays(reportedOn, r.firstCheck);
    if (!r.firstRejected) {
      const acceptedOn = r.checked ? firstAnswer : null;
      return { orderedOn: r.orderedOn, dueOn, secondDueOn: null, reports: [{ reportedOn, acceptedOn, rejectedOn: null }] };
    }
    const first = { reportedOn, acceptedOn: null, rejectedOn: firstAnswer };
    const secondDueOn = addDays(firstAnswer, r.length);
    if (r.secondReport === null) return { orderedOn: r.orderedOn, dueOn, secondDueOn, reports: [first] };
    const again = addDays(firstAnswer, r.secondReport);
    const answer = r.secondCheck === null ? null : addDays(again, r.secondCheck);
    const second = {
      reportedOn: again,
      acceptedOn: r.secondAccepted ? answer : null,
      rejectedOn: r.secondAccepted ? null : answer,
    };
    return { orderedOn: r.orderedOn, dueOn, secondDueOn, reports: [first, second] };
  });

/** Few units and clauses, so that they meet. */
export const findingArb: fc.Arbitrary<ScoredFinding> = fc
  .record({
    findingId: fc.uuid(),
    rulingId: fc.integer({ min: 1, max: 6 }).map((n) => `r-${n}`),
    groupId: fc.integer({ min: 1, max: 4 }).map((n) => `g-${n}`),
    clause: fc.constantFrom("A2.1", "B2.1", "C2.1", "D1.3"),
    tier: fc.constantFrom(...TIERS),
    outcome: fc.constantFrom("upheld" as const, "partly_upheld" as const),
    recurs: fc.boolean(),
    rectification: rectificationArb,
    signedBefore: fc.integer({ min: 0, max: 60 }),
  })
  .map(({ signedBefore, ...finding }) => ({
    ...finding,
    companyId: COMPANY,
    signedOn: addDays(finding.rectification.orderedOn, -signedBefore),
    finalOn: finding.rectification.orderedOn,
    annulledOn: null,
  }));

/** What must never count: other outcomes, not yet final, annulled. */
export const nothingArb: fc.Arbitrary<ScoredFinding> = fc
  .tuple(findingArb, fc.constantFrom("outcome", "insufficient", "not_final", "final_later", "annulled"))
  .map(([finding, why]): ScoredFinding => {
    switch (why) {
      case "outcome":
        return { ...finding, outcome: OUTCOMES[2], tier: null, rectification: null };
      case "insufficient":
        return { ...finding, outcome: OUTCOMES[3], tier: null, rectification: null };
      case "not_final":
        return { ...finding, finalOn: null, rectification: null };
      case "final_later":
        return { ...finding, finalOn: addDays(AS_OF, 1), rectification: null };
      default:
        return { ...finding, annulledOn: addDays(finding.signedOn, 1), finalOn: null };
    }
  });

export const replyArb: fc.Arbitrary<ReplyRecord> = fc.record({
  rulingId: fc.integer({ min: 1, max: 8 }).map((n) => `r-${n}`),
  companyId: fc.constant(COMPANY),
  failing: fc.constantFrom("late" as const, "missing" as const),
  served: fc.boolean(),
  signedOn: daysAgo(800),
});

export const dialArb: fc.Arbitrary<DialRecord> = fc.record({
  testId: fc.uuid(),
  companyId: fc.constant(COMPANY),
  testedOn: daysAgo(500),
  passed: fc.boolean(),
});

export const decisionArb: fc.Arbitrary<MeritsDecision> = fc.record({
  rulingId: fc.uuid(),
  companyId: fc.constant(COMPANY),
  signedOn: daysAgo(1500, 15),
  finalOn: daysAgo(14),
  annulledOn: fc.constant(null),
});

export const inputArb: fc.Arbitrary<CompanyScoreInput> = fc.record({
  companyId: fc.constant(COMPANY),
  sector: fc.constantFrom("travel", "bank"),
  exposure: fc.record({
    declaredContacts: fc.option(fc.integer({ min: 0, max: 20_000_000 })),
    audited: fc.boolean(),
    proxyContacts: fc.integer({ min: 0, max: 10_000_000 }),
  }),
  findings: fc.uniqueArray(findingArb, { maxLength: 14, selector: (one) => one.findingId }),
  replies: fc.uniqueArray(replyArb, { maxLength: 5, selector: (one) => one.rulingId }),
  dialTests: fc.uniqueArray(dialArb, { maxLength: 12, selector: (one) => one.testId }),
  decisions: fc.uniqueArray(decisionArb, { maxLength: 12, selector: (one) => one.rulingId }),
});

export const parametersArb: fc.Arbitrary<PeriodParameters> = fc
  .record({
    m0: fc.integer({ min: 5, max: 80 }),
    travel: fc.integer({ min: 5, max: 80 }),
    phi: fc.integer({ min: 10, max: 130 }),
  })
  .map(({ m0, travel, phi }) => ({
    ruleVersion: "2026.1",
    period: "2026Q2",
    frozenOn: "2026-04-01",
    k0: 5,
    m0: m0 / 10,
    mS: { travel: travel / 10 },
    phi: phi / 10,
  }));
