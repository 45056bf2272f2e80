import type { CheckFact, ComplaintFact, DialFact, DutyFact, FindingFact, ReportDataset } from "./dataset";

// Facts for the tests, each with what it needs and no more.

export const duty = (more: Partial<DutyFact> = {}): DutyFact => ({
  dueOn: "2026-05-13",
  doneOn: "2026-05-08",
  leftOn: null,
  netDays: 3,
  grossDays: 3,
  pausedFor: [],
  ...more,
});

let next = 0;
export function complaint(more: Partial<ComplaintFact> = {}): ComplaintFact {
  const id = `k-${String(next++).padStart(4, "0")}`;
  return {
    id,
    distinctKey: id,
    receivedOn: "2026-05-06",
    channel: "app",
    sector: "travel",
    companyId: "c-1",
    acceptedOn: "2026-05-08",
    deemed: false,
    declinedOn: null,
    declineGround: null,
    leftOn: null,
    acceptance: duty(),
    decision: null,
    ruledOn: null,
    annulledOn: null,
    findings: [],
    reply: null,
    recordRequests: [],
    ...more,
  };
}

export function dialTest(more: Partial<DialFact> = {}): DialFact {
  return {
    testId: `d-${next++}`,
    companyId: "c-1",
    sector: "travel",
    channel: "app",
    testedOn: "2026-05-06",
    priority: false,
    humanRequests: 1,
    secondsToHuman: 40,
    promptSecond: null,
    priorityOffered: null,
    passed: true,
    ...more,
  };
}

export function specialCheck(more: Partial<CheckFact> = {}): CheckFact {
  return {
    number: `ZX-2026-${String(++next).padStart(3, "0")}`,
    companyId: "c-1",
    sector: "travel",
    trigger: "clause",
    clause: "B1.2",
    complainants: 4,
    threshold: 3,
    openedOn: "2026-05-13",
    concludedOn: null,
    result: null,
    ...more,
  };
}

export function finding(more: Partial<FindingFact> = {}): FindingFact {
  return {
    findingId: `f-${next++}`,
    clause: "B2.1",
    outcome: "upheld",
    tier: "moderate",
    finalOn: "2026-06-20",
    recurs: false,
    rectification: null,
    ...more,
  };
}

export function dataset(complaints: ComplaintFact[], more: Partial<ReportDataset> = {}): ReportDataset {
  return {
    quarter: "2026Q2",
    period: { from: "2026-04-01", to: "2026-06-30" },
    previousPeriod: { from: "2026-01-01", to: "2026-03-31" },
    yearBefore: null,
    frozenOn: "2026-07-10",
    channels: ["app", "phone"],
    sectors: ["travel", "banking"],
    clauses: ["B2.1", "C2.1"],
    complaints,
    exposures: [
      { companyId: "c-1", sector: "travel", contacts: 400_000 },
      { companyId: "c-2", sector: "travel", contacts: 100_000 },
      { companyId: "c-3", sector: "banking", contacts: 1_000_000 },
    ],
    scores: [],
    dialTests: [],
    specialChecks: [],
    ...more,
  };
}

export const times = (n: number, make: () => ComplaintFact) => Array.from({ length: n }, make);
