import fc from "fast-check";
import { addDays, addMonthsCalendar, type Day } from "../day";
import { DECLINE_GROUNDS, OUTCOMES, TIERS } from "../findings";
import { CHECK_RESULTS } from "../special-check";
import type { CheckFact, ComplaintFact, DialFact, DutyFact, FindingFact, ReplyFact, ReportDataset, ScoreFact } from "./dataset";

// Generated data sets for the property tests: a quarter, its neighbours, and a freeze ten days after.

export const PERIOD = { from: "2026-04-01", to: "2026-06-30" } as const;
export const FROZEN: Day = "2026-07-10";
const SECTORS = ["travel", "banking", "telecom"] as const;
const CHANNELS = ["app", "phone"] as const;
export const CLAUSES = ["A2.1", "B2.1", "C2.1"] as const;

const dayArb = fc.integer({ min: 0, max: 230 }).map((days) => addDays("2026-01-01", days));
const after = (day: Day, most = 60) => fc.integer({ min: 0, max: most }).map((days) => addDays(day, days));
const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { freq: 3 });

function dutyArb(from: Day): fc.Arbitrary<DutyFact> {
  return fc
    .record({
      dueOn: after(from),
      doneOn: maybe(after(from)),
      leftOn: maybe(after(from)),
      net: fc.integer({ min: 0, max: 45 }),
      paused: fc.integer({ min: 0, max: 20 }),
      pausedFor: fc.subarray(["appraisal", "mediation", "court"]),
    })
    .map(({ dueOn, doneOn, leftOn, net, paused, pausedFor }) => ({
      dueOn,
      doneOn,
      leftOn: doneOn ? null : leftOn,
      netDays: doneOn && net,
      grossDays: doneOn && net + paused,
      pausedFor,
    }));
}

const findingArb: fc.Arbitrary<FindingFact> = fc
  .tuple(
    fc.uuid(),
    fc.constantFrom(...CLAUSES),
    fc.constantFrom(...OUTCOMES),
    fc.constantFrom(...TIERS),
    dayArb,
    fc.boolean(),
    fc.boolean(),
    fc.option(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 9 }))),
  )
  .map(([findingId, clause, outcome, tier, finalOn, isFinal, recurs, report]) => {
    const upheld = outcome === "upheld" || outcome === "partly_upheld";
    const reported = report && addDays(finalOn, report[0]);
    const reports =
      reported && report ? [{ reportedOn: reported, acceptedOn: addDays(reported, report[1]), rejectedOn: null }] : [];
    return {
      findingId,
      clause,
      outcome,
      tier: upheld ? tier : null,
      finalOn: isFinal ? finalOn : null,
      recurs,
      rectification: upheld && isFinal ? { orderedOn: finalOn, dueOn: addDays(finalOn, 9), secondDueOn: null, reports } : null,
    };
  });

function replyArb(servedOn: Day): fc.Arbitrary<ReplyFact> {
  return fc
    .tuple(maybe(after(servedOn, 30)), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 23 }))
    .map(([repliedOn, days, hours]) => {
      const answered = repliedOn !== null;
      return {
        servedOn,
        dueOn: addDays(servedOn, 14),
        repliedOn,
        firstAnsweredOn: answered ? addDays(servedOn, days) : null,
        firstAnswerHours: answered ? days * 24 + hours : null,
      };
    });
}

const complaintArb: fc.Arbitrary<ComplaintFact> = fc.tuple(fc.uuid(), dayArb).chain(([id, receivedOn]) =>
  fc
    .record({
      id: fc.constant(id),
      distinctKey: fc.integer({ min: 0, max: 40 }).map(String),
      receivedOn: fc.constant(receivedOn),
      channel: fc.option(fc.constantFrom(...CHANNELS)),
      sector: fc.option(fc.constantFrom(...SECTORS)),
      companyId: fc.option(fc.constantFrom("c-1", "c-2")),
      acceptedOn: maybe(after(receivedOn)),
      deemed: fc.boolean(),
      declinedOn: fc.option(after(receivedOn)),
      ground: fc.constantFrom(...DECLINE_GROUNDS),
      leftOn: fc.option(after(receivedOn), { freq: 1 }),
      acceptance: dutyArb(receivedOn),
      decision: fc.tuple(dutyArb(receivedOn), fc.boolean()),
      ruledOn: maybe(after(receivedOn, 90)),
      annulledOn: fc.option(after(receivedOn, 90), { freq: 1 }),
      findings: fc.uniqueArray(findingArb, { maxLength: 3, selector: (one) => one.findingId }),
      reply: fc.option(replyArb(receivedOn)),
      recordRequests: fc.array(fc.record({ dueOn: after(receivedOn), deliveredOn: fc.option(after(receivedOn)) }), {
        maxLength: 2,
      }),
    })
    .map(({ ground, decision: [duty, extended], ...complaint }) => ({
      ...complaint,
      deemed: complaint.deemed && complaint.acceptedOn !== null,
      declineGround: complaint.declinedOn && ground,
      decision: complaint.acceptedOn && { ...duty, extended },
      findings: complaint.ruledOn ? complaint.findings : [],
    })),
);

const dialArb: fc.Arbitrary<DialFact> = fc.record({
  testId: fc.uuid(),
  companyId: fc.constantFrom("c-1", "c-2", "c-3"),
  sector: fc.constantFrom(...SECTORS),
  channel: fc.constantFrom(...CHANNELS),
  testedOn: fc.tuple(dayArb, fc.boolean()).map(([day, earlier]) => (earlier ? addMonthsCalendar(day, -12) : day)),
  priority: fc.boolean(),
  humanRequests: fc.integer({ min: 1, max: 9 }),
  secondsToHuman: fc.option(fc.integer({ min: 0, max: 600 })),
  promptSecond: fc.option(fc.integer({ min: 0, max: 40 })),
  priorityOffered: fc.option(fc.boolean()),
  passed: fc.boolean(),
});

const checkArb: fc.Arbitrary<CheckFact> = fc
  .tuple(fc.nat(999), dayArb, fc.option(fc.nat(90)), fc.constantFrom(...CHECK_RESULTS), fc.boolean(), fc.nat(40))
  .map(([n, openedOn, days, result, byClause, more]) => ({
    number: `ZX-2026-${String(n).padStart(3, "0")}`,
    companyId: "c-1",
    sector: "travel",
    trigger: byClause ? "clause" : "inflow",
    clause: byClause ? "C2.1" : null,
    complainants: 10 + more,
    threshold: byClause ? 3 : 10,
    openedOn,
    concludedOn: days === null ? null : addDays(openedOn, days),
    result: days === null ? null : result,
  }));

const scoreArb: fc.Arbitrary<ScoreFact> = fc
  .record({
    companyId: fc.uuid(),
    sector: fc.constantFrom(...SECTORS),
    S: fc.double({ min: 0, max: 100, noNaN: true }),
    grade: fc.constantFrom("I" as const, "II" as const, "III" as const, "NR" as const),
    decided: fc.nat(50),
    E: fc.double({ min: 0, max: 100, noNaN: true }),
    before: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
  })
  .map(({ before, ...score }) => ({
    ...score,
    lower: score.S,
    upper: score.S,
    band: "C" as const,
    previous: before === null ? null : { S: before, grade: score.grade },
  }));

export const datasetArb: fc.Arbitrary<ReportDataset> = fc
  .record({
    complaints: fc.uniqueArray(complaintArb, { maxLength: 40, selector: (one) => one.id }),
    scores: fc.uniqueArray(scoreArb, { maxLength: 6, selector: (one) => one.companyId }),
    dialTests: fc.uniqueArray(dialArb, { maxLength: 60, selector: (one) => one.testId }),
    specialChecks: fc.uniqueArray(checkArb, { maxLength: 8, selector: (one) => one.number }),
    contacts: fc.array(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 3, maxLength: 3 }),
  })
  .map(({ complaints, scores, dialTests, specialChecks, contacts }) => ({
    quarter: "2026Q2" as const,
    period: PERIOD,
    previousPeriod: { from: "2026-01-01", to: "2026-03-31" },
    yearBefore: { from: "2025-04-01", to: "2025-06-30" },
    frozenOn: FROZEN,
    channels: CHANNELS,
    sectors: SECTORS,
    clauses: CLAUSES,
    complaints,
    exposures: SECTORS.map((sector, i) => ({ companyId: `c-${i}`, sector, contacts: contacts[i] ?? 0 })),
    scores,
    dialTests,
    specialChecks,
  }));
