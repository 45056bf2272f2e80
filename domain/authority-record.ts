import type { CaseSnapshot } from "./case-state";
import { CLOCKS } from "./clock-table";
import { caseClocks } from "./clocks";
import type { Day } from "./day";
import { complaintFact } from "./report/complaint-fact";
import type { DutyFact } from "./report-figures/dataset";
import { median, p90 } from "./report-figures/quantiles";
import type { WorkCalendar } from "./working-days";

/** The authority's two promises (RULES §4). */
export const DUTIES = ["acceptance", "decision"] as const;
export type DutyName = (typeof DUTIES)[number];

/** `in_extension`: ruled within the 15 days of an extension. `undone`: not by a person; acceptance was deemed, the decision is still owed. */
export const DUTY_RESULTS = ["in_time", "in_extension", "late", "undone"] as const;
export type DutyResult = (typeof DUTY_RESULTS)[number];

/** One duty of one case, as it is counted on the day it fell due. Working days; null while nothing was decided. */
export interface AuthorityDuty {
  readonly clock: DutyName;
  readonly dueOn: Day;
  readonly result: DutyResult;
  readonly netDays: number | null;
  readonly grossDays: number | null;
  readonly extended: boolean;
  readonly paused: boolean;
}

/**
 * What the authority owed in a case, by the same reckoning as F4 and F5 of the report (RULES §7): `s` led on by its clocks to `asOf`. A duty that
 * ended because the case left before the day is none, and one whose clock stands still has no day yet.
 */
export function authorityDuties(s: CaseSnapshot, calendar: WorkCalendar, asOf: Day): AuthorityDuty[] {
  const still = new Set(caseClocks(s, calendar, asOf).flatMap((one) => (one.state === "paused" ? [one.clock] : [])));
  const fact = complaintFact(s, { id: "", distinctKey: "", companyId: null, sector: null, findings: [] }, calendar, asOf);
  const counted = (clock: DutyName, duty: DutyFact, extended: boolean): AuthorityDuty[] => {
    if (still.has(clock)) return [];
    if (duty.leftOn !== null && duty.doneOn === null && duty.leftOn <= duty.dueOn) return [];
    return [
      {
        clock,
        dueOn: duty.dueOn,
        result: resultOf(duty, clock, extended),
        netDays: duty.netDays,
        grossDays: duty.grossDays,
        extended,
        paused: duty.pausedFor.length > 0,
      },
    ];
  };
  return [
    ...counted("acceptance", fact.acceptance, false),
    ...(fact.decision ? counted("decision", fact.decision, fact.decision.extended) : []),
  ];
}

function resultOf(duty: DutyFact, clock: DutyName, extended: boolean): DutyResult {
  if (duty.doneOn === null) return "undone";
  if (duty.doneOn > duty.dueOn) return "late";
  return extended && (duty.netDays ?? 0) > CLOCKS[clock].length ? "in_extension" : "in_time";
}

/** `n` duties that are alike. */
export interface CountedDuty extends AuthorityDuty {
  readonly n: number;
}

export interface DutyRecord {
  readonly clock: DutyName;
  readonly due: number;
  readonly inTime: number;
  readonly inExtension: number;
  readonly late: number;
  readonly undone: number;
  readonly extended: number;
  readonly paused: number;
  /** Working days; what is undone counts as longer than all. Null when the quantile falls among it, or of nothing. */
  readonly medianNet: number | null;
  readonly p90Net: number | null;
  readonly medianGross: number | null;
  readonly p90Gross: number | null;
}

/** The record of one promise over the duties given. */
export function dutyRecord(clock: DutyName, counted: readonly CountedDuty[]): DutyRecord {
  const rows = counted.filter((row) => row.clock === clock);
  const sum = (holds: (row: CountedDuty) => boolean) => rows.reduce((n, row) => n + (holds(row) ? row.n : 0), 0);
  const due = sum(() => true);
  const spread = (days: (row: CountedDuty) => number | null) =>
    rows.flatMap((row) => {
      const value = days(row);
      return value === null ? [] : Array.from({ length: row.n }, () => value);
    });
  const [net, gross] = [spread((row) => row.netDays), spread((row) => row.grossDays)];
  return {
    clock,
    due,
    inTime: sum((row) => row.result === "in_time"),
    inExtension: sum((row) => row.result === "in_extension"),
    late: sum((row) => row.result === "late"),
    undone: sum((row) => row.result === "undone"),
    extended: sum((row) => row.extended),
    paused: sum((row) => row.paused),
    medianNet: median(net, due - net.length),
    p90Net: p90(net, due - net.length),
    medianGross: median(gross, due - gross.length),
    p90Gross: p90(gross, due - gross.length),
  };
}

/** How often the word was kept: on time, an extension within its days counted in, and not. */
export function kept(record: DutyRecord): { onTime: number; late: number } {
  return { onTime: record.inTime + record.inExtension, late: record.late + record.undone };
}

export interface MonthRecord {
  /** "2026-09" of the due days. */
  readonly month: string;
  readonly acceptance: DutyRecord;
  readonly decision: DutyRecord;
}

/** By month of the due day, the newest first; months in which nothing fell due are left out. */
export function monthRecords(counted: readonly CountedDuty[]): MonthRecord[] {
  const months = [...new Set(counted.map((row) => row.dueOn.slice(0, 7)))].sort().reverse();
  return months.map((month) => {
    const rows = counted.filter((row) => row.dueOn.startsWith(month));
    return { month, acceptance: dutyRecord("acceptance", rows), decision: dutyRecord("decision", rows) };
  });
}
