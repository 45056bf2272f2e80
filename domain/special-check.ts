import type { Actor, Role } from "./actors";
import { CLAUSES } from "./clauses";
import { addDays, type Day, weekday } from "./day";
import { DomainError } from "./errors";

/** Special checks of a company (RULES §6): a review opened by a count of complainants; it never moves the score. */

/** Distinct verified complainants of a week that open a check whatever the weeks before were. */
export const INFLOW_LEAST = 10;
/** On one of CHECKED_CLAUSES. */
export const CLAUSE_LEAST = 3;
/** Weeks before the one judged, over which the mean is taken. */
export const MEAN_WEEKS = 12;
/** Weeks that are judged again at each look, the running one among them (ours): a complaint may be bound to its company, or its contact proven, weeks after filing. */
export const WEEKS_JUDGED = 8;
/** Characters of a conclusion and of a company's statement. */
export const CONCLUSION_MAX = 10_000;
export const STATEMENT_MAX = 2_000;
export const NOTE_MAX = 4_000;

export const CHECKED_CLAUSES: readonly string[] = CLAUSES.filter((clause) => clause.specialCheck).map((clause) => clause.id);

export const TRIGGERS = ["inflow", "clause"] as const;
export type CheckTrigger = (typeof TRIGGERS)[number];
export const CHECK_RESULTS = ["breaches_found", "company_changed", "no_breach"] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];

/** The Monday of the week a day of Asia/Shanghai lies in. */
export function weekOf(d: Day): Day {
  return addDays(d, 1 - weekday(d));
}

/** Distinct complainants that open a check by inflow: max(10, μ + 3√μ). */
export function inflowThreshold(mean: number): number {
  return Math.max(INFLOW_LEAST, mean + 3 * Math.sqrt(mean));
}

/** μ: mean of the 12 weeks before `week`; a week without complaints counts as 0. `counts`: distinct verified complainants by Monday. */
export function trailingMean(counts: ReadonlyMap<Day, number>, week: Day): number {
  let sum = 0;
  for (let back = 1; back <= MEAN_WEEKS; back++) sum += counts.get(addDays(week, -7 * back)) ?? 0;
  return sum / MEAN_WEEKS;
}

/** What of a complaint counts here. `complainant`: the keyed hash of the contact; null when there is none (any more). */
export interface CountedComplaint {
  readonly id: string;
  readonly complainant: string | null;
  /** Control of the contact was proven. */
  readonly verified: boolean;
  readonly clauses: readonly string[];
}

export interface Judged {
  readonly opens: boolean;
  readonly complainants: number;
  readonly threshold: number;
  /** Null for a clause. */
  readonly mean: number | null;
  /** The complaints that were counted. */
  readonly counted: readonly string[];
}

/**
 * Judges the complaints of one company and one week: by inflow (`clause` null, `mean` μ of the weeks before), or by one of the clauses.
 * Somebody who complains ten times counts once; whose contact is not proven, not at all.
 */
export function judgeWeek(
  complaints: readonly CountedComplaint[],
  subject: { readonly clause: null; readonly mean: number } | { readonly clause: string },
): Judged {
  const { clause } = subject;
  const counted = complaints.filter(
    (c) => c.verified && c.complainant !== null && (clause === null || c.clauses.includes(clause)),
  );
  const complainants = new Set(counted.map((c) => c.complainant)).size;
  const mean = "mean" in subject ? subject.mean : null;
  const threshold = mean === null ? CLAUSE_LEAST : inflowThreshold(mean);
  return { opens: complainants >= threshold, complainants, threshold, mean, counted: counted.map((c) => c.id).sort() };
}

/** A threshold or mean as it is written everywhere: one decimal where it is not whole. */
export function formatThreshold(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}

/** Number of a check: year and place in it. */
export function checkNumber(year: string, n: number): string {
  return `ZX-${year}-${String(n).padStart(3, "0")}`;
}
export const CHECK_NUMBER = /^ZX-\d{4}-\d{3,6}$/;
/** What somebody types who looks for a check by its number. */
export const CHECK_BEGINS = /^zx(-?|-\d{1,4}(-\d{0,6})?)$/i;

export const CHECK_STATES = ["open", "drafted", "concluded"] as const;
export type CheckState = (typeof CHECK_STATES)[number];
export const CHECK_EVENTS = ["opened", "drafted", "returned", "concluded", "stated", "redacted", "noted", "released"] as const;
export type CheckEvent = (typeof CHECK_EVENTS)[number];

interface Move {
  readonly act: string;
  readonly by: readonly Role[];
  readonly from: readonly CheckState[];
  readonly to: CheckState | "same";
  readonly event: CheckEvent;
}

// biome-ignore format: a table, one row a line
export const CHECK_MOVES = [
  { act: "draft",  by: ["officer"],               from: ["open"],            to: "drafted",   event: "drafted" },
  { act: "return", by: ["supervisor"],            from: ["drafted"],         to: "open",      event: "returned" },
  { act: "sign",   by: ["supervisor"],            from: ["drafted"],         to: "concluded", event: "concluded" },
  { act: "hide",   by: ["officer", "supervisor"], from: ["drafted"],         to: "same",      event: "redacted" },
  { act: "note",   by: ["officer", "supervisor"], from: ["open", "drafted"], to: "same",      event: "noted" },
  { act: "state",  by: ["company"],               from: ["open", "drafted"], to: "same",      event: "stated" },
] as const satisfies readonly Move[];
export type CheckAct = (typeof CHECK_MOVES)[number]["act"];

/** What an act makes of a check. Throws `forbidden`, `wrong_state`, and `same_person` when who drafted would sign. */
export function decideCheck(
  act: CheckAct,
  check: { readonly state: string; readonly draftedBy: string | null },
  actor: Actor,
): { readonly to: CheckState; readonly event: CheckEvent } {
  const move: Move | undefined = CHECK_MOVES.find((one) => one.act === act);
  if (!move?.by.includes(actor.role)) throw new DomainError("forbidden");
  const from = move.from.find((state) => state === check.state);
  if (!from) throw new DomainError("wrong_state", { state: check.state });
  if (act === "sign" && check.draftedBy !== null && check.draftedBy === actor.userId) throw new DomainError("same_person");
  return { to: move.to === "same" ? from : move.to, event: move.event };
}
