import { type Day, dayOf, type Instant, laterDay } from "../day";
import { byId } from "./rule";
import type { RectificationDates, RectificationReport, RectificationState } from "./types";

/**
 * Where a rectification stands at 24:00 of `asOf` (Rules §6); later events are not seen.
 * `in_time` and `late` go by the day of the accepted report against the first due day. A report made by the due day and not yet
 * checked keeps it pending, since the delay is the desk's; so does one rejected while the due day in force is still ahead.
 */
export function rectificationState(rectification: RectificationDates | null, asOf: Day): RectificationState {
  if (!rectification) return "pending";
  const { dueOn } = rectification;
  const accepted = acceptedReport(rectification, asOf);
  if (accepted) return accepted.reportedOn <= dueOn ? "in_time" : "late";
  const due = dueInForce(rectification, asOf);
  if (asOf <= due) return "pending";
  const waiting = rectification.reports.some(
    (report) => report.reportedOn <= due && !(report.rejectedOn !== null && report.rejectedOn <= asOf),
  );
  return waiting ? "pending" : "overdue";
}

/** The day from which points fade; null while nothing was accepted. */
export function acceptedOn(rectification: RectificationDates | null, asOf: Day): Day | null {
  return (rectification && acceptedReport(rectification, asOf)?.acceptedOn) ?? null;
}

/** The second due day holds once a report that came in time was rejected; one that came too late earns no more days (ours). */
export function dueInForce(rectification: RectificationDates, asOf: Day): Day {
  const { dueOn, secondDueOn } = rectification;
  const rejectedInTime = rectification.reports.some(
    (report) => report.reportedOn <= dueOn && report.rejectedOn !== null && report.rejectedOn <= asOf,
  );
  return rejectedInTime && secondDueOn ? laterDay(dueOn, secondDueOn) : dueOn;
}

/** The accepted report, the earliest if there should be several. */
function acceptedReport(rectification: RectificationDates, asOf: Day): RectificationReport | null {
  let first: RectificationReport | null = null;
  for (const report of rectification.reports) {
    if (report.acceptedOn === null || report.acceptedOn > asOf) continue;
    const order = first ? byId(report.acceptedOn, first.acceptedOn ?? "") || byId(report.reportedOn, first.reportedOn) : -1;
    if (order < 0) first = report;
  }
  return first;
}

/**
 * Reports with their answers, from the moments of a `Rectification` of case-state: each rejection answers the last report before it, acceptance the last of all.
 * An acceptance without any report counts as reported on its own day.
 */
export function pairReports(moments: {
  readonly reports: readonly { readonly at: Instant }[];
  readonly rejections: readonly { readonly at: Instant }[];
  readonly acceptedAt: Instant | null;
}): RectificationReport[] {
  const reports = moments.reports.map((report) => report.at.getTime()).sort((a, b) => a - b);
  const rejections = moments.rejections.map((rejection) => rejection.at.getTime()).sort((a, b) => a - b);
  const paired: RectificationReport[] = reports.map((at, index) => {
    const next = reports[index + 1] ?? Number.POSITIVE_INFINITY;
    const rejectedAt = rejections.find((rejection) => rejection >= at && rejection < next);
    return {
      reportedOn: dayOf(new Date(at)),
      acceptedOn: null,
      rejectedOn: rejectedAt === undefined ? null : dayOf(new Date(rejectedAt)),
    };
  });
  if (!moments.acceptedAt) return paired;
  const accepted = dayOf(moments.acceptedAt);
  const last = paired.at(-1);
  if (!last || last.rejectedOn !== null) return [...paired, { reportedOn: accepted, acceptedOn: accepted, rejectedOn: null }];
  return [...paired.slice(0, -1), { ...last, acceptedOn: accepted }];
}
