import { addDays, type Day, daysBetween } from "@/domain/day";
import type { PlannedCase } from "./plan";

/** A week in which people complain of one company together, so that a special check opens (RULES §6). */
interface Surge {
  readonly company: string;
  /** Null: of whatever they like. */
  readonly clause: string | null;
  readonly week: Day;
  readonly people: number;
}

export const SURGES: readonly Surge[] = [
  { company: "jingge", clause: "C2.1", week: "2026-08-03", people: 3 },
  { company: "wanchao", clause: "B1.2", week: "2026-08-31", people: 3 },
  // Some of them complain twice.
  { company: "linxi", clause: null, week: "2026-09-07", people: 12 },
];
/** Only cases of the running quarter are moved: what the published report counted stays. */
const SINCE: Day = "2026-07-01";

/** Moves cases of a company into one week, their incident with them. Cases with files stay, since what is shown bears its day. */
export function bringTogether(plans: readonly PlannedCase[]): PlannedCase[] {
  const moved = new Map<number, PlannedCase>();
  for (const surge of SURGES) {
    const fits = (p: PlannedCase) =>
      p.company.slug === surge.company && (surge.clause === null || p.situation.clauses.some((c) => c === surge.clause));
    const inWeek = (p: PlannedCase) => p.filedOn >= surge.week && p.filedOn <= addDays(surge.week, 6);
    const there = plans.filter((p) => fits(p) && inWeek(p) && p.course !== "declined").length;
    const others = plans.filter(
      (p) => fits(p) && p.course === "ruled" && p.files.length === 0 && p.filedOn >= SINCE && !inWeek(p) && !moved.has(p.n),
    );
    for (const [i, p] of others.slice(0, Math.max(0, surge.people - there)).entries()) {
      const filedOn = addDays(surge.week, 1 + (i % 3));
      moved.set(p.n, { ...p, filedOn, incidentOn: addDays(p.incidentOn, daysBetween(p.filedOn, filedOn)) });
    }
  }
  const after = plans.map((p) => moved.get(p.n) ?? p);
  return after.sort((a, b) => (a.filedOn < b.filedOn ? -1 : a.filedOn > b.filedOn ? 1 : a.n - b.n));
}
