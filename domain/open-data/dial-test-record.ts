import { type Day, dayOf, type Quarter, quarterBounds } from "../day";
import type { DialStep } from "../dial-tests/entry";
import { type DialCheck, type DialFacts, judgeDialTest } from "../dial-tests/judge";
import type { DialPanel } from "../dial-tests/plan";
import type { DialPlanRecord, DialTestRecord } from "./records";

/** A dial test as it is kept. */
interface KeptTest extends DialFacts {
  readonly id: string;
  readonly quarter: string;
  readonly testedAt: Date;
  readonly contactKey: string | null;
  readonly contactPoint: string | null;
  readonly steps: number | null;
  readonly actions: readonly DialStep[];
  readonly humanRequests: number;
  readonly passed: boolean;
}

/** A test as open data: what was measured and, threshold by threshold, what it comes to; null where a threshold was not tested. `recordings`: SHA-256 of each. */
export function dialTestRecordOf(test: KeptTest, company: string, recordings: readonly string[]): DialTestRecord {
  const verdicts = new Map(judgeDialTest(test).map((verdict) => [verdict.check, verdict.met]));
  const of = (check: DialCheck) => verdicts.get(check) ?? null;
  const testedOn: Day = dayOf(test.testedAt);
  return {
    testId: test.id,
    company,
    quarter: test.quarter,
    channel: test.channel,
    testedOn,
    priority: test.priority,
    contactKey: test.contactKey,
    contactPoint: test.contactPoint,
    steps: test.steps,
    actions: [...test.actions],
    humanRequests: test.humanRequests,
    secondsToHuman: test.secondsToHuman,
    promptSecond: test.promptSecond,
    menuSkippable: test.menuSkippable,
    gates: [...test.gates],
    priorityOffered: test.priorityOffered,
    waitPassed: of("wait") === true,
    promptPassed: of("prompt"),
    menuPassed: of("menu"),
    gatePassed: of("gate") === true,
    priorityPassed: of("priority"),
    passed: test.passed,
    recordings: [...recordings],
  };
}

/** A draw as open data: before its quarter is over nobody but the regulator knows the seed, or companies would know when they are called. */
export function dialPlanRecordOf(
  plan: {
    readonly quarter: string;
    readonly commitment: string;
    readonly committedAt: Date;
    readonly seed: string;
    readonly panel: DialPanel;
  },
  today: Day,
): DialPlanRecord {
  const { quarter, commitment, committedAt, seed, panel } = plan;
  return {
    quarter,
    commitment,
    committedAt: committedAt.toISOString(),
    seed: quarterBounds(quarter as Quarter).last < today ? seed : null,
    panel: {
      days: [...panel.days],
      companies: panel.companies.map((company) => ({ ...company, channels: [...company.channels] })),
    },
  };
}
