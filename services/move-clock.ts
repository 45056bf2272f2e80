import { db } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar";
import { earliestDue } from "@/db/queries/cases";
import { advanceClock, portalNow } from "@/db/queries/clock";
import { addDays, type Day, dayOf, type Instant, startOfDay } from "@/domain/day";
import { isWorkingDay } from "@/domain/working-days";
import { enforceDueCases } from "./enforce-due-cases";
import { announcePublicChange } from "./public-change";
import { recordAuthority } from "./record-authority";

/** 9:00 of a day, when the demo's people come to work. */
const morning = (d: Day): Instant => new Date(startOfDay(d).getTime() + 9 * 3_600_000);

/**
 * Moves the clock of demo or test mode forward to 9:00 of the next working day, or of the day after the next deadline that will act by
 * itself; then everything that has become due is carried out. Returns where the clock stands. Throws on the real clock.
 */
export async function moveClock(to: "next-working-day" | "next-deadline"): Promise<Instant> {
  const now = await portalNow(db());
  const calendar = await loadCalendar(db());
  let target = addDays(dayOf(now), 1);
  if (to === "next-working-day") while (!isWorkingDay(target, calendar)) target = addDays(target, 1);
  else {
    const due = await earliestDue(db());
    if (due && due >= dayOf(now)) target = addDays(due, 1);
  }
  await advanceClock(db(), morning(target));
  await enforceDueCases();
  await recordAuthority(db(), morning(target));
  await announcePublicChange(db(), { all: true });
  return morning(target);
}
