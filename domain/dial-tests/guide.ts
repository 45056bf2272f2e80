import { median } from "../report-figures/quantiles";
import type { DialStep } from "./entry";
import { PROMPT_LIMIT, waitLimit } from "./judge";

/** A test as the public reads it. */
export interface PublicDialTest {
  readonly id: string;
  readonly channel: string;
  readonly testedAt: Date;
  readonly priority: boolean;
  readonly priorityOffered: boolean | null;
  readonly contactPoint: string | null;
  readonly actions: readonly DialStep[];
  readonly humanRequests: number;
  readonly secondsToHuman: number | null;
  readonly promptSecond: number | null;
  readonly menuSkippable: boolean | null;
  readonly gates: readonly string[];
  readonly passed: boolean;
}

/** How to reach a human on one channel, from its tests. */
export interface ChannelGuide {
  readonly channel: string;
  /** The test whose steps are shown: of those that reached someone in time the newest, else the fastest that reached anyone; null: nobody did. */
  readonly best: PublicDialTest | null;
  /** Number, app or address last used. */
  readonly contactPoint: string | null;
  readonly tests: number;
  readonly connected: number;
  /** Within the limit of its route. */
  readonly inTime: number;
  /** Half were answered within so many seconds; null where half or more never were. */
  readonly medianSeconds: number | null;
  readonly lastTested: Date;
  /** Calls told within 15 s, of all calls; null where the channel is no phone. */
  readonly told: number | null;
  /** What was demanded first, in any of the tests. */
  readonly gates: readonly string[];
  readonly priority: PriorityGuide | null;
}

/** The route for seniors and disabled people. */
export interface PriorityGuide {
  readonly tests: number;
  readonly offered: number;
  readonly inTime: number;
  readonly medianSeconds: number | null;
  readonly best: PublicDialTest | null;
}

const ORDER = ["phone", "app", "mini_program", "web", "other"];

/** A guide per channel, the phone first. `tests`: of one company, of the time that is looked at. */
export function humanGuide(tests: readonly PublicDialTest[]): ChannelGuide[] {
  const channels = [...new Set(tests.map((test) => test.channel))].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  return channels.map((channel) => guideOf(channel, newestFirst(tests.filter((test) => test.channel === channel))));
}

function newestFirst(tests: readonly PublicDialTest[]): PublicDialTest[] {
  return [...tests].sort((a, b) => b.testedAt.getTime() - a.testedAt.getTime() || (a.id < b.id ? -1 : 1));
}

const isInTime = (test: PublicDialTest) => test.secondsToHuman !== null && test.secondsToHuman <= waitLimit(test.priority);

function guideOf(channel: string, tests: readonly PublicDialTest[]): ChannelGuide {
  const ordinary = tests.filter((test) => !test.priority);
  const priority = tests.filter((test) => test.priority);
  const newest = tests[0] as PublicDialTest;
  return {
    channel,
    best: bestOf(ordinary) ?? bestOf(priority),
    contactPoint: tests.find((test) => test.contactPoint !== null)?.contactPoint ?? null,
    ...waits(tests),
    lastTested: newest.testedAt,
    told:
      channel === "phone" ? tests.filter((test) => test.promptSecond !== null && test.promptSecond <= PROMPT_LIMIT).length : null,
    gates: [...new Set(tests.flatMap((test) => test.gates))].sort(),
    priority:
      priority.length === 0
        ? null
        : {
            tests: priority.length,
            offered: priority.filter((test) => test.priorityOffered !== false).length,
            inTime: priority.filter(isInTime).length,
            medianSeconds: waits(priority).medianSeconds,
            best: bestOf(priority),
          },
  };
}

function waits(tests: readonly PublicDialTest[]) {
  const seconds = tests.flatMap((test) => test.secondsToHuman ?? []);
  return {
    tests: tests.length,
    connected: seconds.length,
    inTime: tests.filter(isInTime).length,
    medianSeconds: median(seconds, tests.length - seconds.length),
  };
}

function bestOf(tests: readonly PublicDialTest[]): PublicDialTest | null {
  const told = tests.filter((test) => test.actions.length > 0);
  const prompt = newestFirst(told.filter(isInTime))[0];
  if (prompt) return prompt;
  const reached = told.filter((test) => test.secondsToHuman !== null);
  return [...reached].sort((a, b) => (a.secondsToHuman ?? 0) - (b.secondsToHuman ?? 0))[0] ?? null;
}
