import { type ClauseId, clauseOf } from "../clauses";

/** What a random test contact found (Rules §6). Seconds from the request for a human, or from the beginning of the call for the prompt. */
export interface DialFacts {
  readonly channel: string;
  /** By the route for seniors and disabled people. */
  readonly priority: boolean;
  /** Whether that route was there at all; null: not asked for. */
  readonly priorityOffered: boolean | null;
  /** Null: never connected. */
  readonly secondsToHuman: number | null;
  /** When the voice told how to reach a human; null by phone: never told. */
  readonly promptSecond: number | null;
  /** Whether a human could be chosen before the menu ended; null: there was no menu, or it was not tried. */
  readonly menuSkippable: boolean | null;
  /** What was demanded before the transfer. */
  readonly gates: readonly string[];
}

/** What a tester may meet before the transfer (B1.5). */
export const GATES = ["order_number", "problem_type", "identity", "sign_in", "other"] as const;
export type Gate = (typeof GATES)[number];

export const DIAL_CHECKS = ["wait", "prompt", "menu", "gate", "priority"] as const;
export type DialCheck = (typeof DIAL_CHECKS)[number];

/** One threshold as it was tested. `measured` and `limit` are seconds; null where the clause has no number, or the person never came. */
export interface DialVerdict {
  readonly check: DialCheck;
  readonly clause: ClauseId;
  readonly measured: number | null;
  readonly limit: number | null;
  readonly met: boolean;
}

/** The number of a clause. Throws for one without. */
function limitOf(id: ClauseId): number {
  const threshold = clauseOf(id)?.threshold;
  if (!threshold) throw new Error(`${id} has no threshold`);
  return threshold.value;
}

/** Seconds within which a human must answer: 180, by the priority route 60 (B2.1, B3.2); the limit itself keeps it. */
export function waitLimit(priority: boolean): number {
  return limitOf(priority ? "B3.2" : "B2.1");
}

/** Seconds within which a call tells how to reach a human (B1.3). */
export const PROMPT_LIMIT = limitOf("B1.3");

/** Each threshold that the contact tested, in the order in which a caller meets them; what was not tested is left out. */
export function judgeDialTest(facts: DialFacts): DialVerdict[] {
  const { channel, priority, priorityOffered, secondsToHuman, promptSecond, menuSkippable, gates } = facts;
  const verdicts: DialVerdict[] = [];
  if (channel === "phone") {
    const told = promptSecond !== null && promptSecond <= PROMPT_LIMIT;
    verdicts.push({ check: "prompt", clause: "B1.3", measured: promptSecond, limit: PROMPT_LIMIT, met: told });
    if (menuSkippable !== null) verdicts.push({ check: "menu", clause: "B1.4", measured: null, limit: null, met: menuSkippable });
  }
  verdicts.push({ check: "gate", clause: "B1.5", measured: null, limit: null, met: gates.length === 0 });
  if (priority && priorityOffered !== null)
    verdicts.push({ check: "priority", clause: "B3.1", measured: null, limit: null, met: priorityOffered });
  const limit = waitLimit(priority);
  const inTime = secondsToHuman !== null && secondsToHuman <= limit;
  verdicts.push({ check: "wait", clause: priority ? "B3.2" : "B2.1", measured: secondsToHuman, limit, met: inTime });
  return verdicts;
}

/** Every threshold tested was met (Rules §6, T): derived, never typed. */
export function passedDialTest(facts: DialFacts): boolean {
  return judgeDialTest(facts).every((verdict) => verdict.met);
}
