import { SEED_CALENDAR } from "@/domain/calendar-seed";
import { type CaseClock, type ClockName, computeDeadline, judgeClock, type LedgerPause } from "@/domain/clocks";
import { type Day, endOfDay, startOfDay } from "@/domain/day";

/** The day on which the samples are looked at. */
export const SAMPLE_DAY: Day = "2026-09-17";

function sample(clock: ClockName, start: Day, more: { metOn?: Day; pauses?: LedgerPause[]; today?: Day } = {}): CaseClock {
  const stop = more.metOn
    ? ({ how: "met", at: new Date(startOfDay(more.metOn).getTime() + 36_000_000), day: more.metOn } as const)
    : null;
  return judgeClock(
    { clock, subject: null, start, pauses: more.pauses ?? [], extensionDays: 0, stop },
    SEED_CALENDAR,
    more.today ?? SAMPLE_DAY,
  );
}

/** One clock in every way it can stand. */
export const SAMPLE_CLOCKS = {
  running: sample("decision", "2026-09-07"),
  soon: sample("acceptance", "2026-09-14"),
  today: sample("acceptance", "2026-09-10"),
  overdue: sample("decision", "2026-07-31"),
  paused: sample("decision", "2026-09-01", { pauses: [{ reason: "appraisal", from: "2026-09-11", to: null }] }),
  met: sample("acceptance", "2026-08-20", { metOn: "2026-08-25" }),
  late: sample("rectification", "2026-08-20", { metOn: "2026-09-02" }),
  ended: sample("review_window", "2026-08-14"),
  nationalDay: sample("acceptance", "2026-09-30", { today: "2026-09-30" }),
  provisional: sample("acceptance", "2026-12-30", { today: "2026-12-30" }),
} as const;

const filed = { calendar: SEED_CALENDAR, today: SAMPLE_DAY };
export const SAMPLE_ACCEPTANCE = computeDeadline({ clock: "acceptance", start: SAMPLE_DAY, ...filed });
export const SAMPLE_DECISION = computeDeadline({ clock: "decision", start: SAMPLE_ACCEPTANCE.due, ...filed });

/** A moment of the sample day, for rows that show one. */
export const SAMPLE_INSTANT = new Date(endOfDay(SAMPLE_DAY).getTime() - 30_836_000);
