import type { CaseSnapshot, Rectification } from "../case-state";
import { type CaseClock, type ClockName, caseClocks, rectificationClock } from "../clocks";
import { type Day, dayOf, endOfDay, type Instant } from "../day";
import type { Outcome, Tier } from "../findings";
import type { ComplaintFact, DutyFact, FindingFact, ReplyFact } from "../report-figures/dataset";
import { pairReports } from "../score/rectification-state";
import type { RectificationDates } from "../score/types";
import { calendarAsOf, countWorkingDays, type WorkCalendar } from "../working-days";

/** What the figures need of a case and its ledger does not hold. */
export interface CaseOrigin {
  readonly id: string;
  /** Complaints that share it are one complaint made several times. */
  readonly distinctKey: string;
  /** Today's company of the register, after merges, and its sector; null while none is bound. */
  readonly companyId: string | null;
  readonly sector: string | null;
  /** Findings as signed. */
  readonly findings: readonly SignedFinding[];
}

export interface SignedFinding {
  readonly findingId: string;
  readonly clause: string;
  readonly outcome: Outcome;
  readonly tier: Tier | null;
  readonly recurs: boolean;
}

const HOUR_MS = 3_600_000;

/** The day of what a clock did: 24:00 belongs to the day that ends (Rules §4). */
const endedDay = (at: Instant): Day => dayOf(new Date(at.getTime() - 1));
const dayOrNull = (at: Instant | null): Day | null => at && dayOf(at);

/**
 * One complaint as the figures of a report see it: `s` is the case replayed from its ledger up to 24:00 of `frozenOn`, what the clocks did by
 * then included. Days are those of Asia/Shanghai; net and gross count working days.
 */
export function complaintFact(s: CaseSnapshot, of: CaseOrigin, calendar: WorkCalendar, frozenOn: Day): ComplaintFact {
  const clocks = caseClocks(s, calendar, frozenOn);
  const clock = (name: ClockName) => clocks.find((one) => one.clock === name) ?? null;
  const acceptance = clock("acceptance");
  if (!acceptance) throw new Error("every case has an acceptance clock");
  const decision = clock("decision");
  const declined = declineThatStands(s);
  const ruledOn = dayOrNull(s.ruledAt);
  return {
    id: of.id,
    distinctKey: of.distinctKey,
    receivedOn: dayOf(s.filedAt),
    channel: s.channel,
    sector: of.sector,
    companyId: of.companyId,
    acceptedOn: s.acceptedAt && (s.deemed ? endedDay(s.acceptedAt) : dayOf(s.acceptedAt)),
    deemed: s.deemed,
    declinedOn: declined && dayOf(declined),
    declineGround: declined && s.declineGround,
    leftOn: leftOn(s),
    acceptance: dutyFact(acceptance, pausesOf(s, "acceptance"), calendar, s.deemed),
    decision: decision && {
      ...dutyFact(decision, pausesOf(s, s.deemed ? "both" : "decision"), calendar, false),
      extended: s.decisionExtendedDays > 0,
    },
    ruledOn,
    annulledOn: annulledOn(s),
    findings: ruledOn ? of.findings.map((one) => findingFact(one, s, calendar, frozenOn)) : [],
    reply: replyFact(s, clock("company_reply")),
    recordRequests: clocks
      .filter((one) => one.clock === "record_request")
      .map((one) => ({ dueOn: one.due, deliveredOn: one.metOn ?? null })),
  };
}

/** A decline annulled on review, also of a case already accepted, is none. */
function declineThatStands(s: CaseSnapshot): Instant | null {
  const annulled = s.reviews.some((review) => review.of === "decline" && review.result === "annulled");
  return annulled ? null : s.declinedAt;
}

function leftOn(s: CaseSnapshot): Day | null {
  if (s.withdrawnAt) return dayOf(s.withdrawnAt);
  if (s.settledAt) return dayOf(s.settledAt);
  return s.state === "not_pursued" && s.notPursuedAt ? endedDay(s.notPursuedAt) : null;
}

function annulledOn(s: CaseSnapshot): Day | null {
  const review = s.reviews.find((one) => one.of === "ruling" && one.result === "annulled");
  return dayOrNull(review?.decidedAt ?? null);
}

function pausesOf(s: CaseSnapshot, clock: "acceptance" | "decision" | "both"): string[] {
  return s.pauses.filter((pause) => clock === "both" || pause.clock === clock).map((pause) => pause.reason);
}

function dutyFact(clock: CaseClock, pausedFor: readonly string[], calendar: WorkCalendar, byItself: boolean): DutyFact {
  const doneOn = byItself ? null : (clock.metOn ?? null);
  const gross = (until: Day) => countWorkingDays(clock.startDay, until, calendarAsOf(calendar, until));
  return {
    dueOn: clock.due,
    doneOn,
    leftOn: doneOn || byItself ? null : (clock.stoppedOn ?? null),
    netDays: doneOn && clock.usedDays,
    grossDays: doneOn && gross(doneOn),
    pausedFor,
  };
}

function findingFact(one: SignedFinding, s: CaseSnapshot, calendar: WorkCalendar, frozenOn: Day): FindingFact {
  const rectification = s.rectifications.find((r) => r.findingId === one.findingId) ?? null;
  return {
    ...one,
    finalOn: s.finalAt ? s.finalOn : null,
    rectification: rectification && rectificationDates(rectification, calendar, frozenOn),
  };
}

function rectificationDates(r: Rectification, calendar: WorkCalendar, frozenOn: Day): RectificationDates {
  const clock = rectificationClock(r.orderedOn, r, calendar, frozenOn);
  const first = rectificationClock(r.orderedOn, { ...r, reports: [], rejections: [], acceptedAt: null }, calendar, frozenOn);
  return {
    orderedOn: r.orderedOn,
    dueOn: first.due,
    secondDueOn: clock.second ? clock.due : null,
    reports: pairReports(r),
  };
}

function replyFact(s: CaseSnapshot, clock: CaseClock | null): ReplyFact | null {
  if (!s.servedAt || !clock) return null;
  const hours = s.firstAnswerAt && (s.firstAnswerAt.getTime() - s.servedAt.getTime()) / HOUR_MS;
  return {
    servedOn: dayOf(s.servedAt),
    dueOn: clock.due,
    repliedOn: dayOrNull(s.repliedAt),
    firstAnsweredOn: dayOrNull(s.firstAnswerAt),
    firstAnswerHours: hours === null ? null : Math.round(hours * 10) / 10,
  };
}

/** The moment of a freeze: 24:00 of its day, so that no day is counted in part. */
export function freezeInstant(frozenOn: Day): Instant {
  return endOfDay(frozenOn);
}
