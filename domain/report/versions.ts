import type { Actor } from "../actors";
import { type Day, endOfDay, type Instant, type Quarter, quarterBounds } from "../day";
import { DomainError } from "../errors";

/** draft → submitted → published → superseded by its correction; submitted goes back to draft when returned. */
export const REPORT_STATES = ["draft", "submitted", "published", "superseded"] as const;
export type ReportState = (typeof REPORT_STATES)[number];

export const FIRST_VERSION = "1.0";

/** The version a correction makes: 1.0 → 1.1. Throws `invalid`. */
export function nextVersion(version: string): string {
  const [, major, minor] = /^(\d+)\.(\d+)$/.exec(version) ?? [];
  if (major === undefined || minor === undefined) throw new DomainError("invalid", { version });
  return `${major}.${Number(minor) + 1}`;
}

/** Newest first: 1.10 comes before 1.9. */
export function compareVersions(a: string, b: string): number {
  const [a1 = 0, a2 = 0] = a.split(".").map(Number);
  const [b1 = 0, b2 = 0] = b.split(".").map(Number);
  return b1 - a1 || b2 - a2;
}

/** A quarter may be frozen at 24:00 of a day that is over, from its own last day on. Throws `too_early`, `invalid`. */
export function checkFreezeDay(quarter: Quarter, frozenOn: Day, now: Instant): void {
  const { last } = quarterBounds(quarter);
  if (frozenOn < last) throw new DomainError("too_early", { field: "frozenOn", message: "freezeBeforeEnd" });
  if (endOfDay(frozenOn) > now) throw new DomainError("too_early", { field: "frozenOn", message: "freezeAhead" });
}

/** Only a draft is changed, by an editor. Throws `forbidden`, `wrong_state`. */
export function checkEdit(actor: Actor, report: { readonly state: string }): void {
  if (actor.role !== "editor" || !actor.userId) throw new DomainError("forbidden");
  if (report.state !== "draft") throw new DomainError("wrong_state", { message: "reportNotDraft" });
}

/** The second signature: a publisher who wrote none of it. Throws `forbidden`, `wrong_state`, `same_person`. */
export function checkSecondPerson(actor: Actor, report: { readonly state: string; readonly editors: readonly string[] }): void {
  if (actor.role !== "publisher" || !actor.userId) throw new DomainError("forbidden");
  if (report.state !== "submitted") throw new DomainError("wrong_state", { message: "reportNotSubmitted" });
  if (report.editors.includes(actor.userId)) throw new DomainError("same_person");
}
