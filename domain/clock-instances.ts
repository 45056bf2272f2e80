import type { CasePause, CaseSnapshot } from "./case-state";
import type { ClockName } from "./clock-table";
import { CLOCKS } from "./clock-table";
import { type Day, dayOf, type Instant } from "./day";
import type { LedgerPause } from "./deadline";

/** How a clock stopped: its duty was done, the case ended otherwise, or its own running out ended it. */
export interface ClockStop {
  readonly how: "met" | "stopped" | "ran_out";
  readonly at: Instant;
  readonly day: Day;
}

/** A clock that has started in a case, before it is counted. */
export interface ClockInstance {
  readonly clock: ClockName;
  /** The finding, record request, or "ruling" and "decline" of windows and reviews; null for the clocks there is one of. */
  readonly subject: string | null;
  readonly start: Instant | Day;
  readonly pauses: readonly LedgerPause[];
  readonly extensionDays: number;
  readonly stop: ClockStop | null;
}

const stopAt = (how: ClockStop["how"], at: Instant): ClockStop => ({ how, at, day: dayOf(at) });
/** By the clock itself, at 24:00 of the day it ran out. */
const ranOut = (at: Instant): ClockStop => ({ how: "ran_out", at, day: dayOf(new Date(at.getTime() - 1)) });

function instance(
  clock: ClockName,
  start: Instant | Day,
  stop: ClockStop | null,
  more: Partial<ClockInstance> = {},
): ClockInstance {
  return { clock, subject: null, start, pauses: [], extensionDays: 0, stop, ...more };
}

function earlier(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return a <= b ? a : b;
}

/** What ended the case without a ruling, after acceptance. */
function endedWithoutRuling(s: CaseSnapshot): ClockStop | null {
  const at = s.withdrawnAt ?? s.settledAt ?? (s.terminated ? s.declinedAt : null);
  return at === null ? null : stopAt("stopped", at);
}

function supplementMaximum(s: CaseSnapshot): number {
  return CLOCKS.supplement.length + (s.supplementExtended ? CLOCKS.supplement.extension : 0);
}

/** Pauses of one clock; the supplement's lasts as long as the complainant has time for it. */
function pausesOf(s: CaseSnapshot, which: (pause: CasePause) => boolean): LedgerPause[] {
  return s.pauses
    .filter(which)
    .map(({ reason, from, to }) =>
      reason === "supplement" ? { reason, from, to, most: supplementMaximum(s) } : { reason, from, to },
    );
}

function acceptanceOf(s: CaseSnapshot): ClockInstance {
  const stop = (): ClockStop | null => {
    if (s.deemed && s.acceptedAt) return ranOut(s.acceptedAt);
    const decided = earlier(s.acceptedAt, s.declinedAt);
    if (decided) return stopAt("met", decided);
    if (s.withdrawnAt) return stopAt("stopped", s.withdrawnAt);
    return s.state === "not_pursued" && s.notPursuedAt ? { ...ranOut(s.notPursuedAt), how: "stopped" } : null;
  };
  return instance("acceptance", s.filedAt, stop(), { pauses: pausesOf(s, (p) => p.clock === "acceptance") });
}

function supplementOf(s: CaseSnapshot): ClockInstance[] {
  if (!s.supplementRequestedAt) return [];
  const stop = s.notPursuedAt
    ? ranOut(s.notPursuedAt)
    : s.supplementedAt
      ? stopAt("met", s.supplementedAt)
      : s.withdrawnAt && stopAt("stopped", s.withdrawnAt);
  return [
    instance("supplement", s.supplementRequestedAt, stop, { extensionDays: supplementMaximum(s) - CLOCKS.supplement.length }),
  ];
}

function decisionOf(s: CaseSnapshot): ClockInstance[] {
  if (!s.decisionStart) return [];
  const stop = s.ruledAt ? stopAt("met", s.ruledAt) : endedWithoutRuling(s);
  // Deemed accepted: counted from filing, so what stopped acceptance is carried over.
  const pauses = pausesOf(s, (p) => p.clock === "decision" || s.deemed);
  return [instance("decision", s.decisionStart, stop, { pauses, extensionDays: s.decisionExtendedDays })];
}

function companyOf(s: CaseSnapshot): ClockInstance[] {
  if (!s.servedAt) return [];
  const closed = s.ruledAt ? stopAt("stopped", s.ruledAt) : endedWithoutRuling(s);
  return [
    instance("company_reply", s.servedAt, s.repliedAt ? stopAt("met", s.repliedAt) : closed),
    instance("first_answer", s.servedAt, s.firstAnswerAt ? stopAt("met", s.firstAnswerAt) : closed),
  ];
}

function draftOf(s: CaseSnapshot): ClockInstance[] {
  if (!s.draftSentAt) return [];
  const closed = s.ruledAt ? stopAt("stopped", s.ruledAt) : endedWithoutRuling(s);
  return [instance("draft_comments", s.draftSentAt, s.commentsCompleteAt ? stopAt("met", s.commentsCompleteAt) : closed)];
}

function reviewsOf(s: CaseSnapshot): ClockInstance[] {
  const window = (of: "ruling" | "decline", start: Instant | null): ClockInstance[] => {
    if (!start) return [];
    const requested = s.reviews.find((r) => r.of === of)?.requestedAt;
    const closed = of === "ruling" && s.finalAt ? ranOut(s.finalAt) : null;
    return [instance("review_window", start, requested ? stopAt("met", requested) : closed, { subject: of })];
  };
  return [
    ...window("decline", s.declinedAt),
    ...window("ruling", s.ruledAt),
    ...s.reviews.map((r) =>
      instance("review", r.requestedAt, r.decidedAt ? stopAt("met", r.decidedAt) : null, { subject: r.of }),
    ),
  ];
}

function recordsOf(s: CaseSnapshot): ClockInstance[] {
  return s.recordRequests.map((r) =>
    instance("record_request", r.askedOn, r.deliveredAt ? stopAt("met", r.deliveredAt) : null, { subject: r.requestId }),
  );
}

/** Every clock that has started in the case but for those of rectification, which live per finding. */
export function clockInstances(s: CaseSnapshot): ClockInstance[] {
  return [
    acceptanceOf(s),
    ...supplementOf(s),
    ...decisionOf(s),
    ...companyOf(s),
    ...draftOf(s),
    ...reviewsOf(s),
    ...recordsOf(s),
  ];
}

/** The desk's five working days for each report of one finding (Rules §3). */
export function checkInstances(r: CaseSnapshot["rectifications"][number]): ClockInstance[] {
  return r.reports.map((report, i) => {
    const answered = r.rejections[i]?.at ?? r.acceptedAt;
    return instance("rectification_check", report.at, answered ? stopAt("met", answered) : null, { subject: r.findingId });
  });
}
