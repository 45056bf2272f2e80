/** One door to the clocks of a case: their table, how a deadline is counted, what runs in a case, what happens by itself. */
export {
  type CaseClock,
  type ClockState,
  caseClocks,
  judgeClock,
  type RectificationClock,
  rectificationClock,
  reopenUntil,
} from "./case-clocks";
export {
  CLOCK_NAMES,
  CLOCKS,
  type ClockName,
  type ClockRule,
  DRAFT_OUT_BY_DAY,
  ESCALATED_AT,
  PAUSE_REASONS,
  PAUSES,
  type PauseReason,
  REOPEN_DAYS,
} from "./clock-table";
export {
  type CountedDay,
  computeDeadline,
  type DayReason,
  type Deadline,
  type DeadlineInput,
  effectivePauses,
  type LedgerPause,
} from "./deadline";
export {
  lapse,
  movedDeadlines,
  type NextDeadline,
  nextDeadline,
  nextSystemAct,
  rectificationsToOrder,
} from "./lapse";
export { nextReminderDay, pausesToLookAt, reminders } from "./reminders";
