import { SEED_CALENDAR } from "@/domain/calendar-seed";
import type { Day } from "@/domain/day";
import { addWorkingDays } from "@/domain/working-days";
import type { PlannedCase } from "./plan";

/** Rulings that the desk owes on the demo's first morning: two late, one today, the next days after. */
const RULINGS_DUE: readonly Day[] = [
  "2026-09-11",
  "2026-09-16",
  "2026-09-17",
  "2026-09-18",
  "2026-09-18",
  "2026-09-20",
  "2026-09-20",
  "2026-09-20",
  "2026-09-22",
];
/** Acceptances due that day. */
const ACCEPTANCES_TODAY = 3;

const after = (day: Day, count: number) => addWorkingDays(day, count, SEED_CALENDAR).due;

/** Leaves some cases lying, so that the queue of the demo's day has something overdue, something for today and something for the next days. */
export function leaveForTheDesk(plans: readonly PlannedCase[], today: Day): PlannedCase[] {
  const changed = new Map<number, PlannedCase>();
  const free = (p: PlannedCase) => p.course === "ruled" && p.pause === null && !p.extended && !changed.has(p.n);
  for (const due of RULINGS_DUE) {
    const fits = (p: PlannedCase) => [1, 2, 3, 4].find((n) => after(after(p.filedOn, n), 30) === due);
    const found =
      plans.find((p) => free(p) && p.files.length > 0 && fits(p) !== undefined) ??
      plans.find((p) => free(p) && fits(p) !== undefined);
    const acceptAfter = found && fits(found);
    if (found && acceptAfter) changed.set(found.n, { ...found, acceptAfter, draftAfter: 60 });
  }
  const lying = plans.filter((p) => free(p) && after(p.filedOn, 5) === today).slice(0, ACCEPTANCES_TODAY);
  for (const p of lying) changed.set(p.n, { ...p, acceptAfter: 5 });
  return plans.map((p) => changed.get(p.n) ?? p);
}
