import type { CaseSnapshot } from "../case-state";
import { type CaseClock, type ClockName, caseClocks, computeDeadline, type PauseReason } from "../clocks";
import type { Day } from "../day";
import type { WorkCalendar } from "../working-days";

/** A clock as the published ruling keeps it: how it was judged, and what is needed to show which days were counted. */
export interface PublishedClock {
  readonly clock: ClockName;
  readonly startDay: Day;
  readonly due: Day;
  readonly metOn: Day | null;
  readonly stoppedOn: Day | null;
  readonly state: CaseClock["state"];
  readonly workingDays: number;
  readonly usedDays: number;
  readonly daysLeft: number;
  readonly usedHours: number | null;
  readonly extensionDays: number;
  readonly pauses: readonly { readonly reason: PauseReason; readonly from: Day; readonly to: Day | null }[];
}

const SHOWN: readonly ClockName[] = ["acceptance", "decision", "company_reply", "first_answer"];

/** The clocks a ruling shows, as judged on the day it is signed. */
export function publishedClocks(s: CaseSnapshot, calendar: WorkCalendar, signedOn: Day): PublishedClock[] {
  return caseClocks(s, calendar, signedOn)
    .filter((c) => SHOWN.includes(c.clock))
    .map((c) => ({
      clock: c.clock,
      startDay: c.startDay,
      due: c.due,
      metOn: c.metOn ?? null,
      stoppedOn: c.stoppedOn ?? null,
      state: c.state,
      workingDays: c.workingDays,
      usedDays: c.usedDays,
      daysLeft: c.daysLeft,
      usedHours: c.usedHours ?? null,
      extensionDays: c.clock === "decision" ? s.decisionExtendedDays : 0,
      pauses: s.pauses
        .filter((p) => p.clock === c.clock || (c.clock === "decision" && s.deemed))
        .map(({ reason, from, to }) => ({ reason, from, to })),
    }));
}

/** The clock with its days counted again, for the comb and the day strip. */
export function shownClock(c: PublishedClock, calendar: WorkCalendar): Omit<CaseClock, "subject"> {
  const today = c.stoppedOn ?? c.metOn ?? c.due;
  const counted = computeDeadline({
    clock: c.clock,
    start: c.startDay,
    pauses: c.pauses,
    extensionDays: c.extensionDays,
    calendar,
    today,
  });
  return {
    ...counted,
    due: c.due,
    state: c.state,
    daysLeft: c.daysLeft,
    usedDays: c.usedDays,
    ...(c.metOn ? { metOn: c.metOn } : {}),
    ...(c.stoppedOn ? { stoppedOn: c.stoppedOn } : {}),
    ...(c.usedHours === null ? {} : { usedHours: c.usedHours }),
  };
}
