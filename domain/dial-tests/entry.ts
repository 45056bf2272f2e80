import type { Channel } from "../case-events";
import { type Day, dayOf, type Instant, isDay, startOfDay } from "../day";
import { DomainError } from "../errors";
import { propose } from "../redaction/propose";
import { GATES, type Gate } from "./judge";
import { windowStart } from "./plan";

export const STEP_KINDS = ["key", "say", "tap", "type", "wait"] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** One step on the way to a human: the key pressed, the words said, what was tapped or typed; for a wait the seconds as digits. */
export interface DialStep {
  readonly kind: StepKind;
  readonly what: string;
}

/** Steps a record may hold; a way longer than this is told as far as it goes. */
export const MOST_STEPS = 12;
const LONGEST_STEP = 60;
const LONGEST_POINT = 80;
const MOST_ASKED = 99;
/** An hour and a half: who waits longer has not been connected. */
const MOST_SECONDS = 5400;
const MOST_PROMPT = 900;

/** A record as an officer types it; every value is text. */
export interface DialTyped {
  readonly contactPoint: string;
  readonly day: string;
  readonly time: string;
  readonly stepKinds: readonly string[];
  readonly stepWords: readonly string[];
  readonly humanRequests: string;
  /** yes, no */
  readonly connected: string;
  readonly seconds: string;
  /** yes, no; by phone only */
  readonly prompted: string;
  readonly promptSecond: string;
  /** yes, no, or "" where there was no menu; by phone only */
  readonly menuSkippable: string;
  readonly gates: readonly string[];
  /** yes, no; where the contact goes by the priority route */
  readonly priorityOffered: string;
}

/** A record as it is kept. */
export interface DialEntry {
  readonly contactPoint: string;
  readonly testedAt: Instant;
  readonly actions: readonly DialStep[];
  readonly humanRequests: number;
  readonly secondsToHuman: number | null;
  readonly promptSecond: number | null;
  readonly menuSkippable: boolean | null;
  readonly gates: readonly Gate[];
  readonly priorityOffered: boolean | null;
}

const wrong = (field: string, message: string) => new DomainError("invalid", { field, message });

function whole(field: string, typed: string, least: number, most: number): number {
  const digits = typed.normalize("NFKC").trim();
  const value = Number(digits);
  if (digits === "") throw wrong(field, "required");
  if (!/^\d+$/.test(digits)) throw wrong(field, "wholeNumber");
  if (value < least || value > most) throw wrong(field, "outOfRange");
  return value;
}

function yesNo(field: string, typed: string): boolean {
  if (typed !== "yes" && typed !== "no") throw wrong(field, "required");
  return typed === "yes";
}

/** Reads what an officer typed about one contact. Throws `invalid` with the field. */
export function readDialEntry(typed: DialTyped, contact: { channel: Channel | string; priority: boolean }): DialEntry {
  const phone = contact.channel === "phone";
  const contactPoint = typed.contactPoint.normalize("NFKC").trim();
  if (contactPoint === "") throw wrong("contactPoint", "required");
  if (contactPoint.length > LONGEST_POINT) throw wrong("contactPoint", "tooLong");
  const connected = yesNo("connected", typed.connected);
  return {
    contactPoint,
    testedAt: readMoment(typed.day, typed.time),
    actions: readSteps(typed.stepKinds, typed.stepWords),
    humanRequests: whole("humanRequests", typed.humanRequests, 1, MOST_ASKED),
    secondsToHuman: connected ? whole("seconds", typed.seconds, 0, MOST_SECONDS) : null,
    promptSecond: phone && yesNo("prompted", typed.prompted) ? whole("promptSecond", typed.promptSecond, 0, MOST_PROMPT) : null,
    menuSkippable: !phone || typed.menuSkippable === "" ? null : yesNo("menuSkippable", typed.menuSkippable),
    gates: GATES.filter((gate) => typed.gates.includes(gate)),
    priorityOffered: contact.priority ? yesNo("priorityOffered", typed.priorityOffered) : null,
  };
}

/** A time of Asia/Shanghai from "2026-09-17" and "10:05". */
function readMoment(dayTyped: string, timeTyped: string): Instant {
  const on = dayTyped.normalize("NFKC").trim();
  if (!isDay(on)) throw wrong("day", on === "" ? "required" : "date");
  const time = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(timeTyped.normalize("NFKC").trim());
  if (!time) throw wrong("time", timeTyped.trim() === "" ? "required" : "clockTime");
  return new Date(startOfDay(on).getTime() + (Number(time[1]) * 60 + Number(time[2])) * 60_000);
}

function readSteps(kinds: readonly string[], words: readonly string[]): DialStep[] {
  const steps: DialStep[] = [];
  words.forEach((raw, i) => {
    const what = raw.normalize("NFC").trim();
    if (what === "") return;
    const kind = STEP_KINDS.find((one) => one === kinds[i]);
    if (!kind) throw wrong("steps", "required");
    if (what.length > LONGEST_STEP) throw wrong("steps", "tooLong");
    if (kind === "key" && !/^[0-9*#]{1,12}$/.test(what)) throw wrong("steps", "stepKey");
    if (kind === "wait" && !/^\d{1,4}$/.test(what)) throw wrong("steps", "stepWait");
    if (kind !== "key" && kind !== "wait" && isPersonal(what)) throw wrong("steps", "stepPersonal");
    steps.push({ kind, what });
  });
  if (steps.length === 0) throw wrong("steps", "required");
  if (steps.length > MOST_STEPS) throw wrong("steps", "tooManySteps");
  return steps;
}

/** Steps are published as they are typed: numbers and addresses of people do not belong there. */
function isPersonal(words: string): boolean {
  return propose(words).length > 0;
}

/**
 * Whether a test made at `testedAt` may (still) be written: not before the window drawn for it, not in the future, and only while nothing
 * has been frozen from its quarter. Throws `invalid` on the day, `too_late` for a frozen quarter.
 */
export function checkDialTime(
  testedAt: Instant,
  planned: { day: Day; hour: number },
  now: Instant,
  quarter: { first: Day; last: Day; frozen: boolean },
): void {
  const on = dayOf(testedAt);
  if (testedAt > now) throw wrong("day", "future");
  if (on < quarter.first || on > quarter.last) throw wrong("day", "notInQuarter");
  if (testedAt < windowStart(planned)) throw wrong("day", "beforeWindow");
  if (quarter.frozen) throw new DomainError("too_late", { message: "quarterFrozen" });
}
