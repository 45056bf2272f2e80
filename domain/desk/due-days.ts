import { addDays, type Day, daysBetween } from "../day";
import { isWorkingDay, type WorkCalendar } from "../working-days";

/** Open cases of one officer ("": nobody's) due on one day, as the desk's memory tells them. */
export interface DueCount {
  readonly officer: string;
  readonly due: Day;
  readonly paused: boolean;
  readonly n: number;
}

/** Bounds of what is left, in working days: overdue, today, then up to so many. */
export const LEFT_BOUNDS = [2, 5, 10] as const;
export const LEFT_KEYS = ["overdue", "today", "in2", "in5", "in10", "later", "paused"] as const;
export type LeftKey = (typeof LEFT_KEYS)[number];

/** The next `count` working days from `today` on, today among them where it is one. */
export function nextWorkingDays(today: Day, count: number, calendar: WorkCalendar): Day[] {
  const days: Day[] = [];
  // A year has no hundred days off in a row; the bound only keeps a broken calendar from looping.
  for (let day = today; days.length < count && daysBetween(today, day) < count * 10; day = addDays(day, 1))
    if (isWorkingDay(day, calendar)) days.push(day);
  return days;
}

/** Which group a running case due on a day stands in. */
function leftOf(due: Day, days: readonly Day[], today: Day): LeftKey {
  if (due < today) return "overdue";
  if (due === today) return "today";
  const after = days.filter((day) => day > today);
  const within = (bound: number) => due <= (after[bound - 1] ?? due);
  return within(LEFT_BOUNDS[0]) ? "in2" : within(LEFT_BOUNDS[1]) ? "in5" : within(LEFT_BOUNDS[2]) ? "in10" : "later";
}

export interface OfficerLoad {
  readonly officer: string;
  readonly total: number;
  readonly left: Readonly<Record<LeftKey, number>>;
}

/** Open cases per officer by what is left, the fullest desk first. */
export function loadByOfficer(counts: readonly DueCount[], today: Day, calendar: WorkCalendar): OfficerLoad[] {
  const days = nextWorkingDays(today, LEFT_BOUNDS[2] + 1, calendar);
  const by = new Map<string, Record<LeftKey, number>>();
  for (const { officer, due, paused, n } of counts) {
    const left = by.get(officer) ?? (Object.fromEntries(LEFT_KEYS.map((key) => [key, 0])) as Record<LeftKey, number>);
    by.set(officer, left);
    left[paused ? "paused" : leftOf(due, days, today)] += n;
  }
  return [...by]
    .map(([officer, left]) => ({ officer, left, total: LEFT_KEYS.reduce((sum, key) => sum + left[key], 0) }))
    .sort((a, b) => b.total - a.total || (a.officer < b.officer ? -1 : 1));
}

/** What falls due on each of the next working days, and what is overdue. Paused cases have no fixed day and are left out. */
export function dueByDay(
  counts: readonly DueCount[],
  today: Day,
  count: number,
  calendar: WorkCalendar,
): { overdue: number; days: { day: Day; n: number }[] } {
  const sums = new Map<Day, number>(nextWorkingDays(today, count, calendar).map((day) => [day, 0]));
  let overdue = 0;
  for (const { due, paused, n } of counts) {
    if (paused) continue;
    if (due < today) overdue += n;
    else if (sums.has(due)) sums.set(due, (sums.get(due) ?? 0) + n);
  }
  return { overdue, days: [...sums].map(([day, n]) => ({ day, n })) };
}
